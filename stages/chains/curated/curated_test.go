package curated

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/chains/naming"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

func TestConditions(t *testing.T) {
	for _, c := range []struct {
		rule  read.Rule
		date  string
		found bool
	}{
		{read.Rule{}, "", true},
		{read.Rule{Doc: "a.txt"}, "", true},
		{read.Rule{Doc: "b.txt"}, "", false},
		{read.Rule{From: "1970"}, "1970-05-01", true},
		{read.Rule{From: "1970"}, "1969", false},
		{read.Rule{From: "1970"}, "", false},
		{read.Rule{To: "1970"}, "1970-05-01", true},
		{read.Rule{To: "1970"}, "1971", false},
		{read.Rule{Place: "Arland"}, "", true},
		{read.Rule{Place: "Arl"}, "", false},
		{read.Rule{With: "Tom Moss"}, "", true},
		{read.Rule{With: "tom-moss"}, "", true},
		{read.Rule{With: "ilse-varga"}, "", false},
	} {
		c.rule.Rule, c.rule.EntityID, c.rule.Alias = "name", "jane-hill", "Hill"
		f := Of([]read.Rule{c.rule, {Rule: "name", EntityID: "tom-moss", Alias: "Tom Moss"}})
		d := pipeline.NewDoc("a.txt", "Hill of Arland met Tom Moss")
		found := f.Find(Document{Doc: d, Date: c.date, Words: words(d.Text)})
		hill := slices.ContainsFunc(found, func(h Hit) bool { return h.ID == "jane-hill" })
		if hill != c.found {
			t.Errorf("%+v with date %q: found %v, want %v", c.rule, c.date, hill, c.found)
		}
	}
}

func TestCanonical(t *testing.T) {
	f := Of([]read.Rule{
		{Rule: "merge", EntityID: "a", OtherID: "b"},
		{Rule: "merge", EntityID: "b", OtherID: "jane-hill"},
		{Rule: "merge", EntityID: "x", OtherID: "y"},
		{Rule: "merge", EntityID: "y", OtherID: "x"},
		{Rule: "never", EntityID: "p", OtherID: "q"},
		{Rule: "never", EntityID: "p", Alias: "The Old Guard"},
	})
	if got := f.Canonical("jane-hill"); got != "a" {
		t.Errorf("merged twice: %q", got)
	}
	if got := f.Pinned(naming.Parse("Jane Hill", "PERSON")); got != "a" {
		t.Errorf("name of a merged actor: %q", got)
	}
	if got := f.Canonical("x"); got != "x" && got != "y" {
		t.Errorf("circle: %q", got)
	}
	if !f.Forbids("q", "p") || !f.Forbids("p", "old-guard") || f.Forbids("p", "a") {
		t.Error("never: both ways, and by alias")
	}
}

func TestAmbiguous(t *testing.T) {
	f := parse(t, `rule,entity_id,alias,other_id,name,doc
ambiguous,tom-hill,Hill,,,a.txt
ambiguous,jane-hill,the Hill,,,
ambiguous,tom-hill-senior,Hill,,,
merge,tom-hill,,tom-hill-senior,,
name,jane-hill,Jane Hill,,,
name,hill,Old Hill,,,
exclude,ida-marsh,,,,
merge,ida-marsh,,ida-dunn,,
exclude,,Bob the Smith,,,
exclude,,Dora,,,b.txt
`)
	if got := f.Ambiguous(naming.Parse("Mr Hill", "PERSON")); !slices.Equal(got, []string{"tom-hill", "jane-hill"}) {
		t.Errorf("%q", got)
	}
	if got := f.Ambiguous(naming.Parse("Jane Hill", "PERSON")); got != nil {
		t.Errorf("%q", got)
	}
	if got := f.Pinned(naming.Parse("Hill", "PERSON")); got != "" {
		t.Errorf("an ambiguous name is %q", got)
	}
	if got := f.Pinned(naming.Parse("Old Hill", "PERSON")); got != "" { // an alias, not the name that the id is of
		t.Errorf("%q", got)
	}
	for id, want := range map[string]bool{"ida-marsh": true, "ida-dunn": true, "bob-the-smith": true, "dora": false, "dora-excluded": true, "jane-hill": false, "": false} {
		if f.Excluded(id) != want {
			t.Errorf("%q is excluded: %v", id, !want)
		}
	}
}

func TestMemberships(t *testing.T) {
	f := parse(t, `rule,entity_id,alias,other_id,name,party,role,from,to
name,ida-marsh,,,,The Tideland Party,leader,1990,1994-05
name,tideland-party,TP,,Tideland Party,,,,
name,ida-dunn,,,,TP,,,
merge,ida-marsh,,ida-dunn,,,,,
name,ivo-brand,,,,old-tideland-party,,1980,
merge,tideland-party,,old-tideland-party,,,,,
name,tom-hill,,,,Secret Circle,,,
exclude,secret-circle,,,,,,,
name,una-hill,,,,tideland-party,,,
exclude,una-hill,,,,,,,
`)
	want := []Membership{
		{"ida-marsh", "tideland-party", "leader", "1990", "1994-05", 2},
		{"ida-marsh", "tideland-party", "", "", "", 4},
		{"ivo-brand", "tideland-party", "", "1980", "", 6},
	}
	if got := f.Memberships(); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

// TestManyRules looks for ten thousand aliases that begin alike, each with company, in a text of as many such names.
func TestManyRules(t *testing.T) {
	const n = 10_000
	var rules []read.Rule
	var text strings.Builder
	for i := range n {
		name := fmt.Sprintf("Ali Khan%c%d", 'a'+i%26, i)
		rules = append(rules, read.Rule{Rule: "name", EntityID: fmt.Sprint("ali-", i), Alias: name, With: fmt.Sprint("ali-", (i+1)%n)},
			read.Rule{Rule: "name", EntityID: fmt.Sprint("ali-", i), Alias: name + " Senior"})
		text.WriteString(name + " Senior met " + name + " ")
	}
	d := pipeline.NewDoc("a.txt", strings.TrimSpace(text.String()))
	if found := Of(rules).Find(Document{Doc: d, Words: words(d.Text)}); len(found) != 2*n {
		t.Errorf("found %d", len(found))
	}
}

// FuzzFile checks that what is found is what stands there, in order and apart.
func FuzzFile(f *testing.F) {
	f.Add("rule,entity_id,alias\nname,a,the “Iron  Aunt”\nambiguous,b,Hill\nambiguous,c,Hill\nexclude,,Hill-Moss\n", "the \"Iron\nAunt\" and Hill-Moss HILL's Hill’s ")
	f.Add("rule,entity_id,alias,with\nname,a,é\u0301x,b\n", "é\u0301x b é\u0301xx")
	f.Fuzz(func(t *testing.T, data, text string) {
		rules, err := read.ParseRules([]byte(data))
		if err != nil || !utf8.ValidString(text) {
			return
		}
		d := pipeline.NewDoc("a.txt", text)
		at := int32(0)
		for _, h := range Of(rules).Find(Document{Doc: d, Words: words(text)}) {
			if h.Start < at || h.End <= h.Start || d.Slice(h.Start, h.End) != h.Text || len(h.IDs()) == 0 {
				t.Fatalf("%+v after %d", h, at)
			}
			at = h.End
		}
	})
}

func parse(t *testing.T, data string) *File {
	t.Helper()
	rules, err := read.ParseRules([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return Of(rules)
}

// words cuts a text at its blanks.
func words(text string) (out []tokens.Token) {
	at := 0
	for _, w := range strings.Split(text, " ") {
		if w == "" {
			at++
			continue
		}
		n := utf8.RuneCountInString(w)
		out = append(out, tokens.Token{Token: int32(len(out)), Start: int32(at), End: int32(at + n), Text: w})
		at += n + 1
	}
	return out
}
