package tokens

import "hustings/pipeline"

// Sentences and Tokens are the document cut up.
var (
	Sentences = pipeline.PerDoc[Sentence]("sentences", "the sentences of each document")
	Tokens    = pipeline.PerDoc[Token]("tokens", "the words and marks of each sentence")
)

// Sentence is one sentence, heading or list item.
type Sentence struct {
	Sentence   int32  `col:"sentence" key:"1" doc:"number of the sentence in its document, from 0, as one reads: what interrupts a paragraph comes after it"`
	Start      int32  `col:"start" unit:"code points" doc:"where it begins"`
	End        int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Fragments  int32  `col:"fragments" doc:"in how many pieces it stands: more than 1 where a page break or a note interrupts it"`
	Text       string `col:"text" doc:"the sentence, without what interrupts it and without hyphens that only a line's end put there"`
	Paragraph  int32  `col:"paragraph" ref:"regions.region" doc:"the block it stands in: paragraph, heading, list item, note, ...; -1 for none"`
	RegionKind string `col:"region_kind" doc:"kind of the innermost region that its start stands in; empty for none"`
}

// Token is one word or mark. The tokens of a sentence follow each other.
type Token struct {
	Token      int32  `col:"token" key:"1" doc:"number of the token in its document, from 0"`
	Sentence   int32  `col:"sentence" ref:"sentences.sentence" doc:"its sentence"`
	Start      int32  `col:"start" unit:"code points" doc:"where it begins"`
	End        int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Text       string `col:"text" doc:"the token, without a hyphen that only a line's end put there"`
	RegionKind string `col:"region_kind" doc:"kind of the innermost region that it stands in; empty for none"`
}
