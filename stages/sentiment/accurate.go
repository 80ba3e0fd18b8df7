package sentiment

import (
	"strings"

	"hustings/models/accurate"
	"hustings/models/linear"
	"hustings/stages/chains"
)

// accurate judges all mentions by the encoder. The words that decided are those without which it is less sure, out of the few
// that the linear model would look at first.
func (j *judging) accurate(model *accurate.Model) {
	passages := make([]accurate.Passage, len(j.sentences))
	of := make([][]int, len(j.sentences))        // the mentions of each passage, as indexes of the sentence's
	places := make([][][2]int, len(j.sentences)) // of the words of each passage
	for i, s := range j.sentences {
		passages[i], of[i], places[i] = j.passage(s.first, s.mentions)
	}
	for i := range passages {
		j.before(passages, i)
		passages[i].Follows = i > 0
	}
	var asked []accurate.Question
	var rows []int // of each question
	for i, judged := range model.Judge(passages) {
		s := &j.sentences[i]
		read := (*linear.Sentence)(nil)
		for n, got := range judged {
			k := of[i][n]
			if j.repeats[s.mentions[k].Mention] {
				continue
			}
			if !got.Seen() {
				j.rows = append(j.rows, j.unjudged(s, k))
				continue
			}
			row := j.row(s, k, [3]float64{got.Negative, got.Neutral, got.Positive}, got.Polarity, nil)
			if row.Polarity != nil && *row.Polarity != 0 {
				if read == nil {
					read = j.linear.Read(s.text)
				}
				q := accurate.Question{Passage: &passages[i], Mention: n, Given: got}
				for _, w := range j.linear.Candidates(read, j.target(s, k), got.Polarity, linear.Tried) {
					q.Words = append(q.Words, places[i][w])
				}
				asked, rows = append(asked, q), append(rows, len(j.rows))
			}
			j.rows = append(j.rows, row)
		}
	}
	for i, cues := range model.Cues(asked) {
		row := &j.rows[rows[i]]
		for _, c := range cues {
			w := asked[i].Words[c]
			row.Cues = append(row.Cues, asked[i].Passage.Text[w[0]:w[1]])
		}
	}
}

// passage is the sentence that begins at a token, with its actors: which mentions those are, and where its words stand.
func (j *judging) passage(first int, mentions []chains.Mention) (p accurate.Passage, which []int, words [][2]int) {
	var b strings.Builder
	for i := first; i < len(j.words) && j.words[i].Sentence == j.words[first].Sentence; i++ {
		if i > first && j.words[i].Start != j.words[i-1].End {
			b.WriteByte(' ')
		}
		words = append(words, [2]int{b.Len(), b.Len() + len(j.words[i].Text)})
		b.WriteString(j.words[i].Text)
	}
	p.Text = b.String()
	// A name may be part of a word: "Marsh" in "Marsh-led".
	at := func(token, place int32) int {
		text := j.words[token].Text
		n := place - j.words[token].Start // code points; too many where the word is shorter than it stands in the text
		for i := range text {
			if n == 0 {
				return words[int(token)-first][0] + i
			}
			n--
		}
		return words[int(token)-first][1]
	}
	for k, m := range mentions {
		if isActor(m.Type) {
			which = append(which, k)
			p.Mentions = append(p.Mentions, accurate.Mention{Start: at(m.First, m.Start), End: at(m.Last-1, m.End), Actor: int(m.Chain), Person: m.Type == "PERSON", Described: !m.Named()})
		}
	}
	return p, which, words
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
	p, _, _ := j.passage(first, nil)
	passages[i].Before = p.Text
}
