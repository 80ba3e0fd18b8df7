package actors

import (
	"slices"
	"strings"

	"hustings/stages/chains"
)

// maxCandidates bounds the candidates that are told of.
const maxCandidates = 8

// link gives each chain of the d-th document its place: none to those that the curated file leaves open.
func (g *groups) link(d int, rows []chains.Chain) []place {
	out := make([]place, 0, g.starts[d+1]-g.starts[d])
	for at := g.starts[d]; at < g.starts[d+1]; at++ {
		if len(rows[len(out)].Candidates) > 0 {
			out = append(out, place{actor: -1, lent: true})
			continue
		}
		out = append(out, g.placeOf(at))
	}
	return out
}

// cloned copies ids out of a row, which is unloaded with its part.
func cloned(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strings.Clone(id)
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
			l.Excluded = g.rules.Excluded(l.EntityID)
			out[i] = l
			continue
		}
		if open := kinds[i].Candidates; len(open) > 0 {
			l.Candidates = slices.DeleteFunc(cloned(open), g.rules.Excluded)
			slices.Sort(l.Candidates)
			out[i] = l
			continue
		}
		all := g.candidates[g.nodes[g.starts[d]+i]]
		if named := slices.DeleteFunc(slices.Clone(all), func(a int32) bool { return !here[a] }); len(named) > 1 {
			all = named
		}
		for _, c := range all[:min(len(all), maxCandidates)] {
			if id := g.actors[c].id; !g.rules.Excluded(id) {
				l.Candidates = append(l.Candidates, id)
			}
		}
		slices.Sort(l.Candidates)
		out[i] = l
	}
	return out
}
