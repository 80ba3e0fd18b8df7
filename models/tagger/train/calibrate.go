package main

import (
	"hustings/models/exact"
	"hustings/models/tagger"
)

// calibrate sets how many units a log-odds of 1 has in the second reading, so that the probabilities of the names found in
// the development set say best how many of them are right (the least log loss). The names found stay the same.
func calibrate(first, second tagger.Parameters, set devSet) tagger.Parameters {
	best := second
	least := 0.0
	for step := range 16 {
		p := second
		p.Unit = unit * (0.7 + 0.1*float64(step))
		loss := set.loss(tagger.New(first, p).Tag)
		if step == 0 || loss < least {
			best, least = p, loss
		}
	}
	return best
}

// loss is the log loss of the probabilities of the names found.
func (x devSet) loss(tag tagging) float64 {
	sum := 0.0
	x.each(tag, func(p float64, right bool) {
		p = min(max(p, 1e-6), 1-1e-6)
		if !right {
			p = 1 - p
		}
		sum -= exact.Log(p)
	})
	return sum
}

// each visits the names found, with their probabilities.
func (x devSet) each(tag tagging, visit func(p float64, right bool)) {
	for i := range x.docs {
		d := &x.docs[i]
		for s, spans := range tag(d.words()) {
			right := map[tagger.Span]bool{}
			for _, g := range d.sentences[s].known(x.as) {
				right[g] = true
			}
			for _, f := range spans {
				visit(f.Probability, right[tagger.Span{First: f.First, Last: f.Last, Type: f.Type}])
			}
		}
	}
}

// reliability gives, for probabilities from 0 to .5, .5 to .7, .7 to .9 and above: names found, mean probability, share right.
func (x devSet) reliability(tag tagging) []binRow {
	rows := []binRow{{Upto: 0.5}, {Upto: 0.7}, {Upto: 0.9}, {Upto: 1}}
	x.each(tag, func(p float64, right bool) {
		for i := range rows {
			if r := &rows[i]; p <= r.Upto {
				r.Names++
				r.Mean += p
				if right {
					r.Right++
				}
				return
			}
		}
	})
	for i := range rows {
		n := float64(max(rows[i].Names, 1))
		rows[i].Mean /= n
		rows[i].Right /= n
	}
	return rows
}

type binRow struct {
	Upto        float64
	Names       int
	Mean, Right float64
}
