package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// confusion counts examples by true class and by the class given.
type confusion [3][3]int

func (c confusion) macroF1() float64 {
	sum := 0.0
	for k := range c {
		given, have := 0, 0
		for j := range c {
			given += c[j][k]
			have += c[k][j]
		}
		if given+have > 0 {
			sum += 2 * float64(c[k][k]) / float64(given+have)
		}
	}
	return sum / 3
}

func (c confusion) accuracy() float64 {
	hit, n := 0, 0
	for k := range c {
		hit += c[k][k]
		for _, x := range c[k] {
			n += x
		}
	}
	return float64(hit) / float64(max(n, 1))
}

// outcome is what the model made of one held-out example.
type outcome struct {
	label, given int
	p            [3]float64
	passage      string
}

func confusionOf(os []outcome) (c confusion) {
	for _, o := range os {
		c[o.label][o.given]++
	}
	return c
}

// interval is the middle 95 % of macro F1 over 1,000 draws of passages with replacement.
func interval(os []outcome) (low, high float64) {
	byPassage := map[string]confusion{}
	for _, o := range os {
		c := byPassage[o.passage]
		c[o.label][o.given]++
		byPassage[o.passage] = c
	}
	var names []string
	for p := range byPassage {
		names = append(names, p)
	}
	slices.Sort(names)
	draw := rand.New(rand.NewPCG(1, 2))
	fs := make([]float64, 1000)
	for i := range fs {
		var sum confusion
		for range names {
			for k, row := range byPassage[names[draw.IntN(len(names))]] {
				for j, x := range row {
					sum[k][j] += x
				}
			}
		}
		fs[i] = sum.macroF1()
	}
	slices.Sort(fs)
	return fs[25], fs[974]
}

// calibrationError is the expected calibration error of the likeliest class over ten bands of its probability.
func calibrationError(os []outcome) float64 {
	var b bands
	for _, o := range os {
		best := 0
		for c := range o.p {
			if o.p[c] > o.p[best] {
				best = c
			}
		}
		b.add(o.p[best], best == o.label)
	}
	return b.err()
}

// classwise is the same of each class's probability, whichever is the likeliest: the mean over the three (Kull and others
// 2019).
func classwise(os []outcome) float64 {
	e := 0.0
	for c := range 3 {
		var b bands
		for _, o := range os {
			b.add(o.p[c], o.label == c)
		}
		e += b.err() / 3
	}
	return e
}

// bands are ten bands of probability: what was promised and what came true in each.
type bands struct {
	promised, came [10]float64
	n              int
}

func (b *bands) add(p float64, came bool) {
	i := min(int(p*10), 9)
	b.n++
	b.promised[i] += p
	if came {
		b.came[i]++
	}
}

func (b *bands) err() float64 {
	e := 0.0
	for i := range b.promised {
		e += math.Abs(b.promised[i]-b.came[i]) / float64(max(b.n, 1))
	}
	return e
}
