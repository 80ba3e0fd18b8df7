package sentiment

import "hustings/pipeline"

// Judgements are how each mention of a person, party or organisation is spoken of.
var Judgements = pipeline.PerDoc[Judgement]("judgements", "polarity toward each mention").Internal()

// Judgement is the polarity of one sentence toward one mention in it.
type Judgement struct {
	Mention     int32    `col:"mention" key:"1" doc:"the mention, a row in chained"`
	Polarity    *int32   `col:"polarity" range:"-1..1" doc:"-1, 0 or 1; null where the model abstains, and where p_neutral is"`
	PNegative   *float64 `col:"p_negative" range:"0..1" doc:"probability of negative; null where the text is not in English: it is not judged"`
	PNeutral    *float64 `col:"p_neutral" range:"0..1" doc:"probability of neutral; null where the text is not in English: it is not judged"`
	PPositive   *float64 `col:"p_positive" range:"0..1" doc:"probability of positive; null where the text is not in English: it is not judged"`
	Voice       string   `col:"voice" doc:"whose judgement it is" in:"author|quoted|reported"`
	HolderChain int32    `col:"holder_chain" doc:"chain of the speaker where the voice is not the author's; -1 if unknown"`
	Cues        []string `col:"cues" doc:"the words that decided, strongest first"`
}
