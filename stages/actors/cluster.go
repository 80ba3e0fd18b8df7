package actors

import (
	"cmp"
	"slices"

	"hustings/stages/chains/naming"
)

// edge says that two full names may be one actor's.
type edge struct {
	a, b int32 // nodes, a first in the order
	p    float64
	rule rule
}

// What a rule must be worth to join two full names, and by how much it must beat one that contradicts it.
const (
	joins  = 0.85
	margin = 0.05
)

// nearly is an edge that was not taken, and why.
type nearly struct {
	edge
	why string
}

// maxCompared bounds the names of a cluster that another's are compared with.
const maxCompared = 64

// cluster joins full names by the best edge first, as long as nothing forbids it: two names that do not fit each other
// are never one actor's, nor are two people whom one document tells apart, nor two of the curated file.
//
// A name with two edges equally good that contradict each other takes neither.
type cluster struct {
	*groups
	parent  []int32           // of each node; a root is its own
	members map[int32][]int32 // by root, of clusters of several
	edges   []edge
	of      map[int32][]int32 // edges by node
	rivals  map[int32][]edge  // edges of the names that two contain which are not one
}

func (g *groups) cluster(order []int32) *cluster {
	c := &cluster{groups: g, parent: make([]int32, g.count()), of: map[int32][]int32{}, rivals: map[int32][]edge{}}
	for i := range c.parent {
		c.parent[i] = int32(i)
	}
	c.members = map[int32][]int32{}
	pinned := map[string]int32{}
	for _, i := range order {
		id := g.curatedID(i)
		if id == "" {
			continue
		}
		if first, ok := pinned[id]; ok {
			c.unite(first, i, byFile, 1)
			continue
		}
		pinned[id] = i
		for _, alias := range g.rules.Aliases(id) {
			g.enter(i, naming.Parse(alias, types[g.at(i).kind]))
		}
	}
	c.find(order)
	for _, i := range order {
		c.contained(i)
	}
	for k := range c.edges {
		c.take(k)
	}
	return c
}

// find enters the full names into the book and lists the edges between them, the best first; edges as good as each
// other are in the order of their names.
func (c *cluster) find(order []int32) {
	position := make([]int32, c.count())
	for k, i := range order {
		position[i] = int32(k)
	}
	add := func(i, k int32, r rule, p float64) {
		if i == k || !c.at(k).name.Full() || c.at(k).documents == 0 {
			return
		}
		if position[k] < position[i] {
			i, k = k, i
		}
		c.edges = append(c.edges, edge{i, k, p, r})
	}
	for _, i := range order {
		x := c.at(i)
		if !x.name.Full() || x.name.Class != naming.Person && x.name.Class != naming.Body {
			if c.curatedID(i) != "" && c.everywhere(i) {
				c.enter(i, x.name)
			}
			continue
		}
		for _, f := range c.book.Find(x.name) {
			k := c.owner[f.Group]
			r := ruleOf(f.Rule)
			if f.P < joins || r != same && r != variant && r != initials || x.name.Class == naming.Body && x.kindOf() != c.at(k).kindOf() {
				continue
			}
			add(i, k, r, f.P)
		}
		if c.everywhere(i) {
			c.enter(i, x.name)
		}
		for _, b := range c.bearers(i) {
			if x.name.Class == naming.Body && x.documents >= b.documents {
				continue // a translation that stands alone as often may be many parties' name
			}
			if b.rule == same || b.rule == variant || b.rule == initials || (b.rule == part || b.rule == surname) && x.name.Class == naming.Person {
				add(i, b.main, b.rule, borne)
			}
		}
	}
	slices.SortFunc(c.edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.p, x.p), cmp.Compare(position[x.a], position[y.a]), cmp.Compare(position[x.b], position[y.b]), cmp.Compare(x.rule, y.rule))
	})
	c.edges = slices.CompactFunc(c.edges, func(x, y edge) bool { return x.a == y.a && x.b == y.b })
	for k, e := range c.edges {
		c.of[e.a], c.of[e.b] = append(c.of[e.a], int32(k)), append(c.of[e.b], int32(k))
	}
}

// maxRivals bounds the edges of one name that are compared with each other.
const maxRivals = 16

// contained finds a name that two contain which are not one: "J. Smith" and "John Smith", where there are John A. Smith
// and John B. Smith. It joins none of them, nor any other.
func (c *cluster) contained(i int32) {
	of := c.of[i]
	for m, x := range of[:min(len(of), maxRivals)] {
		for _, y := range of[:m] {
			e, f := c.edges[y], c.edges[x]
			if e.rule == variant || f.rule == variant || e.p > f.p+margin || c.against(e.other(i), f.other(i)) == "" {
				continue
			}
			for _, k := range of {
				c.rivals[i] = append(c.rivals[i], c.edges[k])
			}
			return
		}
	}
}

// other is the end of an edge that is not i.
func (e edge) other(i int32) int32 { return e.a + e.b - i }

// take joins the two clusters of an edge, or says what is against it.
func (c *cluster) take(k int) {
	e := c.edges[k]
	a, b := c.root(e.a), c.root(e.b)
	if a == b || c.rivals[e.a] != nil || c.rivals[e.b] != nil {
		return
	}
	if why := c.against(a, b); why != "" {
		c.nearly = append(c.nearly, nearly{e, why})
		return
	}
	for _, end := range [2][3]int32{{e.a, a, b}, {e.b, b, a}} {
		x, own, other := end[0], end[1], end[2]
		for _, f := range c.of[x] {
			rival := c.edges[f]
			if r := c.root(rival.other(x)); rival.p > e.p-margin && r != own && r != other && c.against(other, r) != "" {
				c.nearly = append(c.nearly, nearly{e, ambiguous})
				return
			}
		}
	}
	c.unite(e.a, e.b, e.rule, e.p)
}

// What is against joining two names, or makes it doubtful.
const (
	forbidden = "actors.csv keeps them apart"
	otherName = "another of its names does not fit"
	together  = "one document names both"
	ambiguous = "it fits two that are not one"
	parties   = "their documents put them into other parties and name nobody else in common"
	periods   = "their documents are more than a life apart and name nobody else in common"
	strangers = "its documents name nobody else in common"
	several   = "several bear the name"
)

// against says why two clusters cannot be one actor; empty if they can.
func (c *cluster) against(a, b int32) string {
	as, bs := c.all(a), c.all(b)
	if c.curatedID(as[0]) != "" && c.curatedID(bs[0]) != "" {
		return forbidden
	}
	as, bs = as[:min(len(as), maxCompared)], bs[:min(len(bs), maxCompared)]
	for _, i := range as {
		x := c.at(i)
		for _, k := range bs {
			y := c.at(k)
			if c.rules.Forbidding() && c.never(i, k) {
				return forbidden
			}
			if x.name.Class != naming.Person || !x.name.Full() || !y.name.Full() {
				continue
			}
			if r, _ := naming.Fit(x.name, y.name); r == "" && x.id == "" && y.id == "" {
				return otherName
			}
			if !x.name.Initials() && !y.name.Initials() && c.together(i, k) {
				return together
			}
		}
	}
	return ""
}

// together says whether one document has chains of both names.
func (c *cluster) together(i, k int32) bool {
	a, b := c.documentsOf(i), c.documentsOf(k)
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, d := range a {
		at, ok := slices.BinarySearch(b, d)
		if ok {
			return true
		}
		b = b[at:]
	}
	return false
}

func (c *cluster) never(i, k int32) bool {
	a, b := naming.Slug(c.at(i).name.Text), naming.Slug(c.at(k).name.Text)
	return c.rules.Forbids(a, b) || c.rules.Forbids(a, c.curatedID(k)) || c.rules.Forbids(b, c.curatedID(i))
}

func (c *cluster) root(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// all are the members of a root's cluster, the curated first.
func (c *cluster) all(root int32) []int32 {
	if list, ok := c.members[root]; ok {
		return list
	}
	return []int32{root}
}

// unite joins the clusters of two nodes. Each node keeps the best rule that joined it to another.
func (c *cluster) unite(i, k int32, r rule, p float64) {
	a, b := c.root(i), c.root(k)
	if a == b {
		return
	}
	if c.curatedID(b) != "" {
		a, b = b, a
	}
	c.members[a] = append(slices.Clip(c.all(a)), c.all(b)...)
	delete(c.members, b)
	c.parent[b] = a
	for _, x := range [2]int32{i, k} {
		if place := &c.places[x]; place.rule == noRule {
			place.rule, place.p = r, p
		}
	}
}
