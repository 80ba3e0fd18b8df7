package naming

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// pair is a line of testdata/*.txt: "kind | naming system | one | other | verdict".
type pair struct{ kind, system, a, b, verdict string }

func readPairs(t *testing.T, path string) []pair {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []pair
	for i, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 5 {
			t.Fatalf("%s:%d: %d fields, want 5", path, i+1, len(f))
		}
		for k := range f {
			f[k] = strings.TrimSpace(f[k])
		}
		if !slices.Contains([]string{"same", "different", "unclear"}, f[4]) {
			t.Fatalf("%s:%d: verdict %q is none of same, different, unclear", path, i+1, f[4])
		}
		out = append(out, pair{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// holds says whether Fit gives a pair's verdict: same is a probability of at least .6, different is no rule, unclear is
// no rule or a probability under .85, which no stage takes for certain.
func (c pair) holds() (ok bool, got string) {
	rule, p := Fit(Parse(c.a, c.kind), Parse(c.b, c.kind))
	got = fmt.Sprintf("%q %.2f", rule, p)
	switch c.verdict {
	case "same":
		return p >= 0.6, got
	case "different":
		return rule == "", got
	}
	return p < 0.85, got
}

func TestPairs(t *testing.T) {
	for _, c := range readPairs(t, "testdata/pairs.txt") {
		if ok, got := c.holds(); !ok {
			t.Errorf("%s, %s: %q and %q are %s, but Fit = %s", c.kind, c.system, c.a, c.b, c.verdict, got)
		}
		rule, p := Fit(Parse(c.a, c.kind), Parse(c.b, c.kind))
		if back, q := Fit(Parse(c.b, c.kind), Parse(c.a, c.kind)); back != rule || q != p {
			t.Errorf("%q and %q: %q %v, but the other way %q %v", c.a, c.b, rule, p, back, q)
		}
		a, b := Parse(c.a, c.kind), Parse(c.b, c.kind)
		var book Book
		book.Add(book.New(), b)
		if found := book.Find(a); (len(found) > 0) != (rule != "") || len(found) > 0 && found[0].P != p {
			t.Errorf("%q and %q: Fit = %q %v, but Find = %v", c.a, c.b, rule, p, found)
		}
	}
}
