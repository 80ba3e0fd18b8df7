// Package linear judges how a sentence portrays one of the actors named in it: negative, neutral or positive.
//
// Its nouns: a Sentence is a list of words, read once; a Target is a mention in it, by word indexes; a Model is a
// multinomial logistic regression over what stands around the target (its own name is never looked at); a Judgement is
// the three probabilities and the words that decided. Weights and lexicons are embedded; models/linear/train makes them.
package linear

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"hustings/models/exact"
)

// Target is the mention to be judged. All places are word indexes, both ends inclusive; what lies outside the sentence
// is cut off.
type Target struct {
	First, Last int
	Names       [][2]int // other names in the sentence, of any type; those that overlap the target are passed over
	Same        [][2]int // further mentions of the target's actor in the sentence, pronouns included
	Kind        string   // PERSON, PARTY or ORG; empty if unknown
	Named       bool     // by a name, whose words are not looked at; else by a pronoun or a description
	Quoted      bool     // the whole sentence stands inside a quotation that began earlier
}

// Judgement is what a sentence says about a target. The three probabilities sum to 1.
type Judgement struct {
	Negative, Neutral, Positive float64
	Polarity                    int   // -1, 0 or 1: the class that the model's decision rule picks, see Model
	Cues                        []int // indexes of the up to five words that spoke most for Polarity, strongest first; none if neutral
}

// Model is a trained classifier; safe for concurrent use.
type Model struct {
	known   map[uint64]entry
	weights table
	bias    [3]int32   // added to the scores, in units of scale
	scale   float64    // an integer score times scale is a log-odds, the temperature included
	prefer  [3]float64 // Polarity is the class with the largest probability × prefer: macro-F1 wants rare classes more often than argmax gives them
}

// Load returns the embedded model. It panics if the embedded weights are damaged, which no input can cause.
var Load = sync.OnceValue(func() *Model {
	m, err := decode(embedded)
	if err != nil {
		panic(err)
	}
	return m
})

// Judge judges one target in a sentence. Judging several, [Model.Read] the sentence once and use JudgeIn.
func (m *Model) Judge(words []string, target Target) Judgement {
	return m.JudgeIn(m.Read(words), target)
}

// JudgeIn judges one target in a sentence that was read before. An empty sentence, or a target outside it, gets the
// model's prior.
func (m *Model) JudgeIn(s *Sentence, target Target) Judgement {
	var sums [3]int32
	fs := features(s, target)
	for _, f := range fs {
		w := m.weights.find(f.id)
		for c := range sums {
			sums[c] += int32(w[c])
		}
	}
	norm := norm(len(fs))
	scores := make([]float64, 3)
	for c := range scores {
		scores[c] = float64(m.scale * (float64(float64(sums[c])*norm) + float64(m.bias[c])))
	}
	exact.Softmax(scores)
	j := Judgement{Negative: scores[0], Neutral: scores[1], Positive: scores[2]}
	best := 0
	for c := range scores {
		if float64(scores[c]*m.prefer[c]) > float64(scores[best]*m.prefer[best]) {
			best = c
		}
	}
	j.Polarity = best - 1
	if best != 1 {
		j.Cues = m.cues(fs, best, len(s.words))
	}
	return j
}

// Candidates are the indexes of the most words that may have decided on a polarity of the target, likeliest first, whatever
// the model itself makes of it: content words that are no names, by their rank among those that speak for it, which counts
// twice, and among those that stand near.
func (m *Model) Candidates(s *Sentence, target Target, polarity, most int) []int {
	v := see(s, target)
	if v == nil {
		return nil
	}
	gain := m.gains(v.features(), polarity+1, len(s.words))
	var words []int
	distance := make(map[int]int, len(v.items))
	for i := range v.items {
		if it := &v.items[i]; it.content {
			words = append(words, int(it.word))
			distance[int(it.word)] = max(i-v.at, v.at-i)
		}
	}
	if !target.Named {
		for _, it := range v.own {
			if it.content {
				words = append(words, int(it.word))
			}
		}
	}
	far := slices.Clone(words)
	slices.SortStableFunc(words, func(a, b int) int { return cmp.Compare(gain[b], gain[a]) })
	slices.SortStableFunc(far, func(a, b int) int { return cmp.Compare(distance[a], distance[b]) })
	rank := make(map[int]int, len(words))
	for i := range words {
		rank[words[i]] += 2 * i
		rank[far[i]] += i
	}
	slices.SortStableFunc(words, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	return words[:min(most, len(words))]
}

// Tried is how many candidates are worth a reading each.
const Tried = 3

// Cues are the indexes of the up to five words that speak most for a polarity of the target, strongest first, whatever the
// model itself makes of it; none for 0.
func (m *Model) Cues(s *Sentence, target Target, polarity int) []int {
	if polarity == 0 {
		return nil
	}
	return m.cues(features(s, target), polarity+1, len(s.words))
}

// norm is what a sum over n features is multiplied with, so that long sentences are not surer than short ones.
func norm(n int) float64 {
	return 1 / math.Sqrt(float64(n+1))
}

// cues ranks the words by what they add to a class.
func (m *Model) cues(fs []feature, class, words int) []int {
	const most = 5
	gain := m.gains(fs, class, words)
	var found []int
	for i, g := range gain {
		if g > 0 {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return int(gain[b]) - int(gain[a]) })
	return found[:min(most, len(found))]
}

// gains is what each word's features add to a class over the mean of the other two.
func (m *Model) gains(fs []feature, class, words int) []int32 {
	gain := make([]int32, words)
	for _, f := range fs {
		if f.word < 0 {
			continue
		}
		w := m.weights.find(f.id)
		g := 2 * int32(w[class])
		for c := range w {
			if c != class {
				g -= int32(w[c])
			}
		}
		gain[f.word] += g
	}
	return gain
}
