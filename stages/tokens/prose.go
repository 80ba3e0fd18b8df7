package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// A Span is a stretch of a text: byte offsets, end exclusive.
type Span struct{ Start, End int }

// longestCore is the longest core, in bytes, that prose is asked about: its
// splitter is quadratic in the length of what it is given.
const longestCore = 64

// Words cuts text into tokens: in order, non-empty, not overlapping; every
// character that is not white space belongs to exactly one of them. It runs in
// linear time and takes any bytes.
//
// prose decides how a core (see [cutter]) falls into word, clitic, currency sign
// and full stop. It has no offsets, rewrites quotation marks, drops "'s," and
// "'some" entirely and panics on letters whose lower case is longer; so it is
// shown cores one by one, in ASCII, and believed only where its pieces add up to
// what it was shown. Its full stops are then checked against the abbreviations.
func Words(text string) []Span {
	c := cutter{text: text, lastWord: lastWord(text)}
	c.spans = make([]Span, 0, len(text)/5+1)
	c.cut()
	if len(c.cores) == 0 {
		return c.spans
	}
	answers := askProse(text, c.spans, c.cores)
	out := make([]Span, 0, len(c.spans)+len(c.cores))
	next := 0
	for n, i := range c.cores {
		out = append(out, c.spans[next:i]...)
		out = c.splitCore(out, c.spans[i], answers[n])
		next = i + 1
	}
	return append(out, c.spans[next:]...)
}

// separator stands between two cores shown to prose in one go. Cores hold
// printable ASCII only, so that it cannot be mistaken.
const separator = "\x1e"

// askProse tokenizes each core and returns the lengths of its pieces in
// characters; nil where prose was not asked or lost characters.
func askProse(text string, spans []Span, cores []int) [][]int {
	var shown strings.Builder
	lengths := make([]int, len(cores))
	for n, i := range cores {
		if s := spans[i]; s.End-s.Start <= longestCore {
			lengths[n] = ascii(&shown, text[s.Start:s.End])
		}
		shown.WriteString(" " + separator + " ")
	}
	doc, err := prose.NewDocument(shown.String(),
		prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	answers := make([][]int, len(cores))
	if err != nil {
		return answers
	}
	all := doc.Tokens()
	pieces := make([]int, 0, len(all))
	n, from, sum := 0, 0, 0
	for _, t := range all {
		if t.Text != separator {
			pieces = append(pieces, len(t.Text))
			sum += len(t.Text)
			continue
		}
		if n < len(answers) && sum == lengths[n] && sum > 0 {
			answers[n] = pieces[from:]
		}
		n, from, sum = n+1, len(pieces), 0
	}
	return answers
}

// ascii writes core as prose is to see it, one byte a character: straight
// apostrophes, and a plain letter for each character that ASCII lacks. It
// returns the number of characters.
func ascii(w *strings.Builder, core string) int {
	n := 0
	for _, r := range core {
		switch {
		case isApostrophe(r):
			r = '\''
		case r > ' ' && r < utf8.RuneSelf-1:
		case unicode.IsUpper(r):
			r = 'X'
		default:
			r = 'x'
		}
		w.WriteByte(byte(r))
		n++
	}
	return n
}
