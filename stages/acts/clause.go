package acts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/chains"
	"hustings/stages/tokens"
)

// clause is a sentence in which subjects and objects are sought. Places are tokens, counted from its first.
type clause struct {
	words    []tokens.Token
	mentions []chains.Mention
	first    int      // its first token
	low      []string // its words in lower case
	of       []int32  // of each word: the mention that it is part of, -1 for none
	subject  int32    // of the last verb that had one, -1 for none
	verb     int      // that verb
}

func newClause(words []tokens.Token, mentions []chains.Mention, from, to int) *clause {
	number := mentions[from].Sentence
	first, last := int(mentions[from].First), int(mentions[from].First)
	for first > 0 && words[first-1].Sentence == number {
		first--
	}
	for last < len(words) && words[last].Sentence == number {
		last++
	}
	c := &clause{words: words, mentions: mentions, first: first, low: make([]string, last-first), of: make([]int32, last-first), subject: -1, verb: -1}
	for i := range c.low {
		c.low[i], c.of[i] = strings.ToLower(words[first+i].Text), -1
	}
	for m := from; m < to; m++ {
		for t := max(int(mentions[m].First), first); t < min(int(mentions[m].Last), last); t++ {
			if k := c.of[t-first]; k < 0 || mentions[m].Last-mentions[m].First < mentions[k].Last-mentions[k].First {
				c.of[t-first] = int32(m) //nolint:gosec // a count of mentions
			}
		}
	}
	return c
}

// reach is how many words a phrase may have that is read back or ahead from a verb.
const reach = 40

// word is the word at a place, "" outside of the sentence and within a mention.
func (c *clause) word(i int) string {
	if i < 0 || i >= len(c.low) || c.of[i] >= 0 {
		return ""
	}
	return c.low[i]
}

// follow takes the actor before a word that looks like a verb for the subject of those that come.
func (c *clause) follow(v int) {
	w := c.low[v]
	if v > 0 && (helping[w] && letters(c.word(v-1)) && !joints[c.word(v-1)] && !helping[c.word(v-1)] || c.of[v-1] >= 0 && (helping[w] || wishes[w] || strings.HasSuffix(w, "ed"))) && !owned(w) {
		if s := c.head(v - 1); s >= 0 {
			c.subject, c.verb = s, v
		}
	}
}

// subjectOf is the actor that is the subject of the verb at a place, -1 for none.
func (c *clause) subjectOf(v int) int32 {
	i, from := v-1, max(0, v-reach)
	for i >= from && c.of[i] < 0 && (helping[c.low[i]] || adverb(c.low[i])) {
		i--
	}
	if c.word(i) == "to" {
		for i--; i >= from && c.of[i] < 0 && (wishes[c.low[i]] || helping[c.low[i]] || adverb(c.low[i])); i-- {
		}
		if !wishes[c.word(i+1)] && !helping[c.word(i+1)] {
			return -1
		}
	} else if strings.HasSuffix(c.low[v], "ing") && i == v-1 && c.word(i) != "," && c.word(i) != "and" && c.word(i) != "while" && c.word(i) != "by" {
		return -1
	}
	switch w := c.word(i); w {
	case "and", "or", "but", "then", "while", "by":
		return c.last()
	case "who", "which", "that":
		if i--; c.word(i) == "," {
			i--
		}
	case ",", "—", "–":
		open := i - 1
		for open > from && c.word(open) != w {
			open--
		}
		if open < 1 || open <= c.verb || strings.HasSuffix(c.low[v], "ing") {
			return c.last()
		}
		i = open - 1 // "X, the leader of the Y, attacked"
		if c.of[i] < 0 && c.word(i) != ")" {
			return c.last()
		}
	}
	return c.head(i)
}

// last is the subject of the last verb, or whom the sentence begins with.
func (c *clause) last() int32 {
	if c.subject >= 0 {
		return c.subject
	}
	for i := 0; i < min(len(c.low), 4); i++ {
		if m := c.of[i]; m >= 0 {
			end := int(c.mentions[m].Last) - c.first
			if end < len(c.low) && (owned(c.low[end]) || linking[c.word(end)]) {
				return -1
			}
			return m
		}
		if !determiners[c.low[i]] && c.low[i] == c.words[c.first+i].Text || linking[c.low[i]] {
			return -1
		}
	}
	return -1
}

// head is the actor that the noun phrase that ends at a place means: of "X of Y" it is X, of "Y's leaders" Y, nobody of "Y's rally".
func (c *clause) head(i int) int32 {
	if c.word(i) == ")" {
		for from := i - reach; i > max(0, from) && c.word(i) != "("; i-- {
		}
		i--
	}
	found, last := int32(-1), "" // the word that is the head if no mention is
	for k := 0; i >= 0 && k < 12; k++ {
		m := c.of[i]
		if m < 0 {
			w := c.low[i]
			if !letters(w) && !owned(w) || joints[w] || helping[w] || deeds[w] != 0 && last == "" {
				return found
			}
			if last == "" && letters(w) && !owned(w) {
				last = w
			}
			if linking[w] {
				last, found = "", -1
			}
			i--
			continue
		}
		for i >= 0 && c.of[i] == m {
			i--
		}
		if last == "" || c.speaksFor(m, last) {
			found = m
		}
		b := i
		for b >= max(0, i-reach) && (determiners[c.word(b)] || c.word(b) != "" && c.low[b] != c.words[c.first+b].Text) {
			b--
		}
		if !linking[c.word(b)] {
			return found
		}
		if c.mentions[m].Type == "PERSON" || b == 0 || !c.speaksFor(m, c.word(b-1)) && c.of[b-1] < 0 {
			found = -1
		}
		if i = b - 1; i < 0 || c.of[i] < 0 {
			return found
		}
		last = ""
	}
	return found
}

// speaksFor says whether what an actor's people of this kind do is the actor's deed.
func (c *clause) speaksFor(m int32, noun string) bool {
	if c.mentions[m].Type == "PERSON" {
		return staff[noun]
	}
	return staff[noun] || strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") || bodies[noun]
}

// by is whom "by" names, not far behind a place; -1 for nobody.
func (c *clause) by(i int) int32 {
	for k := i; k < min(len(c.low), i+8); k++ {
		w := c.word(k)
		if w == "by" {
			if p := c.object(k + 1); len(p) > 0 {
				return p[0]
			}
			return -1
		}
		if !letters(w) || joints[w] {
			break
		}
	}
	return -1
}

// object is the actors of the noun phrase that begins at a place: several if they are listed.
func (c *clause) object(i int) []int32 {
	const farthest = 6 // words before the first
	var out []int32
	for k := 0; i < len(c.low) && k < farthest; {
		m := c.of[i]
		if m < 0 {
			w := c.low[i]
			if !letters(w) && !owned(w) || joints[w] || helping[w] || deeds[w] != 0 || linking[w] && w != "of" && w != "against" {
				break
			}
			i++
			k++
			continue
		}
		out = append(out, m)
		for i < len(c.low) && c.of[i] == m {
			i++
		}
		w := c.word(i)
		if w != "and" && w != "," && w != "or" {
			break
		}
		if i++; i < len(c.low) && determiners[c.word(i)] {
			i++
		}
		if i >= len(c.low) || c.of[i] < 0 {
			break
		}
	}
	return out
}

func owned(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// letters says whether a word begins with a letter or a digit.
func letters(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// adverb says whether a word may stand between a subject and its verb.
func adverb(w string) bool { return strings.HasSuffix(w, "ly") && !nounsInLy[w] }
