package passages

import (
	"reflect"
	"testing"
)

func TestParse(t *testing.T) {
	p, err := parse("# x-10 | leader | GB | 1990 | cold\n= L1 PERSON Ann Hill | Hill\n= P1 PARTY Farm Party\n## Élan\n{L1:Hill} left. {P1~-@L1:The party} slept.")
	if err != nil {
		t.Fatal(err)
	}
	want := Passage{ID: "x-10", Text: "## Élan\nHill left. The party slept.\n", Mentions: []Mention{
		{8, 12, "Hill", "L1", "PERSON", false, 0, ""},
		{19, 28, "The party", "P1", "PARTY", true, -1, "L1"},
	}}
	if !reflect.DeepEqual(p, want) || !p.HeldOut() {
		t.Errorf("%+v", p)
	}
	if _, err := parse("# y\n{L1:Hill} left."); err == nil {
		t.Error("an entity that is not declared is no error")
	}
}

func TestRead(t *testing.T) {
	all, err := Read(".")
	if err != nil || len(all) < 300 {
		t.Errorf("%d passages, %v", len(all), err)
	}
	for _, p := range all {
		runes := []rune(p.Text)
		for _, m := range p.Mentions {
			if string(runes[m.Start:m.End]) != m.Text {
				t.Errorf("%s: %+v", p.ID, m)
			}
		}
	}
}
