package sample

import (
	"cmp"
	"math"
	"slices"
)

// draw gives every judgement its probability and draws n; start is from 0 to 1.
func draw(all []judgement, n int, start float64) []judgement {
	slices.SortFunc(all, func(a, b judgement) int {
		return cmp.Or(cmp.Compare(a.polarity, b.polarity), cmp.Compare(a.actor, b.actor), cmp.Compare(a.order, b.order),
			cmp.Compare(a.document, b.document), cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	for _, stratum := range strata(all) {
		for i := range stratum {
			stratum[i].probability = 1 / math.Sqrt(float64(len(stratum))) // in proportion, as yet
		}
	}
	scale(all, n)
	var drawn []judgement
	sum, next := 0.0, start
	for i, j := range all {
		sum += j.probability
		last := len(all)-i == n-len(drawn) // the sum may end a hair below n
		if (sum > next || last) && len(drawn) < n {
			drawn = append(drawn, j)
			next++
		}
	}
	return drawn
}

// strata cuts judgements that are sorted by polarity and actor.
func strata(all []judgement) [][]judgement {
	var out [][]judgement
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].polarity == all[0].polarity && all[n].actor == all[0].actor {
			n++
		}
		out = append(out, all[:n])
		all = all[n:]
	}
	return out
}

// scale makes probabilities of what is in proportion to them: none above 1, n in sum. Those that would be above are 1, and the
// others share what is left.
func scale(all []judgement, n int) {
	bySize := make([]*judgement, len(all))
	rest := 0.0
	for i := range all {
		bySize[i] = &all[i]
		rest += all[i].probability
	}
	slices.SortStableFunc(bySize, func(a, b *judgement) int { return cmp.Compare(b.probability, a.probability) })
	left := float64(n)
	certain := 0
	for certain < len(bySize) && float64(left*bySize[certain].probability) >= rest {
		rest -= bySize[certain].probability
		left--
		bySize[certain].probability = 1
		certain++
	}
	rest = 0
	for _, j := range bySize[certain:] { // afresh: without what subtracting has lost
		rest += j.probability
	}
	for _, j := range bySize[certain:] {
		j.probability = min(1, float64(left*j.probability)/rest)
	}
}
