package standing

import (
	"fmt"
	"slices"
	"testing"

	"hustings/stages/actors"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// TestPeople pools what authors say of a party's people: not what others say, not the party, nobody twice, nobody who is
// gone or in too many parties.
func TestPeople(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "oru", Type: "PERSON"}, {EntityID: "rask", Type: "PERSON"}, {EntityID: "khan", Type: "PERSON"}, {EntityID: "hp", Type: "PARTY"}}, "none")
	c.add("a.txt", []read.Document{{}}, []tokens.Sentence{{}}, []resolve.Judgement{
		judgement("ada", 1, 0.9, 0.1, "author", ""), judgement("oru", 2, 0.1, 0.7, "author", ""), judgement("oru", 3, 0.9, 0, "quoted", "ada"),
		judgement("rask", 4, 0.9, 0, "author", ""), judgement("hp", 5, 0, 0.9, "author", ""), judgement("khan", 6, 0.9, 0, "author", "")})
	all := []actors.Affiliation{{PersonID: "ada", PartyID: "hp", Role: "founder"}, {PersonID: "ada", PartyID: "hp", Role: "leader"}, {PersonID: "oru", PartyID: "hp", Role: "former leader"},
		{PersonID: "oru", PartyID: "hp", Role: "member"}, {PersonID: "rask", PartyID: "hp", Role: "former member"}, {PersonID: "rask", PartyID: "tide", Role: "former member"}}
	for i := range mostParties + 1 {
		all = append(all, actors.Affiliation{PersonID: "khan", PartyID: fmt.Sprintf("%d", i), Role: "member"}, actors.Affiliation{PersonID: "khan", PartyID: "hp", Role: "member"})
	}
	slices.SortFunc(c.cells, compareCells)
	got := settings.together(c, byActor(c.cells), people(all))
	if len(got) != 1 || got[0][0].EntityID != "hp" || got[0][0].Slice != "people" || got[0][0].Value != "author" || got[0][0].N != 2 || fmt.Sprintf("%+.2f", *got[0][0].Mean) != "+0.10" {
		t.Errorf("%+v", got)
	}
}
