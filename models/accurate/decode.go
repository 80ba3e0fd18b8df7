package accurate

import (
	"hustings/models/exact"
	"hustings/models/tagger"
)

const labels = tagger.Labels

// decode gives the likeliest labelling of some words, from so many scores for each, as spans. The probability of a label at
// a word is the softmax of the word's scores over temperature; labellings in which a name's further word follows something
// else count as impossible. A span's probability is its marginal: the share of all labellings that have just this span.
func decode(scores []float32, temperature float64) []tagger.Span {
	n := len(scores) / labels
	if n == 0 {
		return nil
	}
	logs := make([][labels]float64, n)
	for i := range logs {
		for y := range labels {
			logs[i][y] = float64(scores[i*labels+y]) / temperature
		}
	}
	best := likeliest(logs)
	var out []tagger.Span
	var l *lattice
	for i := 0; i < n; {
		if best[i] == tagger.Outside {
			i++
			continue
		}
		inside, end := best[i]+1, i+1
		for end < n && best[end] == inside {
			end++
		}
		if l == nil {
			l = newLattice(logs)
		}
		out = append(out, tagger.Span{First: i, Last: end, Type: tagger.Types[best[i]/2], Probability: l.probability(i, end, best[i])})
		i = end
	}
	return out
}

// likeliest is the labelling with the largest sum of scores, the lower label where two are equal (Viterbi).
func likeliest(logs [][labels]float64) []int {
	n := len(logs)
	back := make([][labels]int8, n)
	var last [labels]float64
	top := 0 // the best label so far
	for i := range logs {
		var now [labels]float64
		for y := range labels {
			from := top // whatever came before, for a name's beginning or none
			if inside(y) {
				from = y - 1
				if i > 0 && last[y] > last[y-1] {
					from = y
				}
			}
			if back[i][y] = int8(from); i > 0 {
				now[y] = last[from]
			} else if inside(y) {
				now[y] = -1e30 // nothing came before
			}
			now[y] += logs[i][y]
		}
		last, top = now, 0
		for y := range labels {
			if last[y] > last[top] {
				top = y
			}
		}
	}
	out := make([]int, n)
	for i, y := n-1, top; i >= 0; i-- {
		out[i] = y
		y = int(back[i][y])
	}
	return out
}

// inside says whether a label is that of a name's further words.
func inside(y int) bool { return y != tagger.Outside && y&1 == 0 }

// A lattice has the sums over all labellings, those up to and from each word, each word's divided by its norm.
type lattice struct {
	p, forward [][labels]float64
	norm       []float64
	open       []float64 // sum over what may follow word i if no name goes on
}

func newLattice(logs [][labels]float64) *lattice {
	n := len(logs)
	l := &lattice{p: logs, forward: make([][labels]float64, n), norm: make([]float64, n), open: make([]float64, n)}
	total := 1.0
	for i := range n {
		exact.Softmax(l.p[i][:])
		for y := range labels {
			before := total
			if inside(y) {
				before = 0
				if i > 0 {
					before = l.forward[i-1][y-1] + l.forward[i-1][y]
				}
			}
			l.forward[i][y] = float64(before * l.p[i][y])
			l.norm[i] += l.forward[i][y]
		}
		for y := range labels {
			l.forward[i][y] /= l.norm[i]
		}
		total = 1 // of what was just divided by its sum
	}
	behind := [labels]float64{}
	for y := range labels {
		behind[y] = 1
	}
	l.open[n-1] = 1
	for i := n - 2; i >= 0; i-- {
		open := 0.0
		for y := range labels {
			if !inside(y) {
				open += float64(l.p[i+1][y]*behind[y]) / l.norm[i+1]
			}
		}
		l.open[i] = open
		var now [labels]float64
		for y := range labels {
			now[y] = open
			if goes := y + y&1; goes != tagger.Outside { // the label of the name's next word
				now[y] += float64(l.p[i+1][goes]*behind[goes]) / l.norm[i+1]
			}
		}
		behind = now
	}
	return l
}

// probability is the share of all labellings that have the name from word i up to end; begin is the label of its first word.
func (l *lattice) probability(i, end, begin int) float64 {
	p := l.forward[i][begin]
	for k := i + 1; k < end; k++ {
		p = float64(p*l.p[k][begin+1]) / l.norm[k]
	}
	return min(1, float64(p*l.open[end-1]))
}
