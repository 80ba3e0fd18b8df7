package curated

import (
	"unicode"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/names"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// Hit is a curated name in a document.
type Hit struct {
	Meaning
	Sentence    int32
	First, Last int32 // tokens, one past the last
	Start, End  int32 // code points
	Text        string
}

// Document is what the file's names are looked for in.
type Document struct {
	*pipeline.Doc
	Date  string // as Document.Date of package read
	Words []tokens.Token
	Names []names.Name // those that the extractor has found
}

// spot is an entry at a word.
type spot struct {
	word int // its place in Words
	from int // byte at which it begins
	size int // bytes
	*entry
}

// Find returns the curated names in a document: aligned with tokens, the longest first, not overlapping. The conditions
// of a rule must hold: its document, its dates, its place and company named somewhere in the document.
func (c *File) Find(d Document) (found []Hit) {
	if len(c.names) == 0 {
		return nil
	}
	var spots []spot
	scene := &scene{file: c, doc: d, present: map[string]bool{}, known: map[*read.Rule]bool{}, meanings: map[*entry]Meaning{}}
	for i, w := range d.Words {
		list := c.names[beginning(w.Text)]
		if len(list) == 0 {
			continue
		}
		from := d.Byte(int(w.Start))
		match(list, d.Text[from:], func(e *entry, n int) {
			if r, _ := utf8.DecodeRuneInString(d.Text[from+n:]); !unicode.IsLetter(r) {
				scene.present[e.text] = true
				if len(e.claims) > 0 {
					spots = append(spots, spot{i, from, n, e})
				}
			}
		})
	}
	next := 0 // the first word that no hit has
	for start, end := 0, 0; start < len(spots); start = end {
		for end = start + 1; end < len(spots) && spots[end].word == spots[start].word; {
			end++
		}
		if spots[start].word < next {
			continue
		}
		for i := end - 1; i >= start; i-- {
			h, last, ok := spots[i].hit(d)
			if !ok {
				continue
			}
			if h.Meaning = scene.meaning(spots[i].entry); !h.none() {
				found = append(found, h)
				next = last + 1
				break
			}
		}
	}
	return found
}

// hit gives the place of a spot, and its last word, if it ends where a word does.
func (s spot) hit(d Document) (h Hit, last int, ok bool) {
	text := d.Text[s.from : s.from+s.size]
	first := d.Words[s.word]
	end := first.Start + int32(utf8.RuneCountInString(text)) //nolint:gosec // an offset of the document
	last = s.word
	for last+1 < len(d.Words) && d.Words[last].End < end {
		last++
	}
	if w := d.Words[last]; w.End != end && (w.End < end || !possessive(w, end)) {
		return Hit{}, 0, false
	}
	return Hit{Sentence: first.Sentence, First: first.Token, Last: d.Words[last].Token + 1, Start: first.Start, End: end, Text: text}, last, true
}

// possessive says whether only a possessive follows in the token after end.
func possessive(w tokens.Token, end int32) bool {
	rest := w.Text
	for range end - w.Start {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	rest = read.Alike(rest)
	return rest == "'s" || rest == "'" || rest == "'S"
}
