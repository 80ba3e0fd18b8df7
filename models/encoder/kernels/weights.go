package kernels

import (
	"fmt"
	"unsafe"
)

const (
	// panelColumns is how many output columns one panel of packed weights
	// holds: two 16-lane registers of int32 sums.
	panelColumns = 32

	// group is how many consecutive inputs are kept together for a column:
	// what VPDPBUSD multiplies and adds into one 32-bit lane.
	group = 4

	// activationZero is the byte that stands for an activation of zero.
	activationZero = 128

	// maxInputs keeps the sum of inputs*255*128, the largest that can be met
	// before the zero point is taken off, within an int32.
	maxInputs = 1 << 16
)

// Weights is a matrix of 8-bit weights packed for [Kernel.Multiply], in one
// layout for all kernels. It is not changed after [Pack] and may be shared.
//
// The layout is, from the outermost: panels of 32 output columns, groups of 4
// inputs, the 32 columns, the 4 inputs of the group. A panel is read from end
// to end while rows of activations go by. Columns past the last are zero.
type Weights struct {
	out, in int
	data    []int8
	// correction is, for each column, what takes the zero point of the
	// activations off its sum: -128 times the sum of its weights.
	correction []int32
}

// Pack returns the weights w, an out by in matrix in row-major order (a row
// holds what makes one output), in the layout that the kernels read. in must be
// a multiple of 4 and no more than 65536, out positive; Pack panics if they are
// not, or if w does not hold out*in values.
func Pack(w []int8, out, in int) *Weights {
	if out <= 0 || in <= 0 || in%group != 0 || in > maxInputs {
		panic(fmt.Sprintf("kernels: cannot pack %d outputs of %d inputs", out, in))
	}
	if len(w) != out*in {
		panic(fmt.Sprintf("kernels: %d weights for %d outputs of %d inputs", len(w), out, in))
	}
	panels := (out + panelColumns - 1) / panelColumns
	p := &Weights{
		out:        out,
		in:         in,
		data:       alignedBytes(panels * panelColumns * in),
		correction: make([]int32, panels*panelColumns),
	}
	for o := range out {
		row := w[o*in : (o+1)*in]
		at := (o/panelColumns)*panelColumns*in + (o%panelColumns)*group
		var sum int32
		for k := 0; k < in; k += group {
			copy(p.data[at:at+group], row[k:k+group])
			at += panelColumns * group
			sum += int32(row[k]) + int32(row[k+1]) + int32(row[k+2]) + int32(row[k+3])
		}
		p.correction[o] = -activationZero * sum
	}
	return p
}

// Shape returns the numbers of outputs and inputs.
func (w *Weights) Shape() (out, in int) { return w.out, w.in }

// alignedBytes returns n zero bytes that start on a cache line, so that no
// 64-byte load of a panel touches two.
func alignedBytes(n int) []int8 {
	const line = 64
	b := make([]int8, n+line-1)
	skip := -int(uintptr(unsafe.Pointer(&b[0]))) & (line - 1)
	return b[skip : skip+n : skip+n]
}
