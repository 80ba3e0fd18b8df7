package actors

import (
	"slices"
	"strings"

	"hustings/stages/chains"
)

// maxCandidates bounds the candidates that are told of.
const maxCandidates = 8

// link gives each chain of the d-th document its place.
func (g *groups) link(d int) []place {
	out := make([]place, 0, g.starts[d+1]-g.starts[d])
	for at := g.starts[d]; at < g.starts[d+1]; at++ {
		out = append(out, g.placeOf(at))
	}
	return out
}

// rows are the links of a document's chains. A short name that fits several actors can only mean those of them that the
// document names, if it names several.
func (g *groups) rows(d int, kinds []chains.Chain, places []place) []Link {
	here := map[int32]bool{}
	for _, p := range places {
		if !p.lent {
			here[p.actor] = true
		}
	}
	out := make([]Link, len(places))
	for i, p := range places {
		l := Link{Chain: int32(i), Type: kinds[i].Type, Probability: p.p}
		if p.actor >= 0 {
			l.EntityID, l.Type = g.actors[p.actor].id, g.actors[p.actor].kind
			if g.rules.Excluded(l.EntityID) {
				l.EntityID, l.Probability, l.Excluded = "", 0, true
			}
			out[i] = l
			continue
		}
		if ids := kinds[i].Candidates; len(ids) > 0 {
			out[i] = g.open(l, ids)
			continue
		}
		all := g.candidates[g.nodes[g.starts[d]+i]]
		if named := slices.DeleteFunc(slices.Clone(all), func(a int32) bool { return !here[a] }); len(named) > 1 {
			all = named
		}
		var ids []string
		for _, c := range all {
			ids = append(ids, g.actors[c].id)
		}
		out[i] = g.open(l, ids)
	}
	return out
}

// open gives a link its candidates: those that the corpus names. Nothing may be told of a name whose candidates are all
// excluded.
func (g *groups) open(l Link, ids []string) Link {
	l.Excluded = len(ids) > 0
	for _, id := range ids {
		l.Excluded = l.Excluded && g.rules.Excluded(id)
		if g.known[id] && len(l.Candidates) < maxCandidates {
			l.Candidates = append(l.Candidates, strings.Clone(id))
		}
	}
	slices.Sort(l.Candidates)
	return l
}
