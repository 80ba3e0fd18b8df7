package tagger

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"
)

// sentences splits a text at line breaks and spaces.
func sentences(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		out = append(out, strings.Fields(line))
	}
	return out
}

// names writes spans as "TYPE words".
func names(doc [][]string, spans [][]Span) []string {
	var out []string
	for s := range spans {
		for _, x := range spans[s] {
			out = append(out, x.Type+" "+strings.Join(doc[s][x.First:x.Last], " "))
		}
	}
	return out
}

func TestTag(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On Monday President Ada Lindqvist of Sweden met Mr Tomas Okoro in Nairobi .",
			"PERSON Ada Lindqvist, GPE Sweden, PERSON Tomas Okoro, GPE Nairobi"},
		{"The Northern Farmers ' Party ( NFP ) won 12 seats .\nThe NFP then left the coalition .",
			"PARTY Northern Farmers ' Party, PARTY NFP, PARTY NFP"},
		{"French workers joined the strike during the Second World War .", "NORP French, EVENT Second World War"},
		{"nothing here is a name .", ""},
	} {
		doc := sentences(c.text)
		if got := strings.Join(names(doc, Load().Tag(doc)), ", "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	doc := sentences(strings.Repeat("Comrade Ada Lindqvist of the Workers ' Front spoke in Oslo .\nTHE FRONT SPLITS\n", 20))
	for s, spans := range Load().Tag(doc) {
		last := 0
		for _, x := range spans {
			if x.First < last || x.Last <= x.First || x.Last > len(doc[s]) || x.Probability <= 0 || x.Probability > 1 {
				t.Fatalf("sentence %d: span %+v after %d", s, x, last)
			}
			last = x.Last
		}
	}
}

func TestSameTwice(t *testing.T) {
	doc := sentences(strings.Repeat("Maria Ruiz told the Liberal Union that Chile and Peru had signed .\n", 30))
	if a, b := Load().Tag(doc), Load().Tag(doc); !reflect.DeepEqual(a, b) {
		t.Error("two readings of one document differ")
	}
}

func TestAnyWords(t *testing.T) {
	for _, doc := range [][][]string{nil, {}, {nil}, {{}}, {{""}}, {{"\xff\xfe", "\x00", "الحزب", "党", strings.Repeat("Ä", 100000)}}} {
		if got := Load().Tag(doc); len(got) != len(doc) {
			t.Errorf("%d sentences in, %d out", len(doc), len(got))
		}
	}
}

// A sentence without an end takes no more time a word than a short one.
func TestLongSentence(t *testing.T) {
	const n = 400000
	words := make([]string, n)
	for i := range words {
		words[i] = [...]string{"Ada", "Lindqvist", "spoke", "NFP", "("}[i%5]
	}
	begun := time.Now()
	Load().Tag([][]string{words})
	if took := time.Since(begun); took > 60*time.Second {
		t.Errorf("%d words took %v", n, took)
	}
}

func TestFile(t *testing.T) {
	first, second, err := Decode(embedded)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(first, second)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again, embedded) {
		t.Error("the model's file is not what Encode writes of it")
	}
	for _, n := range []int{0, 1, len(embedded) / 2, len(embedded) - 1} {
		if _, _, err := Decode(embedded[:n]); err == nil {
			t.Errorf("%d of %d bytes are read without an error", n, len(embedded))
		}
	}
}

// Probabilities of all labels of a word add up to 1, and the best labelling is no less probable than the marginals say.
func TestSums(t *testing.T) {
	m := Load().first
	d := decoder{model: m}
	doc := sentences("Ada Lindqvist of the Workers ' Front spoke in Oslo .")
	d.start(len(doc[0]))
	Features(doc, nil, func(_, i int, ids []uint32) { m.score(ids, &d.scores[i]) })
	d.best()
	d.sums()
	for i := range d.scores {
		sum := 0.0
		for y := range Labels {
			sum += d.forward[i][y] * d.behind[i][y]
		}
		if sum < 0.999999 || sum > 1.000001 {
			t.Errorf("word %d: the labels' probabilities add up to %v", i, sum)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		first, second, err := Decode(embedded)
		if err != nil {
			b.Fatal(err)
		}
		New(first, second)
	}
}

func BenchmarkTag(b *testing.B) {
	doc := sentences(strings.Repeat("On Monday President Ada Lindqvist of Sweden met Mr Tomas Okoro of the Northern Farmers ' Party in Nairobi .\n"+
		"He told the members that nothing had been agreed , and that the talks would go on in the spring .\n", 500))
	Load()
	words := 0
	for _, s := range doc {
		words += len(s)
	}
	for b.Loop() {
		Load().Tag(doc)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
