package read

import (
	"strings"

	"hustings/stages/read/slug"
)

// contradictions finds rows that cannot all be true: merges in a circle, actors that are merged and never one, an alias
// of two actors, an actor of two types or names.
func contradictions(rules []Rule, f *faults) {
	m := mergesOf(rules, f)
	m.nevers(rules, f)
	m.aliases(rules, f)
	m.actors(rules, f)
	company(rules, f)
}

func (m merges) nevers(rules []Rule, f *faults) {
	for i := range rules {
		r := &rules[i]
		if r.Rule != "never" || len(*f) >= maxFaults {
			continue
		}
		other := r.OtherID
		if other == "" {
			other = AliasID(r.Alias)
		}
		if rows := m.between(r.EntityID, other); len(rows) > 0 {
			f.add(r.Line, "never: %q and %q are merged by %s: delete this row or a row that merges them", r.EntityID, other, lines(rows))
		}
	}
}

// aliases finds names that two rows give to different actors everywhere, or that one row leaves open and another not.
func (m merges) aliases(rules []Rule, f *faults) {
	open, slugs := map[string]int32{}, map[string]bool{} // line of the first row, by alias
	for _, r := range rules {
		if key := Alike(r.Alias); r.Rule == "ambiguous" {
			slugs[AliasID(r.Alias)] = true
			if open[key] == 0 {
				open[key] = r.Line
			}
		}
	}
	type claim struct {
		id   string
		line int32
	}
	owner := map[string]claim{}
	for i := range rules {
		r := &rules[i]
		if r.Rule != "name" && r.Rule != "exclude" || r.Conditional() {
			continue
		}
		id := m.of(r.EntityID)
		if id == "" {
			id = m.of(AliasID(r.Alias))
		}
		for _, column := range []string{"alias", "name"} {
			text := *r.column(column)
			key := Alike(text)
			if text == "" || column == "name" && slugs[AliasID(text)] { // several may be shown by one name
				continue
			}
			if line := open[key]; line != 0 {
				f.add(r.Line, "column %s: line %d leaves open whom %q means, this row does not: make it a row with the rule \"ambiguous\", or say in which documents it holds", column, line, text)
			}
			first, ok := owner[key]
			switch {
			case !ok:
				owner[key] = claim{id, r.Line}
			case first.id != id:
				f.add(r.Line, "column %s: %q is %q by line %d and cannot be %q everywhere too: where a name means several actors, give each a row with the rule \"ambiguous\"", column, text, first.id, first.line, id)
			}
		}
	}
	for i := range rules {
		r := &rules[i]
		if first, ok := owner[Alike(r.Alias)]; ok && r.Rule == "never" && r.Alias != "" && first.id == m.of(r.EntityID) {
			f.add(r.Line, "never: line %d says that %q is %q: delete one of the two", first.line, r.Alias, first.id)
		}
	}
}

// actors finds actors that two rows give different types, or names to show.
func (m merges) actors(rules []Rule, f *faults) {
	typed, named := map[string]*Rule{}, map[string]*Rule{}
	for i := range rules {
		r := &rules[i]
		if r.Type != "" {
			if first := typed[m.of(r.EntityID)]; first == nil {
				typed[m.of(r.EntityID)] = r
			} else if first.Type != r.Type {
				f.add(r.Line, "column type: is %s, but by line %d %q is %s: an actor has one type", r.Type, first.Line, first.EntityID, first.Type)
			}
		}
		if r.Name != "" {
			if first := named[r.EntityID]; first == nil {
				named[r.EntityID] = r
			} else if Alike(first.Name) != Alike(r.Name) {
				f.add(r.Line, "column name: is %q, but line %d shows %q as %q: put further names into column alias", r.Name, first.Line, r.EntityID, first.Name)
			}
		}
	}
}

// company finds actors that a column with names by an id that no row has.
func company(rules []Rule, f *faults) {
	known := map[string]bool{}
	for _, r := range rules {
		known[r.EntityID], known[r.OtherID] = true, true
	}
	for _, r := range rules {
		if strings.Contains(r.With, "-") && slug.Of(r.With) == r.With && !known[r.With] {
			f.add(r.Line, "column with: no row is about %q: write the name as it stands in the texts, or add a row for the actor", r.With)
		}
	}
}
