package accurate

import (
	"sort"

	"hustings/models/encoder"
	"hustings/models/encoder/wordpiece"
	"hustings/models/tagger"
)

// A window of names has at most so many pieces, and a word so many of its own: as in training.
const (
	windowPieces = 192
	wordPieces   = 16
)

// leastSure is the probability under which a span is left out: the labelling that is likeliest as a whole has names in it that
// are less likely than not.
const leastSure = 0.5

// Tag finds the names of a whole document: the words of its sentences in, the spans of each sentence out, in order. It
// takes any words, in linear time.
func (m *Model) Tag(doc [][]string) [][]tagger.Span { return m.tag(doc, leastSure) }

func (m *Model) tag(doc [][]string, least float64) [][]tagger.Span {
	var windows []encoder.Sequence
	r := m.readers.Get().(*reader)
	parts := m.lay(r, doc)
	windows, r.windows = r.windows, nil
	m.readers.Put(r)

	found := make([][]tagger.Span, len(parts))
	m.each(len(windows), func(r *reader, from, to int) {
		states, width := r.Encode(windows[from:to]), m.encoder.Config().Width
		row := 0
		at := sort.Search(len(parts), func(i int) bool { return parts[i].window >= from })
		for w := from; w < to; w++ {
			for ; at < len(parts) && parts[at].window == w; at++ {
				r.in = r.in[:0]
				for _, piece := range parts[at].at {
					r.in = append(r.in, states[(row+piece)*width:(row+piece+1)*width]...)
				}
				r.out = grown(r.out, len(parts[at].at)*m.labels.Outputs())
				r.Apply(m.labels, r.out, r.in)
				found[at] = decode(r.out, m.calibration.Names)
			}
			row += len(windows[w].IDs)
		}
	})
	out := make([][]tagger.Span, len(doc))
	for i, p := range parts {
		for _, s := range found[i] {
			if s.Probability < least {
				continue
			}
			s.First, s.Last = s.First+p.first, s.Last+p.first
			out[p.sentence] = append(out[p.sentence], s)
		}
	}
	return out
}

// A part is a stretch of words of one sentence, all in one window; a sentence has several only if it is too long for one.
type part struct {
	window, sentence int
	first            int   // its first word
	at               []int // where in the window each word's first piece stands
}

// lay puts sentences into windows, as many as go in.
func (m *Model) lay(r *reader, doc [][]string) []part {
	var parts []part
	var pieces []wordpiece.Piece
	var ids []int32
	var starts []int // of each word in ids
	for s, words := range doc {
		ids, starts = ids[:0], starts[:0]
		for _, w := range words {
			starts = append(starts, len(ids))
			pieces = m.encoder.Tokenizer().Append(pieces[:0], w)
			for _, p := range pieces[:min(len(pieces), wordPieces)] {
				ids = append(ids, p.ID)
			}
			if len(pieces) == 0 {
				ids = append(ids, m.unknown)
			}
		}
		starts = append(starts, len(ids))
		for begin := 0; begin < len(words); {
			end := begin + 1
			for end < len(words) && starts[end+1]-starts[begin] <= windowPieces-2 {
				end++
			}
			n := starts[end] - starts[begin]
			if len(r.windows) == 0 || len(r.windows[len(r.windows)-1].IDs)+n+1 > windowPieces {
				put(r.window(), m.start, 0, 0)
			}
			w := &r.windows[len(r.windows)-1]
			p := part{window: len(r.windows) - 1, sentence: s, first: begin}
			for i := begin; i < end; i++ {
				p.at = append(p.at, len(w.IDs))
				form := shape(words[i])
				for _, id := range ids[starts[i]:starts[i+1]] {
					put(w, id, 0, form)
				}
			}
			put(w, m.end, 0, 0)
			parts = append(parts, p)
			begin = end
		}
	}
	return parts
}

func grown(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	return s[:n]
}
