package resolve

import "hustings/pipeline"

// Mentions, Quotes and Sentiment are the per-document findings under the corpus's ids.
var (
	Mentions  = pipeline.PerDoc[Mention]("mentions", "every mention of an actor, by name, description or pronoun")
	Quotes    = pipeline.PerDoc[Quote]("quotes", "quotations and their speakers")
	Sentiment = pipeline.PerDoc[Judgement]("sentiment", "polarity toward each mention of a person, party or organisation")
)

// Mention is one mention under the corpus's ids; sorted by start.
type Mention struct {
	Mention         int32    `col:"mention" key:"1" doc:"number of the mention in its document, from 0"`
	Sentence        int32    `col:"sentence" ref:"sentences.sentence" doc:"its sentence"`
	Start           int32    `col:"start" unit:"code points" doc:"where it begins"`
	End             int32    `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Text            string   `col:"text" doc:"the mention as written"`
	Type            string   `col:"type" doc:"the actor's type" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Form            string   `col:"form" doc:"how it refers to the actor: by a name, an acronym, a description (nominal) or a pronoun" in:"name|acronym|nominal|pronoun"`
	Probability     float64  `col:"probability" range:"0..1" doc:"how sure the extractor is of a name's span and type; 1 for descriptions and pronouns"`
	Source          string   `col:"source" doc:"what found it" in:"accurate|fast|curated|chain"`
	Chain           int32    `col:"chain" doc:"mentions of one document with one chain mean one actor"`
	EntityID        string   `col:"entity_id" ref:"actors.entity_id" doc:"the actor; empty where the name is ambiguous"`
	LinkProbability float64  `col:"link_probability" range:"0..1" doc:"how sure the link to the actor is: that the mention means its chain, times that the chain means the actor"`
	Candidates      []string `col:"candidates" ref:"actors.entity_id" doc:"the actors an ambiguous name may mean"`
}

// Named says whether the mention is a name or an acronym, not a description or a pronoun.
func (m *Mention) Named() bool { return m.Form != "nominal" && m.Form != "pronoun" }

// Quote is one quotation.
type Quote struct {
	Quote          int32   `col:"quote" key:"1" doc:"number of the quotation in its document, from 0"`
	Kind           string  `col:"kind" doc:"direct: in quotation marks; block: set off; turn: what a speaker of a transcript says at a time, or a letter of a page of letters; indirect: reported without marks" in:"direct|block|turn|indirect"`
	Start          int32   `col:"start" unit:"code points" doc:"where it begins, marks included"`
	End            int32   `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Cue            string  `col:"cue" doc:"the reporting verb; empty if none was found"`
	SpeakerMention int32   `col:"speaker_mention" ref:"mentions.mention" doc:"the speaker, by name, pronoun or description; -1 if unknown"`
	SpeakerID      string  `col:"speaker_id" ref:"actors.entity_id" doc:"the speaker; empty if unknown"`
	Probability    float64 `col:"probability" range:"0..1" doc:"share of such speakers that are right, by rule; 0 if unknown"`
}

// Judgement is the polarity of one sentence toward one mention.
type Judgement struct {
	Mention   int32    `col:"mention" key:"1" ref:"mentions.mention" doc:"the mention judged"`
	Sentence  int32    `col:"sentence" ref:"sentences.sentence" doc:"its sentence"`
	Start     int32    `col:"start" unit:"code points" doc:"where the mention begins"`
	End       int32    `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	EntityID  string   `col:"entity_id" ref:"actors.entity_id" doc:"the actor; empty where the name is ambiguous"`
	Polarity  *int32   `col:"polarity" range:"-1..1" doc:"-1, 0 or 1; null where the model abstains, and where p_neutral is"`
	PNegative *float64 `col:"p_negative" range:"0..1" doc:"probability of negative; null where the text is not in English: it is not judged"`
	PNeutral  *float64 `col:"p_neutral" range:"0..1" doc:"probability of neutral; null where the text is not in English: it is not judged"`
	PPositive *float64 `col:"p_positive" range:"0..1" doc:"probability of positive; null where the text is not in English: it is not judged"`
	Voice     string   `col:"voice" doc:"whose judgement it is" in:"author|quoted|reported"`
	HolderID  string   `col:"holder_id" ref:"actors.entity_id" doc:"the speaker where the voice is not the author's; empty if unknown"`
	Cues      []string `col:"cues" doc:"the words that decided, strongest first"`
}

// Judged says whether the judgement has probabilities: the mentions of a text that is not in English are not judged.
func (j *Judgement) Judged() bool {
	return j.PNegative != nil && j.PNeutral != nil && j.PPositive != nil
}
