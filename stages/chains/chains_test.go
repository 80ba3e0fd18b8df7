package chains_test

import (
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

// rules reads the sections actors.csv and dates (of each document that has one).
func rules(t *testing.T, c *pipeline.Corpus, sections map[string]string) {
	if text, ok := sections["actors.csv"]; ok {
		rows, err := read.ParseRules([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		read.Rules.Add(c, rows...)
	}
	dates := map[string]string{}
	for line := range strings.Lines(sections["dates"]) {
		id, date, _ := strings.Cut(strings.TrimSpace(line), " ")
		dates[id] = date
	}
	for d, err := range c.Docs() {
		if err != nil {
			t.Fatal(err)
		}
		if date, ok := dates[d.ID]; ok {
			read.Documents.Add(d, read.Document{Date: date})
		}
	}
}
