package acts

import (
	"strings"

	"hustings/stages/chains"
	"hustings/stages/tokens"
)

// Deed is what one mention's actor does to another's.
type Deed struct {
	Agent, Patient int32 // mentions
	Polarity       int32 // -1 or 1
	Word           int32 // the token that tells the deed
}

// Find finds the deeds that a document tells of, by the words that tell them; mentions are sorted by start. What might be done is none.
func Find(words []tokens.Token, mentions []chains.Mention) []Deed {
	var out []Deed
	for from := 0; from < len(mentions); {
		to := from
		for to < len(mentions) && mentions[to].Sentence == mentions[from].Sentence {
			to++
		}
		if to-from > 1 {
			c := newClause(words, mentions, from, to)
			for v := range c.low {
				out = append(out, c.deeds(v)...)
			}
		}
		from = to
	}
	return out
}

// deeds gives the deeds that the word at a place tells of.
func (c *clause) deeds(v int) []Deed {
	if c.of[v] >= 0 {
		return nil
	}
	polarity, end := c.deed(v)
	if polarity == 0 {
		c.follow(v)
		return nil
	}
	var agent int32
	var patients []int32
	switch {
	case end == v+1 && c.isNoun(v):
		agent, patients = c.noun(v)
	case end == v+1 && (c.isPassive(v) || c.word(v+1) == "by"):
		agent = c.by(v + 1)
		if p := c.subjectOf(v); p >= 0 && !c.supposed(v) {
			patients = []int32{p}
		}
	default:
		agent, patients = c.active(v, end)
	}
	if agent < 0 {
		return nil
	}
	polarity = c.negated(v, polarity)
	var out []Deed
	for _, p := range patients {
		if polarity != 0 && c.mentions[p].Chain != c.mentions[agent].Chain {
			out = append(out, Deed{agent, p, polarity, int32(c.first + v)}) //nolint:gosec // a count of tokens
		}
	}
	return out
}

// deed is the polarity of the word or phrase that begins at a place, and its end; 0 for none.
func (c *clause) deed(v int) (polarity int32, end int) {
	w := c.low[v]
	if verbs[w] {
		for _, n := range [2]int{2, 1} {
			key := w
			for i := v + 1; i <= v+n; i++ {
				key += " " + c.word(i)
			}
			if p := phrases[key]; p != 0 {
				return p, v + n + 1
			}
		}
	}
	return deeds[w], v + 1
}

// isNoun says whether a word that may be a verb is none here: "the attack", "his support", "X's criticism".
func (c *clause) isNoun(v int) bool {
	if nouns[c.low[v]] {
		return true
	}
	if strings.HasSuffix(c.low[v], "ed") || strings.HasSuffix(c.low[v], "ing") {
		return false
	}
	for i := v - 1; i >= max(0, v-2); i-- {
		w := c.word(i)
		if determiners[w] || owners[w] || giving[w] && i == v-1 && !helping[w] || linking[w] && w != "to" || owned(c.low[i]) {
			return true
		}
		if w == "" || helping[w] || joints[w] || adverb(w) || w == "to" || w == "," {
			return false
		}
	}
	return false
}

func (c *clause) isPassive(v int) bool {
	if strings.HasSuffix(c.low[v], "ing") {
		return false
	}
	for i := v - 1; i >= max(0, v-4); i-- {
		switch w := c.word(i); {
		case being[w]:
			return true
		case !helping[w] && !adverb(w):
			return false
		}
	}
	return false
}

// negated turns a polarity round or takes it away: who does not support is against; who does not attack does nothing.
func (c *clause) negated(v int, polarity int32) int32 {
	for i := v - 1; i >= max(0, v-6); i-- {
		switch w := c.word(i); {
		case negators[w]:
			return min(0, -polarity)
		case w == "" || w == "," || joints[w]:
			return polarity
		}
	}
	return polarity
}

// supposed says whether a verb tells of nothing that was done: "would attack", "could have praised", "if X supports".
func (c *clause) supposed(v int) bool {
	for i := v - 1; i >= max(0, v-5); i-- {
		switch w := c.word(i); {
		case supposing[w]:
			return true
		case !helping[w] && !adverb(w):
			return false
		}
	}
	return false
}

// active reads subject and object of a verb whose words end at a place, or the two actors before it in "B, whom A betrayed".
func (c *clause) active(v, end int) (agent int32, patients []int32) {
	if c.supposed(v) {
		return -1, nil
	}
	if agent = c.subjectOf(v); agent < 0 {
		return -1, nil
	}
	c.subject, c.verb = agent, v
	i := int(c.mentions[agent].First) - c.first - 1
	for from := max(0, i-reach); i > from && (determiners[c.word(i)] || c.word(i) != "" && c.low[i] != c.words[c.first+i].Text); i-- { // titles
	}
	if w := c.word(i); w == "whom" || w == "that" && i > 0 && c.of[i-1] >= 0 {
		if i--; c.word(i) == "," {
			i--
		}
		if p := c.head(i); p >= 0 {
			return agent, []int32{p}
		}
	}
	return agent, c.object(end)
}

// noun reads "A's attack on B", "the attack by A on B", "A expressed support for B", "A is a critic of B".
func (c *clause) noun(v int) (agent int32, patients []int32) {
	agent = -1
	i := v - 1
	for i >= max(0, v-3) && c.of[i] < 0 && letters(c.low[i]) && !owned(c.low[i]) && !linking[c.low[i]] && !determiners[c.low[i]] {
		i--
	}
	switch {
	case i < 0:
	case c.of[i] >= 0 && (c.mentions[c.of[i]].Type != "PERSON" || owners[c.low[i]] || owned(c.low[i])): // "the X attack", "his attack"
		agent = c.of[i]
	case owned(c.low[i]) && i > 0:
		agent = c.of[i-1]
	}
	for k := v + 1; k < min(len(c.low), v+8); k++ {
		w := c.word(k)
		switch {
		case c.of[k] >= 0:
		case w == "by" || w == "from":
			if p := c.object(k + 1); agent < 0 && len(p) > 0 {
				agent = p[0]
			}
		case toward[w] && len(patients) == 0:
			patients = c.object(k + 1)
		case !letters(w) || helping[w] || joints[w]:
			k = len(c.low)
		}
	}
	for i := v - 1; agent < 0 && i >= max(0, v-5) && letters(c.word(i)); i-- {
		if w := c.word(i); giving[w] || being[w] {
			agent = c.subjectOf(i)
			break
		}
	}
	return agent, patients
}
