// Package curated reads the rules of actors.csv: which names are whose, which actors are one, which never are, and who
// is not to be told of.
//
// A [File] is the rules ready for looking up; a [Hit] is one of its names found in a document, with its [Meaning].
package curated

import (
	"slices"
	"sync/atomic"

	"hustings/stages/chains/naming"
	"hustings/stages/read"
)

// File is the rules, ready for looking up.
type File struct {
	names     index
	canonical map[string]string   // id to the id that it is merged into at last
	never     map[[2]string]bool  // pairs of ids, or of an id and an alias's id, both ways
	owned     map[string][]string // aliases by id, of the rules without conditions
	owner     map[string]string   // id by alias, of the same
	open      map[string][]string // by the slug of an ambiguous alias: whom it may mean
	excluded  map[string]bool
	members   []Membership

	// Actors are the curated actors by id.
	Actors map[string]Actor
}

// Actor is what the file says of an actor; empty fields say nothing.
type Actor struct{ Name, Kind string }

// Membership is a person's place in a party.
type Membership struct {
	Person, Party, Role string // the first two are ids
	From, To            string // a year, a month or a day; empty where the file leaves it open
	Line                int32  // in actors.csv
}

// compiled keeps the last file compiled: all documents of a run share their rules.
var compiled atomic.Pointer[struct {
	rules []read.Rule
	file  *File
}]

// Of compiles the rules of a run.
func Of(rules []read.Rule) *File {
	if c := compiled.Load(); c != nil && len(c.rules) == len(rules) && (len(rules) == 0 || &c.rules[0] == &rules[0]) {
		return c.file
	}
	c := compile(rules)
	compiled.Store(&struct {
		rules []read.Rule
		file  *File
	}{rules, c})
	return c
}

func compile(rules []read.Rule) *File {
	c := &File{canonical: read.Merged(rules), never: map[[2]string]bool{}, owned: map[string][]string{}, owner: map[string]string{},
		open: map[string][]string{}, excluded: map[string]bool{}, Actors: map[string]Actor{}}
	for _, r := range rules {
		if r.Rule == "ambiguous" {
			slug, id := read.AliasID(r.Alias), c.Canonical(r.EntityID)
			if !slices.Contains(c.open[slug], id) {
				c.open[slug] = append(c.open[slug], id)
			}
		}
	}
	b := newBuilder()
	for i := range rules {
		r := &rules[i]
		id := c.Canonical(r.EntityID)
		switch r.Rule {
		case "never":
			other := c.Canonical(r.OtherID)
			if other == "" {
				other = c.Canonical(read.AliasID(r.Alias))
			}
			c.never[[2]string{id, other}], c.never[[2]string{other, id}] = true, true
			continue
		case "name":
			c.own(b, id, r.Alias, r)
			if c.open[read.AliasID(r.Name)] == nil { // the name to show may be one that several go by
				c.own(b, id, r.Name, r)
			}
		case "ambiguous":
			b.add(r.Alias, id, r)
		case "exclude":
			if id == "" {
				id = c.Canonical(read.AliasID(r.Alias))
				if r.Conditional() { // elsewhere the name is another's
					id += "-excluded"
				}
			}
			c.excluded[id] = true
			c.own(b, id, r.Alias, r)
		}
		b.watch(r)
		c.describe(id, r)
	}
	for _, r := range rules { // a name of an actor merged away is shown where its own rows have none
		if r.Rule == "name" && c.Canonical(r.EntityID) != r.EntityID {
			c.fill(c.Canonical(r.EntityID), r.Name, r.Type)
		}
	}
	c.names = b.index()
	c.enroll(rules)
	return c
}

// own gives an actor an alias.
func (c *File) own(b *builder, id, alias string, r *read.Rule) {
	alias = read.Alike(alias)
	if alias == "" {
		return
	}
	b.add(alias, id, r)
	if !r.Conditional() && !slices.Contains(c.owned[id], alias) {
		c.owned[id] = append(c.owned[id], alias)
		if _, ok := c.owner[alias]; !ok {
			c.owner[alias] = id
		}
	}
}

// describe makes an actor known, with what its own row says of it.
func (c *File) describe(id string, r *read.Rule) {
	if r.EntityID == id || r.Rule != "name" {
		c.fill(id, r.Name, r.Type)
		return
	}
	c.fill(id, "", "")
}

func (c *File) fill(id, name, kind string) {
	a := c.Actors[id]
	if a.Name == "" {
		a.Name = naming.Fold(name)
	}
	if a.Kind == "" {
		a.Kind = kind
	}
	c.Actors[id] = a
}

// enroll lists the memberships in the order of the file. A party may be told by its id or by a name.
func (c *File) enroll(rules []read.Rule) {
	for _, r := range rules {
		if r.Rule != "name" || r.Party == "" {
			continue
		}
		party, ok := c.owner[read.Alike(r.Party)]
		if !ok {
			party = c.Canonical(read.AliasID(r.Party))
		}
		person := c.Canonical(r.EntityID)
		if c.excluded[person] || c.excluded[party] {
			continue
		}
		c.members = append(c.members, Membership{person, party, r.Role, r.From, r.To, r.Line})
	}
}

// Canonical follows merges.
func (c *File) Canonical(id string) string {
	if to, ok := c.canonical[id]; ok {
		return to
	}
	return id
}

// Forbids says whether two names or ids are never one.
func (c *File) Forbids(a, b string) bool {
	return len(c.never) > 0 && c.never[[2]string{c.Canonical(a), c.Canonical(b)}]
}

// Forbidding says whether the file forbids anything.
func (c *File) Forbidding() bool { return len(c.never) > 0 }

// Excluded says whether nothing may be told of an actor.
func (c *File) Excluded(id string) bool { return len(c.excluded) > 0 && c.excluded[c.Canonical(id)] }

// Ambiguous lists whom a name may mean that the file leaves open anywhere, in the order of the file; none if it says
// nothing of the name.
func (c *File) Ambiguous(n naming.Name) []string {
	if len(c.open) == 0 {
		return nil
	}
	return c.open[naming.Slug(n.Text)]
}

// Memberships are the persons' places in parties, in the order of the file, without those of excluded actors.
func (c *File) Memberships() []Membership { return c.members }

// Aliases are the names that the file gives to an actor wherever they stand, in the order of the file.
func (c *File) Aliases(id string) []string { return c.owned[id] }

// Pinned gives the id of a curated actor that a name would have by itself, or is merged into; empty if there is none, or
// if the file leaves open whom the name means.
func (c *File) Pinned(n naming.Name) string {
	if len(c.Actors) == 0 {
		return ""
	}
	slug := naming.Slug(n.Text)
	id := c.Canonical(slug)
	if a, ok := c.Actors[id]; ok && c.open[slug] == nil && (id != slug || a.Kind == "" || naming.ClassOf(a.Kind) == n.Class) {
		return id
	}
	return ""
}
