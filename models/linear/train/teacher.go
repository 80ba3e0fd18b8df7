package main

import "hustings/models/accurate"

// trust is the share of the teacher in what is learned of an example that somebody has judged.
const trust = 0.7

// teach sets what is to be learned of each example: the label and what the accurate model, which learned from the same
// labels, makes of it; of examples that nobody has judged, the latter alone (Hinton, Vinyals and Dean 2015). Those of which
// nothing is to be learned are left out.
func teach(es []example) (taught []example) {
	passages, of := marked(es, func(example) bool { return true })
	for i, js := range accurate.Load().Judge(passages) {
		for k, j := range js {
			e := es[of[i][k]]
			e.want = [3]float64{j.Negative, j.Neutral, j.Positive}
			switch {
			case e.label != unjudged && j.Seen():
				for c := range e.want {
					e.want[c] = float64(trust * e.want[c])
				}
				e.want[e.label] += 1 - trust
			case e.label != unjudged:
				e.want[e.label] = 1
			case !j.Seen():
				continue
			}
			taught = append(taught, e)
		}
	}
	return taught
}
