package chains

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/chains/naming"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// curated is the file actors.csv, ready for looking up.
type curated struct {
	aliases map[string][]alias // by the folded letters that the alias begins with; longest first
	merged  map[string]string  // id to the id that it is merged into
	never   map[[2]string]bool // pairs of ids, or of an id and an alias's id, both ways
	actors  map[string]actor
}

type alias struct {
	text, upper string // white space folded, quotes straight; upper is empty if it would be the same or too short
	id          string
	when        read.Rule
}

type actor struct{ name, kind string }

// compiled keeps the last file compiled: all documents of a run share their rules.
var compiled atomic.Pointer[struct {
	rules []read.Rule
	*curated
}]

func curatedOf(rules []read.Rule) *curated {
	if c := compiled.Load(); c != nil && len(c.rules) == len(rules) && (len(rules) == 0 || &c.rules[0] == &rules[0]) {
		return c.curated
	}
	c := compile(rules)
	compiled.Store(&struct {
		rules []read.Rule
		*curated
	}{rules, c})
	return c
}

func compile(rules []read.Rule) *curated {
	c := &curated{map[string][]alias{}, map[string]string{}, map[[2]string]bool{}, map[string]actor{}}
	for _, r := range rules {
		if r.Rule == "merge" && r.OtherID != "" && r.OtherID != r.EntityID {
			c.merged[r.OtherID] = r.EntityID
		}
	}
	for _, r := range rules {
		id := c.canonical(r.EntityID)
		switch r.Rule {
		case "never":
			other := r.OtherID
			if other == "" {
				other = naming.Slug(naming.Clean(r.Alias))
			}
			c.never[[2]string{id, other}], c.never[[2]string{other, id}] = true, true
		case "name", "merge":
			a := c.actors[id]
			if a.name == "" {
				a.name = naming.Fold(r.Name)
			}
			if a.kind == "" {
				a.kind = r.Type
			}
			c.actors[id] = a
			for _, text := range slices.Compact([]string{r.Alias, r.Name}) {
				c.add(text, id, r)
			}
		}
	}
	for _, list := range c.aliases {
		slices.SortStableFunc(list, func(a, b alias) int { return len(b.text) - len(a.text) })
	}
	return c
}

func (c *curated) add(text, id string, when read.Rule) {
	text = straight(naming.Fold(text))
	start := beginning(text)
	if text == "" || id == "" {
		return
	}
	a := alias{text: text, id: id, when: when}
	if up := strings.ToUpper(text); up != text && utf8.RuneCountInString(text) > 3 {
		a.upper = up
	}
	c.aliases[start] = append(c.aliases[start], a)
}

// canonical follows merges; a circle ends where it began.
func (c *curated) canonical(id string) string {
	for range len(c.merged) {
		to, ok := c.merged[id]
		if !ok {
			return id
		}
		id = to
	}
	return id
}

// straight makes quotes and dashes comparable.
func straight(s string) string { return quotes.Replace(s) }

var quotes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "“", "\"", "”", "\"", "–", "-", "‑", "-")

// beginning gives the letters and digits that a text begins with, folded; a mark if there are none.
func beginning(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case end < 0:
		end = len(s)
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return strings.ToLower(s[:end])
}

// find returns the curated names in a document: aligned with tokens, the longest first, not overlapping. The conditions
// of a rule must hold: its document, its dates, its place and company named somewhere in the document.
func (c *curated) find(d *pipeline.Doc, words []tokens.Token, date string) (found []Mention, ids []string) {
	if len(c.aliases) == 0 {
		return nil, nil
	}
	holds := map[read.Rule]bool{}
	for i := 0; i < len(words); i++ {
		list := c.aliases[beginning(words[i].Text)]
		if len(list) == 0 {
			continue
		}
		from := d.Byte(int(words[i].Start))
		for _, a := range list {
			n, ok := match(d.Text[from:], a.text)
			if !ok && a.upper != "" {
				n, ok = match(d.Text[from:], a.upper)
			}
			if !ok {
				continue
			}
			text := d.Text[from : from+n]
			start := words[i].Start
			end, last := start+int32(utf8.RuneCountInString(text)), i
			for last+1 < len(words) && words[last].End < end {
				last++
			}
			if w := words[last]; w.End != end && (w.End < end || !possessive(w, end)) {
				continue
			}
			if !c.holds(d, a.when, date, holds) {
				continue
			}
			found = append(found, Mention{Sentence: words[i].Sentence, First: words[i].Token, Last: words[last].Token + 1, Start: start, End: end,
				Text: text, Type: c.actors[a.id].kind, Probability: 1, Source: "curated", Name: -1})
			ids = append(ids, a.id)
			i = last
			break
		}
	}
	return found, ids
}

// possessive says whether only a possessive follows in the token after end.
func possessive(w tokens.Token, end int32) bool {
	rest := w.Text
	for range end - w.Start {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	rest = straight(rest)
	return rest == "'s" || rest == "'" || rest == "'S"
}

// match returns how many bytes of text read as the alias, any white space for its blanks.
func match(text, alias string) (int, bool) {
	i := 0
	for _, want := range alias {
		r, n := utf8.DecodeRuneInString(text[i:])
		if want == ' ' {
			if !unicode.IsSpace(r) {
				return 0, false
			}
			for unicode.IsSpace(r) && n > 0 {
				i += n
				r, n = utf8.DecodeRuneInString(text[i:])
			}
			continue
		}
		switch r {
		case '’', '‘', 'ʼ':
			r = '\''
		case '“', '”':
			r = '"'
		case '–', '‑':
			r = '-'
		}
		if n == 0 || r != want {
			return 0, false
		}
		i += n
	}
	return i, true
}

func (c *curated) holds(d *pipeline.Doc, r read.Rule, date string, known map[read.Rule]bool) bool {
	if r.Doc == "" && r.From == "" && r.To == "" && r.Place == "" && r.With == "" {
		return true
	}
	ok, seen := known[r]
	if !seen {
		ok = (r.Doc == "" || r.Doc == d.ID) &&
			(r.From == "" || date != "" && date >= r.From) && (r.To == "" || date != "" && date <= r.To+"~") &&
			(r.Place == "" || names(d.Text, r.Place)) && (r.With == "" || c.namesActor(d.Text, r.With))
		known[r] = ok
	}
	return ok
}

// namesActor says whether a text has any alias of an actor, or the name itself.
func (c *curated) namesActor(text, who string) bool {
	if names(text, who) {
		return true
	}
	id := c.canonical(who)
	for _, list := range c.aliases {
		for _, a := range list {
			if a.id == id && names(text, a.text) {
				return true
			}
		}
	}
	return false
}

// names says whether a text has a name as whole words.
func names(text, name string) bool {
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at = end
	}
	return false
}

// forbids says whether two names or ids are never one.
func (c *curated) forbids(a, b string) bool { return len(c.never) > 0 && c.never[[2]string{a, b}] }
