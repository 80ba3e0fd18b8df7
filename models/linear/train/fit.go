package main

import (
	"math"

	"hustings/models/exact"
)

// problem is multinomial logistic regression with an L2 penalty: rows of binary features, each row scaled, and one free
// bias for each source and class, so that the sources' different shares of neutral do not reach the weights.
type problem struct {
	rows    [][]int32 // feature indexes
	norm    []float64 // what a row's sum is multiplied with
	source  []int
	want    [][3]float64 // shares of the classes
	sources int
	columns int
	penalty float64
}

// size is the length of the parameter vector: columns × 3 weights, then sources × 3 biases.
func (p *problem) size() int { return 3 * (p.columns + p.sources) }

func (p *problem) scores(x []float64, row int, out []float64) {
	var s [3]float64
	for _, f := range p.rows[row] {
		w := x[3*f : 3*f+3 : 3*f+3]
		s[0] += w[0]
		s[1] += w[1]
		s[2] += w[2]
	}
	b := x[3*(p.columns+p.source[row]):]
	for c := range s {
		out[c] = float64(s[c]*p.norm[row]) + b[c]
	}
}

// loss is the objective at x; it writes its gradient to g.
func (p *problem) loss(x, g []float64) float64 {
	clear(g)
	loss := 0.0
	q := make([]float64, 3)
	for r, fs := range p.rows {
		p.scores(x, r, q)
		exact.Softmax(q)
		for c, share := range p.want[r] {
			loss -= float64(share * exact.Log(max(q[c], 1e-300)))
			q[c] -= share
		}
		b := g[3*(p.columns+p.source[r]):]
		var d [3]float64
		for c := range q {
			b[c] += q[c]
			d[c] = q[c] * p.norm[r]
		}
		for _, f := range fs {
			w := g[3*f : 3*f+3 : 3*f+3]
			w[0] += d[0]
			w[1] += d[1]
			w[2] += d[2]
		}
	}
	for i := range 3 * p.columns {
		loss += float64(0.5 * p.penalty * x[i] * x[i])
		g[i] += float64(p.penalty * x[i])
	}
	return loss
}

// fit minimises the loss by L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking.
func (p *problem) fit(steps int) []float64 {
	const memory = 6
	n := p.size()
	x, g, d := make([]float64, n), make([]float64, n), make([]float64, n)
	next, ng := make([]float64, n), make([]float64, n)
	var ss, ys [][]float64
	var rho []float64
	f := p.loss(x, g)
	for step := range steps {
		copy(d, g)
		alpha := make([]float64, len(ss))
		for i := len(ss) - 1; i >= 0; i-- {
			alpha[i] = rho[i] * dot(ss[i], d)
			axpy(-alpha[i], ys[i], d)
		}
		if k := len(ss) - 1; k >= 0 {
			scale := 1 / (rho[k] * dot(ys[k], ys[k]))
			for i := range d {
				d[i] *= scale
			}
		}
		for i := range ss {
			axpy(alpha[i]-float64(rho[i]*dot(ys[i], d)), ss[i], d)
		}
		slope := -dot(d, g)
		if slope > -1e-9 {
			break
		}
		t := 1.0
		if step == 0 {
			t = 1 / math.Sqrt(dot(g, g))
		}
		var nf float64
		for ; ; t /= 2 {
			for i := range x {
				next[i] = x[i] - float64(t*d[i])
			}
			if nf = p.loss(next, ng); nf <= f+float64(1e-4*t*slope) || t < 1e-8 {
				break
			}
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range x {
			s[i], y[i] = next[i]-x[i], ng[i]-g[i]
		}
		if sy := dot(s, y); sy > 1e-12 {
			if len(ss) == memory {
				ss, ys, rho = ss[1:], ys[1:], rho[1:]
			}
			ss, ys, rho = append(ss, s), append(ys, y), append(rho, 1/sy)
		}
		done := f-nf < 1e-5*f
		x, next, g, ng, f = next, x, ng, g, nf
		if done {
			break
		}
	}
	return x
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += float64(a[i] * b[i])
	}
	return s
}

func axpy(a float64, x, y []float64) {
	for i := range x {
		y[i] += float64(a * x[i])
	}
}
