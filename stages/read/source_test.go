package read

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/read/slug"
)

// planned is a plan of the source alone.
func planned(t *testing.T) (*pipeline.Plan, pipeline.Settings) {
	t.Helper()
	plan, err := pipeline.NewPlan(Source)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := plan.Settings(nil)
	if err != nil {
		t.Fatal(err)
	}
	return plan, settings
}

// run runs the source alone and gives the folder of the set that it publishes.
func run(t *testing.T, root string) (*pipeline.Plan, string, error) {
	t.Helper()
	plan, settings := planned(t)
	out := filepath.Join(t.TempDir(), "out")
	p := &pipeline.Pipeline{Plan: plan, Store: &pipeline.Memory{}, Settings: settings}
	r, err := p.Run(t.Context(), root)
	if err == nil {
		err = p.Publish(t.Context(), r, out)
	}
	return plan, out, err
}

// TestSourcePublishes checks order and keys of what the source makes: two faults of one line are one row.
func TestSourcePublishes(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"a.txt": "Text.", "a/b.txt": "Text.", "a-b.txt": "Text.", "B.txt": "Text.", "z.pdf": "%PDF-1.7", "actors.csv": "rule,entity_id,alias\nname,ida-marsh,Ida\n",
		"manifest.csv": "path,date\ngone.txt,1999-02-31\na.txt,1999-02-28\na.txt,2000-02-30\n,1999\na\"b,1999\n"})
	plan, out, err := run(t, root)
	if err != nil {
		t.Fatal(err)
	}
	faults, err := pipeline.Check(t.Context(), plan, out)
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v, %v", faults, err)
	}
	var ids []string
	if err := pipeline.ReadDocs(t.Context(), out, Documents, func(id string, rows []Document) bool {
		ids = append(ids, id+" "+rows[0].Date)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%q", ids); got != `["B.txt " "a-b.txt " "a.txt 1999-02-28" "a/b.txt "]` {
		t.Errorf("documents %s", got)
	}
	rejects, err := pipeline.ReadWhole(t.Context(), out, Rejects)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, r := range rejects {
		fmt.Fprintf(&got, "%s | %s | %s | %s\n", r.Path, r.Place, r.Severity, r.Reason)
	}
	const form = ": write it as 1999, 1999-04 or 1999-04-30"
	want := `manifest.csv | line 2 | warning | date "1999-02-31" was left out` + form + `; no document "gone.txt" was read: paths are under the seeds folder, with their ending
manifest.csv | line 4 | warning | "a.txt" has a row already: this one was left out; date "2000-02-30" was left out` + form + `
manifest.csv | line 5 | warning | row was left out: it names no path
manifest.csv | line 6 | warning | row was left out: bare " in non-quoted-field
z.pdf |  | error | files that end in ".pdf" are not read: save it as plain text (.txt), Markdown (.md) or HTML
`
	if got.String() != want {
		t.Errorf("rejects:\n%swant:\n%s", got.String(), want)
	}
}

func TestNothingReadable(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"a.pdf": "%PDF-1.7"})
	_, _, err := run(t, root)
	if !errors.Is(err, ErrNoDocuments) || !strings.Contains(err.Error(), "put .txt, .md or .html files there, or point --seeds at another folder") {
		t.Errorf("err = %v", err)
	}
}

// TestStopped checks that a reading that was stopped half-way is never taken for the whole corpus.
func TestStopped(t *testing.T) {
	root := t.TempDir()
	for i := range 50 {
		write(t, root, map[string]string{fmt.Sprintf("%02d.txt", i): "Text."})
	}
	for range 20 { // which file it stops at is up to the scheduler
		ctx, stop := context.WithCancel(t.Context())
		plan, settings := planned(t)
		p := &pipeline.Pipeline{Plan: plan, Store: &pipeline.Memory{}, Settings: settings, Watch: func(pipeline.Event) { stop() }}
		if r, err := p.Run(ctx, root); !errors.Is(err, context.Canceled) || errors.Is(err, ErrNoDocuments) {
			t.Fatalf("%+v, %v", r, err)
		}
	}
}

// TestLinkedFolders checks that each folder is read once, in whatever way links lead to it, and that links cost no more
// than folders.
func TestLinkedFolders(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	write(t, outside, map[string]string{"far.txt": "Text."})
	const n = 12
	for i := range n {
		write(t, root, map[string]string{fmt.Sprintf("%02d/x.txt", i): "Text."})
		for k := range n {
			if err := os.Symlink(fmt.Sprintf("../%02d", k), filepath.Join(root, fmt.Sprintf("%02d/to%02d", i, k))); err != nil {
				t.Skip("no symbolic links here:", err)
			}
		}
	}
	for name, to := range map[string]string{"0first": outside, "0second": outside} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(root, filepath.Join(outside, "back")); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	f := &folder{root: root}
	if err := f.open(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("the walk took %v", took)
	}
	if len(f.files) != n+1 || !slices.Contains(f.files, "0first/far.txt") || !slices.IsSorted(f.files) {
		t.Errorf("%q", f.files)
	}
	reasons := map[string]string{}
	for _, r := range f.rejects {
		reasons[r.Path] = r.Severity + " " + r.Reason
	}
	for path, part := range map[string]string{
		"0second": `warning is the folder "0first" once more`, "0first/back": "error is a link back to a folder that it lies in",
		"03/to03": "error is a link back", "03/to04": `warning is the folder "04" once more`,
	} {
		if !strings.HasPrefix(reasons[path], part) {
			t.Errorf("%s: %q, want %q", path, reasons[path], part)
		}
	}
	if len(f.rejects) != n*n+2 {
		t.Errorf("%d rejects", len(f.rejects))
	}
}

func TestNamesThatAreNotUTF8(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "caf\xe9.txt"), []byte("Text."), 0o644); err != nil {
		t.Skip("no such names here:", err)
	}
	f, docs, err := readAll(t, root)
	if err != nil || len(docs) != 0 || len(f.rejects) != 1 || f.rejects[0].Path != "caf\ufffd.txt" {
		t.Errorf("%v, %q, %v", docs, f.rejects, err)
	}
}

func FuzzTables(f *testing.F) {
	for _, s := range []string{"path,title\na.txt,\"b\n", "rule,entity_id\nname,a\n", "rule,entity_id,other_id\nmerge,a,b\nmerge,b,a\nmerge,b,c\nnever,a,b\n",
		"rule,entity_id,alias,with,from\nambiguous,a,B,c-d,1999-01\nexclude,,B,,\nname,a,B,,\nnever,a,B,,\n", "\"", "path\n\"ab\n", "a,a\n", "\ufeffpath,date\nx,1999\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if _, err := ParseRules([]byte(data)); err != nil && !errors.Is(err, ErrRules) {
			t.Fatal(err)
		}
		if id := slug.Of(data); utf8.ValidString(data) && slug.Of(id) != id { // else an error would advise what is an error too
			t.Fatalf("%q has the id %q, which has the id %q", data, id, slug.Of(id))
		}
		_, _ = (&folder{}).parseManifest([]byte(data)) // either is fine: it must only not panic
	})
}
