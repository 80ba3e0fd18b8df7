package sample

import (
	"math"
	"math/rand/v2"
	"testing"
)

// all makes judgements of a common actor and many rare ones, most of them neutral.
func all(r *rand.Rand) []judgement {
	var out []judgement
	for i := range 600 {
		j := judgement{start: int32(i), order: r.Uint64()}
		if i >= 500 {
			j.actor = int32(i - 500)
		}
		if i%10 == 0 {
			j.polarity = -1
		}
		out = append(out, j)
	}
	return out
}

// TestDrawnAsOftenAsTold: over many draws every judgement is drawn as often as its probability says, the weighted share of the ill
// is right, and the strata that are rare are there.
func TestDrawnAsOftenAsTold(t *testing.T) {
	const n, draws = 60, 4000
	r := rand.New(rand.NewPCG(1, 2))
	times, told := map[int32]float64{}, map[int32]float64{}
	var ill, weights float64
	for range draws {
		judgements := all(r)
		drawn := draw(judgements, n, r.Float64())
		if len(drawn) != n {
			t.Fatalf("%d drawn", len(drawn))
		}
		rare := 0
		for _, j := range drawn {
			times[j.start]++
			weights += 1 / j.probability
			if j.polarity < 0 {
				ill += 1 / j.probability
				rare++
			}
		}
		if rare < 7 { // of 60, where a tenth of all are ill: 6
			t.Fatalf("%d of them ill", rare)
		}
		for _, j := range judgements {
			told[j.start] = j.probability
		}
	}
	sum := 0.0
	for i, p := range told {
		sum += p
		if got := times[i] / draws; math.Abs(got-p) > 5*math.Sqrt(p/draws) {
			t.Errorf("%d: drawn %.4f, told %.4f", i, got, p)
		}
	}
	if math.Abs(sum-n) > 1e-6 || math.Abs(ill/weights-0.1) > 0.005 || math.Abs(weights/draws-600) > 6 {
		t.Errorf("probabilities sum to %v, weighted %.4f of %.1f are ill", sum, ill/weights, weights/draws)
	}
}

// TestDrawAllAndOne draws any number, up to all.
func TestDrawAllAndOne(t *testing.T) {
	for _, n := range []int{1, 2, 599, 600} {
		for _, start := range []float64{0, 0.5, math.Nextafter(1, 0)} {
			drawn := draw(all(rand.New(rand.NewPCG(1, 2))), n, start)
			seen := map[int32]bool{}
			for _, j := range drawn {
				seen[j.start] = true
				if !(j.probability > 0 && j.probability <= 1) || n == 600 && j.probability != 1 {
					t.Errorf("%d: probability %v", n, j.probability)
				}
			}
			if len(seen) != n {
				t.Errorf("%d drawn of %d", len(seen), n)
			}
		}
	}
}
