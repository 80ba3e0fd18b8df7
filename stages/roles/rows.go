package roles

import "hustings/pipeline"

// Stated are the roles that one document says a person has in a party or organisation.
var Stated = pipeline.PerDoc[Statement]("stated", "who is said to be what in which party or organisation").Internal()

// Statement is one place that gives a person a role; sorted by start. An organisation may yet turn out to be a party, so both
// are kept; what the corpus publishes is of parties alone.
type Statement struct {
	Person      int32  `col:"person" key:"1" doc:"the mention of the person"`
	Party       int32  `col:"party" key:"1" doc:"the mention of the party or organisation"`
	Role        string `col:"role" key:"1" doc:"what the person is there, as written: general secretary, leader, member, former member"`
	PersonChain int32  `col:"person_chain" doc:"the person's chain"`
	PartyChain  int32  `col:"party_chain" doc:"the party's chain"`
	Rule        string `col:"rule" doc:"the shape that says so" in:"title|apposition|brackets|verb|office|possessive|adjective|of|from|passive|whose|leadership|elects|relative"`
	Sentence    int32  `col:"sentence" doc:"its sentence"`
	Start       int32  `col:"start" unit:"code points" doc:"where the evidence begins"`
	End         int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
}
