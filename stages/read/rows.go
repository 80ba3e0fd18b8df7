package read

import "hustings/pipeline"

// Documents, Metadata, Rejects, Rules and Labels are what reading a seeds folder makes.
var (
	Documents = pipeline.PerDoc[Document]("documents", "the documents read, each with its text")
	Metadata  = pipeline.PerDoc[Datum]("metadata", "further columns of manifest.csv, one row a value")
	Rejects   = pipeline.Whole[Reject]("rejects", "what could not be read, or only with loss, and why")
	Rules     = pipeline.Whole[Rule]("rules", "the curated file actors.csv, one row a rule").Internal()
	Labels    = pipeline.Whole[Label]("sheet", "the sheet labelled by hand, one row a label").Internal()
)

// Document is one document.
type Document struct {
	Path       string `col:"path" doc:"file under the seeds folder"`
	Title      string `col:"title" doc:"from the manifest, the page's title or the first heading"`
	Author     string `col:"author" doc:"from the manifest or the page's metadata"`
	Date       string `col:"date" doc:"ISO 8601 date, or its year or month alone; empty if unknown"`
	Source     string `col:"source" doc:"publication or collection, from the manifest"`
	Language   string `col:"language" doc:"ISO 639-1 code guessed from common words; empty if unknown"`
	Format     string `col:"format" doc:"format of the file" in:"text|markdown|html"`
	Characters int32  `col:"characters" doc:"length of the text" unit:"code points"`
	Words      int32  `col:"words" doc:"words in the text" unit:"words"`
	SHA256     string `col:"sha256" doc:"SHA-256 of the file's bytes, in hex"`
	Text       string `col:"text" doc:"the text that every offset points into"`
}

// DocumentText implements pipeline.Texter.
func (d Document) DocumentText() string { return d.Text }

// Datum is one value of a manifest column that Document has no field for.
type Datum struct {
	Name  string `col:"name" key:"1" doc:"column of manifest.csv"`
	Value string `col:"value" doc:"its value for the document"`
}

// Reject is one thing that was not read, or not as it should have been.
type Reject struct {
	Path     string `col:"path" key:"1" doc:"file under the seeds folder"`
	Place    string `col:"place" key:"1" doc:"where in the file: 'line 4', 'byte 123'; empty for the whole file"`
	Reason   string `col:"reason" doc:"what is wrong and what to do"`
	Severity string `col:"severity" doc:"error: not read; warning: read with a doubt" in:"error|warning"`
}

// Rule is one row of actors.csv; empty fields say nothing.
type Rule struct {
	Line     int32  `col:"line" key:"1" doc:"line in actors.csv, from 1"`
	Rule     string `col:"rule" doc:"what the row says" in:"name|merge|never|ambiguous|exclude"`
	EntityID string `col:"entity_id" doc:"the actor"`
	Alias    string `col:"alias" doc:"a name of the actor, as written in texts"`
	OtherID  string `col:"other_id" doc:"the other actor of merge and never"`
	Name     string `col:"name" doc:"the actor's name for display"`
	Type     string `col:"type" doc:"PERSON, PARTY, ORG …"`
	Party    string `col:"party" doc:"the party of a person"`
	Role     string `col:"role" doc:"the person's role in it"`
	From     string `col:"from" doc:"the rule holds from this date"`
	To       string `col:"to" doc:"the rule holds to this date"`
	Doc      string `col:"doc" doc:"the rule holds in this document"`
	Place    string `col:"place" doc:"the rule holds where this place is named"`
	With     string `col:"with" doc:"the rule holds where this actor is named"`
}

// Label is what a person says of one judgement.
type Label struct {
	DocID    string  `col:"doc_id" key:"1" doc:"the document"`
	Start    int32   `col:"start" key:"1" unit:"code points" doc:"where the mention judged begins"`
	End      int32   `col:"end" key:"1" unit:"code points" doc:"where it ends, exclusive"`
	Polarity int32   `col:"label" range:"-1..1" doc:"the polarity that the person saw"`
	Weight   float64 `col:"weight" doc:"how many judgements the row stands for: 1 by its probability of being drawn"`
}
