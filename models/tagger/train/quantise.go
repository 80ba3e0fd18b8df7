package main

import (
	"math"

	"hustings/models/tagger"
)

// unit is the number of units of the quantised weights in a log-odds of 1, before calibration.
const unit = 24

// least is the weight, in units, up to which a weight is none: most weights are, and the file is half as large.
const least = 1

// parameters rounds the mean weights to whole units. Features without a weight are left out.
func (a *average) parameters(ids []uint32) tagger.Parameters {
	scale := unit * (1 - dropout) / float64(a.n) // at training, this share of the features spoke
	p := tagger.Parameters{Unit: unit}
	for x := range labels {
		for y := range labels {
			p.Transitions[x][y] = int16(max(-2000, min(2000, math.Round(float64(a.moves[x][y])*unit/float64(a.n)))))
		}
	}
	for i, weights := range a.weights {
		var row [labels]int8
		for y, w := range weights {
			if x := math.Round(float64(w) * scale); x < -least || x > least {
				row[y] = int8(max(-127, min(127, x)))
			}
		}
		if row != [labels]int8{} {
			p.IDs = append(p.IDs, ids[i])
			p.Weights = append(p.Weights, row)
		}
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
