package standing

import "hustings/pipeline"

// Standing is how each actor is spoken of, Relations by whom, Labels what a person says of some of the judgements.
var (
	Standing  = pipeline.Whole[Stand]("standing", "how each person, party and organisation is spoken of, by slice")
	Relations = pipeline.Whole[Relation]("relations", "who speaks how of whom, as the texts quote and report it, and who acts how toward whom, as they tell it")
	Labels    = pipeline.Whole[LabelRow]("labels", "the sheet labelled by hand, beside what the model said")
)

// Stand is one actor in one slice of the corpus.
type Stand struct {
	EntityID      string   `col:"entity_id" key:"1" ref:"actors.entity_id" doc:"the actor"`
	Slice         string   `col:"slice" key:"1" doc:"what the judgements are chosen by; people: not of the party itself, but of the persons who are said to belong to it" in:"all|voice|source|period|document|region|people"`
	Value         string   `col:"value" key:"1" doc:"the slice's value: author, quoted or reported; a source's name; a year or decade; a doc_id; the kind of region that the sentence stands in; empty for all; for people the voice"`
	N             int32    `col:"n" doc:"judgements that are not null"`
	Abstained     int32    `col:"abstained" doc:"judgements that are null"`
	Documents     int32    `col:"documents" doc:"documents with a judgement that is not null"`
	Negative      float64  `col:"negative" range:"0..1" doc:"share of the n that are negative"`
	Neutral       float64  `col:"neutral" range:"0..1" doc:"share of the n that are neutral"`
	Positive      float64  `col:"positive" range:"0..1" doc:"share of the n that are positive"`
	Mean          *float64 `col:"mean" range:"-1..1" doc:"mean of p_positive - p_negative over the n; null without judgements"`
	Low           *float64 `col:"low" range:"-1..1" doc:"lower end of the 95 % interval of the mean; null where n is under standing.min_judgements or stands in one paragraph"`
	High          *float64 `col:"high" range:"-1..1" doc:"upper end"`
	IntervalOver  string   `col:"interval_over" doc:"what the bootstrap draws: documents, or paragraphs where there are fewer than 5 documents; empty without interval" in:"documents|paragraphs|"`
	Shrunk        *float64 `col:"shrunk" range:"-1..1" doc:"the mean drawn toward that of all actors of its type in this slice and value, the more the less there is of it; null where fewer than 4 can be compared"`
	Labels        int32    `col:"labels" doc:"labels of the sheet among the n"`
	Corrected     *float64 `col:"corrected" range:"-1..1" doc:"the mean corrected for the model's error, as the sheet shows it; null where low is, and without a sheet of at least 30 labels"`
	CorrectedLow  *float64 `col:"corrected_low" range:"-1..1" doc:"lower end of its 95 % interval, which has the sheet's uncertainty in it"`
	CorrectedHigh *float64 `col:"corrected_high" range:"-1..1" doc:"upper end"`
	Enough        bool     `col:"enough" doc:"whether there is evidence enough to speak of the mean: n of at least standing.min_judgements, and an interval no wider than standing.max_width"`
}

// LabelRow is a label of the sheet beside what the model said.
type LabelRow struct {
	DocID    string   `col:"doc_id" key:"1" ref:"documents.doc_id" doc:"the document"`
	Start    int32    `col:"start" key:"1" unit:"code points" doc:"where the mention begins"`
	End      int32    `col:"end" key:"1" unit:"code points" doc:"where it ends, exclusive"`
	EntityID string   `col:"entity_id" ref:"actors.entity_id" doc:"the actor; empty where no person, party or organisation is judged any more"`
	Label    int32    `col:"label" range:"-1..1" doc:"the polarity that the person saw"`
	Weight   float64  `col:"weight" doc:"how many judgements the label stands for: 1 by the judgement's probability of being drawn"`
	Polarity *int32   `col:"polarity" range:"-1..1" doc:"the model's; null where it abstained or judged nothing: such a label corrects no mean"`
	Score    *float64 `col:"score" range:"-1..1" doc:"the model's p_positive - p_negative; null where polarity is"`
}

// Relation is how one actor speaks of another, or of himself, or acts toward another: the two are never added up. What the authors
// say in their own voice is in no relation, nor
// what somebody unknown says. The columns from n on mean what they do in standing.
type Relation struct {
	HolderID     string   `col:"holder_id" key:"1" ref:"actors.entity_id" doc:"who speaks or acts"`
	TargetID     string   `col:"target_id" key:"1" ref:"actors.entity_id" doc:"of or toward whom"`
	By           string   `col:"by" key:"1" doc:"speech: the holder's judgements that the texts quote or report; act: deeds of the holder for (1) or against (-1) the target, as their authors tell them: the n are deeds, and where all are alike the interval has no width" in:"speech|act"`
	N            int32    `col:"n" doc:"judgements that are not null"`
	Abstained    int32    `col:"abstained" doc:"judgements that are null"`
	Documents    int32    `col:"documents" doc:"documents with a judgement that is not null"`
	Negative     float64  `col:"negative" range:"0..1" doc:"share of the n that are negative"`
	Neutral      float64  `col:"neutral" range:"0..1" doc:"share of the n that are neutral"`
	Positive     float64  `col:"positive" range:"0..1" doc:"share of the n that are positive"`
	Mean         *float64 `col:"mean" range:"-1..1" doc:"mean of p_positive - p_negative over the n; null without judgements"`
	Low          *float64 `col:"low" range:"-1..1" doc:"lower end of the 95 % interval of the mean"`
	High         *float64 `col:"high" range:"-1..1" doc:"upper end"`
	IntervalOver string   `col:"interval_over" doc:"what the bootstrap draws" in:"documents|paragraphs|"`
	Enough       bool     `col:"enough" doc:"whether there is evidence enough to speak of the mean"`
}
