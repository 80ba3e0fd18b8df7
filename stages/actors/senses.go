package actors

import (
	"cmp"
	"slices"
	"strings"

	"hustings/models/gazetteer"
	"hustings/stages/chains/naming"
)

// How surely two documents mean one person by the same full name, by how common its first and last word are. No data tell:
// there are few namesakes in any set that we have.
const (
	rareName   = 0.99
	commonWord = 0.97 // one of the two is common
	commonName = 0.92 // both are
)

const (
	apartYears = 60 // nobody is in the news for so long
	manyNames  = 10 // a word of so many full names of the corpus is common
)

// commons counts in how many persons' full names a first and a last word stand.
type commons map[string]int32

func (g *groups) commons(order []int32) commons {
	c := commons{}
	for _, i := range order {
		if n := g.at(i).name; n.Class == naming.Person && n.Full() {
			c["^"+n.Words[0]]++
			c[n.Words[len(n.Words)-1]]++
		}
	}
	return c
}

// alike is how surely a full name is one person's.
func (c commons) alike(n naming.Name) float64 {
	if n.Class != naming.Person || !n.Full() {
		return 1
	}
	words := gazetteer.Load()
	first, last := n.Words[0], n.Words[len(n.Words)-1]
	given := words.Classes(first)&gazetteer.Forename != 0 || c["^"+first] >= manyNames || len(first) == 1
	family := words.Classes(last)&gazetteer.Surname != 0 || c[last] >= manyNames
	switch {
	case given && family && len(n.Words) < 3:
		return commonName
	case given || family:
		return commonWord
	}
	return rareName
}

// loose is an actor whose documents name nobody else in common: maybe several people of one name.
type loose struct {
	actor  int32
	groups [][]int32 // of documents
	p      float64
	why    string
}

// namesakes are the actors that were one by name.
type namesakes struct {
	actors []int32
	why    string
}

// split finds the people who share one common full name: their documents name nobody else in common, and are more than a
// life apart or put them into other parties. Each becomes an actor; documents that tell neither have candidates.
func (g *groups) split(order []int32) {
	common := g.commons(order)
	parted := map[int32][]int32{}
	var plans []loose
	for a, x := range g.actors {
		if x.curated || x.kind != "PERSON" || x.documents < 2 || x.documents > maxDocuments {
			continue
		}
		p, own := 1.0, 0
		for _, i := range x.nodes {
			if !g.places[i].lent {
				p = min(p, common.alike(g.at(i).name))
				own++
			}
		}
		if p == 1 {
			continue
		}
		groups := [][]int32{}
		if p < rareName { // of a rare name nobody asks
			groups = g.strangers(int32(a))
		}
		switch lives, why := g.lives(int32(a), groups); {
		case p <= commonName && len(lives) > 1:
			plans = append(plans, loose{int32(a), lives, p, why})
			continue
		case len(groups) > 1 && (own > 1 || p >= sure): // told of name by name, or not at all
		case len(groups) > 1:
			g.loose = append(g.loose, loose{int32(a), groups, p, strangers})
		default:
			p = rareName
		}
		for _, i := range x.nodes {
			if g.at(i).documents > 1 && g.places[i].rule == full {
				g.places[i].p = p
			}
		}
	}
	for _, l := range plans {
		parted[l.actor] = g.part(l)
		g.parted = append(g.parted, namesakes{parted[l.actor], l.why})
	}
	g.replace(parted)
}

// strangers are the groups of an actor's documents that name no person, party or organisation in common.
func (g *groups) strangers(a int32) [][]int32 {
	docs := g.own(a)
	group := make([]int, len(docs)) // of each document: the first of its group
	by := map[int32]int{}           // actor to a document that names it
	find := func(k int) int {
		for group[k] != k {
			k = group[k]
		}
		return k
	}
	for k, d := range docs {
		group[k] = k
		for _, f := range g.companyOf(d) {
			if kind := g.actors[f].kind; f == a || kind != "PERSON" && kind != "PARTY" && kind != "ORG" {
				continue
			}
			if other, ok := by[f]; ok {
				x, y := find(k), find(other)
				group[max(x, y)] = min(x, y)
			} else {
				by[f] = k
			}
		}
	}
	lists := map[int][]int32{}
	var firsts []int
	for k, d := range docs {
		f := find(k)
		if lists[f] == nil {
			firsts = append(firsts, f)
		}
		lists[f] = append(lists[f], d)
	}
	out := make([][]int32, len(firsts))
	for k, f := range firsts {
		out[k] = lists[f]
		slices.SortFunc(out[k], g.byID)
	}
	slices.SortFunc(out, func(x, y []int32) int { return cmp.Or(cmp.Compare(len(y), len(x)), g.byID(x[0], y[0])) })
	return out
}

func (g *groups) byID(d, e int32) int { return strings.Compare(g.ids[d], g.ids[e]) }

// part makes an actor several, by documents.
func (g *groups) part(l loose) []int32 {
	x := g.actors[l.actor]
	senses := []int32{l.actor}
	whole := *x
	for k, docs := range l.groups {
		a := x
		if k > 0 {
			copied := whole
			a = &copied
			senses = append(senses, int32(len(g.actors)))
			g.actors = append(g.actors, a)
		}
		a.docs = slices.Clone(docs)
		slices.Sort(a.docs)
		a.documents = int32(len(docs))
		a.mentions = max(1, int32(int64(whole.mentions)*int64(len(docs))/int64(whole.documents)))
		a.nodes = slices.Clone(whole.nodes)
		for _, d := range docs {
			for at := g.starts[d]; at < g.starts[d+1]; at++ {
				if p := g.places[g.nodes[at]]; p.actor == l.actor && !p.lent {
					g.chosen[at] = place{senses[k], p.rule, false, 1 - (1-l.p)/2}
				}
			}
		}
	}
	return senses
}

// replace makes the names of actors that were parted unclear.
func (g *groups) replace(parted map[int32][]int32) {
	if len(parted) == 0 {
		return
	}
	for i := range g.places {
		p := &g.places[i]
		if senses := parted[p.actor]; p.actor >= 0 && senses != nil {
			p.actor, p.p = -1, 0
			g.candidates[int32(i)] = senses
		}
	}
	for i, list := range g.candidates {
		var out []int32
		for _, a := range list {
			if senses := parted[a]; senses != nil {
				out = append(out, senses...)
			} else {
				out = append(out, a)
			}
		}
		slices.Sort(out)
		g.candidates[i] = slices.Compact(out)
	}
}
