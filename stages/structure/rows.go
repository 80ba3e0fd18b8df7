package structure

import "hustings/pipeline"

// Regions says what kind of text each stretch of a document is.
var Regions = pipeline.PerDoc[Region]("regions", "stretches of text by kind; they nest and never cross")

// Region is one stretch of text of one kind; sorted by start, then the longer first.
type Region struct {
	Region int32  `col:"region" key:"1" doc:"number of the region in its document, from 0"`
	Kind   string `col:"kind" doc:"what kind of text it is" in:"heading|paragraph|list|table|caption|blockquote|turn|speaker|citation|bibliography|footnote|anchor|byline|boilerplate"`
	Start  int32  `col:"start" unit:"code points" doc:"where it begins"`
	End    int32  `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Level  int32  `col:"level" doc:"level of a heading from 1; 0 for other kinds"`
	Page   int32  `col:"page" doc:"page it begins on, from 1; 0 if the text has no page breaks"`
	Target int32  `col:"target" ref:"regions.region" doc:"the region that it belongs to: of an anchor its footnote, of a footnote its anchor; -1 for none"`
}
