package digest

import (
	"cmp"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/tokens"
)

// Belonging is a person in a party, as both of their portraits show it.
type Belonging struct {
	Person, Party *Actor
	Roles         []string // most often said first
	Former        bool     // is said to be there no more
	Times         int      // how often the texts say so
	Evidence      *Sentence

	first actors.Affiliation // where the evidence is
}

// Role is the roles in one line.
func (b *Belonging) Role() string { return strings.Join(b.Roles, ", ") }

// addAffiliations gathers who belongs to whom for the portraits; the rows of a person and a party follow each other.
func (g *gathering) addAffiliations(rows []actors.Affiliation) {
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].PersonID == rows[0].PersonID && rows[n].PartyID == rows[0].PartyID {
			n++
		}
		person, party := g.byID[rows[0].PersonID], g.byID[rows[0].PartyID]
		if person != nil && party != nil && (person.Portrait || party.Portrait) {
			b := newBelonging(person, party, rows[:n])
			if person.Portrait {
				person.PartiesInAll++
				keep(&person.Parties, b, Belongings, byWeight)
			}
			if party.Portrait {
				party.PeopleInAll++
				keep(&party.People, b, Belongings, byWeight)
			}
		}
		rows = rows[n:]
	}
	for _, a := range g.Actors {
		for _, b := range slices.Concat(a.Parties, a.People) {
			b.Person.figured, b.Party.figured = true, true
			if b.first.DocID != "" {
				g.evidence[b.first.DocID] = append(g.evidence[b.first.DocID], b)
			}
		}
	}
}

func newBelonging(person, party *Actor, rows []actors.Affiliation) *Belonging {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(x, y actors.Affiliation) int { return cmp.Compare(y.Count, x.Count) })
	b := &Belonging{Person: person, Party: party, Former: actors.Left(rows), first: rows[0]}
	for _, r := range rows {
		b.Times += int(r.Count)
		if len(b.Roles) < RolesShown {
			b.Roles = append(b.Roles, Clip(Clean(r.Role), 60))
		}
	}
	return b
}

// byWeight puts the present before the former, then what is said most often, then who is named most.
func byWeight(x, y *Belonging) int {
	former := func(b *Belonging) int {
		if b.Former {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(former(x), former(y)), cmp.Compare(y.Times, x.Times), cmp.Compare(y.Person.Mentions+y.Party.Mentions, x.Person.Mentions+x.Party.Mentions),
		cmp.Compare(x.Person.EntityID, y.Person.EntityID), cmp.Compare(x.Party.EntityID, y.Party.EntityID))
}

// addEvidence finds the sentences of the document that say who belongs to whom.
func (g *gathering) addEvidence(d *pipeline.Doc, doc *Document) {
	sentences := tokens.Sentences.Of(d)
	for _, b := range g.evidence[doc.ID] {
		i, ok := slices.BinarySearchFunc(sentences, b.first.Start, func(s tokens.Sentence, at int32) int { return cmp.Compare(s.Start, at) })
		if !ok {
			i--
		}
		if b.Evidence != nil || i < 0 {
			continue
		}
		s := &sentences[i]
		start, end := int(b.first.Start-s.Start), int(b.first.End-s.Start)
		if s.Fragments > 1 {
			start, end = -1, -1
		}
		b.Evidence = sentenceAt(doc, s, start, end)
	}
	delete(g.evidence, doc.ID)
}
