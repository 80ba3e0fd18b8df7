package tokens_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

var stages = []*pipeline.Stage{structure.Stage, tokens.Stage}

func TestCases(t *testing.T) {
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Stages: stages})
}

// lineEnd is what a line's end puts into a word.
var lineEnd = regexp.MustCompile(`-|\s`)

// parts is how many characters of a word stand at the begin of a stretch, the hyphen included, and how many at its end.
func parts(stretch, word string) (head, tail int) {
	s, w := []rune(stretch), []rune(word)
	for head < len(w) && head < len(s) && s[head] == w[head] {
		head++
	}
	if head < len(s) && s[head] == '-' {
		head++
	}
	for tail < len(w) && tail < len(s) && s[len(s)-1-tail] == w[len(w)-1-tail] {
		tail++
	}
	return head, tail
}

// enclosing says whether a word stands at the ends of a stretch, with something else than white space between.
func enclosing(stretch, word string) bool {
	head, tail := parts(stretch, word)
	between := len([]rune(stretch)) - head - tail
	return head+tail >= len([]rune(word)) && between > 0 && strings.TrimSpace(string([]rune(stretch)[head:head+between])) != ""
}

// check says what is wrong with the tokens of a text: each must equal the text at its place, but for hyphens at line
// ends, lie in its sentence, come after the one before; they must not overlap, and every character that is no white
// space must be in one.
func check(t *testing.T, text string) {
	t.Helper()
	d := pipetest.Doc(t, read.Source, stages, text)
	runes := []rune(text)
	sentences := tokens.Sentences.Of(d)
	covered := make([]bool, len(runes))
	var last tokens.Token
	for i, w := range tokens.Tokens.Of(d) {
		got := string(runes[w.Start:w.End])
		cut := w.Text != "" && got != w.Text && enclosing(got, w.Text) // a word that a page's end cuts in two
		if w.Text == "" || !cut && got != w.Text && lineEnd.ReplaceAllString(got, "") != lineEnd.ReplaceAllString(w.Text, "") {
			t.Fatalf("token %d is %q, at its place stands %q", w.Token, w.Text, got)
		}
		if s := sentences[w.Sentence]; w.Start < s.Start || w.End > s.End {
			t.Fatalf("token %d is outside its sentence", w.Token)
		}
		if i > 0 && (w.Sentence < last.Sentence || w.Sentence > last.Sentence+1 || w.Sentence == last.Sentence && w.Start < last.End) {
			t.Fatalf("token %+v comes after %+v in %q", w, last, text)
		}
		last = w
		if cut {
			head, tail := parts(got, w.Text)
			for i := range head {
				covered[w.Start+int32(i)] = true
			}
			for i := range tail {
				covered[w.End-1-int32(i)] = true
			}
			continue
		}
		for i := w.Start; i < w.End; i++ {
			if covered[i] {
				t.Fatalf("character %d is in two tokens, the second %q, in %q", i, w.Text, text)
			}
			covered[i] = true
		}
	}
	for i, r := range runes {
		if !covered[i] && !unicode.IsSpace(r) {
			t.Fatalf("character %d %q is in no token of %q", i, r, text)
		}
	}
	for i, s := range sentences {
		got := string(runes[s.Start:s.End])
		if s.Sentence != int32(i) || s.Fragments < 1 || s.Fragments == 1 && got != s.Text && !strings.ContainsAny(got, "->") {
			t.Fatalf("sentence %d is %q, at its place stands %q", i, s.Text, got)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{
		"", " \n\t", "One. Two! Three?", "“Quoted,” she said. ‘So?’", "a\x00b\x01c", "مرحبا بالعالم. كيف حالك؟", "# Title\n\n> Quoted\n\n- item\n\nText (Hill, 1994, p. 3).",
		strings.Repeat("(", 500), strings.Repeat(`"a. `, 200), "e\u0301\u0327 \u200d\u2028x", "İSTANBUL'da İİİ 'S, 's,", "References\n\nHill, J. (1994).\fBey, K.",
		"A.B.C. d... e…f—g–h/i", "\ufeffstart", "x@y.z https://a.b/c?d=e.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, strings.ToValidUTF8(text, "\ufffd")) })
}

func TestHuge(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("a", 3<<20), strings.Repeat("word ", 1<<18), strings.Repeat("(", 1<<20), strings.Repeat("“", 1<<18),
		strings.Repeat("Heading\n\n", 100_000), strings.Repeat("(Hill, 1994) ", 50_000), strings.Repeat("é", 1<<20), strings.Repeat("x. ", 1<<18),
	} {
		check(t, text)
	}
}

// BenchmarkStructureAndTokens reads the file BENCH_TEXT, if it is set.
func BenchmarkStructureAndTokens(b *testing.B) {
	text := strings.Repeat("The Harbour Party (HP) of Mr. J. K. Hill, which won 34 seats in 1994 (Bey, 1995, p. 3), said on Friday that it “would not” talk to the others. Nobody was surprised.\n\n", 1000)
	if file := os.Getenv("BENCH_TEXT"); file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		text = string(data)
	}
	words := len(strings.Fields(text))
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{pipeline.NewDoc("x.txt", text)}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
