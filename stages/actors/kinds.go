package actors

import (
	"hustings/models/gazetteer"
	"hustings/stages/chains/naming"
)

// fullWeight is how many mentions by short names one by a full name outweighs: it tells better what an actor is.
const fullWeight = 3

// kindOf is the type that a name has most.
func (x *node) kindOf() string { return kindOf(x.votes()) }

// kindOf is an actor's type: by votes, but a body that some document takes for a party and whose full name reads like a
// party's is a party everywhere, and so is the acronym that stands for it.
func (g *groups) kindOf(a *actor) string {
	var sum votes
	party := false
	for _, i := range a.nodes {
		x := g.at(i)
		weight := int32(1)
		if x.name.Class == naming.Body && x.name.Full() {
			weight = fullWeight
			party = party || partyLike(x.name)
		}
		for t, n := range x.votes() {
			sum[t] += weight * n
		}
	}
	if kind := g.rules.Actors[a.id].Kind; a.curated && kind != "" {
		return kind
	}
	const isParty = 1
	if party && sum[isParty] > 0 {
		return types[isParty]
	}
	return kindOf(sum)
}

// partyLike says whether a name is built on a party's word that is no organisation's: "Free Miners' Party", "Party of Labour".
func partyLike(n naming.Name) bool {
	words := gazetteer.Load()
	for _, w := range []string{n.Words[0], n.Words[len(n.Words)-1]} {
		if c := words.Classes(w); c&gazetteer.PartyWord != 0 && c&gazetteer.OrgWord == 0 {
			return true
		}
	}
	return false
}

// stray finds what a one-word name really is that was rarely taken for another kind of thing: a party read as a person, a
// person's surname read as an organisation. The word that is four times as common has it.
func (g *groups) stray(order []int32) {
	type word struct {
		person bool
		key    string
	}
	short := map[word]int32{}
	for _, i := range order {
		if n := g.at(i).name; g.curatedID(i) == "" && !n.Full() && (n.Class == naming.Person || n.Class == naming.Body) {
			short[word{n.Class == naming.Person, n.Key}] = i
		}
	}
	for _, i := range order {
		x := g.at(i)
		person := x.name.Class == naming.Person
		if short[word{person, x.name.Key}] != i || g.places[i].actor < 0 || g.places[i].lent {
			continue
		}
		k, ok := short[word{!person, x.name.Key}]
		if !ok || g.places[k].actor < 0 || g.at(k).mentions < 4*x.mentions || len(g.actors[g.places[i].actor].nodes) > 1 || g.forbidden(i, g.places[k].actor) {
			continue
		}
		if person && gazetteer.Load().Classes(x.name.Key)&(gazetteer.Forename|gazetteer.Surname) != 0 {
			continue
		}
		*g.actors[g.places[i].actor] = actor{}
		g.places[i] = place{g.places[k].actor, same, true, strayed}
		g.take(i, g.places[k].actor)
	}
}

// strayed is what such a link is worth.
const strayed = 0.8
