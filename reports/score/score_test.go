package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
	"golang.org/x/tools/txtar"
)

// columnsOf are the columns of each table that a test writes; the last one shows that others do no harm.
var columnsOf = map[string][]string{
	"documents": {"doc_id", "title"},
	"mentions":  {"doc_id", "start", "end", "form", "type", "entity_id"},
	"sentiment": {"doc_id", "start", "end", "polarity", "voice"},
	"regions":   {"doc_id", "start", "end", "kind"},
}

// writeTable writes rows, one JSON object a line, as a Parquet file.
func writeTable(t *testing.T, path, table string, lines []byte) {
	t.Helper()
	var fields []arrow.Field
	for _, c := range columnsOf[table] {
		kind := arrow.DataType(arrow.BinaryTypes.String)
		if typeOf(c) == arrow.INT32 {
			kind = arrow.PrimitiveTypes.Int32
		}
		fields = append(fields, arrow.Field{Name: c, Type: kind, Nullable: c == "polarity"})
	}
	schema := arrow.NewSchema(fields, nil)
	rows := bytes.Split(bytes.TrimSpace(lines), []byte("\n"))
	text := append(append([]byte("["), bytes.Join(rows, []byte(","))...), ']')
	rec, _, err := array.RecordFromJSON(memory.DefaultAllocator, schema, bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer rec.Release()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w, err := pqarrow.NewFileWriter(schema, f, parquet.NewWriterProperties(), pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(rec); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil { // closes f too
		t.Fatal(err)
	}
}

// lay writes the files of an archive: those under gold/ as they are, tables/NAME.jsonl as tables/NAME.parquet.
func lay(t *testing.T, name string) (dir string, files map[string]string) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir, files = t.TempDir(), map[string]string{}
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
		path := filepath.Join(dir, f.Name)
		if table, ok := strings.CutPrefix(f.Name, "tables/"); ok {
			table = strings.TrimSuffix(table, ".jsonl")
			writeTable(t, filepath.Join(dir, "tables", table+".parquet"), strings.Split(table, "/")[0], f.Data)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, files
}

// Each archive's figures were computed by hand; its comment shows how.
func TestByHand(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			dir, files := lay(t, name)
			f, err := Run(filepath.Join(dir, "gold"), filepath.Join(dir, "tables"))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(f.JSON()); got != files["want.json"] {
				t.Errorf("got\n%s\nwant\n%s", got, files["want.json"])
			}
			again, err := Run(filepath.Join(dir, "gold"), filepath.Join(dir, "tables"))
			if err != nil {
				t.Fatal(err)
			}
			if f.Text() != again.Text() {
				t.Errorf("two runs differ:\n%s\n%s", f.Text(), again.Text())
			}
		})
	}
}

func TestText(t *testing.T) {
	dir, _ := lay(t, "testdata/two.txtar")
	f, err := Run(filepath.Join(dir, "gold"), filepath.Join(dir, "tables"))
	if err != nil {
		t.Fatal(err)
	}
	text := f.Text()
	for _, want := range []string{
		"ner_f1               0.5333",
		"7 names in the gold, 8 in the run",
		"drawn are the 11 mentions",
		"actor_mae            -",
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

func TestErrors(t *testing.T) {
	const row = `{"start": 0, "end": 4, "type": "PERSON", "entity": "jane-hill", "polarity": 1}`
	for name, c := range map[string]struct {
		gold map[string]string
		want string
	}{
		"no folder":   {nil, `no gold folder`},
		"empty":       {map[string]string{"README.md": "x"}, `has no .jsonl file: expected is`},
		"not json":    {map[string]string{"one.jsonl": row + "\n{oops\n"}, `one.jsonl:2: `},
		"type":        {map[string]string{"one.jsonl": strings.Replace(row, "PERSON", "PRESS", 1)}, `one.jsonl:1: type "PRESS" is none of`},
		"polarity":    {map[string]string{"one.jsonl": strings.Replace(row, "1}", "null}", 1)}, `one.jsonl:1: a PERSON needs a polarity`},
		"offsets":     {map[string]string{"one.jsonl": strings.Replace(row, "0,", "9,", 1)}, `one.jsonl:1: needs start and end`},
		"no regions":  {map[string]string{"one.jsonl": row, "regions/two.jsonl": ""}, `one.jsonl`},
		"other names": {map[string]string{"four.jsonl": row}, `no document of gold folder`},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := lay(t, "testdata/two.txtar")
			gold := filepath.Join(dir, "other")
			for path, text := range c.gold {
				path = filepath.Join(gold, path)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			_, err := Run(gold, filepath.Join(dir, "tables"))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestTableErrors(t *testing.T) {
	dir, _ := lay(t, "testdata/two.txtar")
	gold, tables := filepath.Join(dir, "gold"), filepath.Join(dir, "tables")
	path := filepath.Join(tables, "sentiment.parquet")
	writeTable(t, path, "sentiment", []byte(`{"doc_id": "one.txt", "start": 0, "end": 9, "polarity": 4, "voice": "author"}`))
	if _, err := Run(gold, tables); err == nil || !strings.Contains(err.Error(), "row 0: polarity 4 is not -1, 0 or 1") {
		t.Errorf("bad polarity: %v", err)
	}
	if err := os.WriteFile(path, []byte("PAR1 no more"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(gold, tables); err == nil || !strings.Contains(err.Error(), `table "sentiment"`) {
		t.Errorf("damaged: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(gold, tables); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), `no table "sentiment"`) {
		t.Errorf("missing: %v", err)
	}
}

func TestShare(t *testing.T) {
	for x, want := range map[Share]string{0: "0.0", 1: "1.0", 0.5: "0.5", 0.91237: "0.9124", -0.33333: "-0.3333"} {
		if got, err := json.Marshal(x); err != nil || string(got) != want {
			t.Errorf("%v: got %s, want %s", float64(x), got, want)
		}
	}
}
