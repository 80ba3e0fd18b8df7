package accurate

import (
	"unicode/utf8"

	"hustings/models/encoder/kernels"
	"hustings/models/exact"
)

// Passage is a sentence, the one before it, and the persons and bodies in both.
type Passage struct {
	Before, Text     string
	Behind, Mentions []Mention // in Before and in Text, in order; what overlaps the one before it is passed over
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

// A window of sentiment has at most so many pieces, and so many code points of the sentence before: as in training.
const (
	judgedPieces = 384
	beforeLength = 400
)

// Judge judges all mentions in the texts of passages.
func (m *Model) Judge(passages []Passage) [][]Judgement {
	out := make([][]Judgement, len(passages))
	m.each(len(passages), func(r *reader, from, to int) {
		r.reset()
		var marks []seen
		for i := from; i < to; i++ {
			out[i] = make([]Judgement, len(passages[i].Mentions))
			marks = m.mark(r, marks, &passages[i], i)
		}
		m.judge(r, marks, out)
	})
	return out
}

// seen tells where a mention's mark stands.
type seen struct{ passage, mention, window, at int }

// judge reads the windows and judges the mentions that are seen in them.
func (m *Model) judge(r *reader, marks []seen, out [][]Judgement) {
	if len(marks) == 0 {
		return
	}
	states, width := r.Encode(r.windows), m.encoder.Config().Width
	start := make([]int, len(r.windows)+1)
	for i, w := range r.windows {
		start[i+1] = start[i] + len(w.IDs)
	}
	r.in = r.in[:0]
	for _, s := range marks {
		whole, own := start[s.window]*width, (start[s.window]+s.at)*width
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

// mark lays a passage out: the sentence before, then the sentence, marks in the place of names.
func (m *Model) mark(r *reader, all []seen, p *Passage, number int) []seen {
	l := &r.layout
	l.reset(m)
	if p.Before != "" {
		l.text(p.Before, tail(p.Before, p.Behind, beforeLength), p.Behind, nil)
		l.put(m.end, 0, 0)
	}
	at := make([]int, len(p.Mentions))
	for i := range at {
		at[i] = -1
	}
	l.text(p.Text, 0, p.Mentions, at)
	l.put(m.end, 0, 0)
	return l.cut(r, all, at, number)
}

// nameLength is what a name counts, in code points: how long it is must not decide what is read.
const nameLength = 12

// tail is the place from which a text has at most n code points left.
func tail(text string, mentions []Mention, n int) int {
	at := len(text)
	for k := len(mentions); n > 0 && at > 0; {
		for k > 0 && (mentions[k-1].Described || mentions[k-1].End > at) {
			k--
		}
		if k > 0 && mentions[k-1].End == at && mentions[k-1].Start >= 0 && mentions[k-1].Start < at {
			if n -= nameLength; n >= 0 {
				at = mentions[k-1].Start
			}
			continue
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		n--
	}
	return at
}
