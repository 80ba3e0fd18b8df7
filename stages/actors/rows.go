package actors

import "hustings/pipeline"

// Actors and Aliases are who is in the corpus, Decisions what about them is doubtful; Links says which actor each
// document's chain is.
var (
	Actors    = pipeline.Whole[Actor]("actors", "the actors of the corpus")
	Aliases   = pipeline.Whole[Alias]("aliases", "the names each actor goes by, with the rule and its first evidence")
	Decisions = pipeline.Whole[Decision]("decisions", "what was joined or kept apart in doubt, the most consequential first: mentions at stake times the probability of being wrong")
	Links     = pipeline.PerDoc[Link]("links", "the actor of each chain").Internal()
)

// Actor is one actor of the corpus: a person, party, organisation, place, event, work or people.
type Actor struct {
	EntityID   string `col:"entity_id" key:"1" doc:"kebab-case name; two actors of one name have a suffix"`
	Type       string `col:"type" doc:"what it is" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Name       string `col:"name" doc:"its fullest common name"`
	Acronym    string `col:"acronym" doc:"its acronym; empty if none"`
	Mentions   int32  `col:"mentions" doc:"how often it is mentioned"`
	Documents  int32  `col:"documents" doc:"in how many documents"`
	FirstDocID string `col:"first_doc_id" ref:"documents.doc_id" doc:"the first document that names it"`
	FirstStart int32  `col:"first_start" unit:"code points" doc:"where in it"`
	Curated    bool   `col:"curated" doc:"whether actors.csv has it"`
}

// Alias is one name of an actor.
type Alias struct {
	EntityID string `col:"entity_id" key:"1" ref:"actors.entity_id" doc:"the actor"`
	Alias    string `col:"alias" key:"1" doc:"the name as written, white space folded"`
	Rule     string `col:"rule" doc:"why it is this actor's" in:"full|same|surname|part|acronym|initials|nickname|variant|curated|merged|context"`
	Count    int32  `col:"count" doc:"how many mentions read so"`
	DocID    string `col:"doc_id" ref:"documents.doc_id" doc:"the first evidence: its document"`
	Start    int32  `col:"start" unit:"code points" doc:"where it begins"`
	End      int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
}

// Decision is one thing that a person may settle.
type Decision struct {
	Decision    int32   `col:"decision" key:"1" doc:"its number, from 0"`
	Kind        string  `col:"kind" doc:"merge: two names are one actor's, or one name of several documents; split: two actors are nearly one; alias: a short name is an actor's, or may be" in:"merge|split|alias"`
	EntityID    string  `col:"entity_id" ref:"actors.entity_id" doc:"the actor"`
	OtherID     string  `col:"other_id" doc:"merge: the id that the name would have by itself; split: the other actor; alias: the next candidate; empty if there is none"`
	Alias       string  `col:"alias" doc:"the name that is in doubt; empty for split by name"`
	Probability float64 `col:"probability" range:"0..1" doc:"how sure it is that the two are one, or that the name is the actor's"`
	Mentions    int32   `col:"mentions" doc:"how many mentions are at stake, about"`
	Reason      string  `col:"reason" doc:"what is against joining them, or makes it doubtful; empty where only the rule is unsure"`
	Row         string  `col:"row" doc:"the line to put into actors.csv (with all its columns): it undoes a merge or a split and confirms an alias"`
}

// Link says which actor a chain is.
type Link struct {
	Chain       int32    `col:"chain" key:"1" doc:"the chain"`
	EntityID    string   `col:"entity_id" doc:"the actor; empty where the name is ambiguous"`
	Type        string   `col:"type" doc:"the actor's type" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Probability float64  `col:"probability" range:"0..1" doc:"how sure the link is"`
	Candidates  []string `col:"candidates" doc:"the actors an ambiguous name may mean; empty where it is sure"`
	Excluded    bool     `col:"excluded" doc:"whether nothing may be told of it"`
}
