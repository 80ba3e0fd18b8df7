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
	passages := make([]accurate.Passage, len(j.sentences))
	of := make([][]int, len(j.sentences)) // the mentions of each passage, as indexes of the sentence's
	for i, s := range j.sentences {
		passages[i], of[i] = j.passage(s.first, s.mentions)
	}
	for i := range passages {
		j.before(passages, i)
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
	// A name may be part of a word: "Marsh" in "Marsh-led".
	at := func(token, place int32) int {
		text := j.words[token].Text
		n := place - j.words[token].Start // code points; too many where the word is shorter than it stands in the text
		for i := range text {
			if n == 0 {
				return starts[int(token)-first] + i
			}
			n--
		}
		return ends[int(token)-first]
	}
	for k, m := range mentions {
		if isActor(m.Type) {
			which = append(which, k)
			p.Mentions = append(p.Mentions, accurate.Mention{Start: at(m.First, m.Start), End: at(m.Last-1, m.End), Actor: int(m.Chain), Person: m.Type == "PERSON", Described: !m.Named()})
		}
	}
	return p, which
}

// before puts the sentence before it, with its own mentions, into the passage of a sentence.
func (j *judging) before(passages []accurate.Passage, i int) {
	last := j.sentences[i].first - 1 // a token of it
	if last < 0 || len(passages[i].Mentions) == 0 {
		return
	}
	if i > 0 && j.words[j.sentences[i-1].first].Sentence == j.words[last].Sentence {
		passages[i].Before, passages[i].Behind = passages[i-1].Text, passages[i-1].Mentions
		return
	}
	first := last
	for first > 0 && j.words[first-1].Sentence == j.words[last].Sentence {
		first--
	}
	p, _ := j.passage(first, nil)
	passages[i].Before = p.Text
}
