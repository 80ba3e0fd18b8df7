package chains

import (
	"slices"

	"hustings/stages/chains/naming"
)

// How sure the best rule must be, and by how much it must beat the next.
const (
	enough = 0.6
	margin = 0.1
)

// join places every form: the curated ones, then the others from long to short.
func (j *joiner) join() {
	for _, f := range j.forms {
		if f.id != "" {
			j.pin(f)
		}
	}
	order := slices.Clone(j.forms)
	slices.SortStableFunc(order, func(a, b *form) int {
		if x := rank(a.name) - rank(b.name); x != 0 {
			return x
		}
		return len(b.name.Words) - len(a.name.Words)
	})
	for _, f := range order {
		j.place(f, 0)
	}
	j.shorten()
}

// pin places a form that the curated file gives an id.
func (j *joiner) pin(f *form) {
	g, ok := j.byID[f.id]
	if !ok {
		g = j.begin(f)
		j.byID[f.id] = g
		if name := j.rules.Actors[f.id].Name; name != "" {
			j.book.Add(g, naming.Parse(name, f.kind))
		}
	}
	f.group, f.rule, f.p = g, "curated", 1
	j.add(g, f)
}

// rank puts names that can stand for an actor before those that need another's.
func rank(n naming.Name) int {
	switch {
	case n.Full() && !n.Initials():
		return 0
	case n.Full():
		return 1
	case n.Acronym:
		return 2
	}
	return 3
}

func (j *joiner) begin(f *form) int32 {
	j.kinds, j.groupID, j.slugs, j.open = append(j.kinds, f.kind), append(j.groupID, f.id), append(j.slugs, nil), append(j.open, f.open.Candidates)
	return j.book.New()
}

func (j *joiner) add(g int32, f *form) {
	if f.rule != "curated" || f.name.Class != naming.Person || f.name.Full() { // whom the file calls "Hill" is no Tom Hill
		j.book.Add(g, f.name)
	}
	if j.rules.Forbidding() {
		j.slugs[g] = append(j.slugs[g], naming.Slug(f.name.Text))
	}
}

// place gives a form its group. depth bounds definitions that define each other.
func (j *joiner) place(f *form, depth int) {
	if f.group >= 0 {
		return
	}
	if g, ok := j.defined(f, depth); ok && f.group < 0 {
		f.group, f.p = g, 1
		j.add(g, f)
		return
	}
	if f.group >= 0 {
		return
	}
	f.rule = ""
	var fits []naming.Candidate
	for _, c := range j.book.Find(f.name) {
		if c.P >= enough && j.may(f, c) {
			fits = append(fits, c)
		}
	}
	if len(fits) > 0 {
		best := fits[0]
		if len(fits) == 1 || best.P-fits[1].P > margin-1e-9 {
			f.group, f.rule, f.p = best.Group, best.Rule, best.P
			if f.rule != "part" && f.rule != "surname" {
				j.add(best.Group, f)
			}
			return
		}
		for _, c := range fits {
			if f.open.ID == "" && best.P-c.P < margin {
				f.rivals = append(f.rivals, c)
			}
		}
	}
	if f.open.ID != "" {
		f.id = f.open.ID
		j.pin(f)
		return
	}
	f.group, f.rule, f.p = j.begin(f), "full", 1
	j.add(f.group, f)
}

// defined gives the group that a document defines a form to be of, if it is one alone.
func (j *joiner) defined(f *form, depth int) (int32, bool) {
	group := int32(-1)
	for _, long := range f.outer {
		if depth > 8 {
			return 0, false
		}
		j.place(long, depth+1)
		if group >= 0 && long.group != group || !j.may(f, naming.Candidate{Group: long.group, Rule: "acronym"}) {
			return 0, false
		}
		group = long.group
	}
	return group, group >= 0
}

// may says whether nothing forbids that a form joins a group: the curated file, or a party that would join a union by
// likeness alone. A name that the file leaves open goes to whom the document makes clear, unless conditions hold and
// none of the file's rows has heard of that one.
func (j *joiner) may(f *form, c naming.Candidate) bool {
	if f.open.Held && !slices.Contains(f.open.All, j.groupID[c.Group]) {
		return false
	}
	if f.name.Class == naming.Body && f.kind != j.kinds[c.Group] && (c.Rule == "part" || c.Rule == "variant") {
		return false
	}
	if !j.rules.Forbidding() {
		return true
	}
	slug := naming.Slug(f.name.Text)
	if j.rules.Forbids(slug, j.groupID[c.Group]) {
		return false
	}
	for _, other := range j.slugs[c.Group] {
		if j.rules.Forbids(slug, other) {
			return false
		}
	}
	return true
}
