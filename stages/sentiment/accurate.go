package sentiment

import (
	"strings"

	"hustings/models/accurate"
	"hustings/models/linear"
	"hustings/stages/chains"
)

// accurate judges all mentions by the encoder. The words that decided are those of the linear model: what speaks most for
// the polarity that the encoder gives.
func (j *judging) accurate(model *accurate.Model) {
	var passages []accurate.Passage
	var of [][]int // the mentions of each passage, as indexes of the sentence's
	for i := range j.sentences {
		s := &j.sentences[i]
		p, which := j.passage(s.first, s.mentions)
		if len(which) > 0 {
			p.Before, p.Behind = j.before(i)
		}
		passages, of = append(passages, p), append(of, which)
	}
	for i, judged := range model.Judge(passages) {
		s := &j.sentences[i]
		read := (*linear.Sentence)(nil)
		for n, got := range judged {
			k := of[i][n]
			var cues []int
			if got.Polarity != 0 {
				if read == nil {
					read = j.linear.Read(s.text)
				}
				cues = j.linear.Cues(read, j.target(s, k), got.Polarity)
			}
			j.rows = append(j.rows, j.row(s, k, [3]float64{got.Negative, got.Neutral, got.Positive}, got.Polarity, cues))
		}
	}
}

// passage is the sentence that begins at a token, with its actors.
func (j *judging) passage(first int, mentions []chains.Mention) (p accurate.Passage, which []int) {
	var b strings.Builder
	starts, ends := []int{}, []int{} // of words, bytes
	for i := first; i < len(j.words) && j.words[i].Sentence == j.words[first].Sentence; i++ {
		if i > first && j.words[i].Start != j.words[i-1].End {
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(j.words[i].Text)
		ends = append(ends, b.Len())
	}
	p.Text = b.String()
	for k, m := range mentions {
		if isActor(m.Type) {
			which = append(which, k)
			p.Mentions = append(p.Mentions, accurate.Mention{Start: starts[int(m.First)-first], End: ends[int(m.Last)-1-first], Actor: int(m.Chain),
				Person: m.Type == "PERSON"})
		}
	}
	return p, which
}

// before is the sentence before one that has mentions, with its own.
func (j *judging) before(i int) (string, []accurate.Mention) {
	last := j.sentences[i].first - 1 // a token of it
	if last < 0 {
		return "", nil
	}
	if i > 0 && j.words[j.sentences[i-1].first].Sentence == j.words[last].Sentence {
		p, _ := j.passage(j.sentences[i-1].first, j.sentences[i-1].mentions)
		return p.Text, p.Mentions
	}
	first := last
	for first > 0 && j.words[first-1].Sentence == j.words[last].Sentence {
		first--
	}
	p, _ := j.passage(first, nil)
	return p.Text, nil
}
