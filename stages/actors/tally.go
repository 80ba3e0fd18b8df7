package actors

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"hustings/stages/chains"
)

// tally counts what each actor is called, and where first.
type tally struct {
	*groups
	actorRows []Actor
	aliasRows []Alias
	of        []int32          // the actor of each of aliasRows
	row       map[uint64]int32 // of aliasRows, by hash; those that share one have the next
}

func newTally(g *groups) *tally {
	return &tally{groups: g, actorRows: make([]Actor, len(g.actors)), row: map[uint64]int32{}}
}

// count takes in one document, in the order of their ids.
func (t *tally) count(doc string, rows []chains.Chain, forms []chains.Form, places []place) {
	last := map[int32]bool{}
	for i, p := range places {
		if t.untold(p) {
			continue
		}
		a := &t.actorRows[p.actor]
		a.Mentions += rows[i].Mentions
		if !last[p.actor] {
			last[p.actor] = true
			a.Documents++
		}
	}
	for _, f := range forms {
		p := places[f.Chain]
		if t.untold(p) {
			continue
		}
		a := &t.actorRows[p.actor]
		if a.FirstDocID == "" || a.FirstDocID == doc && f.Start < a.FirstStart {
			a.FirstDocID, a.FirstStart = doc, f.Start
		}
		row := t.alias(p.actor, f.Alias)
		if row.DocID == "" {
			row.Rule, row.DocID, row.Start, row.End = t.rule(f, p), doc, f.Start, f.End
		}
		row.Count += f.Count
	}
}

// untold says whether a place is nobody's of whom anything may be told.
func (t *tally) untold(p place) bool {
	return p.actor < 0 || t.rules.Excluded(t.groups.actors[p.actor].id)
}

// alias is the row of an actor's name.
func (t *tally) alias(actor int32, text string) *Alias {
	for at := maphash.String(t.seed, text) + uint64(actor); ; at++ {
		i, ok := t.row[at]
		if !ok {
			i = int32(len(t.aliasRows))
			t.row[at] = i
			t.of, t.aliasRows = append(t.of, actor), append(t.aliasRows, Alias{Alias: strings.Clone(text)})
		}
		if t.of[i] == actor && t.aliasRows[i].Alias == text {
			return &t.aliasRows[i]
		}
	}
}

// rule says why a form is an actor's: by the rule that joined it to its chain, or, where it is the chain's fullest name, by
// the one that joined the chain.
func (t *tally) rule(f chains.Form, p place) string {
	r := ruleOf(f.Rule)
	if (r == full || r == same) && p.rule != full && p.rule != byFile {
		r = p.rule
	}
	return r.String()
}

// actors gives the rows of the actors that are named. It ends the counting of them.
func (t *tally) actors() []Actor {
	out := t.actorRows[:0]
	for i, row := range t.actorRows {
		if row.Mentions > 0 {
			a := t.groups.actors[i]
			row.EntityID, row.Type, row.Name, row.Acronym, row.Curated = a.id, a.kind, a.name, a.acronym, a.curated
			out = append(out, row)
		}
	}
	t.actorRows = nil
	slices.SortFunc(out, func(a, b Actor) int { return cmp.Compare(a.EntityID, b.EntityID) })
	return out
}

// aliases gives the rows of the names. It ends the counting of them.
func (t *tally) aliases() []Alias {
	out := t.aliasRows
	for i := range out {
		out[i].EntityID = t.groups.actors[t.of[i]].id
	}
	t.aliasRows, t.of, t.row = nil, nil, nil
	slices.SortFunc(out, func(a, b Alias) int {
		return cmp.Or(cmp.Compare(a.EntityID, b.EntityID), cmp.Compare(a.Alias, b.Alias))
	})
	return out
}
