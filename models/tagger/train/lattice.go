package main

import "hustings/models/tagger"

// A lattice holds one sentence's sums.
type lattice struct {
	scores          [][labels]float32
	potential       [][labels]float64
	forward, behind [][labels]float64
	norm            []float64
	kept            [][]int32
	change          [][labels]float32
	moves           [labels][labels]float64
	odds            [labels][labels]float64
}

// sums adds the expected labels under the model, among those that are allowed, to change and moves, sign times.
func (w *lattice) sums(n int, may []uint32, sign float64) {
	var last [labels]float64
	last[tagger.Outside] = 1
	for i := range n {
		w.norm[i] = 0
		for y := range labels {
			w.forward[i][y] = 0
			if may != nil && may[i]&(1<<y) == 0 {
				continue
			}
			sum := 0.0
			for _, x := range before[y] {
				sum += float64(last[x] * w.odds[x][y])
			}
			w.forward[i][y] = float64(sum * w.potential[i][y])
			w.norm[i] += w.forward[i][y]
		}
		w.norm[i] = max(w.norm[i], 1e-300)
		for y := range labels {
			w.forward[i][y] /= w.norm[i]
		}
		last = w.forward[i]
	}
	for y := range labels {
		w.behind[n-1][y] = 1
	}
	for i := n - 1; i >= 0; i-- {
		var previous [labels]float64
		previous[tagger.Outside] = 1
		if i > 0 {
			previous = w.forward[i-1]
			w.behind[i-1] = [labels]float64{}
		}
		for y := range labels {
			if may != nil && may[i]&(1<<y) == 0 {
				continue
			}
			w.change[i][y] += float32(sign * float64(w.forward[i][y]*w.behind[i][y]))
			next := float64(w.potential[i][y]*w.behind[i][y]) / w.norm[i]
			for _, x := range before[y] {
				p := float64(w.odds[x][y] * next)
				w.moves[x][y] += sign * float64(previous[x]*p)
				if i > 0 {
					w.behind[i-1][x] += p
				}
			}
		}
	}
}

var before = func() (lists [labels][]int) {
	for b := range lists {
		for a := range labels {
			if tagger.Follows(a, b) {
				lists[b] = append(lists[b], a)
			}
		}
	}
	return lists
}()
