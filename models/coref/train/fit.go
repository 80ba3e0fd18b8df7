package main

import (
	"math"
	"math/rand/v2"

	"hustings/models/coref"
	"hustings/models/exact"
)

// parts are fitted apart, from different starts, and glued together: their mean is steadier than one network of the same size.
const (
	parts  = 3
	hidden = coref.Hidden / parts
)

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

var plan = settings{epochs: 6, mean: 3, rate: 0.015, decay: 0.01, dropout: 0.4, least: 10, seed: 1}

// ensemble is networks whose scores are averaged.
type ensemble []*network

func fit(examples []example, s settings) ensemble {
	v := vocabulary(examples, s.least)
	index(examples, v)
	var out ensemble
	for range parts {
		out = append(out, fitPart(examples, v, s))
		s.seed++
	}
	return out
}

// fitPart trains by AdaGrad on the likelihood of what is right.
func fitPart(examples []example, v map[uint32]int32, s settings) *network {
	n := &network{vocabulary: v}
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
func (e ensemble) scores(options [][]uint32) []float64 {
	out := make([]float64, len(options))
	var ids []int32
	for i, o := range options {
		ids = ids[:0]
		for _, f := range o {
			if k, ok := e[0].vocabulary[f]; ok {
				ids = append(ids, k)
			}
		}
		for _, n := range e {
			out[i] += n.score(ids) / parts
		}
	}
	return out
}

func (e ensemble) choose(c *coref.Choice) int32 {
	p := e.scores(c.Features)
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
		grow := 1 / (1 - t.dropout) // so that the sums are as large as without dropout
		s := float32(wide * grow)
		for k := range h {
			h[k] = t.bias[k] + float32((h[k]-t.bias[k])*grow)
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
		g := float32(t.scores[i] - t.want[i])
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
		grow := 1 / (1 - t.dropout)
		for k := range back {
			back[k] *= grow
		}
		for _, f := range t.kept[i] {
			update(&t.wide[f], &t.gWide[f], float32(g*grow)+float32(t.decay*t.wide[f]), t.rate)
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

// quantise rounds the networks to one for shipping. It returns the log-odds of a unit.
func (e ensemble) quantise() (*coref.Network, float64) {
	size := len(e[0].wide)
	q := &coref.Network{Rows: map[uint32]int32{}, Wide: make([]int16, size), Inner: make([][coref.Hidden]int8, size)}
	for id, i := range e[0].vocabulary {
		q.Rows[id] = i
	}
	wide := make([]float64, size)
	var top, topOut, topWide float64
	for _, n := range e {
		for i := range n.inner {
			for _, x := range n.inner[i] {
				top = max(top, math.Abs(float64(x)))
			}
			wide[i] += float64(n.wide[i]) / parts
		}
		for _, x := range n.out {
			topOut = max(topOut, math.Abs(float64(x))/parts)
		}
	}
	for _, x := range wide {
		topWide = max(topWide, math.Abs(x))
	}
	innerUnit, outUnit := top/127, topOut/10000
	unit := innerUnit * outUnit
	q.WideUnit = max(1, int64(topWide/20000/unit))
	for i := range wide {
		q.Wide[i] = int16(math.Round(wide[i] / (unit * float64(q.WideUnit))))
	}
	for p, n := range e {
		for k := range hidden {
			to := p*hidden + k
			for i := range n.inner {
				q.Inner[i][to] = int8(math.Round(float64(n.inner[i][k]) / innerUnit))
			}
			q.Out[to] = int16(math.Round(float64(n.out[k]) / parts / outUnit))
			q.Bias[to] = int32(math.Round(float64(n.bias[k]) / innerUnit))
		}
	}
	return q, unit
}
