package actors

import (
	"cmp"
	"maps"
	"slices"

	"hustings/stages/chains/curated"
	"hustings/stages/chains/naming"
)

// actor is one group of nodes.
type actor struct {
	id, name, kind string
	acronym        string
	curated        bool
	nodes          []int32
	votes          [8]int32
	mentions       int32
	documents      int32
}

// place is where a node belongs: to one actor, or to one of several candidates.
type place struct {
	actor      int32 // -1 if unclear
	rule       string
	p          float64
	candidates []int32 // whom a short name may mean, the commonest first; empty for a name that is an actor's own
}

// groups are the actors of the corpus with the place of every node.
type groups struct {
	*names
	rules  *curated.File
	book   naming.Book
	actors []*actor
	places []place
	pinned map[string]int32 // actor by curated id
}

// What a rule must be worth to join two full names, and to link a short name to the one actor that bears it.
const (
	joins = 0.85
	links = 0.75
)

func group(n *names, rules *curated.File) *groups {
	g := &groups{names: n, rules: rules, places: make([]place, len(n.nodes)), pinned: map[string]int32{}}
	for i := range g.places {
		g.places[i].actor = -1
	}
	for _, i := range g.order() {
		if id := g.curatedID(i); id != "" {
			g.join(i, g.pin(id, i), "curated", 1)
			continue
		}
		g.settle(i)
	}
	g.name()
	return g
}

// order gives the nodes that are chains' fullest names: the curated first, then from long to short. It depends on the
// names alone, not on the documents' order.
func (g *groups) order() []int32 {
	var out []int32
	for i, x := range g.nodes {
		if x.documents > 0 {
			out = append(out, int32(i))
		}
	}
	slices.SortFunc(out, func(a, b int32) int {
		x, y := g.nodes[a], g.nodes[b]
		return cmp.Or(cmp.Compare(g.rank(a), g.rank(b)), cmp.Compare(len(y.name.Words), len(x.name.Words)), cmp.Compare(y.mentions, x.mentions),
			cmp.Compare(x.id, y.id), cmp.Compare(x.name.Key, y.name.Key), cmp.Compare(x.name.Class, y.name.Class))
	})
	return out
}

func (g *groups) rank(i int32) int {
	switch n := g.nodes[i].name; {
	case g.curatedID(i) != "":
		return 0
	case n.Full() && !n.Initials():
		return 1
	case n.Full():
		return 2
	case n.Acronym:
		return 3
	}
	return 4
}

// curatedID is the id that the curated file gives to a node: by an alias, or because its own id would be that one.
func (g *groups) curatedID(i int32) string {
	x := g.nodes[i]
	if x.id != "" {
		return x.id
	}
	return g.rules.Pinned(x.name)
}

// pin gives the actor of a curated id, with all the names that the file gives it without conditions.
func (g *groups) pin(id string, i int32) int32 {
	if a, ok := g.pinned[id]; ok {
		return a
	}
	kind := g.rules.Actors[id].Kind
	if kind == "" {
		kind = kindOf(g.nodes[i].votes)
	}
	a := g.begin()
	g.pinned[id] = a
	g.actors[a].id, g.actors[a].curated = id, true
	for _, alias := range g.rules.Aliases(id) {
		g.book.Add(a, naming.Parse(alias, kind))
	}
	return a
}

func (g *groups) begin() int32 {
	g.actors = append(g.actors, &actor{})
	return g.book.New()
}

// join makes a node's name one of an actor's own.
func (g *groups) join(i, a int32, rule string, p float64) {
	g.places[i] = place{actor: a, rule: rule, p: p}
	g.take(i, a)
	g.book.Add(a, g.nodes[i].name)
}

func (g *groups) take(i, a int32) {
	x := g.actors[a]
	x.nodes = append(x.nodes, i)
	x.mentions += g.nodes[i].mentions
	x.documents += g.nodes[i].documents
	for t, n := range g.nodes[i].votes {
		x.votes[t] += n
	}
}

// claim is an actor that a name may mean.
type claim struct {
	actor int32
	rule  string
	p     float64
	borne bool // in some document it goes by the name
}

// settle finds a node's place among the actors that longer names have begun.
func (g *groups) settle(i int32) {
	x := g.nodes[i]
	claims := g.claims(i)
	if x.name.Full() {
		strong := slices.DeleteFunc(slices.Clone(claims), func(c claim) bool { return !strong(x.name, c) })
		if best, ok := clear(strong); ok {
			g.join(i, best.actor, best.rule, best.p)
			return
		}
		if x.name.Initials() && len(strong) > 1 {
			g.lend(i, strong)
			return
		}
		if x.name.Class != naming.Body {
			g.join(i, g.begin(), "full", 1)
			return
		}
	}
	claims = slices.DeleteFunc(claims, func(c claim) bool { return c.p < links || c.p < claims[0].p-0.1 })
	documents, mentions, borne := int32(0), int32(0), false
	for _, c := range claims {
		documents += g.actors[c.actor].documents
		mentions += g.actors[c.actor].mentions
		borne = borne || c.borne
	}
	// A name of several words that is far commoner than those it may be short for is an actor by itself.
	own := x.name.Full() && !borne && (x.documents > 3*documents || len(claims) > 1 && x.mentions > 3*mentions)
	if x.name.Class != naming.Person && x.name.Class != naming.Body || len(claims) == 0 || own {
		g.join(i, g.begin(), "full", 1)
		return
	}
	g.lend(i, claims)
}

// strong says whether a claim makes two full names one.
func strong(n naming.Name, c claim) bool {
	switch c.rule {
	case "same", "variant", "initials":
		return c.p >= joins
	case "part":
		return c.borne && n.Class == naming.Person
	}
	return false
}

// clear gives the best of some claims if no other comes near it.
func clear(claims []claim) (claim, bool) {
	if len(claims) == 0 || len(claims) > 1 && claims[0].p-claims[1].p < 0.05 {
		return claim{}, false
	}
	return claims[0], true
}

// lend links a short name to the only actor that bears it, or to one that is nine times as common as all others
// together; else the name has candidates and no actor.
func (g *groups) lend(i int32, claims []claim) {
	slices.SortStableFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(g.actors[b.actor].documents, g.actors[a.actor].documents), cmp.Compare(g.actors[b.actor].mentions, g.actors[a.actor].mentions))
	})
	p := place{actor: -1, rule: claims[0].rule}
	all := int32(0)
	for _, c := range claims {
		p.candidates = append(p.candidates, c.actor)
		all += g.actors[c.actor].documents
	}
	top := g.actors[claims[0].actor].documents
	if len(claims) == 1 || top >= 10 && 10*int64(top) >= 9*int64(all) {
		p.actor, p.p = claims[0].actor, claims[0].p*float64(top)/float64(all)
	}
	g.places[i] = p
	if len(claims) == 1 {
		g.take(i, p.actor)
	}
}

// claims lists the actors that a node's name may mean, the likeliest first.
func (g *groups) claims(i int32) []claim {
	x := g.nodes[i]
	var out []claim
	at := map[int32]int{}
	add := func(c claim) {
		if c.actor < 0 || g.forbidden(i, c.actor) {
			return
		}
		k, ok := at[c.actor]
		if !ok {
			at[c.actor] = len(out)
			out = append(out, c)
			return
		}
		if c.p > out[k].p {
			out[k].rule, out[k].p = c.rule, c.p
		}
		out[k].borne = out[k].borne || c.borne
	}
	for _, c := range g.book.Find(x.name) {
		if c.Rule == "part" && x.name.Generic() {
			continue
		}
		if (c.Rule == "part" || c.Rule == "variant") && x.name.Class == naming.Body && kindOf(x.votes) != kindOf(g.actors[c.Group].votes) {
			continue
		}
		add(claim{actor: c.Group, rule: c.Rule, p: c.P})
	}
	for _, main := range slices.Sorted(maps.Keys(x.bearers)) {
		if x.bearers[main].documents < 2 && x.name.Generic() {
			continue
		}
		add(claim{g.places[main].actor, x.bearers[main].rule, 0.9, true})
	}
	slices.SortStableFunc(out, func(a, b claim) int { return cmp.Or(cmp.Compare(b.p, a.p), cmp.Compare(a.actor, b.actor)) })
	return out
}

func (g *groups) forbidden(i, a int32) bool {
	if !g.rules.Forbidding() {
		return false
	}
	slug := naming.Slug(g.nodes[i].name.Text)
	if g.rules.Forbids(slug, g.actors[a].id) {
		return true
	}
	return slices.ContainsFunc(g.actors[a].nodes, func(k int32) bool { return g.rules.Forbids(slug, naming.Slug(g.nodes[k].name.Text)) })
}
