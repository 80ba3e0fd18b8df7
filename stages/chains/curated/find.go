package curated

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// Hit is a curated name in a document.
type Hit struct {
	ID          string // the actor's
	Sentence    int32
	First, Last int32 // tokens, one past the last
	Start, End  int32 // code points
	Text        string
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

// Find returns the curated names in a document: aligned with tokens, the longest first, not overlapping. The conditions
// of a rule must hold: its document, its dates, its place and company named somewhere in the document.
func (c *File) Find(d *pipeline.Doc, words []tokens.Token, date string) (found []Hit) {
	if len(c.aliases) == 0 {
		return nil
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
			found = append(found, Hit{a.id, words[i].Sentence, words[i].Token, words[last].Token + 1, start, end, text})
			i = last
			break
		}
	}
	return found
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

func conditional(r read.Rule) bool {
	return r.Doc != "" || r.From != "" || r.To != "" || r.Place != "" || r.With != ""
}

func (c *File) holds(d *pipeline.Doc, r read.Rule, date string, known map[read.Rule]bool) bool {
	if !conditional(r) {
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
func (c *File) namesActor(text, who string) bool {
	if names(text, who) {
		return true
	}
	id := c.Canonical(who)
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
