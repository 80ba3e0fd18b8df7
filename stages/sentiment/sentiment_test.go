package sentiment_test

import (
	"context"
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// A sentence of 5,000 words with a thousand mentions is judged by both models, each mention once.
func TestLongSentence(t *testing.T) {
	prepare, marked := namestest.Marked()
	text := prepare("a.txt", strings.Repeat("{PERSON:Ada Finn} robbed the {PARTY:Harbour Party}, ", 500)+"and {PERSON:Tomas Oru} was an honest and brave man.")
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, marked, quotes.Stage, chains.Stage, sentiment.Stage)
	if err != nil {
		t.Fatal(err)
	}
	for _, model := range []string{"fast", "accurate"} {
		settings, err := plan.Settings([]string{"sentiment.model=" + model})
		if err != nil {
			t.Fatal(err)
		}
		d := pipeline.NewDoc("a.txt", text)
		if _, err := pipeline.InMemory(context.Background(), plan, settings, []*pipeline.Doc{d}, nil); err != nil {
			t.Fatal(err)
		}
		rows := sentiment.Judgements.Of(d)
		if n := len(rows); n != 1001 || rows[n-1].PPositive == nil || model == "accurate" && *rows[n-1].Polarity != 1 {
			t.Errorf("%s: %d judgements, the last %+v", model, n, rows[n-1])
		}
	}
}

func TestCases(t *testing.T) {
	prepare, marked := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Prepare: prepare, Stages: []*pipeline.Stage{
		structure.Stage, tokens.Stage, marked, quotes.Stage, chains.Stage, sentiment.Stage}})
}
