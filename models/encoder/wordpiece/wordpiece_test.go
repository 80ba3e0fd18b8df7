package wordpiece

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var small = []string{"[UNK]", "un", "##aff", "##able", "##a", "a", "b", "e", "##e", "#", "İ", "i", ".", "中", "##b", "k"}

// show writes pieces as "piece[start,end]".
func (t *Tokenizer) show(pieces []Piece) string {
	var out []string
	for _, p := range pieces {
		out = append(out, fmt.Sprintf("%s[%d,%d]", t.Piece(p.ID), p.Start, p.End))
	}
	return strings.Join(out, " ")
}

func TestAppend(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		cased            bool
	}{
		{"nothing", "", "", false},
		{"only removed", "\x00\u200d\ufeff\ufffd", "", false},
		{"longest piece first", "unaffable", "un[0,2] ##aff[2,5] ##able[5,9]", false},
		{"no division", "unaffably a", "[UNK][0,9] a[10,11]", false},
		{"accent at the end is outside", "e\u0301 a", "e[0,1] a[3,4]", false},
		{"accent inside", "b\u0301a", "b[0,1] ##a[2,3]", false},
		{"cased keeps accents", "é", "[UNK][0,1]", true},
		{"dotted capital I", "İ", "i[0,1]", false},
		{"cased dotted capital I", "İ", "İ[0,1]", true},
		{"Kelvin sign", "\u212a", "k[0,1]", false},
		{"zero width is no space", "a\u200bb", "a[0,1] ##b[2,3]", false},
		{"no-break space", "a\u00a0b", "a[0,1] b[2,3]", false},
		{"ideographs", "a中中b", "a[0,1] 中[1,2] 中[2,3] b[3,4]", false},
		{"punctuation", "a..b##", "a[0,1] .[1,2] .[2,3] b[3,4] #[4,5] #[5,6]", false},
		{"invalid bytes", "a\xff\xed\xa0\x80b", "a[0,1] ##b[5,6]", false},
		{"cut code point", "a\xe4\xb8", "a[0,1]", true},
	} {
		tokens, err := New(small, Options{Lowercase: !test.cased})
		if err != nil {
			t.Fatal(err)
		}
		if got := tokens.show(tokens.Append(nil, test.text)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestAppendKeepsPrefix(t *testing.T) {
	tokens, err := New(small, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := tokens.Append([]Piece{{ID: 9}}, "unaffably")
	if want := []Piece{{ID: 9}, {ID: 0, End: 9}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMaxRunes(t *testing.T) {
	tokens, err := New([]string{"?", "a", "##a"}, Options{Lowercase: true, Unknown: "?", MaxRunes: 3})
	if err != nil {
		t.Fatal(err)
	}
	want := "a[0,1] ##a[1,2] ##a[2,3] ?[5,9]"
	if got := tokens.show(tokens.Append(nil, "aaa\u0301 aaaa")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNewErrors(t *testing.T) {
	for _, test := range []struct {
		vocab   []string
		options Options
		want    string
	}{
		{[]string{"a"}, Options{}, `unknown piece "[UNK]" is not in the vocabulary`},
		{[]string{"[UNK]", "a", "a"}, Options{}, `piece "a" is there twice, as 1 and 2`},
		{[]string{"[UNK]", "\xff"}, Options{}, `piece 1 is not valid UTF-8`},
		{[]string{"[UNK]"}, Options{MaxRunes: -1}, `max runes is negative`},
	} {
		if _, err := New(test.vocab, test.options); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got error %v, want %s", test.vocab, err, test.want)
		}
	}
}

func TestVocabulary(t *testing.T) {
	tokens, err := New(small, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if id, ok := tokens.ID("##aff"); id != 2 || !ok {
		t.Errorf("ID of ##aff is %d, %v, want 2", id, ok)
	}
	if _, ok := tokens.ID("aff"); ok {
		t.Error("aff has an ID")
	}
	if got := tokens.Piece(2); got != "##aff" {
		t.Errorf("piece 2 is %q", got)
	}
	if tokens.Piece(-1) != "" || tokens.Piece(int32(tokens.Len())) != "" {
		t.Error("ids outside the vocabulary have pieces")
	}
}

// TestLinear counts the bytes that the division of a word looks at.
func TestLinear(t *testing.T) {
	const length = 100_000
	tokens, err := New([]string{"[UNK]", "a", "##a", "##aaaab"}, Options{MaxRunes: length})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1000, length} {
		w := new(word)
		for i := range n {
			w.addByte(length, 'a', int32(i))
		}
		pieces, looked := tokens.divide(nil, w)
		if len(pieces) != n || looked > 6*n {
			t.Errorf("%d letters: %d pieces, looked at %d bytes, want at most 6 each", n, len(pieces), looked)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	tokens, err := New(small, Options{Lowercase: true})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("Unaffable b\u0301a 中 \U0001d15e\u302e x한국.", 20)
	w := new(word)
	dst := tokens.append(nil, text, w)
	if n := testing.AllocsPerRun(100, func() { dst = tokens.append(dst[:0], text, w) }); n != 0 {
		t.Errorf("%v allocations per call, want none", n)
	}
}

func FuzzAppend(f *testing.F) {
	vocab, texts := reference(f)
	var tokenizers []*Tokenizer
	for _, lowercase := range []bool{false, true} {
		tokens, err := New(vocab, Options{Lowercase: lowercase, MaxRunes: 7})
		if err != nil {
			f.Fatal(err)
		}
		tokenizers = append(tokenizers, tokens)
	}
	for i := 0; i < len(texts); i += 60 {
		f.Add(texts[i].text)
	}
	f.Add("\u0301\U0001d165\xff\xed\xa0\x80")
	f.Fuzz(func(t *testing.T, text string) {
		for _, tokens := range tokenizers {
			last := Piece{}
			for i, p := range tokens.Append(nil, text) {
				if p.ID < 0 || int(p.ID) >= tokens.Len() {
					t.Fatalf("%+q: piece %d has id %d", text, i, p.ID)
				}
				if p.Start < last.Start || p.End < last.End || p.Start >= p.End || int(p.End) > utf8.RuneCountInString(text) {
					t.Fatalf("%+q: piece %d is at %d to %d after %d to %d", text, i, p.Start, p.End, last.Start, last.End)
				}
				if p.Continues && i == 0 {
					t.Fatalf("%+q: piece %d continues nothing", text, i)
				}
				last = p
			}
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	vocab, _ := reference(b)
	text := strings.Repeat("The quick brown fox doesn't jump over 13 lazy dogs; it's 3.5% faster, isn't it? ", 12)
	for name, lowercase := range map[string]bool{"cased": false, "uncased": true} {
		b.Run(name, func(b *testing.B) {
			tokens, err := New(vocab, Options{Lowercase: lowercase})
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(text)))
			var dst []Piece
			for b.Loop() {
				dst = tokens.Append(dst[:0], text)
			}
		})
	}
}
