package structure_test

import (
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/read"
	"hustings/stages/structure"
)

func TestCases(t *testing.T) {
	pipetest.Run(t, "*", pipetest.Case{Source: read.Source, Stages: []*pipeline.Stage{structure.Stage}})
}

func TestCitations(t *testing.T) {
	for text, want := range map[string]string{
		"(Hill, 1994, p. 24) said":             "(Hill, 1994, p. 24)",
		"(Hill 2001; Bey and Oru, 2003: 14).":  "(Hill 2001; Bey and Oru, 2003: 14)",
		"(see Hill et al., 1999a)":             "(see Hill et al., 1999a)",
		"(Hill J., 1990, pp. 43-47)":           "(Hill J., 1990, pp. 43-47)",
		"(Hill, 1994; 1996)":                   "(Hill, 1994; 1996)",
		"(ibid., p. 3)":                        "(ibid., p. 3)",
		"[12]":                                 "[12]",
		"[3, 5-7] and":                         "[3, 5-7]",
		"(Hill (ed.), 1994)":                   "(Hill (ed.), 1994)",
		"(1947-1958)":                          "",
		"(July 1947)":                          "",
		"(the Harbour Party, founded in 1947)": "",
		"(HP)":                                 "",
		"(he said so in 1994)":                 "",
		"[sic]":                                "",
		"(Hill, 1994":                          "",
		"(" + strings.Repeat("Hill, ", 1000) + "1994)": "",
	} {
		if got := text[:structure.CitationAt(text, 0)]; got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
}

// nested says what is wrong with regions: they must lie in the text, be sorted, and nest or stand apart.
func nested(t *testing.T, text string, regions []structure.Span) {
	t.Helper()
	var open []structure.Span
	last := structure.Span{}
	for i, r := range regions {
		if r.Start < 0 || r.End > len(text) || r.Start >= r.End {
			t.Fatalf("%+v is not in the text of %d bytes", r, len(text))
		}
		if i > 0 && (r.Start < last.Start || r.Start == last.Start && r.End > last.End) {
			t.Fatalf("%+v comes after %+v", r, last)
		}
		for len(open) > 0 && open[len(open)-1].End <= r.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && r.End > open[len(open)-1].End {
			t.Fatalf("%+v crosses %+v", r, open[len(open)-1])
		}
		open = append(open, r)
		last = r
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "# A\n\ntext (Hill, 1994) [3] ibid., p. 4\n\n> q\n\n- x\n\nReferences\n\nHill", strings.Repeat("[", 400), strings.Repeat("(a(", 300), "Ibid", "ibid.\f\x00\u2028>", "1. A\n2. B\n(c) d", "a@b\n\nPage 3 of 4\n\nTopics > A > B"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		nested(t, text, structure.Parse(text))
	})
}

// TestRepeated reads each thing that a document may hold many times over.
func TestRepeated(t *testing.T) {
	for _, unit := range []string{"“ ", "\" a", "'a ", "(", "[", "(Hill ", "(a, b; ", "HEADING ONE\n\n", "[^1]", "word¹ ", "¹ note\n\n", "a-\n", "Q: x\n", "ORU: x\n", "| a | b\n", "1 2 3\n", "12\n\n", "a  b 1\n",
		"By Jane Hill\n\n", "“We are.” ", "12 Note x\n", "word.1 ", "* x\n", "word* ", "Share\n\n", "Page 3\f", "Northport 12\n\n", "REFERENCES\n\n", "Jane Hill, x\n\n", "a:\n\nI b c d e f\n\n", "ibid ", "x@y ", "Vol. 3 no. 2\n\n",
		"the and\n\n", "“We\n\n", "a,\n\nb", "...", "[1] ", "See Hill, 3. ", "a\r", "\u2028", "Note: x\n", "Yours,\n\nJane Hill\n\n", "NOTES\n\n1. a\n\n", "The same header here\n\n", "*word* ", "a² ", "A: x\n\nthe\n\n", "* a\n\nb* ", "Hill: x\n\n"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		nested(t, text, structure.Parse(text))
	}
}

func TestHuge(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("a", 50<<20), strings.Repeat("(", 1<<20), strings.Repeat("Heading\n\n", 100_000), strings.Repeat("(Hill, 1994) ", 100_000),
		strings.Repeat("\f\x00\x01", 1<<19), strings.Repeat("- item\n", 100_000), strings.Repeat("> quote\n", 100_000), strings.Repeat("“", 1<<19),
	} {
		nested(t, text, structure.Parse(text))
	}
}
