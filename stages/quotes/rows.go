package quotes

import "hustings/pipeline"

// Quotations are the stretches of one document that somebody else says.
var Quotations = pipeline.PerDoc[Quotation]("quotations", "quotations with the name of their speaker").Internal()

// Quotation is one quotation; sorted as one reads, by token, not overlapping. A note that interrupts one is between its
// start and end, but not among its tokens.
type Quotation struct {
	Quote       int32   `col:"quote" key:"1" doc:"number of the quotation in its document, from 0"`
	Kind        string  `col:"kind" doc:"direct: in quotation marks; block: set off; turn: what a speaker of a transcript says at a time" in:"direct|block|turn"`
	Start       int32   `col:"start" unit:"code points" doc:"where it begins, marks included"`
	End         int32   `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	First       int32   `col:"first" doc:"its first token"`
	Last        int32   `col:"last" doc:"one past its last token"`
	Cue         string  `col:"cue" doc:"the reporting verb; empty if none was found"`
	SpeakerName int32   `col:"speaker_name" doc:"the speaker's row in names; -1 if unknown"`
	Probability float64 `col:"probability" range:"0..1" doc:"share of such speakers that are right, by rule; 0 if unknown"`
}
