package quotes

import "hustings/pipeline"

// Quotations are the stretches of one document that somebody else says.
var Quotations = pipeline.PerDoc[Quotation]("quotations", "quotations with the name of their speaker").Internal()

// Quotation is one quotation; sorted by first token, the longer first. They nest (a stretch in marks within what is reported) and
// never cross. A note that interrupts one is between its start and end, but not among its tokens.
type Quotation struct {
	Quote        int32   `col:"quote" key:"1" doc:"number of the quotation in its document, from 0"`
	Kind         string  `col:"kind" doc:"direct: in quotation marks; block: set off; turn: what a speaker of a transcript says at a time, or a letter of a page of letters; indirect: reported without marks" in:"direct|block|turn|indirect"`
	Start        int32   `col:"start" unit:"code points" doc:"where it begins, marks included"`
	End          int32   `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	First        int32   `col:"first" doc:"its first token"`
	Last         int32   `col:"last" doc:"one past its last token"`
	Cue          string  `col:"cue" doc:"the reporting verb; empty if none was found"`
	SpeakerName  int32   `col:"speaker_name" doc:"the speaker's row in names, of a pronoun a guess; -1 if unknown"`
	SpeakerToken int32   `col:"speaker_token" doc:"the pronoun that stands for the speaker, or the noun that the description turns on: a mention that covers it knows better than speaker_name; -1 if there is none"`
	Probability  float64 `col:"probability" range:"0..1" doc:"share of such speakers that are right, by rule; 0 if unknown"`
}
