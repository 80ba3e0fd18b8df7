package pairs_test

import (
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/pairs"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/roles"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/ties"
	"hustings/stages/tokens"
)

func TestCases(t *testing.T) {
	prepare, marked := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Prepare: prepare, Stages: []*pipeline.Stage{
		structure.Stage, tokens.Stage, marked, quotes.Stage, chains.Stage, roles.Stage, sentiment.Stage, actors.Stage, resolve.Stage, pairs.Stage, ties.Stage}})
}
