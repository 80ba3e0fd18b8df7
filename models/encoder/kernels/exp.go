package kernels

import "math"

// The exponential is that of the Cephes library (S. Moshier, expf.c): with n
// the integer nearest to x/ln 2 and r = x - n*ln 2, a polynomial for e^r
// times 2^n. ln 2 is in two parts, the first short enough for n times it to be
// exact.
const (
	log2E  = 1.44269504088896341
	ln2Hi  = 0.693359375
	ln2Lo  = -2.12194440e-4
	expC0  = 1.9875691500e-4
	expC1  = 1.3981999507e-3
	expC2  = 8.3334519073e-3
	expC3  = 4.1665795894e-2
	expC4  = 1.6666665459e-1
	expC5  = 5.0000001201e-1
	expEnd = -87

	// roundingBias is 1.5*2^23: a float32 of that size has units in its last
	// place, so that adding it rounds to an integer, which can be read from
	// the low bits, and subtracting it again gives the integer in float32.
	roundingBias = 0x1.8p23
)

// exp returns e^x for x <= 0, to about 1e-7 of its value. Below -87, just
// above the least normal float32, it returns 0. NaN gives NaN.
func exp(x float32) float32 {
	if x < expEnd {
		return 0
	}
	shifted := float32(x*log2E) + roundingBias
	n := shifted - roundingBias
	r := x - float32(n*ln2Hi)
	r = r - float32(n*ln2Lo)
	p := float32(r*expC0) + expC1
	p = float32(p*r) + expC2
	p = float32(p*r) + expC3
	p = float32(p*r) + expC4
	p = float32(p*r) + expC5
	p = float32(p*float32(r*r)) + r
	p = p + 1
	// n goes straight into the exponent. Its sign and the bits of the bias
	// fall off the top.
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(shifted)<<23)
}

// Tanh replaces each x by its hyperbolic tangent, to about 2e-7. NaN gives
// NaN. It is plain Go for every kernel: it is meant for one vector a sequence.
func Tanh(x []float32) {
	for i, v := range x {
		a := magnitude(v)
		switch {
		case a < 0.625:
			// Cephes, tanhf.c.
			z := float32(v * v)
			p := float32(z*-5.70498872745e-3) + 2.06390887954e-2
			p = float32(p*z) - 5.37397155531e-2
			p = float32(p*z) + 1.33314422036e-1
			p = float32(p*z) - 3.33332819422e-1
			p = float32(p * z)
			x[i] = float32(p*v) + v
		case v < 0:
			e := exp(-2 * a)
			x[i] = -((1 - e) / (1 + e))
		default:
			e := exp(-2 * a)
			x[i] = (1 - e) / (1 + e)
		}
	}
}
