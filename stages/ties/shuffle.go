package ties

import (
	"math"

	"hustings/models/exact"
)

// shuffle is one document's windows, and how many of them name one actor and the other. Shuffled, the number of
// windows that name both has the hypergeometric distribution.
type shuffle struct{ windows, a, b int64 }

func (s shuffle) least() int64 { return max(0, s.a+s.b-s.windows) }
func (s shuffle) most() int64  { return min(s.a, s.b) }

// distribution appends the chance of each count from the least to the most. It goes from the likeliest outwards by
// the ratio of neighbours, so that nothing underflows that matters, and needs no factorials.
func (s shuffle) distribution(out []float64) []float64 {
	least, most := s.least(), s.most()
	for range most - least + 1 {
		out = append(out, 0)
	}
	mode := min(most, max(least, (s.a+1)*(s.b+1)/(s.windows+2)))
	out[mode-least] = 1
	for k := mode; k < most; k++ {
		out[k+1-least] = out[k-least] * s.more(k) / s.fewer(k+1)
	}
	for k := mode; k > least; k-- {
		out[k-1-least] = out[k-least] * s.fewer(k) / s.more(k-1)
	}
	sum := 0.0
	for _, p := range out {
		sum += p
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// more and fewer are in the ratio of the chances of k+1 and k: P(k+1)/P(k) = more(k)/fewer(k+1).
func (s shuffle) more(k int64) float64  { return float64((s.a - k) * (s.b - k)) }
func (s shuffle) fewer(k int64) float64 { return float64(k * (s.windows - s.a - s.b + k)) }

// cumulative is the standard normal distribution function, by its Taylor series (Marsaglia, "Evaluating the Normal
// Distribution", Journal of Statistical Software 11(4), 2004).
func cumulative(z float64) float64 {
	if z < -8 {
		return 0
	}
	if z > 8 {
		return 1
	}
	sum, term, square := z, z, z*z
	for i := 3.0; sum+term != sum; i += 2 {
		term *= square / i
		sum += term
	}
	return 0.5 + float64(sum*exact.Exp(-square/2))/math.Sqrt(2*math.Pi)
}
