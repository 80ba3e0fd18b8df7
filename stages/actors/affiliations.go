package actors

import (
	"cmp"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/chains/curated"
	"hustings/stages/chains/naming"
	"hustings/stages/roles"
)

// Affiliations say which person is what in which party.
var Affiliations = pipeline.Whole[Affiliation]("affiliations", "who is said to be what in which party, with the first evidence")

// Affiliation is one role of a person in a party; sorted by person, then party, then role.
type Affiliation struct {
	PersonID  string `col:"person_id" key:"1" ref:"actors.entity_id" doc:"the person"`
	PartyID   string `col:"party_id" key:"1" ref:"actors.entity_id" doc:"the party"`
	Role      string `col:"role" key:"1" doc:"what the person is there, as written: general secretary, leader, member; former: not any more"`
	Curated   bool   `col:"curated" doc:"whether actors.csv says so: then its roles alone count, with the texts' evidence if they say the same"`
	From      string `col:"from" doc:"since when, if actors.csv says"`
	To        string `col:"to" doc:"until when, if actors.csv says"`
	Count     int32  `col:"count" doc:"how often the texts say so; 0 if actors.csv alone does"`
	Documents int32  `col:"documents" doc:"in how many documents"`
	DocID     string `col:"doc_id" ref:"documents.doc_id" doc:"the first evidence: its document; empty if actors.csv alone says so"`
	Start     int32  `col:"start" unit:"code points" doc:"where it begins"`
	End       int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
}

// Left says whether a person is in a party no more, by the rows of the two: who left or was expelled is, whatever else is
// said, and so is one all whose roles are former ones.
func Left(rows []Affiliation) bool {
	former := true
	for _, r := range rows {
		if r.Role == "former member" {
			return true
		}
		former = former && strings.HasPrefix(r.Role, "former ")
	}
	return former
}

// affiliations gathers what the documents state, in the order of their ids.
type affiliations map[affiliation]*Affiliation

type affiliation struct{ person, party, role string }

// read takes in one document. What it says counts where the corpus knows the person for a person and the party for a
// party.
func (a affiliations) read(doc string, stated []roles.Statement, links []Link) {
	last := map[affiliation]bool{} // the document was counted
	for _, s := range stated {
		person, party := links[s.PersonChain], links[s.PartyChain]
		if person.EntityID == "" || party.EntityID == "" || person.Type != "PERSON" || party.Type != "PARTY" {
			continue
		}
		k := affiliation{person.EntityID, party.EntityID, s.Role}
		row := a[k]
		if row == nil {
			k.role = strings.Clone(k.role)
			row = &Affiliation{PersonID: k.person, PartyID: k.party, Role: k.role, DocID: strings.Clone(doc), Start: s.Start, End: s.End}
			a[k] = row
		}
		row.Count++
		if !last[k] {
			last[k] = true
			row.Documents++
		}
	}
}

// rows gives what the texts say, but what the curated file says of a person and a party that the corpus names instead of
// it.
func (a affiliations) rows(members []curated.Membership, all []Actor) []Affiliation {
	named := map[string]bool{}
	for _, x := range all {
		named[x.EntityID] = true
	}
	type pair struct{ person, party string }
	settled := map[pair]map[string]curated.Membership{}
	for _, m := range members {
		if !named[m.Person] || !named[m.Party] {
			continue
		}
		p := pair{m.Person, m.Party}
		if settled[p] == nil {
			settled[p] = map[string]curated.Membership{}
		}
		role := cmp.Or(strings.ToLower(naming.Fold(m.Role)), "member")
		if _, ok := settled[p][role]; !ok {
			settled[p][role] = m
		}
	}
	var out []Affiliation
	for k, row := range a {
		if settled[pair{k.person, k.party}] == nil && named[k.person] && named[k.party] {
			out = append(out, *row)
		}
	}
	for p, roles := range settled {
		for role, m := range roles {
			row := Affiliation{PersonID: p.person, PartyID: p.party, Role: role}
			if said := a[affiliation{p.person, p.party, role}]; said != nil {
				row = *said
			}
			row.Curated, row.From, row.To = true, m.From, m.To
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(x, y Affiliation) int {
		return cmp.Or(cmp.Compare(x.PersonID, y.PersonID), cmp.Compare(x.PartyID, y.PartyID), cmp.Compare(x.Role, y.Role))
	})
	return out
}
