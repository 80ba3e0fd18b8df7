package naming

import (
	"fmt"
	"strings"
	"testing"
)

// invented makes names of two syllables each that differ in more than spelling.
func invented(i int) string {
	const on = "b d f g k l m n p r s t v z"
	onsets, vowels := strings.Fields(on), []string{"a", "e", "i", "o", "u"}
	var b strings.Builder
	for range 4 {
		b.WriteString(onsets[i%len(onsets)])
		i /= len(onsets)
		b.WriteString(vowels[i%len(vowels)])
		i /= len(vowels)
	}
	w := b.String()
	return strings.ToUpper(w[:1]) + w[1:]
}

func TestBookIsBounded(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(i int) string
	}{
		{"one surname", func(i int) string { return invented(i) + " Khan" }},
		{"one forename", func(i int) string { return "Ali " + invented(i) }},
		{"one name", func(int) string { return "Ali Khan" }},
		{"initials", func(i int) string { return string(rune('A'+i%26)) + ". " + string(rune('A'+i/26%26)) + ". Khan" }},
		{"parties", func(i int) string { return invented(i) + " National Party of Arland" }},
		{"letters", func(i int) string { return fmt.Sprintf("%c%c%c", 'A'+i%26, 'A'+i/26%26, 'A'+i/676%26) }},
	} {
		kind := "PERSON"
		if c.name == "parties" || c.name == "letters" {
			kind = "PARTY"
		}
		var b Book
		const n = 3000
		most := 0
		for i := range n {
			name := Parse(c.make(i), kind)
			before := b.compared
			b.Find(name)
			most = max(most, b.compared-before)
			b.Add(b.New(), name)
		}
		if most > maxLooked {
			t.Errorf("%s: %d comparisons for one name, want at most %d", c.name, most, maxLooked)
		}
	}
}

func TestBookFindsAmongMany(t *testing.T) {
	var b Book
	for i := range 5000 {
		b.Add(b.New(), Parse(invented(i)+" Khan", "PERSON"))
	}
	last := b.New()
	b.Add(last, Parse("Zulfiqar Ali Khan", "PERSON"))
	for _, name := range []string{"Zulfiqar Ali Khan", "Zulfikar Ali Khan", "Zulfiqar Khan", "Syed Zulfiqar Ali Khan"} {
		if found := b.Find(Parse(name, "PERSON")); len(found) == 0 || found[0].Group != last {
			t.Errorf("%q is not found among many: %v", name, found[:min(3, len(found))])
		}
	}
	if found := b.Find(Parse("Khan", "PERSON")); len(found) < 2 || found[0].P != found[1].P {
		t.Errorf("Khan is not ambiguous: %d found", len(found))
	}
	if found := b.Find(Parse("Z. Khan", "PERSON")); len(found) < 2 {
		t.Errorf("Z. Khan is not ambiguous: %d found", len(found))
	}
}

// Many hundred names that share a key with the one sought but do not fit it stand before and after one that does.
func TestBookCutIsNoProof(t *testing.T) {
	var b Book
	b.Add(b.New(), Parse("Anna Petrov", "PERSON"))
	for i := range 3000 {
		b.Add(b.New(), Parse(invented(i)+" Petrova", "PERSON"))
	}
	b.Add(b.New(), Parse("Ivan Petrov", "PERSON"))
	if found := b.Find(Parse("Petrov", "PERSON")); len(found) == 1 {
		t.Errorf("one of two is found: %v", found)
	}
}

func TestLongNames(t *testing.T) {
	words := make([]string, 200)
	for i := range words {
		words[i] = invented(i)
	}
	long := strings.Join(words, " ")
	for _, kind := range []string{"PERSON", "PARTY"} {
		n := Parse(long, kind)
		if k := len(keysOf(&n)); k > 100 {
			t.Errorf("%s: a name of %d words has %d keys", kind, len(words), k)
		}
		var b Book
		b.Add(b.New(), n)
		if found := b.Find(n); len(found) != 1 || found[0].Rule != "same" {
			t.Errorf("%s: %v", kind, found)
		}
	}
}

func TestHostileUnicode(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"İsmet İnanır", "Ismet Inanir"},
		{"IŞIK Ali", "Işık Ali"},
		{"J\u00adane Hill", "Jane Hill"},
		{"Jane\u200b Hill", "Jane Hill"},
		{"\u202eJane Hill\u202c", "Jane Hill"},
		{"Ｊａｎｅ　Ｈｉｌｌ", "Jane Hill"},
		{"Jose\u0301 Ibarra", "José Ibarra"},
		{"ﬁlip Marsh", "Filip Marsh"},
		{"مُحَمَّد الحداد", "محمد الحداد"},
		{"بِنْيَامِين دن", "بنيامين دن"},
		{"דָּוִד לוי", "דוד לוי"},
	} {
		if rule, p := Fit(Parse(c.a, "PERSON"), Parse(c.b, "PERSON")); p < 0.6 {
			t.Errorf("Fit(%q, %q) = %q %v", c.a, c.b, rule, p)
		}
	}
	for _, text := range []string{"\xff\xfe", "İİİ", "ẞẞ", "\u0301\u0301", "\u200d", "(\"", "'' ' '", "née", " née X", ", ,", "Hill,", ", Hill", "O Mc", "Abd", "Abd al-", "abu al", "U", "Dr.",
		"Mrs", "Jr. Sr. II", "毛", "毛 泽 东", "김 대중", "ǅ Ǆ", strings.Repeat("a", 5000), strings.Repeat("İ ", 300), strings.Repeat("-", 300), "\"A\" \"B\" (C"} {
		for _, kind := range []string{"PERSON", "PARTY", "NORP"} {
			n := Parse(text, kind)
			Fit(n, Parse("Jane Hill", kind))
			if rule, _ := Fit(n, n); rule != "same" {
				t.Errorf("%q as %s is not itself: %q", text, kind, rule)
			}
			var b Book
			b.Add(b.New(), n)
			b.Find(n)
		}
	}
}
