package main

import (
	"slices"

	"hustings/models/accurate"
	"hustings/models/linear"
)

// trust is the share of the teacher in what is learned of an example that somebody has judged.
const trust = 0.5

// teach sets what is to be learned of each example: the label and what the accurate model, which learned from the same
// labels, makes of it; of examples that nobody has judged, the latter alone (Hinton, Vinyals and Dean 2015).
func teach(es []example) {
	passages, of := marked(es, func(example) bool { return true })
	for i, js := range accurate.Load().Judge(passages) {
		for k, j := range js {
			e := &es[of[i][k]]
			e.want = [3]float64{j.Negative, j.Neutral, j.Positive}
			if e.label == unjudged {
				continue
			}
			share := trust
			if !j.Seen() {
				share = 0
			}
			for c := range e.want {
				e.want[c] = float64(share * e.want[c])
			}
			e.want[e.label] += 1 - share
		}
	}
}

// withOthers adds examples of the names in the news that nobody has judged, each behind those of its text.
func withOthers(es []example) (out []example) {
	for from := 0; from < len(es); {
		to := from + 1
		for to < len(es) && es[to].passage == es[from].passage && es[to].prose.Text == es[from].prose.Text {
			to++
		}
		out = append(out, es[from:to]...)
		if e := es[from]; isNews(e) {
			_, places := cut(e.prose.Text)
			for _, name := range e.target.Names {
				n := linear.Target{First: name[0], Last: name[1], Named: true, Quoted: e.target.Quoted}
				if slices.ContainsFunc(es[from:to], func(x example) bool { return touches(x.target, name) }) {
					continue
				}
				n.Names = append(n.Names, [2]int{e.target.First, e.target.Last})
				for _, o := range e.target.Names {
					if o != name {
						n.Names = append(n.Names, o)
					}
				}
				x := e
				x.target, x.label = n, unjudged
				x.prose.Target, x.prose.Same = [2]int{places[name[0]].Start, places[name[1]].End}, nil
				out = append(out, x)
			}
		}
		from = to
	}
	return out
}

// touches says whether a name overlaps a target or another mention of it.
func touches(t linear.Target, name [2]int) bool {
	overlaps := func(x [2]int) bool { return x[0] <= name[1] && x[1] >= name[0] }
	return overlaps([2]int{t.First, t.Last}) || slices.ContainsFunc(t.Same, overlaps)
}
