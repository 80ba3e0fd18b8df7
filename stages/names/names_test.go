package names_test

import (
	"context"
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/names"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

var stages = []*pipeline.Stage{structure.Stage, tokens.Stage, names.Stage}

func TestCases(t *testing.T) {
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Stages: stages})
}

// check says what is wrong with the names of a text: they lie in order, do not overlap, and are what stands at their place.
func check(t *testing.T, text string) {
	t.Helper()
	plan, err := pipeline.NewPlan(read.Source, stages...)
	if err != nil {
		t.Fatal(err)
	}
	d := pipeline.NewDoc("x.txt", text)
	if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{d}, nil); err != nil {
		t.Fatal(err)
	}
	runes := []rune(text)
	words := tokens.Tokens.Of(d)
	last := int32(0)
	for i, x := range names.Names.Of(d) {
		switch {
		case x.Name != int32(i) || x.Start < last || x.End <= x.Start:
			t.Fatalf("name %d stands at %d to %d, after %d", x.Name, x.Start, x.End, last)
		case string(runes[x.Start:x.End]) != x.Text:
			t.Fatalf("name %d is %q, at its place stands %q", i, x.Text, string(runes[x.Start:x.End]))
		case words[x.First].Start > x.Start || words[x.First].End <= x.Start || words[x.Last-1].End < x.End || words[x.Last-1].Start >= x.End || words[x.First].Sentence != x.Sentence:
			t.Fatalf("name %d is not in its tokens", i)
		case x.Probability < 0 || x.Probability > 1:
			t.Fatalf("name %d has probability %v", i, x.Probability)
		}
		last = x.End
	}
}

func TestAnyText(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "(", "Ada (", "THE", "’s", "x@y.org", strings.Repeat("Ada Hill ", 20000),
		strings.Repeat("(", 5000), "حزب الشعب", "Ada\x00Hill said\u202e so. Hill (NFP"} {
		check(t, text)
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Ada Hill of the Northern Farmers’ Party (NFP) spoke in Oslo. Hill's NFP won (Bey, 1995, p. 3).")
	f.Fuzz(func(t *testing.T, text string) { check(t, strings.ToValidUTF8(text, "?")) })
}
