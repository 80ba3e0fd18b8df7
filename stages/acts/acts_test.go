package acts_test

import (
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/roles"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestCases(t *testing.T) {
	prepare, marked := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Prepare: prepare,
		Stages: []*pipeline.Stage{structure.Stage, tokens.Stage, marked, quotes.Stage, chains.Stage, roles.Stage, actors.Stage, acts.Stage},
		Given: func(t *testing.T, c *pipeline.Corpus, sections map[string]string) {
			if text, ok := sections["actors.csv"]; ok {
				rules, err := read.ParseRules([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				read.Rules.Add(c, rules...)
			}
		}})
}

// TestLongSentences reads sentences without end in time that grows with their length, and any list of words without a panic.
func TestLongSentences(t *testing.T) {
	for _, w := range []string{"attacked", "is", "to", ",", "by", ")", "'s", "that", "Minister", "support", "and", "of", "who"} {
		const n = 20000
		words := make([]tokens.Token, n)
		var mentions []chains.Mention
		for i := range words {
			words[i] = tokens.Token{Token: int32(i), Text: w}
			if i%7 == 3 {
				words[i].Text = "X"
				mentions = append(mentions, chains.Mention{Mention: int32(len(mentions)), First: int32(i), Last: int32(i + 1), Text: "X", Type: "PERSON", Chain: int32(i % 5)})
			}
		}
		for _, d := range acts.Find(words, mentions) {
			if d.Agent == d.Patient || !strings.Contains("attacked support", words[d.Word].Text) {
				t.Fatalf("%q: %+v", w, d)
			}
		}
	}
}
