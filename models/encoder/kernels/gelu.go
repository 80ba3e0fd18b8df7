package kernels

// Gelu replaces each x by x times the standard normal distribution function of
// x, the exact (erf) form of GELU, with an error below 2e-7*max(1, |x|). NaN
// gives NaN, minus infinity a zero.
func (k *Kernel) Gelu(x []float32) {
	whole := len(x) &^ (laneCount - 1)
	if whole > 0 {
		k.gelu(x[:whole])
	}
	geluPlain(x[whole:])
}

// The upper tail of the normal distribution is half of erfc(|x|/√2), for which
// these are the constants of Abramowitz and Stegun, Handbook of Mathematical
// Functions, 7.1.26: erfc(z) is t*(a1 + t*(a2 + ...))*exp(-z²) with
// t = 1/(1 + p*z), to 1.5e-7. p is divided by √2 and the a by 2.
const (
	tailP  = 0.3275911 / 1.4142135623730951
	tailA1 = 0.254829592 / 2
	tailA2 = -0.284496736 / 2
	tailA3 = 1.421413741 / 2
	tailA4 = -1.453152027 / 2
	tailA5 = 1.061405429 / 2

	// tailEnd is past where the tail is zero in float32.
	tailEnd = 15
)

// geluPlain computes max(x, 0) - a*tail(a) with a = |x|. For large x that is x
// itself, for large negative x it dies away to zero without cancellation.
func geluPlain(x []float32) {
	for i, v := range x {
		a := magnitude(v)
		if !(a < tailEnd) {
			a = tailEnd
		}
		t := 1 / (1 + float32(a*tailP))
		e := exp(float32(float32(a*a) * -0.5))
		p := float32(t*tailA5) + tailA4
		p = float32(p*t) + tailA3
		p = float32(p*t) + tailA2
		p = float32(p*t) + tailA1
		p = float32(p * t)
		p = float32(p * e)
		p = float32(p * a)
		// Written so that a NaN is kept, as VMAXPS does.
		if 0 > v {
			v = 0
		}
		x[i] = v - p
	}
}
