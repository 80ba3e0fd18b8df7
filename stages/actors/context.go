package actors

import (
	"slices"

	"hustings/models/exact"
)

// A short name that several actors bear is linked, document by document, to the one whose own documents are most like
// this one. The candidates are compared by naive Bayes: how often each is named, how often its documents name the others
// whom this document names, and how near they are in time. A name that all candidates' documents have as often weighs
// nothing, a name that only one's have weighs most. Only documents that name a candidate count: others change no link.
//
// The weights were chosen on hidden names of MEANTIME and GUM (package measure).
const (
	priorWeight   = 0.5
	companyWeight = 0.6 // names of one document depend on each other
	placeWeight   = 0.4
	unseen        = 0.2  // documents that are taken to name a name which none does
	yearWeight    = 0.04 // a year between the document and the candidate's nearest
	maxYears      = 60   //
	enough        = 0.8  // links from here on
	among         = 0.95 // share of bare names that mean one of the candidates
)

// Bounds: candidates and documents of each that are compared, and names of one document.
const (
	maxWeighed   = 16
	maxDocuments = 256
	maxCompany   = 256
	maxViews     = 4096
)

// view is whom an actor's own documents name.
type view struct {
	documents int32
	company   map[int32]int32 // documents by actor
	years     []int16         // sorted
}

// doubt is whom an unclear name means best in one document, and how surely.
type doubt struct {
	document, actor int32
	p               float64
}

// unclear is a name that may mean several, and what each document says of it.
type unclear struct {
	node   int32
	doubts []doubt
}

// contexts makes views and keeps the last ones.
type contexts struct {
	*groups
	views map[int32]*view
}

// choose links unclear names where the context tells. What it finds for one name does not count for the next.
func (g *groups) choose(order []int32) {
	c := &contexts{g, map[int32]*view{}}
	found := map[int]place{}
	for _, i := range order {
		all := g.candidates[i]
		if len(all) == 0 {
			continue
		}
		var doubts []doubt
		for _, d := range g.documentsOf(i) {
			for at := g.starts[d]; at < g.starts[d+1]; at++ {
				if _, ok := g.chosen[at]; ok || g.nodes[at] != i {
					continue
				}
				p, x := c.link(i, d, all)
				if p.actor >= 0 {
					found[at] = p
				}
				doubts = append(doubts, x)
			}
		}
		g.unclear = append(g.unclear, unclear{i, doubts})
	}
	for at, p := range found {
		g.chosen[at] = p
	}
}

// link decides whom an unclear name means in one document. One that the document names otherwise it is not: had it been,
// the chain would be theirs.
func (c *contexts) link(i, d int32, all []int32) (place, doubt) {
	company := c.companyOf(d)
	all = all[:min(len(all), maxWeighed)]
	p := c.weigh(d, all, company)
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	x := doubt{d, all[best], float64(among * p[best])}
	named := slices.ContainsFunc(all, func(a int32) bool { _, ok := slices.BinarySearch(company, a); return ok })
	if named || p[best] < enough {
		return place{-1, c.places[i].rule, true, 0}, x
	}
	return place{x.actor, byContext, true, x.p}, x
}

// weigh gives the probability of each candidate.
func (c *contexts) weigh(d int32, all, company []int32) []float64 {
	views := make([]*view, len(all))
	score := make([]float64, len(all))
	for k, a := range all {
		views[k] = c.view(a)
		score[k] = float64(priorWeight * exact.Log(float64(c.actors[a].documents+1)))
	}
	for _, f := range company {
		if slices.Contains(all, f) || !slices.ContainsFunc(views, func(v *view) bool { return v.company[f] > 0 }) {
			continue
		}
		weight := companyWeight
		if kind := c.actors[f].kind; kind == "GPE" || kind == "LOC" || kind == "NORP" {
			weight = placeWeight
		}
		for k, v := range views {
			score[k] += float64(weight * exact.Log((float64(v.company[f])+unseen)/(float64(v.documents)+2*unseen)))
		}
	}
	if year := c.years[d]; year != 0 {
		for k, v := range views {
			score[k] -= float64(yearWeight * float64(v.gap(year)))
		}
	}
	exact.Softmax(score)
	return score
}

// gap is how many years lie between a year and the nearest of a view's.
func (v *view) gap(year int16) int16 {
	if len(v.years) == 0 {
		return 0
	}
	at, _ := slices.BinarySearch(v.years, year)
	near := int16(maxYears)
	if at < len(v.years) {
		near = min(near, v.years[at]-year)
	}
	if at > 0 {
		near = min(near, year-v.years[at-1])
	}
	return near
}

func (c *contexts) view(a int32) *view {
	if v, ok := c.views[a]; ok {
		return v
	}
	if len(c.views) >= maxViews {
		clear(c.views)
	}
	v := &view{company: map[int32]int32{}}
	docs := c.own(a)
	if len(docs) > maxDocuments { // the first by id
		slices.SortFunc(docs, c.byID)
		docs = docs[:maxDocuments]
	}
	for _, d := range docs {
		v.documents++
		for _, f := range c.companyOf(d) {
			if f != a {
				v.company[f]++
			}
		}
		if y := c.years[d]; y != 0 {
			v.years = append(v.years, y)
		}
	}
	slices.Sort(v.years)
	c.views[a] = v
	return v
}

// companyOf are the actors that a document surely names, ascending.
func (g *groups) companyOf(d int32) []int32 {
	var out []int32
	for at := g.starts[d]; at < g.starts[d+1] && len(out) < maxCompany; at++ {
		if a := g.placeOf(at).actor; a >= 0 {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// own are the documents that name an actor by a name of its own, or by a short one that is no other's; ascending.
func (g *groups) own(a int32) []int32 {
	x := g.actors[a]
	if x.docs != nil {
		return slices.Clone(x.docs)
	}
	var out []int32
	for _, i := range x.nodes {
		out = append(out, g.documentsOf(i)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
