package coref

import (
	"fmt"
	"strings"
	"testing"
)

// marked makes a document of a text in which names are marked "{P1:Jane_Hill}": P person, B party, the number is the chain;
// "«" opens a quotation by the chain that follows it, "»" closes it. Sentences end with a full stop.
func marked(text string) *Document {
	d := &Document{}
	sentence, open := int32(0), Quote{First: -1}
	for w := range strings.FieldsSeq(text) {
		at := int32(len(d.Words))
		if rest, ok := strings.CutPrefix(w, "«"); ok {
			open = Quote{First: at, Speaker: int32(rest[0] - '0')}
			w = "“"
		}
		if w == "»" {
			w = "”"
			open.Last = at + 1
			d.Quotes = append(d.Quotes, open)
		}
		if name, ok := strings.CutPrefix(w, "{"); ok {
			kind := map[byte]string{'P': "PERSON", 'B': "PARTY"}[name[0]]
			words := strings.Split(strings.TrimSuffix(name[3:], "}"), "_")
			d.Names = append(d.Names, Name{First: at, Last: at + int32(len(words)), Chain: int32(name[1] - '0'), Type: kind})
			for _, x := range words {
				d.Words = append(d.Words, Word{x, sentence, 0})
			}
			continue
		}
		d.Words = append(d.Words, Word{w, sentence, 0})
		if w == "." {
			sentence++
		}
	}
	return d
}

func TestResolve(t *testing.T) {
	for text, want := range map[string]string{
		"{P0:Martha_Hill} spoke for an hour . Then she left .":                         "she=0",
		"{P0:Martha_Hill} met {P1:David_Moss} . He told her that his party was lost .": "He=1 her=0 his=1",
		"{P0:Martha_Hill} said : «0 I shall not stand . »":                             "I=0",
		"It rained in the valley , and nobody came .":                                  "",
		"{B0:Harbour_Party} won . It rained .":                                         "",
		"":                                                                             "",
		"{P0:David_Moss} resigned on Monday . He had led the union for years , and he was tired .": "He=0 he=0",
	} {
		d := marked(text)
		var got []string
		for _, f := range Load().Resolve(d) {
			var w []string
			for _, x := range d.Words[f.First:f.Last] {
				w = append(w, x.Text)
			}
			got = append(got, fmt.Sprintf("%s=%d", strings.Join(w, " "), f.Chain))
			if f.Probability <= 0 || f.Probability > 1 {
				t.Errorf("%q: probability %v", text, f.Probability)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q:\n got %s\nwant %s", text, s, want)
		}
	}
}

// TestNear checks that a document of any length costs the same a word: a mention is compared with a bounded number of chains.
func TestNear(t *testing.T) {
	d := &Document{}
	for i := range int32(20000) {
		at := int32(len(d.Words))
		d.Words = append(d.Words, Word{"Ali", i, i}, Word{"Khan", i, i}, Word{"left", i, i}, Word{"because", i, i}, Word{"he", i, i}, Word{"could", i, i}, Word{".", i, i})
		d.Names = append(d.Names, Name{at, at + 2, i, "PERSON"})
	}
	most := 0
	Load().lexicon.Walk(d, func(c *Choice) int32 { most = max(most, len(c.Chains)); return -1 })
	if most == 0 || most > 64 {
		t.Errorf("a mention is compared with %d chains", most)
	}
}

func TestDamaged(t *testing.T) {
	for _, n := range []int{0, 5, len(embedded) / 2, len(embedded) - 1} {
		if _, err := Decode(embedded[:n]); err == nil {
			t.Errorf("%d bytes of the model are read without an error", n)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("{P0:Martha_Hill} said : «0 we shall win . » The party ’s leader herself , it seems , is who ?", uint8(3))
	f.Add("« » { } {P0:} ﷺ \u202e the the the his", uint8(200))
	f.Fuzz(func(t *testing.T, text string, x uint8) {
		d := &Document{}
		for i, w := range strings.Fields(text) {
			d.Words = append(d.Words, Word{w, int32(i / (1 + int(x%7))), int32(i / 20)})
		}
		n := int32(len(d.Words))
		for i := int32(0); i < n; i += 1 + int32(x%5) {
			d.Names = append(d.Names, Name{i, min(i+1+int32(x%3), n), i % 4, [3]string{"PERSON", "PARTY", "GPE"}[i%3]})
			d.Quotes = append(d.Quotes, Quote{i, min(i+int32(x), n), i%5 - 1})
		}
		for _, f := range Load().ResolveAbove(d, 0) {
			if f.First < 0 || f.First >= f.Last || f.Last > n {
				t.Errorf("%q: words %d to %d of %d", text, f.First, f.Last, n)
			}
		}
	})
}
