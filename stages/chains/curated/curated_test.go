package curated

import (
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

// words cuts a text at its blanks.
func words(text string) (out []tokens.Token) {
	at := 0
	for _, w := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(w)
		out = append(out, tokens.Token{Token: int32(len(out)), Start: int32(at), End: int32(at + n), Text: w})
		at += n + 1
	}
	return out
}
