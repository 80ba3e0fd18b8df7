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
		a.kind = kindOf(a.votes)
		a.name, a.acronym = g.fullest(a)
		if a.curated {
			g.curate(a)
			continue
		}
		a.id = naming.Slug(a.name)
	}
	g.merge()
	g.tell()
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
		x := g.nodes[i]
		for short, n := range x.acronyms {
			acronyms[short] += n
		}
		if len(g.places[i].candidates) == 0 {
			own = append(own, x)
			top = max(top, x.mentions)
		}
	}
	acronym = commonest(acronyms)
	if len(own) == 0 { // every name is borrowed: cannot be, an actor is begun by its own
		return "", acronym
	}
	best := slices.MinFunc(own, func(x, y *node) int {
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
	small := maps.Clone(x.texts)
	maps.DeleteFunc(small, func(t string, _ int32) bool { return capitals(t) })
	if len(small) > 0 {
		return commonest(small)
	}
	return commonest(x.texts)
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
		if !ok && id != a.id {
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
			p.rule = "merged"
		}
		p.actor = move(p.actor)
		for k := range p.candidates {
			p.candidates[k] = move(p.candidates[k])
		}
		slices.Sort(p.candidates)
		p.candidates = slices.Compact(p.candidates)
		if p.actor < 0 && len(p.candidates) == 1 {
			p.actor, p.p = p.candidates[0], 0.9
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

// tell gives actors with one id a suffix: the commonest keeps the bare id, the others say what they are.
func (g *groups) tell() {
	same := map[string][]*actor{}
	var ids []string
	for _, a := range g.actors {
		if same[a.id] == nil {
			ids = append(ids, a.id)
		}
		same[a.id] = append(same[a.id], a)
	}
	slices.Sort(ids)
	taken := map[string]bool{}
	for _, id := range ids {
		taken[id] = true
	}
	for _, id := range ids {
		list := same[id]
		slices.SortStableFunc(list, func(a, b *actor) int {
			if a.curated != b.curated {
				if a.curated {
					return -1
				}
				return 1
			}
			return cmp.Or(cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name))
		})
		for _, a := range list[1:] {
			if a.mentions == 0 { // merged away
				continue
			}
			a.id = id + "-as-" + strings.ToLower(a.kind)
			for taken[a.id] {
				a.id += "-too"
			}
			taken[a.id] = true
		}
	}
}
