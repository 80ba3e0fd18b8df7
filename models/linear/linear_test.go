package linear

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func judge(sentence string, first, last int, names ...[2]int) Judgement {
	return Load().Judge(strings.Fields(sentence), Target{First: first, Last: last, Kind: "PERSON", Named: true, Names: names})
}

func TestPlainSentences(t *testing.T) {
	for _, x := range []struct {
		sentence    string
		first, last int
		want        int
	}{
		{"Jane Hill is a liar , a coward and a thief who betrayed the workers .", 0, 1, -1},
		{"The brave and honest Jane Hill won the admiration of the whole town .", 4, 5, 1},
		{"Jane Hill arrived at the station on Tuesday .", 0, 1, 0},
	} {
		j := judge(x.sentence, x.first, x.last)
		if j.Polarity != x.want {
			t.Errorf("%q: %d (%.2f %.2f %.2f), want %d", x.sentence, j.Polarity, j.Negative, j.Neutral, j.Positive, x.want)
		}
		if sum := j.Negative + j.Neutral + j.Positive; math.Abs(sum-1) > 1e-12 {
			t.Errorf("%q: probabilities sum to %v", x.sentence, sum)
		}
		if (x.want != 0) != (len(j.Cues) > 0) {
			t.Errorf("%q: cues %v for polarity %d", x.sentence, j.Cues, j.Polarity)
		}
	}
}

// TestNamesDoNotDecide swaps every name: the judgement must stay the same to the bit.
func TestNamesDoNotDecide(t *testing.T) {
	a := judge("Jane Hill accused Tomas Oru of corruption in Northport .", 0, 1, [2]int{3, 4}, [2]int{8, 8})
	b := judge("Zulema Bhatt accused Nikolai Petrov of corruption in Wien .", 0, 1, [2]int{3, 4}, [2]int{8, 8})
	if a.Negative != b.Negative || a.Positive != b.Positive {
		t.Errorf("%+v and %+v", a, b)
	}
	// Names that are words, of other lengths, before and after a negation.
	c := judge("Nobody but Jane Hill of Northport would not accuse Tomas Oru of that foul corruption .", 2, 3, [2]int{5, 5}, [2]int{9, 10})
	d := judge("Nobody but No of The Good Old Town would not accuse An of that foul corruption .", 2, 2, [2]int{4, 7}, [2]int{11, 11})
	if c.Negative != d.Negative || c.Positive != d.Positive {
		t.Errorf("%+v and %+v", c, d)
	}
}

// A sentence is read as far as it is near: what is said thousands of words away changes nothing, nor costs anything.
func TestLongSentence(t *testing.T) {
	words := strings.Fields("Jane Hill is a liar , a coward and a thief who betrayed the workers " + strings.Repeat("and the road went on past the old mill ", 600))
	near := Load().Judge(words[:14+Reach], Target{First: 0, Last: 1, Kind: "PERSON", Named: true})
	far := Load().Judge(words, Target{First: 0, Last: 1, Kind: "PERSON", Named: true})
	if near.Negative != far.Negative {
		t.Errorf("%+v and %+v", near, far)
	}
	whole := Load().Judge(words, Target{First: 0, Last: len(words) - 1, Kind: "PERSON"})
	if sum := whole.Negative + whole.Neutral + whole.Positive; math.Abs(sum-1) > 1e-9 {
		t.Errorf("%+v", whole)
	}
}

func TestCandidates(t *testing.T) {
	words := strings.Fields("On Tuesday in the old hall Jane Hill was called a liar by the mayor .")
	s := Load().Read(words)
	target := Target{First: 6, Last: 7, Kind: "PERSON", Named: true}
	got := Load().Candidates(s, target, -1, 3)
	if len(got) != 3 || words[got[0]] != "liar" {
		t.Errorf("%v", got)
	}
	if none := Load().Candidates(Load().Read(nil), target, -1, 3); len(none) > 0 {
		t.Errorf("%v", none)
	}
}

func TestHostileSentences(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"", "\x00", "“", "”", "'", "not", ",", "said", "İ", "ﷺ", strings.Repeat("x", 1<<16), "123", "😀"}
	for range 2000 {
		n := random.IntN(12)
		sentence := make([]string, n)
		for i := range sentence {
			sentence[i] = words[random.IntN(len(words))]
		}
		target := Target{First: random.IntN(14) - 1, Last: random.IntN(14) - 1, Names: [][2]int{{random.IntN(14) - 1, random.IntN(14) - 1}}, Same: [][2]int{{random.IntN(14) - 1, random.IntN(14)}}}
		j := Load().Judge(sentence, target)
		if sum := j.Negative + j.Neutral + j.Positive; math.Abs(sum-1) > 1e-9 {
			t.Fatalf("%q %+v: probabilities sum to %v", sentence, target, sum)
		}
		for _, c := range j.Cues {
			if c < 0 || c >= n {
				t.Fatalf("cue %d of %d words", c, n)
			}
		}
	}
}

func TestFile(t *testing.T) {
	p := Parameters{Lexicon: []Word{{"awful", -2, 3, -1}, {"good", 1, 0, 0}}, IDs: []uint32{3, 70000}, Weights: [][3]int16{{1, -2, 300}, {-30000, 0, 5}},
		Bias: [3]int32{-5, 0, 9}, Scale: 0.01, Prefer: [3]float64{1.5, 1, 2}}
	packed, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	m, err := decode(packed)
	if err != nil {
		t.Fatal(err)
	}
	if *m.weights.find(70000) != p.Weights[1] || m.bias != p.Bias || m.prefer != p.Prefer || m.scale != p.Scale || m.known[hash("awful")].valence != -2 {
		t.Errorf("%+v", m)
	}
	for n := range packed {
		if _, err := decode(packed[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are taken for a model", n, len(packed))
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	words := strings.Fields("The minister , who had never liked the Harbour Party , said that Jane Hill had betrayed every promise that she made to the fishermen of the old town .")
	for b.Loop() {
		s := Load().Read(words)
		Load().JudgeIn(s, Target{First: 13, Last: 14, Names: [][2]int{{8, 9}}})
	}
}
