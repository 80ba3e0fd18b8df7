package tagger

import "math"

// A decoder finds the spans of one sequence of words after another.
type decoder struct {
	model  *layer
	scores [][Labels]int32
	back   [][Labels]uint8
	labels []int

	potentials      [][Labels]float64 // exp of the score less the word's best
	forward, behind [][Labels]float64 // sums over all labellings up to and from a word, divided by norm
	norm            []float64
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// start makes room for n words.
func (d *decoder) start(n int) {
	d.scores = grown(d.scores, n)
	d.back = grown(d.back, n)
	d.labels = grown(d.labels, n)
	d.potentials = grown(d.potentials, n)
	d.forward = grown(d.forward, n)
	d.behind = grown(d.behind, n)
	d.norm = grown(d.norm, n)
}

// spans appends the names of the best labelling, counted from word from on.
func (d *decoder) spans(out []Span, from int) []Span {
	if !d.best() {
		return out
	}
	d.sums()
	for i := 0; i < len(d.labels); i++ {
		if d.labels[i]&1 == 0 {
			continue
		}
		t, end := d.labels[i]/2, i+1
		for end < len(d.labels) && d.labels[end] == Inside(t) {
			end++
		}
		out = append(out, Span{from + i, from + end, Types[t], d.probability(i, end, t)})
	}
	return out
}

// best finds the best labelling (Viterbi) in whole numbers, the lower label where two are equal, and says whether there is
// any name in it.
func (d *decoder) best() bool {
	const never = math.MinInt32 / 2
	m := d.model
	last := [Labels]int32{}
	for y := 1; y < Labels; y++ {
		last[y] = never
	}
	for i := range d.scores {
		var now [Labels]int32
		for y := range Labels {
			top, from := int32(math.MinInt32), 0
			for _, x := range before[y] {
				if s := last[x] + m.transitions[x][y]; s > top {
					top, from = s, x
				}
			}
			now[y] = max(top+d.scores[i][y], never)
			d.back[i][y] = uint8(from)
		}
		last = now
	}
	y := 0
	for x := range last {
		if last[x] > last[y] {
			y = x
		}
	}
	found := false
	for i := len(d.labels) - 1; i >= 0; i-- {
		d.labels[i] = y
		found = found || y != Outside
		y = int(d.back[i][y])
	}
	return found
}

// sums computes the forward and backward sums, each word's divided by its norm.
func (d *decoder) sums() {
	m, n := d.model, len(d.scores)
	var last [Labels]float64
	last[Outside] = 1
	for i := range n {
		top := d.scores[i][0]
		for _, s := range d.scores[i][1:] {
			top = max(top, s)
		}
		d.norm[i] = 0
		for y, s := range d.scores[i] {
			d.potentials[i][y] = m.decay[min(int(top-s), len(m.decay)-1)]
			sum := 0.0
			for _, x := range before[y] {
				sum += float64(last[x] * m.odds[x][y])
			}
			d.forward[i][y] = float64(sum * d.potentials[i][y])
			d.norm[i] += d.forward[i][y]
		}
		for y := range Labels {
			d.forward[i][y] /= d.norm[i]
		}
		last = d.forward[i]
	}
	for y := range Labels {
		d.behind[n-1][y] = 1
	}
	for i := n - 2; i >= 0; i-- {
		d.behind[i] = [Labels]float64{}
		for y := range Labels {
			next := float64(d.potentials[i+1][y]*d.behind[i+1][y]) / d.norm[i+1]
			for _, x := range before[y] {
				d.behind[i][x] += float64(m.odds[x][y] * next)
			}
		}
	}
}

// probability is the marginal of a name of type t from word i up to end: of all labellings that have exactly this name.
func (d *decoder) probability(i, end, t int) float64 {
	m, y := d.model, Begin(t)
	p := d.forward[i][y]
	for j := i + 1; j < end; j++ {
		p = float64(float64(p*m.odds[y][Inside(t)])*d.potentials[j][Inside(t)]) / d.norm[j]
		y = Inside(t)
	}
	if end < len(d.scores) {
		sum := 0.0
		for x := range Labels {
			if x != Inside(t) {
				sum += float64(float64(m.odds[y][x]*d.potentials[end][x]) * d.behind[end][x])
			}
		}
		p = float64(p*sum) / d.norm[end]
	}
	return min(p, 1)
}
