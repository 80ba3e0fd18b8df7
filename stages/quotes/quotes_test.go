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
	for _, s := range []string{`"a" said {PERSON:X}. "b`, "“„«‹「『‘'\"``''", strings.Repeat("“a ", 300), strings.Repeat("\"", 999), "{PERSON:A}: x\n\n{PERSON:B}: “y” z\n\n> q — {PERSON:C}",
		"{PERSON:A}: {PERSON:B} said that “{PERSON:C} called it ‘x’” was y.\n\n{PERSON:B}: z", "Sir,—He said so.\n\nX.—{PERSON:A}.\n\nSir,—No “one.—{PERSON:B}.", "— a? — b\n\n— c\n\n— {PERSON:A}: d", "When " + strings.Repeat("he said that ", 300)} {
		f.Add(s)
	}
	prepare, marked := namestest.Marked()
	f.Fuzz(func(t *testing.T, text string) {
		d := pipetest.Doc(t, read.Source, []*pipeline.Stage{structure.Stage, tokens.Stage, marked, quotes.Stage}, prepare("x.txt", strings.ToValidUTF8(text, "?")))
		var around []int32 // where those around end
		for _, q := range quotes.Quotations.Of(d) {
			for len(around) > 0 && around[len(around)-1] <= q.First {
				around = around[:len(around)-1]
			}
			if q.Last <= q.First || q.End <= q.Start || q.SpeakerName >= int32(len(names.Names.Of(d))) || len(around) > 0 && q.Last > around[len(around)-1] {
				t.Fatalf("%+v in %d", q, around)
			}
			around = append(around, q.Last)
		}
	})
}
