// Package tagger finds names in sentences and says what they name: people, parties, organisations, places, events,
// works, peoples and creeds.
//
// A Model is a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features: the word,
// its neighbours, its shape, the gazetteer, the run of capitalised words that it stands in, and what the whole document
// says of it. The best labels are found in whole numbers; a Span's probability is its marginal by the forward and backward
// sums. README.md, written by the train command, gives data and figures.
package tagger

import (
	_ "embed"
	"sync"

	"hustings/models/gazetteer"
)

// Span is a name: the words from First up to Last, exclusive.
type Span struct {
	First, Last int
	Type        string  // one of Types
	Probability float64 // of the span with its type, 0 to 1
}

//go:embed model.bin
var embedded []byte

// Load returns the model that the package embeds.
var Load = sync.OnceValue(func() *Model {
	first, second, err := Decode(embedded)
	if err != nil {
		panic("tagger: " + err.Error())
	}
	return New(first, second)
})

// Model finds names. It is safe for concurrent use.
type Model struct{ first, second *layer }

// New makes a model of the parameters of the first and of the second reading.
func New(first, second Parameters) *Model {
	other := make(chan *layer, 1) // side by side, as in Decode
	go func() { other <- newLayer(first) }()
	m := &Model{second: newLayer(second)}
	m.first = <-other
	return m
}

// longestSequence bounds the words that are decoded together. A longer sentence is cut, after a word without a capital
// where there is one.
const longestSequence = 400

// Tag finds the names of a whole document: the words of its sentences in, the spans of each sentence out, in order. It
// runs in linear time, takes any words, and may be called concurrently.
//
// It reads twice: what the first reading found, over the whole document, is evidence for the second (a "Hill" that is a
// person's name in one sentence is one in others).
func (m *Model) Tag(doc [][]string) [][]Span {
	r := read(doc, gazetteer.Load())
	return r.tag(m.second, r.remember(r.tag(m.first, nil)))
}

// FirstReading returns Tag by the first reading alone, from which the second is trained.
func FirstReading(p Parameters) func(doc [][]string) [][]Span {
	m := newLayer(p)
	return func(doc [][]string) [][]Span { return read(doc, gazetteer.Load()).tag(m, nil) }
}

func (r *reading) tag(m *layer, known *memory) [][]Span {
	out := make([][]Span, len(r.lines))
	d := decoder{model: m}
	var f features
	for s := range r.lines {
		l := &r.lines[s]
		for from := 0; from < len(l.words); {
			to := r.cut(l, from)
			d.start(to - from)
			for i := from; i < to; i++ {
				f.collect(r, l, i)
				if known != nil {
					f.recall(r, known, l, s, i)
				}
				m.score(f.ids, &d.scores[i-from])
			}
			out[s] = d.spans(out[s], from)
			from = to
		}
	}
	return out
}

// cut returns where the sequence that starts at from ends.
func (r *reading) cut(l *line, from int) int {
	to := len(l.words)
	if to-from <= longestSequence {
		return to
	}
	to = from + longestSequence
	for i := to; i > from; i-- {
		if !r.at(l, i-1).form.upper() {
			return i
		}
	}
	return to
}
