package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"slices"
)

// table is what is printed, a line a figure.
type table struct{ *bufio.Writer }

func (t *table) head() {
	fmt.Fprintf(t, "%-14s %-9s %-36s %6s  %5s  %-14s  %5s %5s\n", "set", "names", "figure", "n", "value", "interval", "P", "R")
}

// row prints a figure of some documents; of gives it for the documents picked.
func (t *table) row(set, names, figure string, n, docs int, of func(pick []int) value) {
	pick := make([]int, docs)
	for i := range pick {
		pick[i] = i
	}
	v := of(pick)
	low, high := interval(docs, of)
	fmt.Fprintf(t, "%-14s %-9s %-36s %6d  %.3f  %.3f to %.3f%s\n", set, names, figure, n, v.figure, low, high, v.parts)
}

// value is a figure and, where it is an F1, its precision and recall.
type value struct {
	figure float64
	parts  string
}

func (c counts) value() value {
	return value{c.f1(), fmt.Sprintf("  %.3f %.3f", c.precision(), c.recall())}
}

// linking prints B-cubed of documents' names.
func (t *table) linking(set, names, what string, docs []figures) {
	n := 0.0
	for _, d := range docs {
		n += d.b3.gold
	}
	if n == 0 {
		return
	}
	t.row(set, names, "B-cubed, "+what, int(n), len(docs), func(pick []int) value { return sum(docs, pick).b3.value() })
}

func sum(docs []figures, pick []int) figures {
	var all figures
	for _, i := range pick {
		all = all.plus(docs[i])
	}
	return all
}

// interval is the 95 % percentile bootstrap interval (Efron 1979) of a figure of n documents.
func interval(n int, of func(pick []int) value) (low, high float64) {
	const draws = 1000
	random := rand.New(rand.NewPCG(1, 95))
	pick := make([]int, n)
	all := make([]float64, draws)
	for k := range all {
		for i := range pick {
			pick[i] = random.IntN(n)
		}
		all[k] = of(pick).figure
	}
	slices.Sort(all)
	return all[draws/40], all[draws-1-draws/40]
}
