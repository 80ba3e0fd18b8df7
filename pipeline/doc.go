// Package pipeline is the engine: it runs stages over documents and keeps what they made.
//
// There are four nouns. A [Table] is typed rows, declared once by the stage that makes it. A [Stage] is a value
// that says which tables it needs and makes, and has one function, on one document or on the whole corpus.
// A part is some 64 documents that go through consecutive stages together. A [Store] keeps what each stage made
// of each part under the hash of everything it was made from, so that nothing is made twice.
package pipeline

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Doc is one document. A stage gets it in its Each function, or from [Corpus.Docs]; it is used by one goroutine
// at a time and is not to be kept after the function has returned.
type Doc struct {
	ID   string // path under the seeds folder, "a/b.txt"; "notes.csv#17" for a record of a file
	Text string // valid UTF-8

	corpus *Corpus
	stage  *Stage        // whose turn it is: Of and Add check against its Needs and Makes
	rows   map[Table]any // []R by table
	marks  []int32       // byte offset of every markStep-th code point; nil while not needed or all ASCII
	ascii  bool
	ready  bool
	added  bool // rows were added since it was loaded
}

const markStep = 64 // a mark every 64 code points: 6 % of the text's size, and a slice scans at most 64

// NewDoc returns a document that a source gives to the engine.
func NewDoc(id, text string) *Doc { return &Doc{ID: id, Text: text, rows: map[Table]any{}} }

func (d *Doc) mark() {
	if d.ready {
		return
	}
	d.ready, d.ascii = true, true
	for i := 0; i < len(d.Text); i++ {
		if d.Text[i] >= utf8.RuneSelf {
			d.ascii = false
			break
		}
	}
	if d.ascii {
		return
	}
	n := 0
	for i := range d.Text {
		if n%markStep == 0 {
			d.marks = append(d.marks, int32(i))
		}
		n++
	}
}

// Byte gives the byte offset of a code point offset; one past the end gives len(Text).
func (d *Doc) Byte(point int) int {
	d.mark()
	if d.ascii {
		return min(point, len(d.Text))
	}
	m := point / markStep
	if m >= len(d.marks) {
		m = len(d.marks) - 1
	}
	if m < 0 {
		return 0
	}
	i := int(d.marks[m])
	for n := m * markStep; n < point && i < len(d.Text); n++ {
		_, size := utf8.DecodeRuneInString(d.Text[i:])
		i += size
	}
	return i
}

// Point gives the code point offset of a byte offset, which must be at the start of a code point or at the end.
func (d *Doc) Point(at int) int {
	d.mark()
	if d.ascii {
		return at
	}
	m := sort.Search(len(d.marks), func(i int) bool { return int(d.marks[i]) > at }) - 1
	if m < 0 {
		return 0
	}
	return m*markStep + utf8.RuneCountInString(d.Text[d.marks[m]:at])
}

// Slice returns the text between two code point offsets, end exclusive: the one way from offsets to text.
func (d *Doc) Slice(start, end int32) string { return d.Text[d.Byte(int(start)):d.Byte(int(end))] }

func (d *Doc) of() *Corpus { return d.corpus }

func (d *Doc) may(t Table, write bool) {
	if d.stage == nil {
		return
	}
	d.stage.may(t, write)
}

// may stops the program when a stage touches a table that it has not declared: a mistake of its programmer.
func (s *Stage) may(t Table, write bool) {
	tables, verb, field := s.Needs, "reads", "Needs"
	if write {
		tables, verb, field = s.Makes, "writes", "Makes"
	}
	for _, x := range tables {
		if x, _ := plain(x); x == t {
			return
		}
	}
	if !write { // a stage may read what it has itself made
		for _, x := range s.Makes {
			if x == t {
				return
			}
		}
	}
	panic(fmt.Sprintf("stage %q %s table %q, which is not in its %s", s.Name, verb, t.Name(), field))
}
