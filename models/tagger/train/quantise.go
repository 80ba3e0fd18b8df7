package main

import (
	"math"
	"slices"

	"hustings/models/tagger"
)

// unit is the number of units of the quantised weights in a log-odds of 1, before calibration.
const unit = 24

// parameters rounds the mean weights to whole units and keeps the features, most at most, whose weights differ most
// between labels.
func (a *average) parameters(ids []uint32, most int) tagger.Parameters {
	scale := unit * (1 - dropout) / float64(a.n) // at training, this share of the features spoke
	type ranked struct {
		at   int
		size float32
	}
	rank := make([]ranked, 0, len(ids))
	for i, w := range a.weights {
		lowest, highest := slices.Min(w[:]), slices.Max(w[:])
		if size := highest - lowest; float64(size)*scale >= 1 {
			rank = append(rank, ranked{i, size})
		}
	}
	slices.SortStableFunc(rank, func(a, b ranked) int {
		switch {
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		}
		return a.at - b.at
	})
	rank = rank[:min(most, len(rank))]
	slices.SortFunc(rank, func(a, b ranked) int { return a.at - b.at })
	p := tagger.Parameters{Unit: unit}
	for x := range labels {
		for y := range labels {
			p.Transitions[x][y] = int16(max(-2000, min(2000, math.Round(float64(a.moves[x][y])*unit/float64(a.n)))))
		}
	}
	for _, r := range rank {
		var row [labels]int8
		for y, w := range a.weights[r.at] {
			row[y] = int8(max(-127, min(127, math.Round(float64(w)*scale))))
		}
		p.IDs = append(p.IDs, ids[r.at])
		p.Weights = append(p.Weights, row)
	}
	return p
}

// average sums snapshots of the weights after several epochs.
type average struct {
	weights [][labels]float32
	moves   [labels][labels]float32
	n       float32
}

func (a *average) add(f *fit) {
	if a.weights == nil {
		a.weights = make([][labels]float32, len(f.weights))
	}
	a.n++
	for i, w := range f.weights {
		for y, x := range w {
			a.weights[i][y] += x
		}
	}
	for x, row := range f.moves {
		for y, w := range row {
			a.moves[x][y] += w
		}
	}
}
