package actors

import (
	"cmp"
	"slices"
	"strings"

	"hustings/stages/chains"
)

// tally counts what each actor is called, and where first.
type tally struct {
	*groups
	actorRows []Actor
	aliasRows []Alias
	at        map[aliasKey]int // row of aliasRows
}

type aliasKey struct {
	actor int32
	text  string
}

func newTally(g *groups) *tally {
	return &tally{g, make([]Actor, len(g.actors)), nil, map[aliasKey]int{}}
}

// count takes in one document, in the order of their ids.
func (t *tally) count(doc string, rows []chains.Chain, forms []chains.Form, places []place) {
	doc = strings.Clone(doc)
	last := map[int32]bool{}
	for i, p := range places {
		if p.actor < 0 {
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
		if p.actor < 0 {
			continue
		}
		a := &t.actorRows[p.actor]
		if a.FirstDocID == "" || a.FirstDocID == doc && f.Start < a.FirstStart {
			a.FirstDocID, a.FirstStart = doc, f.Start
		}
		k := aliasKey{p.actor, f.Alias}
		at, ok := t.at[k]
		if !ok {
			at, k.text = len(t.aliasRows), strings.Clone(k.text)
			t.aliasRows = append(t.aliasRows, Alias{Alias: k.text, Rule: t.rule(f, p), DocID: doc, Start: f.Start, End: f.End})
			t.at[k] = at
		}
		t.aliasRows[at].Count += f.Count
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

func (t *tally) actors() []Actor {
	var out []Actor
	for i, a := range t.groups.actors {
		row := t.actorRows[i]
		if row.Mentions == 0 {
			continue
		}
		row.EntityID, row.Type, row.Name, row.Acronym, row.Curated = a.id, a.kind, a.name, a.acronym, a.curated
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b Actor) int { return cmp.Compare(a.EntityID, b.EntityID) })
	return out
}

func (t *tally) aliases() []Alias {
	for k, at := range t.at {
		t.aliasRows[at].EntityID = t.groups.actors[k.actor].id
	}
	out := t.aliasRows
	slices.SortFunc(out, func(a, b Alias) int {
		return cmp.Or(cmp.Compare(a.EntityID, b.EntityID), cmp.Compare(a.Alias, b.Alias))
	})
	return out
}
