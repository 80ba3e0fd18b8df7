package main

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// renaming is the new name of an actor.
type renaming struct {
	kind           string   // PERSON or PARTY
	old            []string // the words of the longest name
	given, surname string   // of a person
	origin, gender string
	party          party
}

// renamer gives every person and party of a document another name: by the round, the document and the actor alone.
type renamer struct {
	origins []origin
	parties []party
	round   int
}

func (r *renamer) draw(n int, what ...any) int {
	h := fnv.New32a()
	_, _ = fmt.Fprint(h, append([]any{r.round}, what...)...)
	return int(h.Sum32()>>5) % n
}

// actors gives new names to the actors of a document.
func (r *renamer) actors(d *document) map[int]*renaming {
	out := map[int]*renaming{}
	for _, m := range d.mentions {
		if !m.named || m.kind != "PERSON" && m.kind != "PARTY" {
			continue
		}
		x := out[m.actor]
		if x == nil {
			x = &renaming{kind: m.kind}
			out[m.actor] = x
			if m.kind == "PARTY" {
				x.party = r.parties[r.draw(len(r.parties), d.id, m.actor, "party")]
				continue
			}
			o := r.origins[r.draw(len(r.origins), d.id, m.actor, "origin")]
			forenames := o.women
			x.origin, x.gender = o.name, "women"
			if r.draw(2, d.id, m.actor, "gender") == 1 {
				forenames, x.gender = o.men, "men"
			}
			x.given = forenames[r.draw(len(forenames), d.id, m.actor, "given")]
			x.surname = o.surnames[r.draw(len(o.surnames), d.id, m.actor, "surname")]
		}
		if words := strings.Fields(d.text[m.start:m.end]); len(words) > len(x.old) {
			x.old = words
		}
	}
	return out
}

// of gives the new form of a name, as long and in the same case as the old one.
func (x *renaming) of(text string) string {
	bare, tail := text, ""
	for _, s := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(text, s) {
			bare, tail = strings.TrimSuffix(text, s), s
			break
		}
	}
	words := strings.Fields(bare)
	capitals := strings.ToUpper(bare) == bare && utf8.RuneCountInString(bare) > 1
	if x.kind == "PARTY" {
		if len(words) == 1 && (capitals || !strings.HasSuffix(strings.ToLower(bare), "party")) {
			return x.party.acronym + tail
		}
		return cased(x.party.name, capitals) + tail
	}
	last := x.old[len(x.old)-1]
	switch at := slices.Index(x.old, words[len(words)-1]); {
	case len(words) > 1:
		return cased(x.given+" "+x.surname, capitals) + tail
	case len(x.old) > 1 && at >= 0 && words[0] != last:
		return cased(x.given, capitals) + tail
	}
	return cased(x.surname, capitals) + tail
}

// sentenceCase writes a name that begins a sentence with a capital ("Al-Hashimi").
func sentenceCase(name, before string) string {
	bare := strings.TrimRight(before, " \n\t\"“‘(")
	if last, _ := utf8.DecodeLastRuneInString(bare); bare == "" || strings.ContainsRune(".!?:”", last) || strings.Contains(before[len(bare):], "\n") {
		first, size := utf8.DecodeRuneInString(name)
		return string(unicode.ToUpper(first)) + name[size:]
	}
	return name
}

func cased(name string, capitals bool) string {
	if capitals {
		return strings.ToUpper(name)
	}
	return name
}

// rename gives a document with other names and the same mentions in the same order; those of the old one that are named
// anew are told in the second result, by their number.
func (r *renamer) rename(d *document) (*document, []*renaming) {
	names := r.actors(d)
	out := &document{id: d.id, set: d.set, mentions: slices.Clone(d.mentions)}
	of := make([]*renaming, len(d.mentions))
	var text strings.Builder
	at := 0
	moved := make([]int, len(d.text)+1) // of each old place, the new one
	for i, m := range d.mentions {
		if m.start < at {
			continue // it nests in one that was renamed, or holds one
		}
		x := names[m.actor]
		if !m.named || x == nil || x.kind != m.kind || strings.IndexFunc(d.text[m.start:m.end], unicode.IsLetter) < 0 || len(x.old) == 0 {
			continue
		}
		for k := at; k < m.start; k++ {
			moved[k] = text.Len() + k - at
		}
		text.WriteString(d.text[at:m.start])
		for k := m.start; k < m.end; k++ {
			moved[k] = text.Len()
		}
		text.WriteString(sentenceCase(x.of(d.text[m.start:m.end]), d.text[:m.start]))
		at, of[i] = m.end, x
	}
	for k := at; k <= len(d.text); k++ {
		moved[k] = text.Len() + k - at
	}
	text.WriteString(d.text[at:])
	out.text = text.String()
	for i := range out.mentions {
		m := &out.mentions[i]
		m.start = moved[m.start]
		m.end = moved[m.end]
	}
	return out, of
}
