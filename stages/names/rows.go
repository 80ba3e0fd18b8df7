package names

import "hustings/pipeline"

// Names are the named mentions of one document, before anything is known about who they are.
var Names = pipeline.PerDoc[Name]("names", "named mentions with type and probability").Internal()

// Name is one named mention; names do not overlap and are sorted as one reads, by token.
type Name struct {
	Name        int32   `col:"name" key:"1" doc:"number of the name in its document, from 0"`
	Sentence    int32   `col:"sentence" doc:"its sentence"`
	First       int32   `col:"first" doc:"its first token"`
	Last        int32   `col:"last" doc:"one past its last token"`
	Start       int32   `col:"start" unit:"code points" doc:"where it begins"`
	End         int32   `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Text        string  `col:"text" doc:"the name as written"`
	Type        string  `col:"type" doc:"what it names" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Probability float64 `col:"probability" range:"0..1" doc:"how sure the extractor is of span and type"`
	Source      string  `col:"source" doc:"what found it" in:"accurate|fast"`
}
