package main

import (
	"math"
	"slices"

	"hustings/models/linear"
)

// rows are examples as the fit sees them: the ids of their features.
type rows struct {
	features [][]uint32
	source   []int
	label    []int
	want     [][3]float64
	passage  []string
}

func encode(es []example, reader *linear.Model) rows {
	var r rows
	for _, e := range es {
		r.features = append(r.features, linear.Features(reader.Read(e.words), e.target))
		r.source = append(r.source, slices.Index(sources, e.source))
		r.label = append(r.label, e.label)
		r.want = append(r.want, e.want)
		r.passage = append(r.passage, e.passage)
	}
	return r
}

// model is what a fit gives: weights by feature id.
type model struct {
	ids     []uint32 // ascending
	weights [][3]float64
	bias    [][3]float64 // by source
}

// train fits a model to those rows that keep tells.
func (r rows) train(keep func(row int) bool, penalty float64) model {
	var ids []uint32
	for i, fs := range r.features {
		if keep(i) {
			ids = append(ids, fs...)
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	index := make(map[uint32]int32, len(ids))
	for i, id := range ids {
		index[id] = int32(i)
	}
	p := problem{columns: len(ids), sources: len(sources), penalty: penalty}
	for i, fs := range r.features {
		if !keep(i) {
			continue
		}
		row := make([]int32, len(fs))
		for k, f := range fs {
			row[k] = index[f]
		}
		p.rows = append(p.rows, row)
		p.norm = append(p.norm, norm(len(fs)))
		p.source = append(p.source, r.source[i])
		p.want = append(p.want, r.want[i])
	}
	x := p.fit(60)
	m := model{ids: ids, weights: make([][3]float64, len(ids)), bias: make([][3]float64, len(sources))}
	for i := range m.weights {
		m.weights[i] = [3]float64(x[3*i:])
	}
	for i := range m.bias {
		m.bias[i] = [3]float64(x[3*(len(ids)+i):])
	}
	return m
}

// norm is the model's: a sum over n features counts by the root of n.
func norm(n int) float64 { return 1 / math.Sqrt(float64(n+1)) }

// scores are the log-odds of a row, without bias.
func (m model) scores(features []uint32) (s [3]float64) {
	for _, f := range features {
		if i, ok := slices.BinarySearch(m.ids, f); ok {
			for c := range s {
				s[c] += m.weights[i][c]
			}
		}
	}
	for c := range s {
		s[c] *= norm(len(features))
	}
	return s
}
