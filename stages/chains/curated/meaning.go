package curated

import (
	"slices"

	"hustings/stages/chains/naming"
	"hustings/stages/read"
)

// Meaning is whom a name means in a document by the file.
type Meaning struct {
	ID         string   // the actor; empty where the file leaves it open
	Candidates []string // whom it may mean then, in the order of the file
	All        []string // of an ambiguous name: whom it may mean anywhere; what the document says outranks ID if it says one of them
	Held       bool     // whether any condition of an ambiguous name holds: else the document may say anyone
}

// Sure says whether the file outranks what the document says.
func (m Meaning) Sure() bool { return m.ID != "" && len(m.All) == 0 }

// IDs are whom it may mean, sure or not.
func (m Meaning) IDs() []string {
	if m.ID != "" {
		return []string{m.ID}
	}
	return m.Candidates
}

// Kind is the type that the file gives to the first of them that it gives any; empty if to none.
func (c *File) Kind(m Meaning) string {
	for _, id := range m.IDs() {
		if kind := c.Actors[id].Kind; kind != "" {
			return kind
		}
	}
	return ""
}

func (m Meaning) none() bool { return m.ID == "" && len(m.Candidates) == 0 }

// scene is one document with what is known of the rules' conditions in it.
type scene struct {
	file     *File
	doc      Document
	present  map[string]bool // the file's texts that stand in the document
	slugs    map[string]bool // ids of the names found in it; nil until they are asked for
	known    map[*read.Rule]bool
	meanings map[*entry]Meaning
}

// meaning decides whom an alias means: the actor of the only rows "name" whose conditions hold, then the one that has it
// without conditions, then that of the only rows "ambiguous" whose conditions hold; else it is open.
func (s *scene) meaning(e *entry) Meaning {
	m, ok := s.meanings[e]
	if !ok {
		m = s.decide(e.claims)
		s.meanings[e] = m
	}
	return m
}

func (s *scene) decide(claims []claim) Meaning {
	var sure, own, all, held, likely []string // ids: of names with conditions that hold, and without; of ambiguous rows
	for _, c := range claims {
		free := !c.rule.Conditional()
		holds := free || s.holds(c.rule)
		switch {
		case c.rule.Rule == "ambiguous":
			all = with(all, c.id)
			if holds {
				likely = with(likely, c.id)
			}
			if holds && !free {
				held = with(held, c.id)
			}
		case free:
			own = with(own, c.id)
		case holds:
			sure = with(sure, c.id)
		}
	}
	switch {
	case len(sure) == 1:
		return Meaning{ID: sure[0]}
	case len(sure) > 1:
		return Meaning{Candidates: sure, All: sure, Held: true}
	case len(own) > 0:
		return Meaning{ID: own[0]}
	case len(held) == 1:
		return Meaning{ID: held[0], All: all, Held: true}
	case len(held) > 1:
		return Meaning{Candidates: likely, All: all, Held: true}
	}
	return Meaning{Candidates: all, All: all}
}

func with(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

func (s *scene) holds(r *read.Rule) bool {
	ok, seen := s.known[r]
	if !seen {
		ok = (r.Doc == "" || r.Doc == s.doc.ID) && (r.Party != "" || read.Within(s.doc.Date, r.From, r.To)) &&
			(r.Place == "" || s.present[read.Alike(r.Place)]) && (r.With == "" || s.named(r.With))
		s.known[r] = ok
	}
	return ok
}

// named says whether a document names an actor that is told by its id or by a name.
func (s *scene) named(who string) bool {
	if s.present[read.Alike(who)] {
		return true
	}
	id := s.file.Canonical(who)
	if owner, ok := s.file.owner[read.Alike(who)]; ok {
		id = owner
	}
	for _, alias := range s.file.owned[id] {
		if s.present[alias] {
			return true
		}
	}
	if s.slugs == nil {
		s.slugs = map[string]bool{}
		for _, n := range s.doc.Names {
			s.slugs[s.file.Canonical(naming.Slug(naming.Parse(n.Text, n.Type).Text))] = true
		}
	}
	return s.slugs[id]
}
