package kernels

import (
	"fmt"
	"math"
)

// queryBlock is how many queries have their scores in scratch at a time.
const queryBlock = 8

// Attend computes self-attention over one sequence of n tokens, for each head:
//
//	dst[i] = sum over j of softmax(q[i]·k[j]/sqrt(size))[j] * v[j].
//
// q, k and v start at the first head of the first token; tokens are stride
// values apart and heads size values, so that they may be views into one
// matrix of 3*heads*size columns. dst is n by heads*size. size must be a
// multiple of 16. scratch needs [ScratchSize] values and its contents do not
// matter.
//
// A score adds up over the elements of a head in order and is then multiplied
// by 1/sqrt(size). The softmax subtracts the largest score, sums the
// exponentials in 16 lanes and multiplies them by the inverse of the sum. The
// result adds up over tokens in order. A NaN in a query, or in any key of the
// sequence, makes that query's result NaN.
func (k *Kernel) Attend(dst, q, key, v []float32, n, stride, heads, size int, scratch []float32) {
	if n <= 0 {
		return
	}
	if size <= 0 || size%laneCount != 0 || heads <= 0 || stride < heads*size {
		panic(fmt.Sprintf("kernels: cannot attend with %d heads of %d, stride %d", heads, size, stride))
	}
	width := heads * size
	need := (n-1)*stride + width
	dst, q, key, v = take(dst, n*width), take(q, need), take(key, need), take(v, need)
	padded := roundUp(n)
	scratch = take(scratch, ScratchSize(n, heads, size))
	transposed, scores := scratch[:size*padded], scratch[size*padded:]
	scale := 1 / float32(math.Sqrt(float64(size)))
	for h := range heads {
		head := h * size
		k.transpose(transposed, padded, key[head:], stride, n, size)
		for i := 0; i < n; i += queryBlock {
			rows := min(queryBlock, n-i)
			k.product(scores, padded, q[i*stride+head:], stride, transposed, padded, rows, size, padded)
			for r := range rows {
				row := scores[r*padded : (r+1)*padded]
				// Scores past the last token must not count.
				for j := n; j < padded; j++ {
					row[j] = float32(math.Inf(-1))
				}
				k.softmax(row, scale)
			}
			k.product(dst[i*width+head:], width, scores, padded, v[head:], stride, rows, n, size)
		}
	}
}

// ScratchSize returns how many values of scratch [Kernel.Attend] needs: one
// head's keys, transposed, and the scores of some queries.
func ScratchSize(n, heads, size int) int {
	return (size + queryBlock) * roundUp(n)
}

// roundUp returns the least multiple of 16 that is not below n.
func roundUp(n int) int { return (n + laneCount - 1) &^ (laneCount - 1) }

// transposePlain writes the n by size matrix src, with rows lds apart, to dst
// as size by n with rows ldd apart, and zeros the columns from n to ldd.
func transposePlain(dst []float32, ldd int, src []float32, lds, n, size int) {
	for d := range size {
		row := dst[d*ldd : (d+1)*ldd]
		for j := range n {
			row[j] = src[j*lds+d]
		}
		clear(row[n:])
	}
}

// productPlain computes c = a b, with a rows by inner, b inner by columns, and
// lda, ldb and ldc the distances between rows. columns is a multiple of 16.
// Each result adds up from zero over the inner dimension in order.
func productPlain(c []float32, ldc int, a []float32, lda int, b []float32, ldb, rows, inner, columns int) {
	for r := range rows {
		for first := 0; first < columns; first += laneCount {
			var acc lanes
			for i := range inner {
				f := a[r*lda+i]
				row := (*lanes)(b[i*ldb+first:])
				for j := range acc {
					acc[j] += float32(f * row[j])
				}
			}
			*(*lanes)(c[r*ldc+first:]) = acc
		}
	}
}

// softmaxPlain replaces x times scale by its softmax. len(x) is a multiple of
// 16 and padding is minus infinity.
func softmaxPlain(x []float32, scale float32) {
	m := float32(math.Inf(-1))
	for i, v := range x {
		v = float32(v * scale)
		x[i] = v
		if v > m {
			m = v
		}
	}
	var sums lanes
	for i, v := range x {
		e := exp(v - m)
		x[i] = e
		sums[i%laneCount] += e
	}
	inverse := 1 / sums.sum()
	for i, v := range x {
		x[i] = float32(v * inverse)
	}
}
