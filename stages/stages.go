// Package stages lists the stages in the order in which one reads them: from a folder of files to how each actor
// is spoken of. A new stage is a folder with its tables and its Stage, and one line here.
package stages

import (
	_ "embed"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/pairs"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/roles"
	"hustings/stages/sentiment"
	"hustings/stages/standing"
	"hustings/stages/structure"
	"hustings/stages/ties"
	"hustings/stages/tokens"
)

//go:generate go run hustings/pipeline/sources sources.txt

//go:embed sources.txt
var sources string

// Sources are the hashes of the code and models of every stage and report.
func Sources() pipeline.Sources { return pipeline.ParseSources(sources) }

// Plan gives the source and all stages.
func Plan() (*pipeline.Plan, error) {
	return pipeline.NewPlan(read.Source,
		// one document
		structure.Stage,
		tokens.Stage,
		names.Stage,
		quotes.Stage,
		chains.Stage,
		roles.Stage,
		sentiment.Stage,
		// the corpus
		actors.Stage,
		// one document
		resolve.Stage,
		acts.Stage,
		pairs.Stage,
		// the corpus
		ties.Stage,
		standing.Stage,
	)
}
