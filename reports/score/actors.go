package score

import (
	"fmt"
	"math"
	"sort"
)

const (
	fewestMentions = 5   // of an actor in the gold, to be compared
	clearMean      = 0.2 // a gold mean that has a sign
)

// actor is the mean polarity of one actor in the gold and in the run.
type actor struct{ gold, run float64 }

// actorsOf gives the actors of the gold with enough mentions, in the order of their first mention.
func actorsOf(gold []goldDoc, r run) []actor {
	type sums struct{ n, gold, run int }
	var order []string
	by := map[string]*sums{}
	for _, d := range gold {
		for _, g := range d.spans {
			if !judged(g.kind) {
				continue
			}
			s := by[g.entity]
			if s == nil {
				s = &sums{}
				by[g.entity] = s
				order = append(order, g.entity)
			}
			s.n++
			s.gold += int(g.polarity)
			s.run += int(r.polarity[d.name][g.span]) // not found: 0
		}
	}
	var out []actor
	for _, e := range order {
		if s := by[e]; s.n >= fewestMentions {
			out = append(out, actor{float64(s.gold) / float64(s.n), float64(s.run) / float64(s.n)})
		}
	}
	return out
}

func (f *Figures) compareActors() {
	actors := f.evidence.actors
	f.ActorsCompared = len(actors)
	f.ActorRho = rho(actors)
	if len(actors) == 0 {
		return
	}
	mae := meanError(actors)
	f.ActorMAE = &mae
	right, sure := 0, 0
	for _, a := range actors {
		if math.Abs(a.gold) >= clearMean {
			sure++
			if a.gold*a.run > 0 {
				right++
			}
		}
	}
	f.ActorSign = fmt.Sprintf("%d/%d", right, sure)
}

func meanError(actors []actor) Share {
	sum := 0.0
	for _, a := range actors {
		sum += math.Abs(a.gold - a.run)
	}
	return Share(sum / float64(len(actors)))
}

// rho is Spearman's rank correlation, nil for fewer than 3 actors or where all are alike.
func rho(actors []actor) *Share {
	if len(actors) < 3 {
		return nil
	}
	a := ranks(actors, func(x actor) float64 { return x.gold })
	b := ranks(actors, func(x actor) float64 { return x.run })
	mean := float64(len(actors)-1) / 2 // of the ranks 0, 1, 2 …, however tied
	var num, aa, bb float64
	for i := range a {
		num += float64((a[i] - mean) * (b[i] - mean))
		aa += float64((a[i] - mean) * (a[i] - mean))
		bb += float64((b[i] - mean) * (b[i] - mean))
	}
	if aa == 0 || bb == 0 {
		return nil
	}
	s := Share(num / math.Sqrt(aa*bb))
	return &s
}

// ranks gives ranks from 0; equal values share the mean of theirs.
func ranks(actors []actor, of func(actor) float64) []float64 {
	order := make([]int, len(actors))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return of(actors[order[i]]) < of(actors[order[j]]) })
	out := make([]float64, len(actors))
	for from := 0; from < len(order); {
		to := from
		for to+1 < len(order) && of(actors[order[to+1]]) == of(actors[order[from]]) {
			to++
		}
		for k := from; k <= to; k++ {
			out[order[k]] = float64(from+to) / 2
		}
		from = to + 1
	}
	return out
}
