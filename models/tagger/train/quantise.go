package main

import (
	"math"
	"slices"

	"hustings/models/tagger"
)

// unit is the number of units of the quantised weights in a log-odds of 1, before calibration.
const unit = 24

// parameters rounds the weights to whole units and keeps the most features whose largest weight is largest.
func (f *fit) parameters(most int) tagger.Parameters {
	scale := unit * (1 - f.dropout) // at training, this share of the features spoke
	type ranked struct {
		at   int
		size float32
	}
	rank := make([]ranked, 0, len(f.ids))
	for i, w := range f.weights {
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
	for a := range labels {
		for b := range labels {
			p.Transitions[a][b] = int16(max(-2000, min(2000, math.Round(float64(f.moves[a][b])*unit))))
		}
	}
	for _, r := range rank {
		var row [labels]int8
		for y, w := range f.weights[r.at] {
			row[y] = int8(max(-127, min(127, math.Round(float64(w)*scale))))
		}
		p.IDs = append(p.IDs, f.ids[r.at])
		p.Weights = append(p.Weights, row)
	}
	return p
}

// average adds snapshots of the weights after several epochs.
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

// finish puts the averages in the place of the weights.
func (a *average) finish(f *fit) {
	for i := range f.weights {
		for y := range f.weights[i] {
			f.weights[i][y] = a.weights[i][y] / a.n
		}
	}
	for x := range f.moves {
		for y := range f.moves[x] {
			f.moves[x][y] = a.moves[x][y] / a.n
		}
	}
}
