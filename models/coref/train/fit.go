package main

import (
	"math"
	"math/rand/v2"

	"hustings/models/coref"
	"hustings/models/exact"
)

const hidden = coref.Hidden

type row [hidden]float32

// network is coref.Network while it learns.
type network struct {
	vocabulary map[uint32]int32
	wide       []float32
	inner      []row
	bias, out  row
}

// settings of the fit.
type settings struct {
	epochs  int
	mean    int // last epochs whose mean is taken
	rate    float32
	decay   float32
	dropout float32 // of features
	least   int     // examples that a feature needs
	seed    uint64
}

var plan = settings{epochs: 8, mean: 3, rate: 0.04, decay: 1e-6, dropout: 0.2, least: 5, seed: 1}

// fit trains by AdaGrad on the likelihood of what is right.
func fit(examples []example, s settings) *network {
	n := &network{vocabulary: vocabulary(examples, s.least)}
	index(examples, n.vocabulary)
	random := rand.New(rand.NewPCG(s.seed, 7))
	size := len(n.vocabulary)
	n.wide, n.inner = make([]float32, size), make([]row, size)
	for i := range n.inner {
		for k := range n.inner[i] {
			n.inner[i][k] = float32(random.NormFloat64()) * 0.05
		}
	}
	for k := range n.out {
		n.out[k] = float32(random.NormFloat64()) * 0.15
		n.bias[k] = 0.1
	}
	t := trainer{network: n, settings: s, gWide: make([]float32, size), gInner: make([]row, size)}
	sum := &network{vocabulary: n.vocabulary, wide: make([]float32, size), inner: make([]row, size)}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range s.epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			t.step(&examples[i], random)
		}
		if epoch >= s.epochs-s.mean {
			sum.plus(n, 1/float32(s.mean))
		}
	}
	return sum
}

func (n *network) plus(o *network, x float32) {
	for i := range n.wide {
		n.wide[i] += float32(o.wide[i] * x)
		for k := range n.inner[i] {
			n.inner[i][k] += float32(o.inner[i][k] * x)
		}
	}
	for k := range n.out {
		n.out[k] += float32(o.out[k] * x)
		n.bias[k] += float32(o.bias[k] * x)
	}
}

func (n *network) sums(ids []int32) (h row, wide float32) {
	h = n.bias
	for _, f := range ids {
		wide += n.wide[f]
		r := &n.inner[f]
		for k := range h {
			h[k] += r[k]
		}
	}
	return h, wide
}

func (n *network) score(ids []int32) float64 {
	h, wide := n.sums(ids)
	s := wide
	for k := range h {
		if h[k] > 0 {
			s += float32(h[k] * n.out[k])
		}
	}
	return float64(s)
}

// scores of raw options.
func (n *network) scores(options [][]uint32) []float64 {
	out := make([]float64, len(options))
	var ids []int32
	for i, o := range options {
		ids = ids[:0]
		for _, f := range o {
			if k, ok := n.vocabulary[f]; ok {
				ids = append(ids, k)
			}
		}
		out[i] = n.score(ids)
	}
	return out
}

func (n *network) choose(c *coref.Choice) int32 {
	p := n.scores(c.Features)
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	if best == len(c.Chains) {
		return -1
	}
	return c.Chains[best]
}

type trainer struct {
	*network
	settings
	gWide        []float32
	gInner       []row
	gBias, gOut  row
	kept         [][]int32
	hs           []row
	scores, want []float64
}

func (t *trainer) step(e *example, random *rand.Rand) {
	t.kept, t.hs, t.scores, t.want = t.kept[:0], t.hs[:0], t.scores[:0], t.want[:0]
	for _, o := range e.options {
		var ids []int32
		if len(t.kept) < cap(t.kept) {
			ids = t.kept[:len(t.kept)+1][len(t.kept)][:0]
		}
		for _, f := range o {
			if random.Float32() >= t.dropout {
				ids = append(ids, f)
			}
		}
		t.kept = append(t.kept, ids)
		h, wide := t.sums(ids)
		s := wide
		for k := range h {
			if h[k] > 0 {
				s += float32(h[k] * t.out[k])
			}
		}
		t.hs = append(t.hs, h)
		t.scores = append(t.scores, float64(s))
		t.want = append(t.want, math.Inf(-1))
		if e.right[len(t.scores)-1] {
			t.want[len(t.scores)-1] = float64(s)
		}
	}
	exact.Softmax(t.scores)
	exact.Softmax(t.want)
	for i := range t.scores {
		g := float32(t.scores[i]-t.want[i]) * e.weight
		if g > -1e-4 && g < 1e-4 {
			continue
		}
		var back row
		h := &t.hs[i]
		for k := range h {
			if h[k] > 0 {
				back[k] = float32(g * t.out[k])
				update(&t.out[k], &t.gOut[k], float32(g*h[k]), t.rate)
				update(&t.bias[k], &t.gBias[k], back[k], t.rate)
			}
		}
		for _, f := range t.kept[i] {
			update(&t.wide[f], &t.gWide[f], g+float32(t.decay*t.wide[f]), t.rate)
			r, gr := &t.inner[f], &t.gInner[f]
			for k := range h {
				if h[k] > 0 {
					update(&r[k], &gr[k], back[k]+float32(t.decay*r[k]), t.rate)
				}
			}
		}
	}
}

func update(x, sum *float32, g, rate float32) {
	*sum += float32(g * g)
	*x -= float32(rate*g) / (float32(math.Sqrt(float64(*sum))) + 1e-3)
}

// quantise rounds a network for shipping. It returns the log-odds of a unit.
func (n *network) quantise() (*coref.Network, float64) {
	q := &coref.Network{Rows: map[uint32]int32{}, Wide: make([]int16, len(n.wide)), Inner: make([][hidden]int8, len(n.inner))}
	for id, i := range n.vocabulary {
		q.Rows[id] = i
	}
	largest := func(x float32) float64 { return math.Abs(float64(x)) }
	top, topOut, topWide := 0.0, 0.0, 0.0
	for i := range n.inner {
		for k := range n.inner[i] {
			top = max(top, largest(n.inner[i][k]))
		}
		topWide = max(topWide, largest(n.wide[i]))
	}
	for k := range n.out {
		topOut = max(topOut, largest(n.out[k]))
	}
	innerUnit, outUnit := top/127, topOut/10000
	unit := innerUnit * outUnit
	q.WideUnit = max(1, int64(topWide/20000/unit))
	round := func(x float32, unit float64) float64 { return math.Round(float64(x) / unit) }
	for i := range n.inner {
		for k := range n.inner[i] {
			q.Inner[i][k] = int8(round(n.inner[i][k], innerUnit))
		}
		q.Wide[i] = int16(round(n.wide[i], unit*float64(q.WideUnit)))
	}
	for k := range n.out {
		q.Out[k] = int16(round(n.out[k], outUnit))
		q.Bias[k] = int32(round(n.bias[k], innerUnit))
	}
	return q, unit
}
