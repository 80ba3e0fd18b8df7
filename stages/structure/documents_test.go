package structure_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"hustings/stages/structure"
)

var mark = regexp.MustCompile(`⟦([a-z]+)(?: ([0-9]))?\||⟧`)

// unmark takes the marks ⟦kind|…⟧ out of a text and gives the spans that stood in them.
func unmark(t testing.TB, name, marked string) (text string, spans []structure.Span) {
	t.Helper()
	var b strings.Builder
	var open []structure.Span
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(marked, -1) {
		b.WriteString(marked[at:m[0]])
		at = m[1]
		if m[2] >= 0 {
			s := structure.Span{Kind: marked[m[2]:m[3]], Start: b.Len()}
			if m[4] >= 0 {
				s.Level, _ = strconv.Atoi(marked[m[4]:m[5]])
			}
			open = append(open, s)
			continue
		}
		if len(open) == 0 {
			t.Fatalf("%s: a mark closes that none opened: %.60q", name, marked[m[0]:])
		}
		s := open[len(open)-1]
		open = open[:len(open)-1]
		s.End = b.Len()
		spans = append(spans, s)
	}
	if len(open) > 0 {
		t.Fatalf("%s: a mark is not closed: %+v", name, open[len(open)-1])
	}
	b.WriteString(marked[at:])
	sort.SliceStable(spans, func(i, j int) bool {
		if spans[i].Start != spans[j].Start {
			return spans[i].Start < spans[j].Start
		}
		return spans[i].End > spans[j].End
	})
	return b.String(), spans
}

// counts of spans that both have, that were found, and that are marked.
type counts struct{ both, found, marked int }

func (c counts) f1() float64 {
	if c.found+c.marked == 0 {
		return 1
	}
	return 2 * float64(c.both) / float64(c.found+c.marked)
}

// compare counts spans by kind, their ends within 3 characters, and characters whose innermost kind is right.
func compare(text string, marked, found []structure.Span, by map[string]*counts, wrong func(what string, s structure.Span)) (right, all int) {
	left := append([]structure.Span(nil), marked...)
	get := func(kind string) *counts {
		if by[kind] == nil {
			by[kind] = &counts{}
		}
		return by[kind]
	}
	for _, m := range marked {
		get(m.Kind).marked++
	}
	for _, f := range found {
		get(f.Kind).found++
		hit := false
		for i, m := range left {
			if m.Kind == f.Kind && near(m.Start, f.Start) && near(m.End, f.End) {
				left = append(left[:i], left[i+1:]...)
				get(f.Kind).both++
				hit = true
				if m.Level != f.Level {
					wrong("level "+strconv.Itoa(f.Level)+" for", m)
				}
				break
			}
		}
		if !hit {
			wrong("extra", f)
		}
	}
	for _, m := range left {
		wrong("missing", m)
	}
	a, b := innermost(text, marked), innermost(text, found)
	for i, r := range text {
		if r == ' ' || r == '\n' || r == '\f' || r == '\t' {
			continue
		}
		all++
		if a[i] == b[i] {
			right++
		}
	}
	return right, all
}

func near(a, b int) bool { return a-b <= 3 && b-a <= 3 }

// innermost is the kind of each byte.
func innermost(text string, spans []structure.Span) []string {
	out := make([]string, len(text))
	for _, s := range spans { // sorted so that the inner ones come later
		for i := s.Start; i < s.End; i++ {
			out[i] = s.Kind
			if s.Kind == "turn" {
				out[i] = "paragraph"
			}
		}
	}
	return out
}

var (
	showErrors = flag.Bool("errors", false, "print what differs from the marks of testdata/documents")
	figures    = "testdata/figures.txt"
)

// TestDocuments measures the parser on documents of many genres, written and marked without knowledge of its rules, and
// compares the figures with those kept beside them. Each archive has a document with the marks ⟦kind|…⟧ in it; what is in
// no mark is in no region.
func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/documents/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	by := map[string]*counts{}
	right, all := 0, 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, want := unmark(t, file, string(archive.Files[0].Data))
		got := structure.Parse(text)
		nested(t, text, got)
		r, a := compare(text, want, got, by, func(what string, s structure.Span) {
			if *showErrors {
				fmt.Printf("%s: %s %s %.110q\n", filepath.Base(file), what, s.Kind, text[s.Start:s.End])
			}
		})
		right, all = right+r, all+a
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%d documents; %.3f of %d characters stand in the kind of region that is marked.\n\n", len(files), float64(right)/float64(all), all)
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintf(w, "region\tf1\tfound\tmarked\n")
	for _, k := range slices.Sorted(maps.Keys(by)) {
		c := by[k]
		_, _ = fmt.Fprintf(w, "%s\t%.3f\t%d\t%d\n", k, c.f1(), c.found, c.marked)
	}
	_ = w.Flush()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(figures, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(figures)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), out.String()); d != "" {
		t.Errorf("%s differs (-want +got), run with -update if this is better:\n%s", figures, d)
	}
}
