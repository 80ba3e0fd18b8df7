package passages

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const example = `# t-0001 | genre: news, regional | place: XX | year: 1990 | stance: none
= P1 PARTY Harvest Party | HP
= P1a PARTY HP (Renewal) < P1
= L1 PERSON Ana Souléy | Souléy
## {P1:Harvest Party} splits
{L1-@P1a:Souléy}'s friends left the {P1~+:party}.
[^1] The {P1a:HP (Renewal)}.`

func TestParse(t *testing.T) {
	p, err := Parse(example)
	if err != nil {
		t.Fatal(err)
	}
	want := Passage{ID: "t-0001", Genre: "news, regional", Place: "XX", Year: "1990", Stance: "none",
		Entities: []Entity{
			{ID: "P1", Type: "PARTY", Name: "Harvest Party", Aliases: []string{"HP"}},
			{ID: "P1a", Type: "PARTY", Name: "HP (Renewal)", PartOf: "P1"},
			{ID: "L1", Type: "PERSON", Name: "Ana Souléy", Aliases: []string{"Souléy"}}},
		Paragraphs: []Paragraph{
			{"## ", "Harvest Party splits", []Mention{{0, 13, "P1", false, 0, ""}}},
			{"", "Souléy's friends left the party.", []Mention{{0, 7, "L1", false, -1, "P1a"}, {27, 32, "P1", true, 1, ""}}},
			{"[^1] ", "The HP (Renewal).", []Mention{{4, 16, "P1a", false, 0, ""}}}}}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
	if p.HeldOut() {
		t.Error("t-0001 is held out; only ids that end in 0 are")
	}
	text, mentions := p.Text()
	var got []string
	for _, m := range mentions {
		got = append(got, text[m.Start:m.End])
	}
	if diff := cmp.Diff([]string{"Harvest Party", "Souléy", "party", "HP (Renewal)"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestUndeclared(t *testing.T) {
	if _, err := Parse("# t-2\nA {P9:Party}."); err == nil {
		t.Error("an entity that is not declared is no error")
	}
}

// The project's own passages can be read, and their numbers are their own.
func TestOwn(t *testing.T) {
	all, err := Read(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, p := range all {
		if seen[p.ID] {
			t.Errorf("%s: twice", p.ID)
		}
		seen[p.ID] = true
		for _, e := range p.Entities {
			if e.PartOf != "" && p.Entity(e.PartOf) == nil {
				t.Errorf("%s: %s is part of %s, which is not declared", p.ID, e.ID, e.PartOf)
			}
		}
	}
}
