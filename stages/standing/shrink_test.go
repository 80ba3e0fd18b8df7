package standing

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// drawn makes stands of actors whose true means lie apart, spoken of in few or many documents of some judgements each that hang
// together.
func drawn(r *rand.Rand, actors int, apart float64) (of [][]stand, truth []float64) {
	for range actors {
		mean := 0.1 + apart*r.NormFloat64()
		var clusters []cluster
		n, sum := 0.0, 0.0
		for range 1 + r.IntN(4)*r.IntN(4) {
			c := cluster{n: float64(1 + r.IntN(4))}
			c.sum = c.n * (mean + 0.3*r.NormFloat64())
			for range int(c.n) {
				c.sum += 0.4 * r.NormFloat64()
			}
			clusters = append(clusters, c)
			n += c.n
			sum += c.sum
		}
		found := sum / n
		of = append(of, []stand{{Stand: Stand{EntityID: "x", Slice: "all", N: int32(n), Mean: &found}, spread: spreadOf(clusters, found)}})
		truth = append(truth, mean)
	}
	return of, truth
}

// TestShrunkMeansErrLess: in all, and by far for those who are spoken of little; by next to nothing for the others.
func TestShrunkMeansErrLess(t *testing.T) {
	for _, apart := range []float64{0, 0.15, 0.4} {
		r := rand.New(rand.NewPCG(3, 1))
		var raw, shrunk [2]float64 // squared errors, of actors with few and with many judgements
		var n [2]float64
		for range 200 {
			of, truth := drawn(r, 20, apart)
			shrink(of, map[string]string{"x": "PERSON"})
			for i, x := range slices.Concat(of...) {
				k := 0
				if x.N > 8 {
					k = 1
				}
				n[k]++
				raw[k] += (*x.Mean - truth[i]) * (*x.Mean - truth[i])
				shrunk[k] += (*x.Shrunk - truth[i]) * (*x.Shrunk - truth[i])
			}
		}
		for k, least := range []float64{0.8, 1.02} {
			a, b := math.Sqrt(raw[k]/n[k]), math.Sqrt(shrunk[k]/n[k])
			t.Logf("apart by %.2f: error %.3f, shrunk %.3f (%.0f actors)", apart, a, b, n[k])
			if b > least*a {
				t.Errorf("apart by %.2f: error %.3f, shrunk %.3f", apart, a, b)
			}
		}
	}
}

// TestShrunkAmongKin: only actors of one type in one slice and value are compared, and not fewer than four.
func TestShrunkAmongKin(t *testing.T) {
	of, _ := drawn(rand.New(rand.NewPCG(1, 1)), 11, 0.4)
	types := map[string]string{"x": "PERSON", "y": "PARTY"}
	for i := range of {
		switch x := &of[i][0]; {
		case i < 4:
			x.EntityID = "y"
			*x.Mean += 5
		case i < 7:
			x.Value = "quoted"
		}
	}
	shrink(of, types)
	for i, x := range slices.Concat(of...) {
		if few := i >= 4 && i < 7; few != (x.Shrunk == nil) || !few && (*x.Shrunk > 3) != (i < 4) {
			t.Errorf("%d: %+v, shrunk %v", i, x, x.Shrunk)
		}
	}
}
