package chains_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestChains(t *testing.T) {
	prepare, names := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{
		Source:  read.Source,
		Stages:  []*pipeline.Stage{structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage},
		Prepare: prepare,
		Given:   rules,
	})
}

// rules reads the section actors.csv: rule, entity_id, alias, other_id, name, type, doc, with.
func rules(t *testing.T, c *pipeline.Corpus, sections map[string]string) {
	rows, err := csv.NewReader(strings.NewReader(sections["actors.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		read.Rules.Add(c, read.Rule{Line: int32(i + 1), Rule: r[0], EntityID: r[1], Alias: r[2], OtherID: r[3], Name: r[4], Type: r[5],
			Doc: r[6], With: r[7]})
	}
}
