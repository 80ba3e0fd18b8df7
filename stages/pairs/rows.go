package pairs

import "hustings/pipeline"

// Pairs are the actors named together, document by document; Namings is how often each is named at all, which
// the chance of a pair depends on.
var (
	Pairs   = pipeline.PerDoc[Pair]("pairs", "two actors named in one window of text")
	Namings = pipeline.PerDoc[Naming]("namings", "in how many windows of a document each actor is named").Internal()
)

// Pair is two actors in one window; a comes before b in byte order. One row a window and pair, sorted.
type Pair struct {
	Window   int32  `col:"window" key:"1" doc:"number of the sentence, paragraph (outermost region, -1 outside of any) or first token of the window"`
	Unit     string `col:"unit" key:"1" doc:"what the window is" in:"sentence|paragraph|tokens"`
	A        string `col:"a" key:"1" ref:"actors.entity_id" doc:"one actor"`
	B        string `col:"b" key:"1" ref:"actors.entity_id" doc:"the other"`
	Distance int32  `col:"distance" unit:"tokens" doc:"tokens between their nearest mentions in the window"`
}

// Naming is one actor of one document, or the document itself; sorted by entity_id.
type Naming struct {
	EntityID string `col:"entity_id" key:"1" ref:"actors.entity_id" doc:"the actor; empty in the first row, which counts the windows of the document"`
	Windows  int32  `col:"windows" doc:"windows that name it; of the document 0 where windows overlap (unit tokens), so that they can't be shuffled"`
}
