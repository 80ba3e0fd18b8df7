package standing

import (
	"cmp"
	"math"
	"slices"
)

// correction is what a sheet says of the model's error.
type correction struct {
	regression
	groups  map[place]*group
	chance  float64            // variance of a label around what is foretold for it, in one group
	between map[string]float64 // by slice: variance of how far the groups are from what is foretold for them
	width   float64            // how many standard errors half an interval is wide
}

// place is one stand.
type place struct{ id, slice, value string }

// group is the labels of one stand.
type group struct {
	n                         int
	weight, squares, residual float64 // sums: of the weights, of their squares, of the weighted residuals
	plain                     float64 // and of the residuals without weights
}

// correct fills the columns labels and corrected: see the package's comment.
func (c *corpus) correct(all [][]stand, persons map[string][]string) {
	contexts := contexts(all, persons)
	points, places := c.points(contexts, persons)
	count := map[place]int32{}
	for _, of := range places {
		for _, p := range of {
			count[p]++
		}
	}
	x, ok := newCorrection(points, places)
	for _, of := range all {
		for i := range of {
			s := &of[i]
			s.Labels = count[place{s.EntityID, s.Slice, s.Value}]
			if ok {
				x.correct(&s.Stand, contexts(s.EntityID, s.Slice))
			}
		}
	}
}

// context is what an actor's judgements say of each of them.
type context struct {
	mean float64 // the actor's, shrunk
	kept float64 // how much of a change of the actor's mean is left in it
}

// contexts gives the shrunk mean of each actor, or its mean if it has none; for the slice people, that of a party's people, by
// their judgements.
func contexts(all [][]stand, persons map[string][]string) func(id, slice string) context {
	of, own := map[string]context{}, map[string]float64{}
	for _, stands := range all {
		for i := range stands {
			switch s := &stands[i]; {
			case s.Mean == nil:
			case s.Slice == "all" && s.Shrunk != nil:
				of[s.EntityID] = context{*s.Shrunk, s.kept}
			case s.Slice == "all":
				of[s.EntityID] = context{*s.Mean, 1}
			case s.Slice == "voice" && s.Value == "author":
				own[s.EntityID] = float64(s.N)
			}
		}
	}
	return func(id, slice string) context {
		if slice != "people" {
			return of[id]
		}
		var sum context
		n := 0.0
		for _, person := range persons[id] {
			sum.mean += float64(own[person] * of[person].mean)
			sum.kept += float64(own[person] * of[person].kept)
			n += own[person]
		}
		return context{sum.mean / max(1, n), sum.kept / max(1, n)}
	}
}

// points gives the labels that count, and of each the stands that it is in.
func (c *corpus) points(contexts func(id, slice string) context, persons map[string][]string) ([]point, [][]place) {
	parties := map[string][]string{}
	for party, of := range persons {
		for _, person := range of {
			parties[person] = append(parties[person], party)
		}
	}
	var points []point
	var places [][]place
	all := 0.0
	for i := range c.labelled {
		l := &c.labelled[i]
		if !l.counts() {
			continue
		}
		id := c.words[l.cell.actor]
		points = append(points, point{x: features{1, l.cell.sum, contexts(id, "all").mean}, label: float64(l.label.Polarity), weight: l.label.Weight,
			actor: l.cell.actor, document: l.cell.document})
		all += l.label.Weight
		in := []place{{id, "all", ""}}
		for _, s := range by {
			if v := s.value(c, &l.cell); v != 0 {
				in = append(in, place{id, s.slice, c.words[v]})
			}
		}
		if c.words[l.cell.voice] == "author" {
			for _, party := range parties[id] {
				in = append(in, place{party, "people", "author"})
			}
		}
		places = append(places, in)
	}
	for i := range points {
		points[i].weight /= all
	}
	return points, places
}

// newCorrection fits the regression and the variances; ok is false where there are too few labels or all judgements score alike.
func newCorrection(points []point, places [][]place) (x *correction, ok bool) {
	if len(points) < FewestLabels {
		return nil, false
	}
	x = &correction{groups: map[place]*group{}, between: map[string]float64{}}
	k := most
	for x.regression, ok = regress(points, k); !ok; x.regression, ok = regress(points, k) {
		if k--; k < 2 {
			return nil, false
		}
	}
	free := float64(len(points) - k)
	const z = 1.959964
	x.width = z + (z*z*z+z)/(4*free) // of Student's t (Abramowitz and Stegun 26.7.5, first term)
	for i, of := range places {
		for _, p := range of {
			g := x.groups[p]
			if g == nil {
				g = &group{}
				x.groups[p] = g
			}
			w, r := points[i].weight, x.residuals[i]
			g.n++
			g.weight += w
			g.squares += float64(w * w)
			g.residual += float64(w * r)
			g.plain += r
		}
	}
	x.spread(len(points))
	return x, true
}

// spread fills chance and between: analysis of variance of the residuals, in groups of unequal size, by slice (Searle, Casella
// and McCulloch, "Variance components", 1992, chapter 3). Parts of actors' judgements can't differ less than all do; people by party
// are too few to tell how much they differ, and are taken to differ as voices do. Nor is between taken to be less than its own standard
// error: that no difference shows in a few labels does not say that there is none, and intervals would be too narrow.
func (x *correction) spread(n int) {
	keys := make([]place, 0, len(x.groups))
	for p := range x.groups {
		keys = append(keys, p)
	}
	slices.SortFunc(keys, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.slice, b.slice), cmp.Compare(a.id, b.id), cmp.Compare(a.value, b.value))
	})
	squares := 0.0 // of the residuals
	for _, r := range x.residuals {
		squares += float64(r * r)
	}
	for _, slice := range slices.Concat([]string{"all"}, slicesBy()) {
		var groups, labels, sizes, sum, between float64
		for _, p := range keys {
			if p.slice != slice {
				continue
			}
			g := x.groups[p]
			size := float64(g.n)
			groups++
			labels += size
			sizes += float64(size * size)
			sum += g.plain
			between += float64(g.plain*g.plain) / size
		}
		if slice == "all" {
			x.chance = squares / float64(n) // if no two labels are of one actor
			if labels > groups {
				x.chance = (squares - between) / (labels - groups)
			}
		}
		if d := labels - sizes/max(1, labels); groups > 1 && d > 0 {
			found := (between - float64(sum*sum)/labels - float64((groups-1)*x.chance)) / d
			unsure := float64(x.chance*math.Sqrt(2*(groups-1))) / d // its standard error if groups were alike
			x.between[slice] = max(found, unsure)
		}
		x.between[slice] = max(x.between["all"], x.between[slice], 0)
	}
	x.between["people"] = x.between["voice"]
}

// correct corrects the mean of a stand that has an interval.
func (x *correction) correct(s *Stand, by context) {
	if s.Low == nil || s.High == nil {
		return
	}
	of := features{1, *s.Mean, by.mean}
	between := x.between[s.Slice]
	trust, own := 0.0, 0.0 // in the stand's own labels
	if g := x.groups[place{s.EntityID, s.Slice, s.Value}]; g != nil {
		chance := float64(x.chance * (g.squares / float64(g.weight*g.weight)))
		if between+chance > 0 {
			trust = between / (between + chance)
		}
		own = g.residual / g.weight
	}
	mean := dot(x.by, of) + float64(trust*own)
	slope := x.by[1] + float64(x.by[2]*by.kept)
	drawn := float64(slope * ((*s.High - *s.Low) / 2 / 1.959964)) // the documents' chance
	variance := float64(drawn*drawn) + float64(float64((1-trust)*(1-trust))*x.variance(of)) + float64((1-trust)*between)
	half := float64(x.width * math.Sqrt(variance))
	mean, low, high := bounded(mean), bounded(mean-half), bounded(mean+half)
	s.Corrected, s.CorrectedLow, s.CorrectedHigh = &mean, &low, &high
}

// bounded keeps a mean where means are.
func bounded(x float64) float64 { return max(-1, min(1, x)) }

// slicesBy are the names of the slices that by makes.
func slicesBy() []string {
	var out []string
	for _, s := range by {
		out = append(out, s.slice)
	}
	return out
}
