package quotes_test

import (
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/names"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestCases(t *testing.T) {
	prepare, marked := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Stages: []*pipeline.Stage{structure.Stage, tokens.Stage, marked, quotes.Stage}, Prepare: prepare})
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{`"a" said {PERSON:X}. "b`, "“„«‹「『‘'\"``''", strings.Repeat("“a ", 300), strings.Repeat("\"", 999), "{PERSON:A}: x\n\n{PERSON:B}: “y” z\n\n> q — {PERSON:C}"} {
		f.Add(s)
	}
	prepare, marked := namestest.Marked()
	f.Fuzz(func(t *testing.T, text string) {
		d := pipetest.Doc(t, read.Source, []*pipeline.Stage{structure.Stage, tokens.Stage, marked, quotes.Stage}, prepare("x.txt", strings.ToValidUTF8(text, "?")))
		end := int32(0)
		for _, q := range quotes.Quotations.Of(d) {
			if q.First < end || q.Last <= q.First || q.End <= q.Start || q.SpeakerName >= int32(len(names.Names.Of(d))) {
				t.Fatalf("%+v after %d", q, end)
			}
			end = q.Last
		}
	})
}
