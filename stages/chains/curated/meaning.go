package curated

import (
	"slices"

	"hustings/stages/chains/naming"
	"hustings/stages/read"
)

// Meaning is whom a name means in a document.
type Meaning struct {
	ID         string   // the actor; empty where the file leaves it open
	Candidates []string // whom it may mean then, in the order of the file
	Held       bool     // whether conditions hold that speak for the candidates: else they are all whom the file knows
}

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

// meaning decides whom an alias means: the actor of the only rules whose conditions hold, then the one that has it
// without conditions. Where conditions hold for several, or for none of the rows that call it ambiguous, it is open.
func (s *scene) meaning(e *entry) Meaning {
	m, ok := s.meanings[e]
	if !ok {
		m = s.decide(e.claims)
		s.meanings[e] = m
	}
	return m
}

func (s *scene) decide(claims []claim) Meaning {
	var sure, own, held, bare, all []string // ids: of names with conditions that hold, and without; of ambiguous rows so, and all
	for _, c := range claims {
		ambiguous, free := c.rule.Rule == "ambiguous", !conditional(c.rule)
		if ambiguous {
			all = with(all, c.id)
		}
		switch {
		case ambiguous && free:
			bare = with(bare, c.id)
		case free:
			own = with(own, c.id)
		case !s.holds(c.rule):
		case ambiguous:
			held = with(held, c.id)
		default:
			sure = with(sure, c.id)
		}
	}
	switch {
	case len(sure) == 1:
		return Meaning{ID: sure[0]}
	case len(sure) > 1:
		return Meaning{Candidates: sure, Held: true}
	case len(own) > 0:
		return Meaning{ID: own[0]}
	case len(held) == 1:
		return Meaning{ID: held[0]}
	case len(held) > 1:
		for _, id := range bare {
			held = with(held, id)
		}
		return Meaning{Candidates: held, Held: true}
	}
	return Meaning{Candidates: all}
}

func with(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// conditional says whether a row's alias holds in some documents only. The dates of a row with a party are the
// membership's.
func conditional(r *read.Rule) bool {
	return r.Doc != "" || r.Place != "" || r.With != "" || r.Party == "" && (r.From != "" || r.To != "")
}

func (s *scene) holds(r *read.Rule) bool {
	ok, seen := s.known[r]
	if !seen {
		ok = (r.Doc == "" || r.Doc == s.doc.ID) && (r.Party != "" || within(s.doc.Date, r.From, r.To)) &&
			(r.Place == "" || s.present[read.Alike(r.Place)]) && (r.With == "" || s.named(r.With))
		s.known[r] = ok
	}
	return ok
}

// within says whether all of a day, month or year lies between two others; an empty bound is none.
func within(date, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	return date != "" && (from == "" || early(date) >= early(from)) && (to == "" || late(date) <= late(to))
}

// early and late are the first and the last day of a date.
func early(date string) string { return fill(date, "0000-01-01") }
func late(date string) string  { return fill(date, "9999-12-31") }

func fill(date, rest string) string { return date + rest[min(len(date), len(rest)):] }

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
