// Package pipetest runs stages over small text files and compares the tables they make.
//
// A case is a txtar file:
//
//	What this case shows.
//	-- in/a.txt --
//	the text of the document a.txt (its last line break is not part of it)
//	-- set --
//	pairs.unit = paragraph
//	-- want sentences: sentence region_kind --
//	0 | heading | "A title"
//
// Each "want TABLE: COLUMNS" section holds the rows expected, one a line: the columns named (all if none are), then
// the text between start and end in quotes where the table has both. With several documents a line [a.txt] comes
// before its rows. Run the tests with -update to rewrite the sections that differ.
package pipetest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"hustings/pipeline"
)

var update = flag.Bool("update", false, "rewrite the expected tables in testdata")

// Case is how the files of one folder are run.
type Case struct {
	Source *pipeline.Source  // whose tables count as given; their rows are those that Given adds
	Stages []*pipeline.Stage // in any order
	// Prepare, if set, turns a document's text as it stands in the file into the one that the stages see.
	Prepare func(id, text string) string
	// Given, if set, adds rows to the source's tables of the corpus from the file's other sections, by name.
	Given func(t *testing.T, c *pipeline.Corpus, sections map[string]string)
}

// Doc returns a document with a text, as a source and stages make it.
func Doc(t testing.TB, source *pipeline.Source, stages []*pipeline.Stage, text string) *pipeline.Doc {
	t.Helper()
	plan, err := pipeline.NewPlan(source, stages...)
	if err != nil {
		t.Fatal(err)
	}
	d := pipeline.NewDoc("x.txt", text)
	if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{d}, nil); err != nil {
		t.Fatal(err)
	}
	return d
}

// Run runs every testdata/*.txtar of the current folder that matches the pattern ("*" for all).
func Run(t *testing.T, pattern string, c Case) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", pattern+".txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("pipetest: no testdata/%s.txtar (%v)", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { c.run(t, file) })
	}
}

func (c Case) run(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := pipeline.NewPlan(c.Source, c.Stages...)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	var docs []*pipeline.Doc
	for _, f := range archive.Files {
		text := string(f.Data)
		if id, ok := strings.CutPrefix(f.Name, "in/"); ok {
			text = strings.TrimSuffix(text, "\n")
			if c.Prepare != nil {
				text = c.Prepare(id, text)
			}
			docs = append(docs, pipeline.NewDoc(id, text))
			continue
		}
		sections[f.Name] = text
	}
	settings, err := plan.Settings(lines(sections["set"]))
	if err != nil {
		t.Fatal(err)
	}
	corpus, err := pipeline.InMemory(context.Background(), plan, settings, docs, func(corpus *pipeline.Corpus) {
		if c.Given != nil {
			c.Given(t, corpus, sections)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	changed := false
	for i, f := range archive.Files {
		spec, ok := strings.CutPrefix(f.Name, "want ")
		if !ok {
			continue
		}
		name, columns, _ := strings.Cut(spec, ":")
		got, err := pipeline.Print(plan, corpus, docs, strings.TrimSpace(name), strings.Fields(columns))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(f.Data), "\n"), strings.Split(got, "\n")); diff != "" {
			if *update {
				archive.Files[i].Data, changed = []byte(got), true
				continue
			}
			t.Errorf("%s: %s differs (-want +got):\n%s", file, f.Name, diff)
		}
	}
	if changed {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lines gives the lines that are not empty, as "section.key=value".
func lines(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if key, value, ok := strings.Cut(line, "="); ok {
			out = append(out, fmt.Sprintf("%s=%s", strings.TrimSpace(key), strings.TrimSpace(value)))
		}
	}
	return out
}
