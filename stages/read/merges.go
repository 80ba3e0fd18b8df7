package read

import (
	"fmt"
	"slices"
	"strings"
)

// Merged gives, of every actor that rules merge into another, the one that it is at last. A circle, which a file cannot
// have, ends somewhere in it.
func Merged(rules []Rule) map[string]string {
	into, out := map[string]string{}, map[string]string{}
	for _, r := range rules {
		if _, ok := into[r.OtherID]; r.Rule == "merge" && !ok && r.OtherID != r.EntityID {
			into[r.OtherID] = r.EntityID
		}
	}
	for _, r := range rules {
		if r.Rule != "merge" {
			continue
		}
		var path []string
		on := map[string]bool{}
		id := r.OtherID
		for {
			if last, ok := out[id]; ok {
				id = last
				break
			}
			to, ok := into[id]
			if !ok || on[id] {
				break
			}
			on[id] = true
			path = append(path, id)
			id = to
		}
		for _, p := range path {
			if p != id {
				out[p] = id
			}
		}
	}
	return out
}

// merges are the rows that merge, by the actor that they merge away.
type merges struct {
	by        map[string]*Rule
	canonical map[string]string
}

func mergesOf(rules []Rule, f *faults) merges {
	m := merges{map[string]*Rule{}, Merged(rules)}
	for i := range rules {
		r := &rules[i]
		if r.Rule != "merge" {
			continue
		}
		first, ok := m.by[r.OtherID]
		if !ok {
			m.by[r.OtherID] = r
			continue
		}
		if m.of(first.EntityID) != m.of(r.EntityID) {
			f.add(r.Line, "column other_id: %q is merged into %q by line %d: to make all three one, merge %q into %q instead",
				r.OtherID, first.EntityID, first.Line, r.EntityID, first.EntityID)
		}
	}
	m.circles(rules, f)
	return m
}

func (m merges) of(id string) string {
	if to, ok := m.canonical[id]; ok {
		return to
	}
	return id
}

// circles tells each circle once, at the last of its rows.
func (m merges) circles(rules []Rule, f *faults) {
	seen := map[string]int32{} // line of the walk that came by first
	for i := range rules {
		start := &rules[i]
		if start.Rule != "merge" {
			continue
		}
		r, ok := m.by[start.OtherID]
		for ok && seen[r.OtherID] == 0 {
			seen[r.OtherID] = start.Line
			r, ok = m.by[r.EntityID]
		}
		if !ok || seen[r.OtherID] != start.Line {
			continue
		}
		ring := []*Rule{r} // r is on it
		for x := m.by[r.EntityID]; x != r; x = m.by[x.EntityID] {
			ring = append(ring, x)
		}
		at := 0
		for k, x := range ring {
			if x.Line > ring[at].Line {
				at = k
			}
		}
		text := ring[at].OtherID
		for k := range ring {
			if k == maxTold {
				text += " → …"
				break
			}
			text += " → " + ring[(at+k)%len(ring)].EntityID
		}
		f.add(ring[at].Line, "merge: %s is a circle: delete one of %s", text, lines(ring))
	}
}

// maxTold is how many ids or lines of a circle or a chain are told.
const maxTold = 12

// lines lists rows' lines, ascending.
func lines(rows []*Rule) string {
	sorted := make([]int32, 0, len(rows))
	for _, r := range rows {
		sorted = append(sorted, r.Line)
	}
	slices.Sort(sorted)
	var out []string
	for _, l := range sorted[:min(len(sorted), maxTold)] {
		out = append(out, fmt.Sprint(l))
	}
	text := "lines " + strings.Join(out, ", ")
	if len(sorted) == 1 {
		text = "line " + out[0]
	}
	if more := len(sorted) - len(out); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// between are the rows that merge two actors, if any do.
func (m merges) between(a, b string) []*Rule {
	if m.of(a) != m.of(b) {
		return nil
	}
	at := map[string]int{} // place in up of the row that merges an actor
	var up []*Rule
	for r := m.by[a]; r != nil; r = m.by[r.EntityID] {
		if _, ok := at[r.OtherID]; ok {
			break
		}
		at[r.OtherID] = len(up)
		up = append(up, r)
	}
	seen := map[string]bool{}
	var down []*Rule
	for id := b; !seen[id]; {
		seen[id] = true
		if k, ok := at[id]; ok {
			up = up[:k]
			break
		}
		r := m.by[id]
		if r == nil {
			break
		}
		down = append(down, r)
		id = r.EntityID
	}
	return append(up, down...)
}
