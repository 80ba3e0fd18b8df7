package actors

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hustings/stages/chains/naming"
)

// tell gives actors with one id a suffix. Of those that differ in kind, the commonest keeps the bare id and the others
// say what they are; of namesakes of one kind each says by what it is told apart, so that no id passes from one to the
// other when there are more documents.
func (g *groups) tell() {
	same := map[string][]int32{}
	taken := map[string]bool{}
	for i, a := range g.actors {
		if a.mentions > 0 {
			same[a.id] = append(same[a.id], int32(i))
			taken[a.id] = true
		}
	}
	var ids []string
	for id, list := range same {
		if len(list) > 1 {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		g.tellKinds(id, g.tellNamesakes(id, same[id], taken), taken)
	}
}

// tellNamesakes gives those of one kind a suffix and returns one list a kind.
func (g *groups) tellNamesakes(id string, list []int32, taken map[string]bool) [][]int32 {
	var kinds [][]int32
	for _, a := range list {
		k := slices.IndexFunc(kinds, func(l []int32) bool { return g.actors[l[0]].kind == g.actors[a].kind })
		if k < 0 {
			kinds = append(kinds, nil)
			k = len(kinds) - 1
		}
		kinds[k] = append(kinds[k], a)
	}
	for _, l := range kinds {
		l = slices.DeleteFunc(slices.Clone(l), func(a int32) bool { return g.actors[a].curated })
		if len(l) < 2 {
			continue
		}
		marks := g.marks(l)
		for k, a := range l {
			g.actors[a].id = id + "-" + marks[k]
			if _, ok := g.pinned[g.actors[a].id]; !ok { // else they will be merged
				g.actors[a].id = free(g.actors[a].id, taken)
			}
		}
	}
	return kinds
}

// tellKinds gives all kinds but the commonest a suffix.
func (g *groups) tellKinds(id string, kinds [][]int32, taken map[string]bool) {
	var bare []*actor
	for _, l := range kinds {
		for _, a := range l {
			if x := g.actors[a]; x.id == id {
				bare = append(bare, x)
			}
		}
	}
	slices.SortStableFunc(bare, func(a, b *actor) int {
		if a.curated != b.curated {
			if a.curated {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.kind, b.kind), cmp.Compare(a.name, b.name))
	})
	for k, a := range bare {
		if k > 0 {
			a.id = free(id+"-as-"+strings.ToLower(a.kind), taken)
		}
	}
}

// free gives an id that no other has: a name may read like another's with its suffix.
func free(id string, taken map[string]bool) string {
	out := id
	for k := 2; taken[out]; k++ {
		out = id + "-" + strconv.Itoa(k)
	}
	taken[out] = true
	return out
}

// marks tell namesakes apart: by the party that each one's documents name most, else by the place, else by when the first
// was written, else by the first document's id.
func (g *groups) marks(list []int32) []string {
	for _, mark := range []func(int32) string{
		func(a int32) string { return g.company(a, "PARTY") },
		func(a int32) string { return g.company(a, "GPE") },
		g.decade,
	} {
		out := make([]string, len(list))
		for k, a := range list {
			out[k] = mark(a)
		}
		sorted := slices.Sorted(slices.Values(out))
		if sorted[0] != "" && len(slices.Compact(sorted)) == len(list) {
			return out
		}
	}
	out := make([]string, len(list))
	for k, a := range list {
		out[k] = naming.Slug(g.ids[slices.MinFunc(g.own(a), g.byID)])
	}
	return out
}

// company is the id of the actor of a kind that most of an actor's documents name; empty if none is named more than the next.
func (g *groups) company(a int32, kind string) string {
	count := map[int32]int{}
	for _, d := range g.own(a) {
		for _, f := range g.companyOf(d) {
			if f != a && g.actors[f].kind == kind && !g.rules.Excluded(g.actors[f].id) {
				count[f]++
			}
		}
	}
	best, top, second := int32(-1), 0, 0
	for f, n := range count {
		switch {
		case n > top:
			best, top, second = f, n, top
		case n > second:
			second = n
		}
	}
	if best < 0 || top == second {
		return ""
	}
	return naming.Slug(cmp.Or(g.actors[best].acronym, g.actors[best].name))
}

// decade is when an actor's first document was written: "1890s".
func (g *groups) decade(a int32) string {
	first := int16(0)
	for _, d := range g.own(a) {
		if y := g.years[d]; y != 0 && (first == 0 || y < first) {
			first = y
		}
	}
	if first == 0 {
		return ""
	}
	return strconv.Itoa(int(first)/10*10) + "s"
}
