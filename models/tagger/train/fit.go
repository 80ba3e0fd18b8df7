package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"hustings/models/exact"
	"hustings/models/tagger"
)

const labels = tagger.Labels

// A fit is a conditional random field in the making: weights and the sums of their squared gradients (AdaGrad, Duchi,
// Hazan and Singer 2011). Each source of text has a bias of its own for each label, which the finished model leaves out.
type fit struct {
	weights, squares   [][labels]float32
	bias, biasSquares  [][labels]float32
	moves, moveSquares [labels][labels]float32
	dropped            []bool // features that were found to say little
	random             *rand.Rand
	rate               float64
}

const (
	epochs   = 12
	rate     = 0.15
	averaged = 3    // the last epochs, whose mean weights are the result
	dropout  = 0.25 // share of a word's features that are not looked at, at random
)

// learn fits the samples of the documents that use says, and rounds the mean of the last epochs' weights.
func (x samples) learn(most int, use func(document int) bool) tagger.Parameters {
	var chosen []*sample
	for i := range x.all {
		if use(x.all[i].document) {
			chosen = append(chosen, &x.all[i])
		}
	}
	f := &fit{random: rand.New(rand.NewPCG(1, 2))}
	f.dropped = make([]bool, len(x.ids))
	f.weights, f.squares = make([][labels]float32, len(x.ids)), make([][labels]float32, len(x.ids))
	f.bias, f.biasSquares = make([][labels]float32, x.sources), make([][labels]float32, x.sources)
	var mean average
	for n := range epochs {
		f.rate = rate * (1 - float64(n)/(epochs+1))
		f.epoch(chosen)
		if n == epochs/2-1 {
			f.prune(most)
		}
		if n >= epochs-averaged {
			mean.add(f)
		}
	}
	return mean.parameters(x.ids)
}

// epoch goes over all samples once, in random order.
func (f *fit) epoch(all []*sample) {
	order := f.random.Perm(len(all))
	var w lattice
	for _, i := range order {
		f.learn(all[i], &w)
	}
}

// prune drops all but the most features whose weights differ most between labels; the epochs to come make up for them.
func (f *fit) prune(most int) {
	sizes := make([]float32, len(f.weights))
	for i := range f.weights {
		sizes[i] = slices.Max(f.weights[i][:]) - slices.Min(f.weights[i][:])
	}
	sorted := slices.Sorted(slices.Values(sizes))
	least := sorted[max(0, len(sorted)-most)]
	for i, size := range sizes {
		if size < least || size == 0 {
			f.dropped[i] = true
			f.weights[i] = [labels]float32{}
		}
	}
}

func (f *fit) learn(s *sample, w *lattice) {
	n := len(s.features)
	if n == 0 {
		return
	}
	if cap(w.scores) < n {
		m := 2 * n
		w.scores, w.potential, w.forward, w.behind = make([][labels]float32, m), make([][labels]float64, m), make([][labels]float64, m), make([][labels]float64, m)
		w.norm, w.kept, w.change = make([]float64, m), make([][]int32, m), make([][labels]float32, m)
	}
	const limit = uint64(dropout * 256)
	for i, features := range s.features {
		kept := w.kept[i][:0]
		bits := uint64(0)
		for k, id := range features {
			if k%8 == 0 {
				bits = f.random.Uint64()
			}
			if bits&255 >= limit && !f.dropped[id] {
				kept = append(kept, id)
			}
			bits >>= 8
		}
		w.kept[i] = kept
		sum := f.bias[s.source]
		for _, id := range kept {
			row := &f.weights[id]
			for y := range sum {
				sum[y] += row[y]
			}
		}
		w.scores[i] = sum
		top := sum[0]
		for _, x := range sum[1:] {
			top = max(top, x)
		}
		for y, x := range sum {
			w.potential[i][y] = exact.Exp(float64(x - top))
		}
	}
	for a := range labels {
		for b := range labels {
			w.odds[a][b] = 0
			if tagger.Follows(a, b) {
				w.odds[a][b] = exact.Exp(float64(f.moves[a][b]))
			}
			w.moves[a][b] = 0
		}
	}
	clear(w.change[:n])
	w.sums(n, s.may, +1)
	w.sums(n, nil, -1)
	f.update(s, w, n)
}

// update moves the weights along the gradient.
func (f *fit) update(s *sample, w *lattice, n int) {
	rate := float32(f.rate)
	step := func(weight, square *float32, g float32) {
		*square += float32(g * g)
		*weight += float32(rate*g) / float32(math.Sqrt(float64(*square)+1e-6))
	}
	for i := range n {
		most := float32(0)
		for y, g := range w.change[i] {
			g *= s.weight
			w.change[i][y] = g
			most = max(most, g, -g)
		}
		if most < 2e-3 {
			continue
		}
		for y, g := range w.change[i] {
			if g > -1e-4 && g < 1e-4 {
				continue
			}
			step(&f.bias[s.source][y], &f.biasSquares[s.source][y], g)
		}
		for _, id := range w.kept[i] {
			weights, squares := &f.weights[id], &f.squares[id]
			for y, g := range w.change[i] {
				if g > -1e-4 && g < 1e-4 {
					continue
				}
				step(&weights[y], &squares[y], g)
			}
		}
	}
	for a := range labels {
		for b := range labels {
			if g := float32(w.moves[a][b]) * s.weight; tagger.Follows(a, b) && (g > 1e-4 || g < -1e-4) {
				step(&f.moves[a][b], &f.moveSquares[a][b], g)
			}
		}
	}
}
