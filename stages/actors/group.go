package actors

import (
	"cmp"
	"slices"

	"hustings/stages/chains/curated"
	"hustings/stages/chains/naming"
)

// actor is one group of nodes.
type actor struct {
	id, name, acronym string
	kind              string
	curated           bool
	nodes             []int32
	mentions          int32
	documents         int32
	docs              []int32 // the documents that are its own, where others of its name have the rest; else nil
}

// place is where a node belongs: to one actor, or to none of several candidates.
type place struct {
	actor int32 // -1 if unclear
	rule  rule
	lent  bool // a short name, which is another's
	p     float64
}

// groups are the actors of the corpus with the place of every node.
type groups struct {
	*names
	rules      *curated.File
	book       naming.Book
	owner      []int32 // of each group of the book: a node
	actors     []*actor
	places     []place
	candidates map[int32][]int32 // by node, of those that are unclear: whom it may mean, the commonest first
	chosen     map[int]place     // by chain, where it is not its name alone that tells
	pinned     map[string]int32  // actor by curated id
	nearly     []nearly
	unclear    []unclear
	loose      []loose
	parted     []namesakes
	known      map[string]bool // ids of actors that may be told of
}

// What a rule must be worth to link a short name to the one actor that bears it, and what it is worth where in some
// document the actor goes by it.
const (
	links = 0.75
	borne = 0.9
)

func group(n *names, rules *curated.File) *groups {
	g := &groups{names: n, rules: rules, places: make([]place, n.count()), candidates: map[int32][]int32{},
		chosen: map[int]place{}, pinned: map[string]int32{}}
	for i := range g.places {
		g.places[i].actor = -1
	}
	order := g.order()
	c := g.cluster(order)
	for _, i := range order {
		if g.places[i].actor < 0 && g.candidates[i] == nil {
			g.settle(c, i)
		}
	}
	g.book, g.owner = naming.Book{}, nil
	g.stray(order)
	g.split(order)
	g.choose(order)
	g.name()
	g.known = map[string]bool{}
	for _, a := range g.actors {
		if a.mentions > 0 && !rules.Excluded(a.id) {
			g.known[a.id] = true
		}
	}
	return g
}

// release gives back all but the actors: what their tables need.
func (g *groups) release() {
	*g = groups{actors: g.actors}
	for _, a := range g.actors {
		a.nodes, a.docs = nil, nil
	}
}

// enter makes a name one that others are compared with, as a node's.
func (g *groups) enter(i int32, n naming.Name) {
	g.book.Add(g.book.New(), n)
	g.owner = append(g.owner, i)
}

// order gives the nodes that are chains' fullest names: the curated first, then from long to short. It depends on the
// names alone, not on the documents' order.
func (g *groups) order() []int32 {
	out := make([]int32, 0, g.count())
	for i := range g.count() {
		if g.at(i).documents > 0 && g.at(i).id != leftOpen {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b int32) int {
		x, y := g.at(a), g.at(b)
		return cmp.Or(cmp.Compare(g.rank(a), g.rank(b)), cmp.Compare(len(y.name.Words), len(x.name.Words)), cmp.Compare(y.mentions, x.mentions),
			cmp.Compare(x.id, y.id), cmp.Compare(x.name.Key, y.name.Key), cmp.Compare(x.name.Class, y.name.Class))
	})
	return out
}

func (g *groups) rank(i int32) int {
	switch n := g.at(i).name; {
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
	x := g.at(i)
	if x.id != "" {
		return x.id
	}
	return g.rules.Pinned(x.name)
}

// everywhere says whether a node's name is its own in any document: the file may give it to an actor in some only.
func (g *groups) everywhere(i int32) bool {
	x := g.at(i)
	return x.id == "" || slices.ContainsFunc(g.rules.Aliases(x.id), func(alias string) bool {
		return naming.Parse(alias, types[x.kind]).Key == x.name.Key
	})
}

// begin makes a node's cluster an actor.
func (g *groups) begin(c *cluster, i int32) int32 {
	k := int32(len(g.actors))
	a := &actor{}
	g.actors = append(g.actors, a)
	g.places[i].rule, g.places[i].p = full, 1
	for _, m := range c.all(c.root(i)) {
		if g.curatedID(m) != "" {
			g.places[m].rule, g.places[m].p = byFile, 1
			a.id, a.curated = g.curatedID(m), true
			g.pinned[a.id] = k
		}
		g.places[m].actor = k
		g.take(m, k)
	}
	a.kind = g.kindOf(a)
	return k
}

func (g *groups) take(i, a int32) {
	x := g.actors[a]
	x.nodes = append(x.nodes, i)
	x.mentions += g.at(i).mentions
	x.documents += g.at(i).documents
}

// claim is an actor that a name may mean.
type claim struct {
	actor int32
	rule  rule
	p     float64
	borne bool // in some document it goes by the name
}

// settle finds a node's place: with its cluster, or among the actors that longer names have begun.
func (g *groups) settle(c *cluster, i int32) {
	x := g.at(i)
	root := c.root(i)
	alone := len(c.all(root)) == 1
	if g.curatedID(c.all(root)[0]) != "" || !alone || x.name.Class != naming.Person && x.name.Class != naming.Body {
		g.begin(c, i)
		return
	}
	if x.name.Class == naming.Person && x.name.Full() {
		if claims := g.contained(c, i); len(claims) > 0 {
			g.lend(i, claims)
		} else {
			g.begin(c, i)
		}
		return
	}
	claims := g.claims(i)
	claims = slices.DeleteFunc(claims, func(c claim) bool { return c.p < links || c.p < claims[0].p-0.1 })
	if len(claims) > 0 && !g.byItself(x, claims) {
		g.lend(i, claims)
		return
	}
	g.begin(c, i)
	if !x.name.Full() {
		g.enter(i, x.name)
	}
}

// contained are the actors whose fuller names contradict each other and contain a person's name: "M. Hill" may be Maria
// Hill or Moses Hill, "John Smith" John A. Smith or John B. Smith.
func (g *groups) contained(c *cluster, i int32) []claim {
	x := g.at(i)
	var out []claim
	for _, e := range c.rivals[i] {
		a := g.places[e.other(i)].actor
		if a >= 0 && !slices.ContainsFunc(out, func(c claim) bool { return c.actor == a }) {
			out = append(out, claim{a, e.rule, e.p, true})
		}
	}
	if len(out) > 0 && !x.name.Initials() && x.documents > 3*g.sum(out) {
		return nil
	}
	return out
}

// byItself says whether a name of several words is far commoner than those it may be short for: an actor by itself.
func (g *groups) byItself(x *node, claims []claim) bool {
	mentions := int32(0)
	for _, c := range claims {
		if c.borne {
			return false
		}
		mentions += g.actors[c.actor].mentions
	}
	return x.name.Full() && (x.documents > 3*g.sum(claims) || len(claims) > 1 && x.mentions > 3*mentions)
}

// sum is in how many documents claims are named.
func (g *groups) sum(claims []claim) int32 {
	n := int32(0)
	for _, c := range claims {
		n += g.actors[c.actor].documents
	}
	return n
}

// lend links a short name to the only actor that bears it; else the name has candidates.
func (g *groups) lend(i int32, claims []claim) {
	if len(claims) == 1 {
		g.places[i] = place{claims[0].actor, claims[0].rule, true, claims[0].p}
		g.take(i, claims[0].actor)
		return
	}
	slices.SortStableFunc(claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(g.actors[b.actor].documents, g.actors[a.actor].documents), cmp.Compare(g.actors[b.actor].mentions, g.actors[a.actor].mentions))
	})
	g.places[i] = place{-1, claims[0].rule, true, 0}
	for _, c := range claims {
		g.candidates[i] = append(g.candidates[i], c.actor)
	}
}

// claims lists the actors that a node's name may mean, the likeliest first.
func (g *groups) claims(i int32) []claim {
	x := g.at(i)
	var out []claim
	at := map[int32]int{}
	add := func(node int32, r rule, p float64, borne bool) {
		if g.places[node].lent && !borne {
			return
		}
		a := g.places[node].actor
		if a < 0 || g.forbidden(i, a) {
			return
		}
		k, ok := at[a]
		if !ok {
			at[a] = len(out)
			out = append(out, claim{a, r, p, borne})
			return
		}
		if p > out[k].p {
			out[k].rule, out[k].p = r, p
		}
		out[k].borne = out[k].borne || borne
	}
	for _, c := range g.book.Find(x.name) {
		node := g.owner[c.Group]
		if g.places[node].actor < 0 || c.Rule == "part" && x.name.Generic() {
			continue
		}
		if (c.Rule == "part" || c.Rule == "variant") && x.name.Class == naming.Body && x.kindOf() != g.kind(node) {
			continue
		}
		add(node, ruleOf(c.Rule), c.P, false)
	}
	for _, b := range g.bearers(i) {
		if b.documents >= 2 || !x.name.Generic() {
			add(b.main, b.rule, borne, true)
		}
	}
	slices.SortStableFunc(out, func(a, b claim) int { return cmp.Or(cmp.Compare(b.p, a.p), cmp.Compare(a.actor, b.actor)) })
	return out
}

// placeOf is where a chain belongs.
func (g *groups) placeOf(at int) place {
	if p, ok := g.chosen[at]; ok {
		return p
	}
	return g.places[g.nodes[at]]
}

// kind is the type of the actor that a node's name is of.
func (g *groups) kind(i int32) string {
	if a := g.places[i].actor; a >= 0 {
		return g.actors[a].kind
	}
	return g.at(i).kindOf()
}

func (g *groups) forbidden(i, a int32) bool {
	if !g.rules.Forbidding() {
		return false
	}
	slug := naming.Slug(g.at(i).name.Text)
	if g.rules.Forbids(slug, g.actors[a].id) {
		return true
	}
	return slices.ContainsFunc(g.actors[a].nodes, func(k int32) bool { return g.rules.Forbids(slug, naming.Slug(g.at(k).name.Text)) })
}
