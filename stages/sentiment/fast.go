package sentiment

import (
	"hustings/models/linear"
	"hustings/stages/chains"
)

// fast judges all mentions by the linear model.
func fast(j *judging) {
	for i := range j.sentences {
		s := &j.sentences[i]
		read := (*linear.Sentence)(nil)
		for k, m := range s.mentions {
			if !isActor(m.Type) {
				continue
			}
			if read == nil {
				read = j.linear.Read(s.text)
			}
			got := j.linear.JudgeIn(read, j.target(s, k))
			j.rows = append(j.rows, j.row(s, k, [3]float64{got.Negative, got.Neutral, got.Positive}, got.Polarity, got.Cues))
		}
	}
}

// target tells the linear model where a mention stands, and what else does.
func (j *judging) target(s *sentence, k int) linear.Target {
	m := s.mentions[k]
	place := func(first, last int32) [2]int { return [2]int{int(first) - s.first, int(last) - 1 - s.first} }
	own := place(m.First, m.Last)
	target := linear.Target{First: own[0], Last: own[1], Kind: m.Type, Named: m.Named(), Quoted: j.voices.inMarks(s.first)}
	add := func(o *chains.Mention) {
		switch {
		case o.Chain == m.Chain:
			target.Same = append(target.Same, place(o.First, o.Last))
		case o.Type != "NORP":
			target.Names = append(target.Names, place(o.First, o.Last))
		}
	}
	for i := k - 1; i >= 0 && s.mentions[i].Last > m.First-linear.Reach; i-- {
		add(&s.mentions[i])
	}
	for i := k + 1; i < len(s.mentions) && s.mentions[i].First < m.Last+linear.Reach; i++ {
		add(&s.mentions[i])
	}
	return target
}
