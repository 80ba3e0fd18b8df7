package actors

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hustings/stages/chains/naming"
)

// name gives every actor its type, name and id. An id is the slug of the name, so that it depends on nothing but the
// actor's own names; the file's ids outrank it, and its merges are done here.
func (g *groups) name() {
	for _, a := range g.actors {
		if len(a.nodes) == 0 {
			continue
		}
		a.kind = g.kindOf(a)
		a.name, a.acronym = g.fullest(a)
		if a.curated {
			g.curate(a)
			continue
		}
		a.id = naming.Slug(a.name)
	}
	g.merge()
	g.tell()
	g.merge() // by the ids of namesakes, too
}

func (g *groups) curate(a *actor) {
	said := g.rules.Actors[a.id]
	if said.Kind != "" {
		a.kind = said.Kind
	}
	if said.Name != "" {
		a.name = said.Name
	}
}

// fullest is the name with the most words among those at least a fifth as common as the commonest, and the acronym.
func (g *groups) fullest(a *actor) (name, acronym string) {
	top := int32(0)
	var own []*node
	acronyms := map[string]int32{}
	for _, i := range a.nodes {
		x := g.at(i)
		if x.more != nil {
			for short, n := range x.more.acronyms {
				acronyms[short] += n
			}
		}
		if !g.places[i].lent {
			own = append(own, x)
			top = max(top, x.mentions)
		}
	}
	acronym = commonest(acronyms)
	best := slices.MinFunc(own, func(x, y *node) int { // an actor is begun by a name of its own
		return cmp.Or(cmp.Compare(y.weight(top), x.weight(top)), cmp.Compare(y.mentions, x.mentions), cmp.Compare(x.name.Key, y.name.Key))
	})
	return best.text(), acronym
}

func (x *node) weight(top int32) int {
	switch n := x.name; {
	case n.Acronym:
		return 0
	case 5*x.mentions < top:
		return 1
	case n.Initials():
		return 2
	default:
		return 2 + len(n.Words)
	}
}

// text is how a name is written most, in small letters if it ever is.
func (x *node) text() string {
	small := maps.Clone(x.written())
	maps.DeleteFunc(small, func(t string, _ int32) bool { return capitals(t) })
	if len(small) > 0 {
		return commonest(small)
	}
	return commonest(x.written())
}

func commonest(counts map[string]int32) string {
	best := ""
	for _, t := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[t] > counts[best] {
			best = t
		}
	}
	return best
}

func capitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// merge makes actors one whose ids the file merges.
func (g *groups) merge() {
	if len(g.rules.Actors) == 0 {
		return
	}
	into := map[int32]int32{}
	for i, a := range g.actors {
		id := g.rules.Canonical(a.id)
		to, ok := g.pinned[id]
		said, known := g.rules.Actors[id]
		known = known && (said.Kind == "" || naming.ClassOf(said.Kind) == naming.ClassOf(a.kind))
		if len(a.nodes) > 0 && !ok && (id != a.id || known) {
			g.pinned[id], to, ok = int32(i), int32(i), true
			a.id, a.curated = id, true
			g.curate(a)
		}
		if ok && to != int32(i) {
			into[int32(i)] = to
		}
	}
	if len(into) == 0 {
		return
	}
	move := func(a int32) int32 {
		if to, ok := into[a]; ok {
			return to
		}
		return a
	}
	for i := range g.places {
		p := &g.places[i]
		if p.actor >= 0 && move(p.actor) != p.actor {
			p.rule, p.actor = merged, move(p.actor)
		}
		if list := g.candidates[int32(i)]; p.actor < 0 && list != nil {
			for k := range list {
				list[k] = move(list[k])
			}
			slices.Sort(list)
			list = slices.Compact(list)
			g.candidates[int32(i)] = list
			if len(list) == 1 {
				p.actor, p.p = list[0], borne
			}
		}
	}
	for at, p := range g.chosen {
		if p.actor >= 0 {
			p.actor = move(p.actor)
			g.chosen[at] = p
		}
	}
	for from, a := range g.actors {
		if to, ok := into[int32(from)]; ok {
			g.actors[to].mentions += a.mentions
			if g.actors[to].acronym == "" {
				g.actors[to].acronym = a.acronym
			}
			a.mentions = 0
		}
	}
}
