package acts

import "hustings/pipeline"

// Acts are what actors are told to do for and against each other.
var Acts = pipeline.PerDoc[Act]("acts", "who acts for or against whom, as a verb or noun with its two actors tells")

// Act is one deed of one person, party or organisation for or against another; sorted by start.
type Act struct {
	Act            int32  `col:"act" key:"1" doc:"number of the act in its document, from 0"`
	Sentence       int32  `col:"sentence" ref:"sentences.sentence" doc:"its sentence"`
	Start          int32  `col:"start" unit:"code points" doc:"where the word begins that tells it"`
	End            int32  `col:"end" unit:"code points" doc:"where that word ends, exclusive"`
	Word           string `col:"word" doc:"the word that tells it, in lower case"`
	Polarity       int32  `col:"polarity" range:"-1..1" doc:"-1: against, 1: for"`
	AgentMention   int32  `col:"agent_mention" ref:"mentions.mention" doc:"who acts"`
	PatientMention int32  `col:"patient_mention" ref:"mentions.mention" doc:"for or against whom"`
	AgentID        string `col:"agent_id" ref:"actors.entity_id" doc:"who acts; empty where the name is ambiguous"`
	PatientID      string `col:"patient_id" ref:"actors.entity_id" doc:"for or against whom; empty where the name is ambiguous"`
	Voice          string `col:"voice" doc:"who tells it" in:"author|quoted|reported"`
}
