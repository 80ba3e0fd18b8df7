package kernels

import (
	"fmt"
	"math"
)

// AddNorm adds residual to x and normalises each row, in place:
//
//	x = (x-mean)*(1/sqrt(variance+eps))*gamma + beta
//
// with the mean and the (biased) variance of the row, each summed in 16 lanes.
// x and residual are rows by width, gamma and beta have width values. residual
// may be nil, and nothing is added then. width must be a multiple of 16, or
// AddNorm panics.
func (k *Kernel) AddNorm(x, residual, gamma, beta []float32, rows, width int, eps float32) {
	if width <= 0 || width%laneCount != 0 {
		panic(fmt.Sprintf("kernels: width %d is not a multiple of %d", width, laneCount))
	}
	x, gamma, beta = take(x, rows*width), take(gamma, width), take(beta, width)
	if residual != nil {
		residual = take(residual, rows*width)
	}
	for r := range rows {
		var add []float32
		if residual != nil {
			add = residual[r*width : (r+1)*width]
		}
		k.normRow(x[r*width:(r+1)*width], add, gamma, beta, eps)
	}
}

// normRowPlain is AddNorm for one row.
func normRowPlain(x, residual, gamma, beta []float32, eps float32) {
	n := float32(len(x))
	var sums lanes
	if residual != nil {
		residual = residual[:len(x)]
		for i := range x {
			x[i] += residual[i]
		}
	}
	for i, v := range x {
		sums[i%laneCount] += v
	}
	mean := sums.sum() / n
	sums = lanes{}
	for i, v := range x {
		d := v - mean
		sums[i%laneCount] += float32(d * d)
	}
	variance := sums.sum() / n
	inverse := 1 / float32(math.Sqrt(float64(variance+eps)))
	gamma, beta = gamma[:len(x)], beta[:len(x)]
	for i, v := range x {
		y := float32((v - mean) * inverse)
		x[i] = float32(y*gamma[i]) + beta[i]
	}
}
