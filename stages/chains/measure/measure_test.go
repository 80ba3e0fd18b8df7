package main

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hustings/models/passages"
	"hustings/stages/chains"
)

func TestNames(t *testing.T) {
	p, err := passages.Parse(`# t-0010 | genre: news
= L1 PERSON Ada Quennell | Quennell
= L2 PERSON Tom Bray
= P1 PARTY Harvest Party | HP
## The {P1:Harvest Party (HP)} splits
{L1:Ada Quennell}'s friends left. "{L1~:She} knows," said {L2:Tom Bray}, and {L1:Quennell} did: half-{P1:HP}, half not.`)
	if err != nil {
		t.Fatal(err)
	}
	docs := []document{fromPassage(&p)}
	r, err := newRunner(given(docs))
	if err != nil {
		t.Fatal(err)
	}
	ran, err := r.run(docs)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range chains.Mentions.Of(ran[0]) {
		if m.Form == "name" || m.Form == "acronym" {
			got = append(got, fmt.Sprintf("%d %s", m.Chain, m.Text))
		}
	}
	want := []string{"0 Harvest Party (HP)", "1 Ada Quennell", "2 Tom Bray", "1 Quennell", "0 HP"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f := linking(docs, ran, "")[0]; f.b3 != (counts{5, 5, 5, 5}) {
		t.Errorf("B-cubed %v", f.b3)
	}
}

func TestResolution(t *testing.T) {
	// Two people are named; the run puts a pronoun of the first with the second, and finds one pronoun that nobody marked.
	d := document{mentions: []mention{{span{0, 1}, "PERSON", "A", "name"}, {span{2, 3}, "PERSON", "B", "name"},
		{span{4, 5}, "PERSON", "A", "pronoun"}, {span{6, 7}, "PERSON", "A", "pronoun"}, {span{8, 9}, "PERSON", "B", "pronoun"}}}
	found := []chains.Mention{{Start: 0, End: 1, Form: "name", Chain: 0}, {Start: 2, End: 3, Form: "name", Chain: 1},
		{Start: 4, End: 5, Form: "pronoun", Chain: 0}, {Start: 6, End: 7, Form: "pronoun", Chain: 1}, {Start: 10, End: 11, Form: "pronoun", Chain: 1}}
	of := []chains.Chain{{Type: "PERSON"}, {Type: "PERSON"}}
	if got, want := resolution(d, found, of, "pronoun"), (counts{1, 3, 1, 3}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestGap(t *testing.T) {
	p := pair{pronoun: span{4, 5}, names: [2]span{{0, 1}, {2, 3}}, means: [2]bool{true, false}}
	mention := func(start, chain int32) chains.Mention {
		return chains.Mention{Start: start, End: start + 1, Chain: chain}
	}
	for _, c := range []struct {
		name  string
		found []chains.Mention
		want  counts
	}{
		{"right", []chains.Mention{mention(0, 0), mention(2, 1), mention(4, 0)}, counts{1, 1, 1, 1}},
		{"wrong", []chains.Mention{mention(0, 0), mention(2, 1), mention(4, 1)}, counts{0, 1, 0, 1}},
		{"not found", []chains.Mention{mention(0, 0), mention(2, 1)}, counts{0, 0, 0, 1}},
	} {
		if got := p.decided(c.found); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestProperName(t *testing.T) {
	for text, want := range map[string]string{
		"the University of Oslo":        "University of Oslo",
		"Eden Hill's":                   "Eden Hill",
		"sociologist Ada Quennell":      "",
		"Ada Quennell, who came":        "",
		"a collaboration of Two Houses": "",
		"2 Broad Street":                "2 Broad Street",
	} {
		runes := []rune(text)
		start, end, ok := properName(runes, 0, len(runes))
		got := ""
		if ok {
			got = string(runes[start:end])
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
