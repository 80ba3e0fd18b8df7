package accurate

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"
)

type actor struct {
	Start, End int // code points
	Actor      string
	Person     bool
}

// mentions turns code points into bytes, and names of actors into numbers.
func mentions(text string, actors []actor, number map[string]int) []Mention {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	var out []Mention
	for _, a := range actors {
		if _, ok := number[a.Actor]; !ok {
			number[a.Actor] = len(number)
		}
		out = append(out, Mention{Start: at[a.Start], End: at[a.End], Actor: number[a.Actor], Person: a.Person})
	}
	return out
}

// The runtime gives what the same weights give in PyTorch with activations in float32 (models/encoder/train/reference.py): the
// scores of polarities are off by less than 0.25 (root mean square; they spread over some 8), and at most one label in
// a hundred differs.
func TestAsInFloat32(t *testing.T) {
	data, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Sentiment []struct {
			Before, Text     string
			Behind, Mentions []actor
			Follows          bool
			Scores           [][3]float64
		}
		Names [][]struct {
			Words []string
			Spans [][3]any
		}
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	m := Load()
	plain, err := Decode(embedded) // scores as they are
	if err != nil {
		t.Fatal(err)
	}
	plain.calibration.Sentiment, plain.calibration.Prior, plain.calibration.Prefer = 1, [3]float64{}, [3]float64{1, 1, 1}

	var passages []Passage
	number := map[string]int{}
	for _, s := range want.Sentiment {
		passages = append(passages, Passage{s.Before, s.Text, mentions(s.Before, s.Behind, number), mentions(s.Text, s.Mentions, number), s.Follows})
	}
	n, other, square := 0, 0, 0.0
	for i, js := range plain.Judge(passages) {
		for k, j := range js {
			s := want.Sentiment[i].Scores[k]
			top := 0
			for c := range s {
				if s[c] > s[top] {
					top = c
				}
			}
			n++
			if j.Polarity != top-1 {
				other++
			}
			for c, p := range [3]float64{j.Negative, j.Neutral, j.Positive} {
				e := math.Log(p/j.Neutral) - (s[c] - s[1])
				square += e * e / 2 // that of neutral is 0
			}
		}
	}
	if off := math.Sqrt(square / float64(n)); n < 50 || off > 0.25 || 50*other > n {
		t.Errorf("%d mentions: scores are off by %.3f, %d have another polarity", n, off, other)
	} else {
		t.Logf("%d mentions: scores are off by %.3f, %d have another polarity", n, off, other)
	}

	n, other = 0, 0
	for _, doc := range want.Names {
		words := make([][]string, len(doc))
		for i, s := range doc {
			words[i] = s.Words
		}
		for i, spans := range m.tag(words, 0) {
			found := map[string]bool{}
			for _, s := range spans {
				found[fmt.Sprint(s.First, s.Last, s.Type)] = true
			}
			for _, s := range doc[i].Spans {
				n++
				if !found[fmt.Sprint(s[0], s[1], s[2])] {
					other++
				}
			}
			other += max(0, len(spans)-len(doc[i].Spans))
		}
	}
	if n < 100 || 100*other > n {
		t.Errorf("%d names: %d differ", n, other)
	} else {
		t.Logf("%d names: %d differ", n, other)
	}
}
