package ties

import "hustings/pipeline"

// Ties are the actors named together over the corpus: named together, not allied.
var Ties = pipeline.Whole[Tie]("ties", "pairs of actors named together over the corpus; rivals are named together most")

// Tie is one pair of actors; a comes before b in byte order.
type Tie struct {
	A         string   `col:"a" key:"1" ref:"actors.entity_id" doc:"one actor"`
	B         string   `col:"b" key:"1" ref:"actors.entity_id" doc:"the other"`
	Sentences int32    `col:"sentences" doc:"windows that name both (sentences, unless pairs.unit says otherwise)"`
	Documents int32    `col:"documents" doc:"documents with such a window"`
	Weight    float64  `col:"weight" doc:"sum over the windows of 1/(1+distance/10)"`
	NPMI      *float64 `col:"npmi" range:"-1..1" doc:"normalised pointwise mutual information over windows (Bouma 2009); null where windows overlap or every one names both"`
	PValue    *float64 `col:"p_value" range:"0..1" doc:"chance of as many or more joint windows if each actor's windows were shuffled within each document; null where windows overlap or no shuffling could change the count"`
	QValue    *float64 `col:"q_value" range:"0..1" doc:"false discovery rate at which the tie would be found (Benjamini and Hochberg 1995); null where p_value is"`
}
