package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hustings/stages/resolve"
	"hustings/stages/structure"
)

// row is a row of any table that is scored.
type row struct {
	DocID    string `json:"doc_id"`
	Start    int32  `json:"start"`
	End      int32  `json:"end"`
	Form     string `json:"form"`
	Type     string `json:"type"`
	EntityID string `json:"entity_id"`
	Polarity *int32 `json:"polarity"`
	Kind     string `json:"kind"`
}

// runOf makes a run of tables/NAME.jsonl.
func runOf(t *testing.T, dir string) run {
	t.Helper()
	r := newRun()
	for table, add := range map[string]func(x row){
		"documents": func(x row) { r.addDocument(x.DocID, nil) },
		"mentions": func(x row) {
			r.addMentions(x.DocID, []resolve.Mention{{Start: x.Start, End: x.End, Form: x.Form, Type: x.Type, EntityID: x.EntityID}})
		},
		"sentiment": func(x row) {
			r.addSentiment(x.DocID, []resolve.Judgement{{Start: x.Start, End: x.End, Polarity: x.Polarity}})
		},
		"regions": func(x row) {
			r.addRegions(x.DocID, []structure.Region{{Start: x.Start, End: x.End, Kind: x.Kind}})
		},
	} {
		err := eachLine(filepath.Join(dir, "tables", table+".jsonl"), func(line []byte) error {
			var x row
			err := json.Unmarshal(line, &x)
			add(x)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func write(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// figures compares the gold and the tables of an archive, and gives what it wants.
func figures(t *testing.T, archive string) (f *Figures, want string) {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, file := range a.Files {
		write(t, filepath.Join(dir, file.Name), file.Data)
		if file.Name == "want.json" {
			want = string(file.Data)
		}
	}
	gold, err := readGold(filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	return compare(gold, runOf(t, dir)), want
}

// Each archive's figures were computed by hand; its comment shows how.
func TestByHand(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, a := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(a), ".txtar"), func(t *testing.T) {
			f, want := figures(t, a)
			if got := string(f.JSON()); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if again, _ := figures(t, a); f.Text() != again.Text() {
				t.Errorf("two runs differ:\n%s\n%s", f.Text(), again.Text())
			}
		})
	}
}

func TestText(t *testing.T) {
	f, _ := figures(t, "testdata/two.txtar")
	text := f.Text()
	for _, want := range []string{
		"ner_f1               0.5333",
		"7 names in the gold, 8 in the run",
		"drawn are the 11 mentions",
		"actor_mae            -",
		"Not in the run, so all their mentions count as missed: gone.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestInterval(t *testing.T) {
	// Of 1,000 things half of which hit, the share has a standard error of 0.0158.
	low, high, ok := interval(1000, func(pick []int) *Share {
		n := 0
		for _, i := range pick {
			n += i % 2
		}
		return share(n, len(pick))
	})
	if !ok || low < 0.46 || low > 0.475 || high < 0.525 || high > 0.54 {
		t.Errorf("got %v to %v, want about 0.469 to 0.531", low, high)
	}
	if _, _, ok := interval(0, func([]int) *Share { return nil }); ok {
		t.Error("an interval of nothing")
	}
}

func TestStem(t *testing.T) {
	for id, want := range map[string]string{"a/b.txt": "b", "notes.csv#17": "notes", "a.b.md": "a.b", ".txt": ".txt", "plain": "plain", "a.b/c": "c"} {
		if got := stem(id); got != want {
			t.Errorf("stem(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestGoldErrors(t *testing.T) {
	const line = `{"start": 0, "end": 4, "type": "PERSON", "entity": "jane-hill", "polarity": 1}`
	for name, c := range map[string]struct {
		gold map[string]string
		want string
	}{
		"no folder":  {nil, `no gold folder`},
		"empty":      {map[string]string{"README.md": "x"}, `has no .jsonl file: expected is`},
		"not json":   {map[string]string{"one.jsonl": line + "\n{oops\n"}, `one.jsonl:2: `},
		"type":       {map[string]string{"one.jsonl": strings.Replace(line, "PERSON", "PRESS", 1)}, `one.jsonl:1: type "PRESS" is none of`},
		"polarity":   {map[string]string{"one.jsonl": strings.Replace(line, "1}", "null}", 1)}, `one.jsonl:1: a PERSON needs a polarity`},
		"offsets":    {map[string]string{"one.jsonl": strings.Replace(line, "0,", "9,", 1)}, `one.jsonl:1: needs start and end`},
		"no regions": {map[string]string{"one.jsonl": line, "regions/two.jsonl": ""}, `one.jsonl`},
		"region":     {map[string]string{"one.jsonl": line, "regions/one.jsonl": `{"start": 5, "end": 4, "kind": "list"}`}, `one.jsonl:1: needs kind`},
	} {
		t.Run(name, func(t *testing.T) {
			gold := filepath.Join(t.TempDir(), "gold")
			for path, text := range c.gold {
				write(t, filepath.Join(gold, path), []byte(text))
			}
			if _, err := readGold(gold); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestNoRun(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "gold", "one.jsonl"), nil)
	if _, err := Run(t.Context(), filepath.Join(dir, "gold"), dir); err == nil || !strings.Contains(err.Error(), "no readable set") {
		t.Errorf("got %v", err)
	}
}

func TestShare(t *testing.T) {
	for x, want := range map[Share]string{0: "0.0", 1: "1.0", 0.5: "0.5", 0.91237: "0.9124", -0.33333: "-0.3333"} {
		if got, err := json.Marshal(x); err != nil || string(got) != want {
			t.Errorf("%v: got %s, want %s", float64(x), got, want)
		}
	}
}
