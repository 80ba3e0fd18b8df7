package main

import (
	"strings"
	"testing"
)

// Names are exchanged throughout, in the form that they stand in; what is no name of a person or party stays, and every mention
// is found where it went.
func TestRename(t *testing.T) {
	d := &document{id: "a.txt", text: "Ida Marsh of the HP came. Marsh’s friends left the HARBOUR PARTY; Ida, she said, was in Northport."}
	for _, m := range []struct {
		text, kind, form string
		actor            int
	}{{"Ida Marsh", "PERSON", "name", 0}, {"HP", "PARTY", "acronym", 1}, {"Marsh’s", "PERSON", "name", 0}, {"HARBOUR PARTY", "PARTY", "name", 1},
		{"Ida", "PERSON", "name", 0}, {"she", "PERSON", "pronoun", 0}, {"Northport", "GPE", "name", 2}} {
		from := 0
		if n := len(d.mentions); n > 0 {
			from = d.mentions[n-1].end
		}
		at := from + strings.Index(d.text[from:], m.text)
		d.mentions = append(d.mentions, mention{at, at + len(m.text), m.actor, m.kind, m.form, m.form == "name" || m.form == "acronym"})
	}
	r := &renamer{origins: []origin{{name: "Elsewhere", women: []string{"Zora"}, men: []string{"Zora"}, surnames: []string{"al-Oru"}}}, parties: []party{{"Mill Front", "MF"}}}
	got, names := r.rename(d)
	if want := "Zora al-Oru of the MF came. Al-Oru’s friends left the MILL FRONT; Zora, she said, was in Northport."; got.text != want {
		t.Errorf("%s, want %s", got.text, want)
	}
	for i, want := range []string{"Zora al-Oru", "MF", "Al-Oru’s", "MILL FRONT", "Zora", "she", "Northport"} {
		if m := got.mentions[i]; got.text[m.start:m.end] != want || (names[i] == nil) != (i > 4) {
			t.Errorf("%q, want %q: %+v", got.text[m.start:m.end], want, names[i])
		}
	}
}

func TestLists(t *testing.T) {
	origins, parties := lists()
	if len(origins) != 7 || len(parties) < 20 {
		t.Fatalf("%d origins, %d parties", len(origins), len(parties))
	}
	for _, o := range origins {
		if len(o.women) < 8 || len(o.men) < 8 || len(o.surnames) < 8 {
			t.Errorf("%+v", o)
		}
	}
}
