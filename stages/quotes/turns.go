package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// turns makes a quotation of what each speaker of a transcript says at a time: one a run of blocks, so that a note or a
// running header between them is not among the speaker's words.
func (f *finder) turns() {
	label := -1 // the block of the label at hand
	end := int32(0)
	next := 0 // the region to come
	var words span
	flush := func() {
		if words.last > words.first {
			who := nobody
			if label >= 0 {
				if n := f.labelled(f.blocks[label].span); n >= 0 {
					who = said{n, -1, turn}
				}
			}
			f.add("turn", words, "", who)
		}
		words = span{}
	}
	for i, p := range f.blocks {
		start := f.words[p.first].Start
		for next < len(f.regions) && f.regions[next].Start <= start {
			if r := f.regions[next]; r.Kind == "turn" {
				flush()
				label, end = -1, r.End
			}
			next++
		}
		switch {
		case start >= end:
			flush()
			label = -1
		case p.kind == "speaker":
			label = i
		case p.kind == "turn" || p.kind == "paragraph" || p.kind == "list" || p.kind == "blockquote":
			if words.last != p.first {
				flush()
				words.first = p.first
			}
			words.last = p.last
		default:
			flush()
		}
	}
	flush()
}

// labelled is the name that a speaker's label has, or stands for: "Ms ORU (Harbour Party):", "ORU:", "PO:" for the Pio Oru
// that the text names elsewhere; -1 for none.
func (f *finder) labelled(label span) int {
	if n := f.nameIn(label, label.first, label.last-label.first); n >= 0 {
		return n
	}
	var word string
	words := 0
	for i := label.first; i < label.last; i++ {
		if letter(f.text(i)) {
			word = f.text(i)
			words++
		}
	}
	if words == 0 || words > 2 || utf8.RuneCountInString(word) < 2 {
		return -1
	}
	for i, n := range f.names {
		if n.Type != "PERSON" {
			continue
		}
		parts := strings.Fields(n.Text)
		if strings.EqualFold(parts[len(parts)-1], word) || len(parts) > 1 && words == 1 && initials(parts) == word {
			return i
		}
	}
	return -1
}

// initials are the first letters of a name's words, in capitals.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

// unmarkedTurns finds turns where the text has too few for structure to call it a transcript: "Mr. X (Place): …",
// paragraphs that begin with a name and a colon. One such paragraph alone is not a transcript.
func (f *finder) unmarkedTurns() {
	type found struct {
		words span
		name  int
	}
	var all []found
	for _, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" {
			continue
		}
		const opening = 14
		for i := p.first; i < min(p.last, p.first+opening); i++ {
			w := f.text(i)
			if stop(w) && i > p.first+1 || mark(w) {
				break
			}
			if w != ":" {
				continue
			}
			n := f.nameIn(span{p.first, i}, i, opening)
			if n >= 0 && int(f.names[n].First)-p.first <= 8 && i+1 < p.last {
				all = append(all, found{span{i + 1, p.last}, n})
			}
			break
		}
	}
	const few = 2
	if len(all) < few {
		return
	}
	for _, t := range all {
		f.add("turn", t.words, "", said{t.name, -1, turn})
	}
}
