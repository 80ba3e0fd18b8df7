package tokens_test

import (
	"context"
	"strings"
	"testing"
	"unicode"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestCases(t *testing.T) {
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Stages: []*pipeline.Stage{structure.Stage, tokens.Stage}})
}

// check says what is wrong with the tokens of a text: each must equal the text at its place, lie in its sentence, come
// after the one before, and every character that is no white space must be in one.
func check(t *testing.T, text string) {
	t.Helper()
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage)
	if err != nil {
		t.Fatal(err)
	}
	d := pipeline.NewDoc("x.txt", text)
	if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{d}, nil); err != nil {
		t.Fatal(err)
	}
	runes := []rune(text)
	sentences := tokens.Sentences.Of(d)
	covered := make([]bool, len(runes))
	last := int32(0)
	for _, w := range tokens.Tokens.Of(d) {
		if got := string(runes[w.Start:w.End]); got != w.Text || w.Text == "" {
			t.Fatalf("token %d is %q, at its place stands %q", w.Token, w.Text, got)
		}
		if s := sentences[w.Sentence]; w.Start < s.Start || w.End > s.End {
			t.Fatalf("token %d is outside its sentence", w.Token)
		}
		if w.Start < last {
			t.Fatalf("token %d overlaps the one before", w.Token)
		}
		last = w.End
		for i := w.Start; i < w.End; i++ {
			covered[i] = true
		}
	}
	for i, r := range runes {
		if !covered[i] && !unicode.IsSpace(r) {
			t.Fatalf("character %d %q is in no token", i, r)
		}
	}
	for i, s := range sentences {
		if got := string(runes[s.Start:s.End]); got != s.Text || s.Sentence != int32(i) {
			t.Fatalf("sentence %d is %q, at its place stands %q", i, s.Text, got)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{
		"", " \n\t", "One. Two! Three?", "“Quoted,” she said. ‘So?’", "a\x00b\x01c", "مرحبا بالعالم. كيف حالك؟", "# Title\n\n> Quoted\n\n- item\n\nText (Hill, 1994, p. 3).",
		strings.Repeat("(", 500), strings.Repeat(`"a. `, 200), "e\u0301\u0327 \u200d\u2028x", "İSTANBUL'da İİİ 'S, 's,", "References\n\nHill, J. (1994).\fBey, K.",
		"A.B.C. d... e…f—g–h/i", "\ufeffstart", "x@y.z https://a.b/c?d=e.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, strings.ToValidUTF8(text, "\ufffd")) })
}

func TestHuge(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("a", 3<<20), strings.Repeat("word ", 1<<18), strings.Repeat("(", 1<<20), strings.Repeat("“", 1<<18),
		strings.Repeat("Heading\n\n", 100_000), strings.Repeat("(Hill, 1994) ", 50_000), strings.Repeat("é", 1<<20), strings.Repeat("x. ", 1<<18),
	} {
		check(t, text)
	}
}

func BenchmarkStructureAndTokens(b *testing.B) {
	text := strings.Repeat("The Harbour Party (HP) of Mr. J. K. Hill, which won 34 seats in 1994 (Bey, 1995, p. 3), said on Friday that it “would not” talk to the others. Nobody was surprised.\n\n", 1000)
	words := len(strings.Fields(text))
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{pipeline.NewDoc("x.txt", text)}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
