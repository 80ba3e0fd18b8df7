package actors

import (
	"slices"

	"hustings/stages/chains"
)

// maxCandidates bounds the candidates that are told of.
const maxCandidates = 8

// link gives each chain of a document its place. A short name that fits several actors can only mean those of them that
// the document names, if it names any; had it been clear which, the chain would be theirs.
func (g *groups) link(rows []chains.Chain) []place {
	out := make([]place, len(rows))
	here := map[int32]bool{}
	for i, row := range rows {
		out[i] = g.places[g.node(row.Name, row.Type, row.EntityID)]
		if len(out[i].candidates) == 0 {
			here[out[i].actor] = true
		}
	}
	for i := range out {
		p := &out[i]
		if len(p.candidates) < 2 {
			continue
		}
		named := slices.DeleteFunc(slices.Clone(p.candidates), func(a int32) bool { return !here[a] })
		if len(named) > 1 {
			p.actor, p.p, p.candidates = -1, 0, named
		}
	}
	return out
}

// rows are the links of a document's chains.
func (g *groups) rows(kinds []chains.Chain, places []place) []Link {
	out := make([]Link, len(places))
	for i, p := range places {
		l := Link{Chain: int32(i), Type: kinds[i].Type, Probability: p.p}
		if p.actor >= 0 {
			l.EntityID, l.Type = g.actors[p.actor].id, g.actors[p.actor].kind
		} else {
			for _, c := range p.candidates[:min(len(p.candidates), maxCandidates)] {
				l.Candidates = append(l.Candidates, g.actors[c].id)
			}
			slices.Sort(l.Candidates)
		}
		out[i] = l
	}
	return out
}
