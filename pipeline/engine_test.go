package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"hustings/pipeline"
)

// A small pipeline: words of each document, the corpus's counts of words, and how common each document's words are.

type text struct {
	Text string `col:"text" doc:"the text"`
}

func (t text) DocumentText() string { return t.Text }

type word struct {
	Word  string `col:"word" doc:"a word"`
	Start int32  `col:"start" key:"1" unit:"code points" doc:"where it begins"`
	End   int32  `col:"end" unit:"code points" doc:"where it ends"`
}

type total struct {
	Word  string `col:"word" key:"1" doc:"a word"`
	Count int32  `col:"count" doc:"how often it stands in the corpus"`
}

type common struct {
	Word  string  `col:"word" doc:"a word"`
	Share float64 `col:"share" range:"0..1" doc:"its share of the corpus's words"`
}

type loudest struct {
	Word string   `col:"word" key:"1" doc:"the word"`
	Docs []string `col:"docs" doc:"where it stands"`
	Rank *int32   `col:"rank" doc:"null for the first"`
}

type caseSettings struct {
	Case string `set:"case" doc:"how words are compared" in:"lower|as-is"`
	Most int    `set:"most" doc:"how many words a document gives" range:"1..1000"`
}

type world struct {
	texts  *pipeline.DocTable[text]
	words  *pipeline.DocTable[word]
	totals *pipeline.WholeTable[total]
	shares *pipeline.DocTable[common]
	loud   *pipeline.WholeTable[loudest]

	source    *pipeline.Source
	stages    []*pipeline.Stage
	ran       atomic.Int32 // documents that went through the first stage
	sharesRan atomic.Int32
	fail      string // a document that the first stage can't take
}

// newWorld builds the pipeline over documents by id.
func newWorld(docs map[string]string) *world {
	w := &world{
		texts:  pipeline.PerDoc[text]("documents", "texts"),
		words:  pipeline.PerDoc[word]("words", "words of each document"),
		totals: pipeline.Whole[total]("totals", "words of the corpus"),
		shares: pipeline.PerDoc[common]("shares", "how common each document's words are"),
		loud:   pipeline.Whole[loudest]("loudest", "the most frequent words"),
	}
	w.source = &pipeline.Source{Name: "read", Doc: "documents from a map", Makes: []pipeline.Table{w.texts},
		Read: pipeline.Do(func(r *pipeline.Reading) error {
			r.Docs = func(yield func(*pipeline.Doc, error) bool) {
				var ids []string
				for id := range docs {
					ids = append(ids, id)
				}
				slices.Sort(ids)
				for _, id := range ids {
					d := pipeline.NewDoc(id, docs[id])
					w.texts.Add(d, text{docs[id]})
					if !yield(d, nil) {
						return
					}
				}
			}
			return nil
		})}
	cut := &pipeline.Stage{Name: "cut", Doc: "cuts words", Makes: []pipeline.Table{w.words},
		Each: pipeline.With(caseSettings{Case: "as-is", Most: 1000}, func(s caseSettings) (func(*pipeline.Doc) error, error) {
			return func(d *pipeline.Doc) error {
				w.ran.Add(1)
				if d.ID == w.fail {
					panic("no idea")
				}
				at := 0
				for _, f := range strings.Fields(d.Text) {
					i := at + strings.Index(d.Text[at:], f)
					at = i + len(f)
					row := word{f, int32(d.Point(i)), int32(d.Point(at))}
					if d.Slice(row.Start, row.End) != f {
						return fmt.Errorf("%q is not at its place", f)
					}
					if s.Case == "lower" {
						row.Word = strings.ToLower(f)
					}
					w.words.Add(d, row)
				}
				return nil
			}, nil
		})}
	sum := &pipeline.Stage{Name: "sum", Doc: "counts words", Needs: []pipeline.Table{w.words}, Makes: []pipeline.Table{w.totals, w.shares},
		Whole: pipeline.Do(func(c *pipeline.Corpus) error {
			counts, all := map[string]int32{}, 0
			for d, err := range c.Docs() {
				if err != nil {
					return err
				}
				for _, x := range w.words.Of(d) {
					counts[x.Word]++
					all++
				}
			}
			var rows []total
			for k, n := range counts {
				rows = append(rows, total{k, n})
			}
			slices.SortFunc(rows, func(a, b total) int { return strings.Compare(a.Word, b.Word) })
			w.totals.Add(c, rows...)
			for d, err := range c.Docs() {
				if err != nil {
					return err
				}
				for _, x := range w.words.Of(d) {
					// 1/3 and the like: what later stages see must not depend on whether it was rounded by the store
					w.shares.Add(d, common{x.Word, float64(min(counts[x.Word], 3)) / 3})
				}
			}
			return nil
		})}
	use := &pipeline.Stage{Name: "use", Doc: "checks shares", Needs: []pipeline.Table{w.shares}, Makes: []pipeline.Table{},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			w.sharesRan.Add(1)
			for _, x := range w.shares.Of(d) {
				if x.Share != 0.333333 && x.Share != 0.666667 && x.Share != 1 {
					return fmt.Errorf("share %v was not rounded", x.Share)
				}
			}
			return nil
		})}
	top := &pipeline.Stage{Name: "top", Doc: "the most frequent words", Needs: []pipeline.Table{w.totals, w.texts}, Makes: []pipeline.Table{w.loud},
		Whole: pipeline.Do(func(c *pipeline.Corpus) error {
			rows := slices.Clone(w.totals.Rows(c))
			slices.SortFunc(rows, func(a, b total) int { return int(b.Count-a.Count)*1000 + strings.Compare(a.Word, b.Word) })
			for i, t := range rows[:min(3, len(rows))] {
				row := loudest{Word: t.Word}
				if i > 0 {
					row.Rank = new(int32)
					*row.Rank = int32(i)
				}
				for d, err := range c.Docs() {
					if err != nil {
						return err
					}
					if strings.Contains(d.Text, t.Word) {
						row.Docs = append(row.Docs, strings.Clone(d.ID))
					}
				}
				w.loud.Add(c, row)
			}
			return nil
		})}
	w.stages = []*pipeline.Stage{top, cut, use, sum} // the plan puts them in order
	return w
}

func (w *world) run(t *testing.T, out string, set ...string) *pipeline.Result {
	t.Helper()
	r, err := w.try(t, context.Background(), out, set...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (w *world) try(t *testing.T, ctx context.Context, out string, set ...string) (*pipeline.Result, error) {
	t.Helper()
	plan, err := pipeline.NewPlan(w.source, w.stages...)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := plan.Settings(set)
	if err != nil {
		t.Fatal(err)
	}
	store, err := pipeline.StoreIn(out)
	if err != nil {
		t.Fatal(err)
	}
	w.ran.Store(0)
	w.sharesRan.Store(0)
	p := &pipeline.Pipeline{Plan: plan, Store: store, Settings: settings, Reports: []*pipeline.Report{{Name: "list", Doc: "the loudest", Needs: []pipeline.Table{w.loud},
		Write: func(c *pipeline.Corpus, files *pipeline.Files) error {
			files.Add("list.txt", []byte(fmt.Sprintln(w.loud.Rows(c)[0].Word, w.loud.Rows(c)[0].Docs)))
			return nil
		}}}}
	r, err := p.Run(ctx, "")
	if err == nil {
		err = p.Publish(ctx, r, out)
	}
	return r, err
}

// corpus makes documents whose words repeat; n documents are about n/64 parts.
func corpus(n int) map[string]string {
	docs := map[string]string{}
	for i := range n {
		docs[fmt.Sprintf("d%04d.txt", i)] = fmt.Sprintf("the wörd%d of the day w%d", i%7, i%3)
	}
	return docs
}

// files reads everything published under a folder, the store aside.
func files(t *testing.T, out string) map[string]string {
	t.Helper()
	all := map[string]string{}
	root := filepath.Join(out, ".current") + "/"
	err := filepath.WalkDir(root, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		all[strings.TrimPrefix(name, root)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func same(t *testing.T, a, b map[string]string) {
	t.Helper()
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
	if len(a) != len(b) || len(a) == 0 {
		t.Errorf("%d files and %d", len(a), len(b))
	}
}

func TestSecondRunRunsNothing(t *testing.T) {
	w, out := newWorld(corpus(300)), t.TempDir()
	cold := w.run(t, out)
	if cold.Ran != cold.Steps || w.ran.Load() != 300 {
		t.Fatalf("cold: %d of %d steps ran, %d documents", cold.Ran, cold.Steps, w.ran.Load())
	}
	before := files(t, out)
	warm := w.run(t, out)
	if warm.Ran != 0 || warm.Steps != cold.Steps || w.ran.Load() != 0 {
		t.Fatalf("warm: %d of %d steps ran", warm.Ran, warm.Steps)
	}
	same(t, before, files(t, out))
	if got := before["list.txt"]; !strings.HasPrefix(got, "the [d0000.txt d0001.txt") {
		t.Fatalf("list.txt = %.40q", got)
	}
}

func TestSameBytesForAnyWorkers(t *testing.T) {
	w, one, many := newWorld(corpus(300)), t.TempDir(), t.TempDir()
	w.run(t, one, "run.workers=1")
	w.run(t, many, "run.workers=7")
	same(t, files(t, one), files(t, many))
}

func TestOneChangedDocument(t *testing.T) {
	docs := corpus(1000)
	w, out := newWorld(docs), t.TempDir()
	w.run(t, out)
	docs["d0500.txt"] = "the wörd3 of the day w2 and" // one word more: totals change, other documents' shares do not
	r := w.run(t, out)
	if n := w.ran.Load(); n == 0 || n > 256 {
		t.Errorf("%d documents ran again, want those of one part", n)
	}
	if n := w.sharesRan.Load(); n == 0 || n > 256 {
		t.Errorf("%d documents ran again after the barrier, want those of one part: early cut-off", n)
	}
	if r.Ran == 0 || r.Ran > r.Steps/2 {
		t.Errorf("%d of %d steps ran", r.Ran, r.Steps)
	}
	fresh := t.TempDir()
	w.run(t, fresh)
	same(t, files(t, fresh), files(t, out))
}

func TestExplainNamesWhatChanged(t *testing.T) {
	docs := corpus(100)
	w, out := newWorld(docs), t.TempDir()
	w.run(t, out)
	explain := func() string {
		var text strings.Builder
		if err := pipeline.Explain(&text, out); err != nil {
			t.Fatal(err)
		}
		return text.String()
	}
	if got := explain(); !strings.Contains(got, "no earlier run") {
		t.Errorf("first run: %s", got)
	}
	w.run(t, out)
	if got := explain(); !strings.Contains(got, "nothing it is made from has changed") || !strings.Contains(got, "0 of ") {
		t.Errorf("second run: %s", got)
	}
	docs["d0050.txt"] += " more"
	w.run(t, out, "cut.case=lower")
	got := explain()
	for _, want := range []string{"text of d0050.txt", `settings from {"case":"as-is","most":1000} to {"case":"lower","most":1000}`, "table words"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in:\n%s", want, got)
		}
	}
}

func TestAddedDocumentMovesNoOtherBorder(t *testing.T) {
	docs := corpus(1000)
	w, out := newWorld(docs), t.TempDir()
	w.run(t, out)
	docs["d0500a.txt"] = "new"
	w.run(t, out)
	if n := w.ran.Load(); n == 0 || n > 2*256 {
		t.Errorf("%d documents ran again, want those of one part or two", n)
	}
}

func TestDamagedStoreIsMended(t *testing.T) {
	w, out := newWorld(corpus(300)), t.TempDir()
	w.run(t, out)
	before := files(t, out)
	damaged := 0
	err := filepath.WalkDir(filepath.Join(out, "store"), func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		damaged++
		if damaged%3 == 0 {
			return os.Remove(name)
		}
		if err := os.Remove(name); err != nil { // a published file may be a link to it
			return err
		}
		return os.WriteFile(name, []byte("damage"), 0o644)
	})
	if err != nil || damaged < 10 {
		t.Fatal(damaged, err)
	}
	w.run(t, out, "cut.most=999") // another key, so that damaged tables are met in the middle of things
	w.run(t, out)
	same(t, before, files(t, out))
}

func TestCancelKeepsWhatIsDone(t *testing.T) {
	w, out := newWorld(corpus(600)), t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	each := w.stages[1].Each
	w.stages[1].Each = pipeline.With(caseSettings{Case: "as-is", Most: 1000}, func(s caseSettings) (func(*pipeline.Doc) error, error) {
		return func(d *pipeline.Doc) error {
			if w.ran.Add(1) == 300 {
				cancel()
			}
			w.words.Add(d, word{"x", 0, 1})
			return nil
		}, nil
	})
	if _, err := w.try(t, ctx, out, "run.workers=2"); !errors.Is(err, context.Canceled) {
		t.Fatalf("err = %v, want context.Canceled", err)
	}
	if _, err := os.Stat(filepath.Join(out, "tables")); err == nil {
		t.Fatal("a cancelled run has published tables")
	}
	w.run(t, out)
	if n := w.ran.Load(); n == 0 || n >= 600 {
		t.Errorf("%d documents ran after the interruption, want fewer than all", n)
	}
	w.stages[1].Each = each
}

func TestFailingDocumentNamesItselfAndKeepsTheRest(t *testing.T) {
	w, out := newWorld(corpus(600)), t.TempDir()
	w.fail = "d0300.txt"
	_, err := w.try(t, context.Background(), out)
	if err == nil || !strings.Contains(err.Error(), `cut: "d0300.txt": panic: no idea`) {
		t.Fatalf("err = %v", err)
	}
	w.fail = ""
	w.run(t, out)
	if n := w.ran.Load(); n == 0 || n > 256 {
		t.Errorf("%d documents ran again, want those of one part", n)
	}
}

func TestPublishedSetIsRepaired(t *testing.T) {
	w, out := newWorld(corpus(30)), t.TempDir()
	w.run(t, out)
	before := files(t, out)
	plan, err := pipeline.NewPlan(w.source, w.stages...)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := pipeline.Check(context.Background(), plan, out)
	if err != nil || len(faults) > 0 {
		t.Fatalf("a fresh set has faults %v, %v", faults, err)
	}
	if err := os.WriteFile(filepath.Join(out, "tables", "words.parquet"), []byte("gone"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(out, "list.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(out, ".current", "list.txt")); err != nil {
		t.Fatal(err)
	}
	if faults, err = pipeline.Check(context.Background(), plan, out); err != nil || len(faults) < 3 {
		t.Fatalf("faults = %v, %v; want the table's hash, its bytes and the file that is gone", faults, err)
	}
	w.run(t, out)
	same(t, before, files(t, out))
	if _, err := os.ReadFile(filepath.Join(out, "list.txt")); err != nil {
		t.Error(err)
	}
}

func TestForeignFileIsNotOverwritten(t *testing.T) {
	w, out := newWorld(corpus(3)), t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, "tables"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := w.try(t, context.Background(), out)
	if err == nil || !strings.Contains(err.Error(), "is in the way") {
		t.Fatalf("err = %v", err)
	}
}

func TestNoDocuments(t *testing.T) {
	w, out := newWorld(nil), t.TempDir()
	w.stages = w.stages[1:] // the report's stage wants a word
	plan, err := pipeline.NewPlan(w.source, w.stages...)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := plan.Settings(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &pipeline.Pipeline{Plan: plan, Store: &pipeline.Memory{}, Settings: settings}
	r, err := p.Run(context.Background(), "")
	if err != nil || r.Documents != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if err := p.Publish(context.Background(), r, out); err != nil {
		t.Fatal(err)
	}
	if faults, err := pipeline.Check(context.Background(), plan, out); err != nil || len(faults) > 0 {
		t.Fatalf("faults = %v, %v: empty tables are written too", faults, err)
	}
}

func TestPlanFaults(t *testing.T) {
	w := newWorld(nil)
	nobody := pipeline.Whole[total]("nobody", "made by none")
	each := pipeline.Do(func(*pipeline.Doc) error { return nil })
	a, b := pipeline.PerDoc[total]("a", "a"), pipeline.PerDoc[total]("b", "b")
	for _, test := range []struct {
		want   string
		stages []*pipeline.Stage
	}{
		{`table "words" is made by "cut" and by "again"`, append(slices.Clone(w.stages), &pipeline.Stage{Name: "again", Doc: "x", Makes: []pipeline.Table{w.words}, Each: each})},
		{`stage "x" needs table "nobody", which no stage makes; available: documents`, []*pipeline.Stage{{Name: "x", Doc: "x", Needs: []pipeline.Table{nobody}, Each: each}}},
		{`a cycle`, []*pipeline.Stage{
			{Name: "x", Doc: "x", Needs: []pipeline.Table{a}, Makes: []pipeline.Table{b}, Each: each},
			{Name: "y", Doc: "y", Needs: []pipeline.Table{b}, Makes: []pipeline.Table{a}, Each: each}}},
		{`two stages are named "x"`, []*pipeline.Stage{{Name: "x", Doc: "x", Each: each}, {Name: "x", Doc: "x", Each: each}}},
		{`stage "x" must have one of Each and Whole`, []*pipeline.Stage{{Name: "x", Doc: "x"}}},
		{`works on one document and makes "totals", a table of the corpus`, []*pipeline.Stage{{Name: "x", Doc: "x", Makes: []pipeline.Table{w.totals}, Each: each}}},
		{`needs table "totals", which is there only after "sum"`, append(slices.Clone(w.stages), &pipeline.Stage{Name: "x", Doc: "x", Needs: []pipeline.Table{w.totals}, Each: each})},
	} {
		_, err := pipeline.NewPlan(w.source, test.stages...)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("err = %v, want %q", err, test.want)
		}
	}
}

func TestUndeclaredNeedIsCaught(t *testing.T) {
	w := newWorld(corpus(2))
	w.stages = append(w.stages, &pipeline.Stage{Name: "sly", Doc: "reads what it has not declared", Each: pipeline.Do(func(d *pipeline.Doc) error {
		_ = w.words.Of(d)
		return nil
	})})
	_, err := w.try(t, context.Background(), t.TempDir())
	if err == nil || !strings.Contains(err.Error(), `stage "sly" reads table "words", which is not in its Needs`) {
		t.Fatalf("err = %v", err)
	}
}

func TestSettingsFaults(t *testing.T) {
	w := newWorld(nil)
	plan, err := pipeline.NewPlan(w.source, w.stages...)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "config.yaml")
	for _, test := range []struct {
		config string
		env    map[string]string
		set    []string
		want   string
	}{
		{config: "cut:\n  cse: lower\n", want: `config.yaml:2: no setting "cut.cse"; did you mean "cut.case"?`},
		{config: "run:\n  out: x\ncutt:\n  case: lower\n", want: `config.yaml:4: no setting "cutt.case"; did you mean "cut.case"?`},
		{config: "cut:\n  case: UPPER\n", want: `config.yaml:2: cut.case: "UPPER" is not allowed: use one of lower, as-is`},
		{config: "cut:\n  most: 0\n", want: `config.yaml:2: cut.most: 0 is not between 1 and 1000`},
		{config: "cut:\n  most: many\n", want: `config.yaml:2: cut.most: "many" is not a whole number`},
		{config: "seeds: x\n", want: `"seeds" is not a section`},
		{config: "cut: [\n", want: `config.yaml: yaml:`},
		{config: "", set: []string{"cut.mst=3"}, want: `--set cut.mst=3: no setting "cut.mst"; did you mean "cut.most"?`},
		{config: "", set: []string{"cut.most=x"}, want: `--set cut.most: cut.most: "x" is not a whole number`},
		{config: "", env: map[string]string{"HUSTINGS_CUT_MOST": "-1"}, want: `HUSTINGS_CUT_MOST: cut.most: -1 is not between 1 and 1000`},
	} {
		if err := os.WriteFile(file, []byte(test.config), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run(test.want, func(t *testing.T) {
			for k, v := range test.env {
				t.Setenv(k, v)
			}
			_, err := plan.ReadSettings(file, test.set)
			if err == nil || !strings.Contains(err.Error(), test.want) || !errors.Is(err, pipeline.ErrSettings) {
				t.Errorf("err = %v, want %q", err, test.want)
			}
		})
	}
}

func TestSettingsPrecedence(t *testing.T) {
	w := newWorld(nil)
	plan, err := pipeline.NewPlan(w.source, w.stages...)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(file, []byte("run: {workers: 2, out: a, seeds: Häuser.d}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HUSTINGS_RUN_WORKERS", "3")
	s, err := plan.ReadSettings(file, nil)
	if err != nil || s.Run().Workers != 3 || s.Run().Out != "a" || s.Run().Seeds != "Häuser.d" {
		t.Fatalf("%+v, %v", s.Run(), err)
	}
	s, err = plan.ReadSettings(file, []string{"run.workers=4"})
	if err != nil || s.Run().Workers != 4 {
		t.Fatalf("%+v, %v", s.Run(), err)
	}
	var config strings.Builder
	if err := plan.WriteConfig(&config); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(config.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := plan.ReadSettings(file, nil); err != nil {
		t.Fatalf("the example configuration cannot be read: %v", err)
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("plain", 2)
	f.Add("pläin — ünïcode \U0001F600", 5)
	f.Add(strings.Repeat("ä", 1000), 130)
	f.Fuzz(func(t *testing.T, text string, at int) {
		text = strings.ToValidUTF8(text, "?")
		runes := []rune(text)
		d := pipeline.NewDoc("x", text)
		if at < 0 {
			at = -at
		}
		if len(runes) > 0 {
			at %= len(runes)
		} else {
			at = 0
		}
		if got := d.Byte(at); got != len(string(runes[:at])) {
			t.Fatalf("Byte(%d) = %d", at, got)
		}
		if got := d.Point(d.Byte(at)); got != at {
			t.Fatalf("Point(Byte(%d)) = %d", at, got)
		}
		if got := d.Slice(int32(at), int32(len(runes))); got != string(runes[at:]) {
			t.Fatalf("Slice = %q", got)
		}
	})
}
