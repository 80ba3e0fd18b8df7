package gazetteer

import "testing"

func TestClasses(t *testing.T) {
	for phrase, want := range map[string]Class{
		"France":           Country,
		"FRANCE":           Country,
		"PERÓN":            Figure,
		"Labour Party":     Party,
		"Ministry":         OrgWord,
		"Comrade":          Title,
		"United Nations":   Organisation,
		"Middle East":      Region,
		"French":           Group,
		"Second World War": Event,
		"spokeswoman":      Role,
		"Monday":           Calendar,
		"the":              Common,
	} {
		if got := Load().Classes(phrase); got&want == 0 {
			t.Errorf("Classes(%q) = %b, want %b in it", phrase, got, want)
		}
	}
	for _, phrase := range []string{"", "xyzzy", "Ministry of Silly Walks", "\xff\xfe"} {
		if got := Load().Classes(phrase); got != 0 {
			t.Errorf("Classes(%q) = %b, want none", phrase, got)
		}
	}
}

func TestAbbreviationsAsWritten(t *testing.T) {
	if got := Load().Classes("SPD"); got&PartyShort == 0 {
		t.Errorf("SPD = %b, want a party's abbreviation", got)
	}
	if got := Load().Classes("spd"); got&PartyShort != 0 {
		t.Errorf("spd = %b, want no abbreviation", got)
	}
}

func TestPhrasesWordByWord(t *testing.T) {
	g := Load()
	key := Word("Second")
	if _, more := g.Find(key); !more {
		t.Fatal("no phrase begins with Second")
	}
	class, _ := g.Find(key.Then(Word("World")).Then(Word("War")))
	if class&Event == 0 {
		t.Errorf("Second World War, word by word = %b", class)
	}
}

func TestDamagedFile(t *testing.T) {
	if _, err := decode(compiled[:len(compiled)/2]); err == nil {
		t.Error("half a file is read without an error")
	}
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		if _, err := decode(compiled); err != nil {
			b.Fatal(err)
		}
	}
}
