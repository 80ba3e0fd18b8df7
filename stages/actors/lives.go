package actors

import (
	"cmp"
	"slices"
)

// life is what a group of an actor's documents says of when it lived and whether it was in a party.
type life struct {
	first, last int16 // years; 0 if no document has a date
	party       bool
	docs        []int32
}

// apart says why two groups of documents that name no party, person or organisation in common are not one person's; empty
// if they may be.
func (l life) apart(m life) string {
	switch {
	case l.first != 0 && m.first != 0 && (l.first > m.last+apartYears || m.first > l.last+apartYears):
		return periods
	case l.party && m.party: // not one party: they name none in common
		return parties
	}
	return ""
}

// lives joins the groups of documents that may be one person's, the one with the earliest document first, and says why the
// others are not. A group that tells neither when nor in which party is in none.
func (g *groups) lives(a int32, strangers [][]int32) (out [][]int32, why string) {
	var all []life
	for _, docs := range strangers {
		if l := g.life(a, docs); l.first != 0 || l.party {
			all = append(all, l)
		}
	}
	slices.SortStableFunc(all, func(x, y life) int { return cmp.Compare(x.first, y.first) })
	of := make([]int, len(all)) // the first of those that each may be one with
	for k := range all {
		of[k] = k
		for m := range k {
			if all[k].apart(all[m]) != "" || of[m] == of[k] {
				continue
			}
			from, to := max(of[k], of[m]), min(of[k], of[m])
			for n := range k + 1 {
				if of[n] == from {
					of[n] = to
				}
			}
		}
	}
	at := map[int]int{}
	for k, l := range all {
		i, ok := at[of[k]]
		if !ok {
			i = len(out)
			at[of[k]], out = i, append(out, nil)
			if i > 0 && why != parties {
				why = all[0].apart(l)
			}
		}
		out[i] = append(out[i], l.docs...)
	}
	return out, why
}

// life reads a group of an actor's documents.
func (g *groups) life(a int32, docs []int32) life {
	l := life{docs: docs}
	for _, d := range docs {
		if y := g.years[d]; y != 0 {
			if l.first == 0 || y < l.first {
				l.first = y
			}
			l.last = max(l.last, y)
		}
		for _, s := range g.statedIn(d) {
			party := g.places[s.party].actor
			l.party = l.party || g.placeOf(int(s.person)).actor == a && party >= 0 && g.actors[party].kind == "PARTY"
		}
	}
	return l
}
