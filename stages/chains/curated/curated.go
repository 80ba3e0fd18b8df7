// Package curated reads the rules of actors.csv: which names are whose, which actors are one, which never are.
//
// A [File] is the rules ready for looking up; a [Hit] is one of its names found in a document.
package curated

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"hustings/stages/chains/naming"
	"hustings/stages/read"
)

// File is the rules, ready for looking up.
type File struct {
	aliases map[string][]alias  // by the folded letters that the alias begins with; longest first
	merged  map[string]string   // id to the id that it is merged into
	never   map[[2]string]bool  // pairs of ids, or of an id and an alias's id, both ways
	pinned  map[string][]string // aliases by id, of the rules without conditions

	// Actors are the curated actors by id.
	Actors map[string]Actor
}

type alias struct {
	text, upper string // white space folded, quotes straight; upper is empty if it would be the same or too short
	id          string
	when        read.Rule
}

// Actor is what the file says of an actor; empty fields say nothing.
type Actor struct{ Name, Kind string }

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
	c := &File{map[string][]alias{}, map[string]string{}, map[[2]string]bool{}, map[string][]string{}, map[string]Actor{}}
	for _, r := range rules {
		if r.Rule == "merge" && r.OtherID != "" && r.OtherID != r.EntityID {
			c.merged[r.OtherID] = r.EntityID
		}
	}
	for _, r := range rules {
		id := c.Canonical(r.EntityID)
		switch r.Rule {
		case "never":
			other := r.OtherID
			if other == "" {
				other = naming.Slug(naming.Clean(r.Alias))
			}
			c.never[[2]string{id, other}], c.never[[2]string{other, id}] = true, true
		case "name", "merge":
			a := c.Actors[id]
			if a.Name == "" {
				a.Name = naming.Fold(r.Name)
			}
			if a.Kind == "" {
				a.Kind = r.Type
			}
			c.Actors[id] = a
			for _, text := range slices.Compact([]string{r.Alias, r.Name}) {
				c.add(text, id, r)
			}
		}
	}
	for _, list := range c.aliases {
		slices.SortStableFunc(list, func(a, b alias) int { return len(b.text) - len(a.text) })
	}
	return c
}

func (c *File) add(text, id string, when read.Rule) {
	text = straight(naming.Fold(text))
	start := beginning(text)
	if text == "" || id == "" {
		return
	}
	a := alias{text: text, id: id, when: when}
	if up := strings.ToUpper(text); up != text && utf8.RuneCountInString(text) > 3 {
		a.upper = up
	}
	c.aliases[start] = append(c.aliases[start], a)
	if !conditional(when) {
		c.pinned[id] = append(c.pinned[id], text)
	}
}

// Canonical follows merges; a circle ends where it began.
func (c *File) Canonical(id string) string {
	for range len(c.merged) {
		to, ok := c.merged[id]
		if !ok {
			return id
		}
		id = to
	}
	return id
}

// Forbids says whether two names or ids are never one.
func (c *File) Forbids(a, b string) bool { return len(c.never) > 0 && c.never[[2]string{a, b}] }

// Aliases are the names that the file gives to an actor wherever they stand, in the order of the file.
func (c *File) Aliases(id string) []string { return c.pinned[id] }

// Pinned gives the id of a curated actor that a name would have by itself, or is merged into; empty if there is none.
func (c *File) Pinned(n naming.Name) string {
	if len(c.Actors) == 0 && len(c.merged) == 0 {
		return ""
	}
	slug := naming.Slug(n.Text)
	id := c.Canonical(slug)
	if a, ok := c.Actors[id]; ok && (id != slug || a.Kind == "" || naming.ClassOf(a.Kind) == n.Class) {
		return id
	}
	return ""
}

// Forbidding says whether the file forbids anything.
func (c *File) Forbidding() bool { return len(c.never) > 0 }
