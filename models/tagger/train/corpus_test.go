package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hustings/models/passages"
	"hustings/models/tagger"
)

const example = `# t-0001 | genre: news | place: XX | year: 1990 | stance: none
= P1 PARTY Harvest Party | HP
= L1 PERSON Benedicta Oduya | Oduya
= G1 GPE Alder
## {P1:Harvest Party} splits
{L1-@P1:Oduya}'s friends left the {P1~:party} in {G1:Alder}. The {P1:HP} stayed.`

// marked writes the names of sentences whose labels are all known.
func marked(d document) string {
	var out []string
	for _, s := range d.sentences {
		for _, x := range s.known(fine) {
			out = append(out, x.Type+" "+strings.Join(s.words[x.First:x.Last], " "))
		}
	}
	return strings.Join(out, ", ")
}

func TestPassage(t *testing.T) {
	p, err := passages.Parse(example)
	if err != nil {
		t.Fatal(err)
	}
	const want = "PARTY Harvest Party, PERSON Oduya, GPE Alder, PARTY HP"
	if got := marked(documentOf(&p, asWritten)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// An entity's other names are the same throughout a passage.
func TestVary(t *testing.T) {
	p, err := passages.Parse(example)
	if err != nil {
		t.Fatal(err)
	}
	n := &names{forenames: map[string][]string{"a": {"Ines"}}, surnames: map[string][]string{"a": {"Moreau"}}, countries: []string{"a"}, regions: []string{"a"},
		parties: []party{{"Liberal Union", "", "LU"}}, places: []string{"Lima"}, peoples: []string{"Swiss"}}
	for seed := range uint64(20) {
		d := n.vary(&p, rand.New(rand.NewPCG(seed, 0)))
		if got := len(strings.Split(marked(d), ", ")); got != 4 {
			t.Errorf("seed %d: %d names, want 4: %s", seed, got, marked(d))
		}
	}
}

func TestOpenLabels(t *testing.T) {
	known := surfaces{parties: map[string]bool{"harvest party": true}, peoples: map[string]bool{"swiss": true}}
	s, err := set{source: "wikigold"}.sentence("Harvest\tB-ORG\nParty\tI-ORG\nof\tO\nAlder\tB-LOC\nmet\tO\nSwiss\tB-MISC\nBank\tB-ORG", known)
	if err != nil {
		t.Fatal(err)
	}
	party, gpe, loc, norp, org := 1, 3, 4, 7, 2
	want := []uint32{1 << tagger.Begin(party), 1 << tagger.Inside(party), outside, 1<<tagger.Begin(gpe) | 1<<tagger.Begin(loc), outside,
		1 << tagger.Begin(norp), 1<<tagger.Begin(party) | 1<<tagger.Begin(org)}
	for i := range want {
		if s.may[i] != want[i] {
			t.Errorf("%s may be %b, want %b", s.words[i], s.may[i], want[i])
		}
	}
	if _, err := (set{}).sentence("Alder\tB-TOWN", known); err == nil {
		t.Error("an unknown label is no error")
	}
}
