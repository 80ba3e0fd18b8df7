package roles_test

import (
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/roles"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestRoles(t *testing.T) {
	prepare, names := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{
		Source:  read.Source,
		Stages:  []*pipeline.Stage{structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage, roles.Stage},
		Prepare: prepare,
	})
}

// TestHostile takes texts that are all persons and parties, or no sentence at all.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":       "",
		"one sentence":  strings.Repeat("{PERSON:Ada Finn}, leader of the {PARTY:Harbour Party}, and ", 500),
		"persons":       strings.Repeat("{PERSON:Ali Khan} and ", 5000) + "the {PARTY:HP}",
		"commas":        "{PERSON:Ada Finn}" + strings.Repeat(" , the ", 5000) + "{PARTY:HP}",
		"symbols":       "<p0> leader of the <q1> {PERSON:<p0>} (of the {PARTY:<q1>}) <<>> {PERSON:’s} {PARTY:'s}",
		"long name":     "{PERSON:" + strings.Repeat("Very ", 200) + "Long}, leader of the {PARTY:" + strings.Repeat("Party ", 200) + "}",
		"turning marks": "{PERSON:\u202eFinn} (\u2066{PARTY:HP}\u2069) joined\u200b the {PARTY:حزب الميناء}.",
		"one word":      "{PERSON:A}{PARTY:B}" + strings.Repeat("x", 1<<16),
	} {
		t.Run(name, func(t *testing.T) {
			prepare, names := namestest.Marked()
			stages := []*pipeline.Stage{structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage, roles.Stage}
			d := pipetest.Doc(t, read.Source, stages, prepare("x.txt", text))
			for _, s := range roles.Stated.Of(d) {
				if s.Start >= s.End || s.Role == "" || d.Slice(s.Start, s.End) == "" {
					t.Errorf("%+v", s)
				}
			}
		})
	}
}
