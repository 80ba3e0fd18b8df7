package kernels

import "math"

const (
	// quantisedMax is the largest magnitude of a quantised activation.
	quantisedMax = 127

	// leastMax is the least row maximum that is not taken for zero: 127
	// divided by it is still far from the largest float32.
	leastMax = 0x1p-100
)

// Quantise turns rows of x, rows by width, into bytes in dst, of the same
// shape, and one scale a row, such that x is about (dst-128)*scale. With m the
// largest magnitude in the row, scale is m/127 and each byte is 128 plus x
// times 127/m rounded to the nearest integer, halves to even.
//
// A NaN counts as zero. An infinity counts as the largest float32 of its sign.
// A row whose m is below 2^-100 counts as all zeros: scale 0, bytes 128.
func (k *Kernel) Quantise(dst []uint8, scale []float32, x []float32, rows, width int) {
	dst, scale, x = take(dst, rows*width), take(scale, rows), take(x, rows*width)
	for r := range rows {
		row, to := x[r*width:(r+1)*width], dst[r*width:(r+1)*width]
		// The vector code takes whole groups of lanes, the plain code what
		// is left: a maximum has no order, and bytes are made one by one.
		whole := width &^ (laneCount - 1)
		var m float32
		if whole > 0 {
			m = k.maxMagnitude(row[:whole])
		}
		if rest := maxMagnitudePlain(row[whole:]); rest > m {
			m = rest
		}
		if m > math.MaxFloat32 {
			m = math.MaxFloat32
		}
		inverse := float32(0)
		if m < leastMax {
			m = 0
		} else {
			inverse = quantisedMax / m
		}
		scale[r] = m / quantisedMax
		if whole > 0 {
			k.quantiseRow(to[:whole], row[:whole], inverse)
		}
		quantiseRowPlain(to[whole:], row[whole:], inverse)
	}
}

// maxMagnitudePlain returns the largest magnitude in x, of those that are not
// NaN.
func maxMagnitudePlain(x []float32) float32 {
	var m float32
	for _, v := range x {
		if a := magnitude(v); a > m {
			m = a
		}
	}
	return m
}

// quantiseRowPlain writes x times inverse as bytes. Products are held within
// ±127 before they are rounded; only an infinity goes past.
func quantiseRowPlain(dst []uint8, x []float32, inverse float32) {
	dst = dst[:len(x)]
	for i, v := range x {
		y := float32(v * inverse)
		if y != y {
			y = 0
		}
		y = min(max(y, -quantisedMax), quantisedMax)
		// y plus this constant has its units in the last place of the
		// significand, so the addition rounds it, and halves to even.
		b := math.Float32bits(y + roundingBias)
		dst[i] = uint8(b) + activationZero
	}
}

// magnitude returns x without its sign.
func magnitude(x float32) float32 {
	return math.Float32frombits(math.Float32bits(x) &^ (1 << 31))
}
