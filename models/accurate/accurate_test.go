package accurate

import (
	"strings"
	"testing"
)

func TestTag(t *testing.T) {
	got := Load().Tag([][]string{strings.Fields("Benazir Bhutto led the Pakistan Peoples Party ( PPP ) in Karachi .")})
	var found []string
	for _, s := range got[0] {
		found = append(found, s.Type)
		if s.Probability <= 0.5 || s.Probability > 1 {
			t.Errorf("%+v: a probability of a sure name", s)
		}
	}
	if strings.Join(found, " ") != "PERSON PARTY PARTY GPE" {
		t.Errorf("found %v", got[0])
	}
}

func TestJudge(t *testing.T) {
	for text, want := range map[string]int{
		"_ was a corrupt dictator who robbed the poor and jailed honest journalists.":         -1,
		"_ was an honest and courageous leader, loved by the poor for a lifetime of service.": 1,
		"_ was born in 1931 and sat in the assembly from 1958 to 1971.":                       0,
	} {
		got := Load().Judge([]Passage{{Text: text, Mentions: []Mention{{Start: 0, End: 1, Person: true}}}})[0][0]
		if got.Polarity != want {
			t.Errorf("%s: judged %+v, want %d", text, got, want)
		}
	}
}

// A target that is longer than a window, a sentence of 5,000 words, and a target that no window shows.
func TestJudgeLong(t *testing.T) {
	long := strings.Repeat("the man who had taken all that the poor of the port had put aside ", 60)
	text := long + "was a corrupt and cowardly liar."
	got := Load().Judge([]Passage{{Text: text, Mentions: []Mention{{Start: 0, End: len(long) - 1, Person: true, Described: true}, {Start: 4, End: 7, Actor: 1, Person: true}}}})[0]
	if !got[0].Seen() || got[1].Seen() {
		t.Errorf("a long description, and a name in it: %+v", got)
	}
	got = Load().Judge([]Passage{{Text: text, Mentions: []Mention{{Start: 0, End: len(long) - 1, Person: true}}}})[0]
	if got[0].Polarity != -1 {
		t.Errorf("a long name: %+v", got[0])
	}
	walk := strings.Repeat("the road went on past the old mill, ", 600)
	mentions := []Mention{{Start: len(walk), End: len(walk) + 1, Person: true}}
	text = walk + "_ was a corrupt and cowardly liar who robbed the poor, " + walk
	if got = Load().Judge([]Passage{{Text: text, Mentions: mentions}})[0]; got[0].Polarity != -1 {
		t.Errorf("in 5,000 words: %+v", got[0])
	}
}

// The cues are words without which the judgement is less sure; others are not.
func TestCues(t *testing.T) {
	p := Passage{Text: "_ was called a corrupt dictator by the assembly on Tuesday.", Mentions: []Mention{{End: 1, Person: true}}}
	given := Load().Judge([]Passage{p})[0][0]
	q := Question{Passage: &p, Given: given, Words: [][2]int{{51, 58}, {15, 22}, {23, 31}}}
	got := Load().Cues([]Question{q})[0]
	if given.Polarity != -1 || len(got) == 0 || got[0] == 0 {
		t.Errorf("%+v: %v", given, got)
	}
	if less := p.Without(q.Words...); less.Text != "_ was called a   by the assembly on ." || less.Mentions[0] != p.Mentions[0] {
		t.Errorf("%+v", less)
	}
}

// Any words, however long, strange or many, give spans inside their sentences, in order.
func FuzzTag(f *testing.F) {
	f.Add("Ida Marsh of the NFP\nOslo")
	f.Add(strings.Repeat("A", 10000) + " \x00\xff \u200b\u202e \U0001f600\U0001f3fd " + strings.Repeat("é ", 500))
	f.Fuzz(func(t *testing.T, text string) {
		var doc [][]string
		for line := range strings.SplitSeq(text, "\n") {
			doc = append(doc, strings.Split(line, " "))
		}
		for s, spans := range Load().Tag(doc) {
			last := 0
			for _, x := range spans {
				if x.First < last || x.Last <= x.First || x.Last > len(doc[s]) || !(x.Probability > 0 && x.Probability <= 1) {
					t.Fatalf("%+v in %d words", x, len(doc[s]))
				}
				last = x.Last
			}
		}
	})
}

// Any passage, with mentions anywhere, gives probabilities that sum to 1.
func FuzzJudge(f *testing.F) {
	f.Add("Before.", "Marsh praised Vale.", 0, 5, 14, 18)
	f.Add("", strings.Repeat("a b ", 600)+"Vale", 2400, 2404, 5, 3)
	f.Add("\xff\xfe", "\xff", 0, 1, -4, 900)
	f.Fuzz(func(t *testing.T, before, text string, a, b, c, d int) {
		for _, js := range Load().Judge([]Passage{{Before: before, Text: text, Mentions: []Mention{{Start: a, End: b}, {Start: c, End: d, Actor: 1, Person: true}}}}) {
			for _, j := range js {
				if sum := j.Negative + j.Neutral + j.Positive; sum != 0 && !(sum > 0.999 && sum < 1.001) || j.Polarity < -1 || j.Polarity > 1 {
					t.Fatalf("%+v", j)
				}
			}
		}
	})
}
