package resolve_test

import (
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/roles"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// quoted takes what stands between double quotes as said by the first name after it.
var quoted = &pipeline.Stage{
	Name: "quotes", Doc: "quotations of the test",
	Needs: []pipeline.Table{names.Names}, Makes: []pipeline.Table{quotes.Quotations},
	Each: pipeline.Do(func(d *pipeline.Doc) error {
		start := strings.IndexByte(d.Text, '"')
		if start < 0 {
			return nil
		}
		end := start + 1 + strings.IndexByte(d.Text[start+1:], '"') + 1
		q := quotes.Quotation{Kind: "direct", Start: int32(start), End: int32(end), Cue: "said", SpeakerName: -1, SpeakerToken: -1}
		for _, n := range names.Names.Of(d) {
			if n.Start >= q.End {
				q.SpeakerName, q.Probability = n.Name, 0.5
				break
			}
		}
		quotes.Quotations.Add(d, q)
		return nil
	}),
}

// praised takes every mention as praised by the first chain, and abstains on the second mention.
var praised = &pipeline.Stage{
	Name: "sentiment", Doc: "judgements of the test",
	Needs: []pipeline.Table{chains.Mentions}, Makes: []pipeline.Table{sentiment.Judgements},
	Each: pipeline.Do(func(d *pipeline.Doc) error {
		for _, m := range chains.Mentions.Of(d) {
			one, sure := int32(1), 1.0
			j := sentiment.Judgement{Mention: m.Mention, Polarity: &one, PPositive: &sure, Voice: "quoted", HolderChain: 0, Cues: []string{"hero"}}
			if m.Mention == 1 {
				j.Polarity, j.Voice, j.HolderChain = nil, "author", -1
			}
			sentiment.Judgements.Add(d, j)
		}
		return nil
	}),
}

func TestResolve(t *testing.T) {
	prepare, marked := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{
		Source:  read.Source,
		Stages:  []*pipeline.Stage{structure.Stage, tokens.Stage, marked, quoted, chains.Stage, roles.Stage, praised, actors.Stage, resolve.Stage},
		Prepare: prepare,
		Given: func(t *testing.T, c *pipeline.Corpus, sections map[string]string) {
			if text, ok := sections["actors.csv"]; ok {
				rules, err := read.ParseRules([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				read.Rules.Add(c, rules...)
			}
		},
	})
}
