package names_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

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

// check says what is wrong with the names of a text: they lie in order, do not overlap, are what stands at their place,
// hyphens at line ends aside, and none lies in a citation or a bibliography.
func check(t *testing.T, text string) {
	t.Helper()
	d := pipetest.Doc(t, read.Source, stages, text)
	runes := []rune(text)
	words := tokens.Tokens.Of(d)
	last := int32(0)
	for i, x := range names.Names.Of(d) {
		switch {
		case x.Name != int32(i) || x.First < last || x.Last <= x.First || x.End <= x.Start:
			t.Fatalf("name %d stands at %d to %d, its tokens after %d", x.Name, x.Start, x.End, last)
		case string(runes[x.Start:x.End]) != x.Text && lineEnd.Replace(string(runes[x.Start:x.End])) != lineEnd.Replace(x.Text):
			t.Fatalf("name %d is %q, at its place stands %q", i, x.Text, string(runes[x.Start:x.End]))
		case words[x.First].Start > x.Start || words[x.First].End <= x.Start || words[x.Last-1].End < x.End || words[x.Last-1].Start >= x.End || words[x.First].Sentence != x.Sentence:
			t.Fatalf("name %d is not in its tokens", i)
		case x.Probability < 0 || x.Probability > 1:
			t.Fatalf("name %d has probability %v", i, x.Probability)
		}
		for _, r := range structure.Regions.Of(d) {
			if (r.Kind == "citation" || r.Kind == "bibliography") && x.Start < r.End && x.End > r.Start && !within(structure.Regions.Of(d), r, x) {
				t.Fatalf("name %d, %q, lies in %q", i, x.Text, string(runes[r.Start:r.End]))
			}
		}
		last = x.Last
	}
}

// lineEnd is what a line's end puts into a word.
var lineEnd = strings.NewReplacer("-", "", "\n", "", "\r", "", " ", "")

// within says whether a region that interrupts a bibliography, a note or a running header, holds a name.
func within(regions []structure.Region, outer structure.Region, x names.Name) bool {
	for _, r := range regions[outer.Region+1:] {
		if r.Kind != "citation" && r.Start <= x.Start && x.End <= r.End && r.End <= outer.End {
			return true
		}
	}
	return false
}

// TestDocuments looks for names in the sources that documents of many genres cite.
func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("../structure/testdata/documents/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	marks := regexp.MustCompile(`⟦[a-z]+(?: [0-9])?\||⟧`)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		check(t, marks.ReplaceAllString(string(archive.Files[0].Data), ""))
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
