package accurate

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Question asks which words of a passage made a mention be judged as it was.
type Question struct {
	Passage *Passage
	Mention int       // which of its mentions
	Given   Judgement // of it; not neutral
	Words   [][2]int  // those that may have decided: places in the passage's text, none in a name
}

const (
	// cueReach is how much of the text on either side of a mention is read when words are left out, in code points: what is
	// farther, and the sentence before, changes little and costs as much again.
	cueReach = 60
	// leastDrop is by how much a cue's absence lowers the probability at least.
	leastDrop = 0.02
)

// Cues answers each question with the words without which the mention is judged that polarity less surely, the most telling first,
// as indexes of the question's words (leaving one out at a time).
func (m *Model) Cues(questions []Question) [][]int {
	var all []Passage
	at := make([]int, len(questions)) // of each question, which mention of its passages is asked about
	for i := range questions {
		p, target, words := questions[i].near()
		at[i] = target
		for _, w := range words {
			all = append(all, p.Without(w))
		}
	}
	judged := m.Judge(all)
	out := make([][]int, len(questions))
	for i, q := range questions {
		p, whole := make([]float64, len(q.Words)), q.Given.Of(q.Given.Polarity)
		for k := range p {
			p[k] = judged[k][at[i]].Of(q.Given.Polarity)
			whole = max(whole, p[k])
		}
		judged = judged[len(p):]
		for k := range p {
			if whole-p[k] >= leastDrop {
				out[i] = append(out[i], k)
			}
		}
		slices.SortStableFunc(out[i], func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	}
	return out
}

// near is the text around the mention that is asked about, alone; with which of its mentions that is, and the words.
func (q *Question) near() (p Passage, target int, words [][2]int) {
	text, own := q.Passage.Text, q.Passage.Mentions[q.Mention]
	from, to := back(text, own.Start, cueReach), ahead(text, own.End, cueReach)
	for _, w := range q.Words {
		from, to = min(from, w[0]), max(to, w[1])
	}
	for i := len(q.Passage.Mentions) - 1; i >= 0; i-- { // none is cut
		if m := &q.Passage.Mentions[i]; m.Start < from && m.End > from {
			from = m.Start
		}
	}
	for i := range q.Passage.Mentions {
		if m := &q.Passage.Mentions[i]; m.Start < to && m.End > to {
			to = m.End
		}
	}
	p.Text = text[from:to]
	for i, m := range q.Passage.Mentions {
		if m.Start < from || m.End > to {
			continue
		}
		if i == q.Mention {
			target = len(p.Mentions)
		}
		m.Start, m.End = m.Start-from, m.End-from
		p.Mentions = append(p.Mentions, m)
	}
	for _, w := range q.Words {
		words = append(words, [2]int{w[0] - from, w[1] - from})
	}
	return p, target, words
}

// Without leaves words out of a passage, which then stands by itself.
func (p Passage) Without(words ...[2]int) Passage {
	p.Follows = false
	words = slices.SortedFunc(slices.Values(words), func(a, b [2]int) int { return cmp.Compare(b[0], a[0]) }) // from the end
	p.Mentions = slices.Clone(p.Mentions)
	for _, w := range words {
		p.Text = p.Text[:w[0]] + p.Text[w[1]:]
		for i := range p.Mentions {
			m := &p.Mentions[i]
			if m.Start >= w[1] {
				m.Start -= w[1] - w[0]
			}
			if m.End >= w[1] {
				m.End -= w[1] - w[0]
			}
		}
	}
	return p
}

// back is the place n code points before another, and on to the space before it.
func back(text string, at, n int) int {
	for ; at > 0; n-- {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if n <= 0 && unicode.IsSpace(r) {
			break
		}
		at -= size
	}
	return at
}

// ahead is the place n code points behind another, and on to the space behind it.
func ahead(text string, at, n int) int {
	for ; at < len(text); n-- {
		r, size := utf8.DecodeRuneInString(text[at:])
		if n <= 0 && unicode.IsSpace(r) {
			break
		}
		at += size
	}
	return at
}
