package accurate

import (
	"hustings/models/encoder"
	"hustings/models/encoder/kernels"
	"hustings/models/exact"
)

// Passage is a sentence, the one before it, and the persons and bodies in both.
type Passage struct {
	Before, Text     string
	Behind, Mentions []Mention // in Before and in Text, in order; what overlaps the one before it is passed over
	Follows          bool      // on the passage before it in their text: the two may be read together
}

// Mention is a mention of a person, a party or another body; places are bytes, End exclusive.
type Mention struct {
	Start, End int
	Actor      int  // the same number for mentions of the same actor
	Person     bool // or a body
	Described  bool // by a pronoun or a description, whose words are read too; a name's are not
}

// Judgement is how a sentence portrays an actor. The three probabilities sum to 1; they are 0 where a mention overlaps the one before
// it and is not judged.
type Judgement struct {
	Negative, Neutral, Positive float64
	Polarity                    int // -1, 0 or 1: the class with the largest probability × the calibration's preference
}

// Seen says whether the mention was judged.
func (j *Judgement) Seen() bool { return j.Negative+j.Neutral+j.Positive > 0 }

// Of is the probability of a polarity.
func (j *Judgement) Of(polarity int) float64 {
	return [3]float64{j.Negative, j.Neutral, j.Positive}[polarity+1]
}

// A window of sentiment has at most so many pieces, and so many code points of the sentence before: as in training. What follows
// each other is read in one window as long as it has no more than sharedPieces.
const (
	judgedPieces = 384
	sharedPieces = 128
	beforeLength = 400
)

// Judge judges all mentions in the texts of passages.
func (m *Model) Judge(passages []Passage) [][]Judgement {
	out := make([][]Judgement, len(passages))
	for i := range out {
		out[i] = make([]Judgement, len(passages[i].Mentions))
	}
	s := m.lines(passages)
	m.each(len(s.windows), func(r *reader, from, to int) {
		m.judge(r, s.windows[from:to], s.marks[s.first[from]:s.first[to]], from, out)
	})
	return out
}

// seen tells where a mention's mark stands.
type seen struct{ passage, mention, window, at int }

// judge reads windows, the first of which has a number, and judges the mentions that are seen in them.
func (m *Model) judge(r *reader, windows []encoder.Sequence, marks []seen, number int, out [][]Judgement) {
	states, width := r.Encode(windows), m.encoder.Config().Width
	start := make([]int, len(windows)+1)
	for i, w := range windows {
		start[i+1] = start[i] + len(w.IDs)
	}
	r.in = r.in[:0]
	for _, s := range marks {
		whole, own := start[s.window-number]*width, (start[s.window-number]+s.at)*width
		r.in = append(append(r.in, states[own:own+width]...), states[whole:whole+width]...)
	}
	r.out = grown(r.out, len(marks)*m.hidden.Outputs())
	r.Apply(m.hidden, r.out, r.in)
	kernels.Tanh(r.out)
	r.in = grown(r.in, len(marks)*3)
	r.Apply(m.scores, r.in, r.out)
	for i, s := range marks {
		out[s.passage][s.mention] = m.judgement([3]float64{float64(r.in[3*i]), float64(r.in[3*i+1]), float64(r.in[3*i+2])})
	}
}

func (m *Model) judgement(scores [3]float64) Judgement {
	c := &m.calibration
	for i := range scores {
		scores[i] = float64(scores[i]/c.Sentiment) + c.Prior[i]
	}
	exact.Softmax(scores[:])
	best := 1
	for _, i := range [2]int{0, 2} {
		if float64(scores[i]*c.Prefer[i]) > float64(scores[best]*c.Prefer[best]) {
			best = i
		}
	}
	return Judgement{scores[0], scores[1], scores[2], best - 1}
}
