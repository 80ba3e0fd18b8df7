package kernels

import "unsafe"

// blockBytes bounds the activations that all panels of weights pass over before
// the next rows are taken: they and one panel should fit a 1 MiB L2 cache.
const blockBytes = 256 << 10

// Multiply computes the product of activations and weights,
//
//	dst[r*out+o] = sum over k of (int32(x[r*in+k])-128) * w[o][k],
//
// exactly. x is rows by in, dst is rows by out, where out and in are the shape
// of w.
func (k *Kernel) Multiply(dst []int32, x []uint8, rows int, w *Weights) {
	if rows <= 0 {
		return
	}
	dst, x = take(dst, rows*w.out), take(x, rows*w.in)
	k.multiply(unsafe.Pointer(&dst[0]), &x[0], nil, rows, w, nil, nil)
}

// MultiplyScaled computes the product that [Kernel.Multiply] does and turns it
// into floating point: with acc the exact sum,
//
//	dst[r*out+o] = (float32(acc)*rowScale[r])*colScale[o] + bias[o],
//
// each operation rounded. x is rows by in, dst is rows by out, rowScale has
// rows values, colScale and bias have out.
func (k *Kernel) MultiplyScaled(dst []float32, x []uint8, rowScale []float32, rows int, w *Weights, colScale, bias []float32) {
	if rows <= 0 {
		return
	}
	dst, x, rowScale = take(dst, rows*w.out), take(x, rows*w.in), take(rowScale, rows)
	colScale, bias = take(colScale, w.out), take(bias, w.out)
	k.multiply(unsafe.Pointer(&dst[0]), &x[0], &rowScale[0], rows, w, &colScale[0], &bias[0])
}

// multiply goes over blocks of rows, then panels of columns, so that a panel
// is read from a near cache for all but the first rows of a block. Without
// colScale, dst takes int32 sums, otherwise scaled float32 values.
func (k *Kernel) multiply(dst unsafe.Pointer, x *uint8, rowScale *float32, rows int, w *Weights, colScale, bias *float32) {
	const size = 4 // bytes of an int32 or a float32
	const tile = 24
	block := max(blockBytes/w.in/tile, 1) * tile
	for first := 0; first < rows; first += block {
		n := min(block, rows-first)
		x := at(x, first*w.in)
		scale := rowScale
		if scale != nil {
			scale = at(scale, first)
		}
		for o := 0; o < w.out; o += panelColumns {
			to := unsafe.Add(dst, (first*w.out+o)*size)
			data, correction := &w.data[o*w.in], &w.correction[o]
			columns := w.out - o
			switch {
			case columns < panelColumns:
				k.partialPanel(to, w.out, x, scale, n, w.in, data, correction, colScale, bias, o, columns)
			case colScale == nil:
				k.panel(to, w.out, x, nil, n, w.in, data, correction, nil, nil)
			default:
				k.panel(to, w.out, x, scale, n, w.in, data, correction, at(colScale, o), at(bias, o))
			}
		}
	}
}

// partialPanel is panel for the last columns of a matrix, fewer than a panel
// holds: it makes a whole panel aside and keeps the columns there are.
func (k *Kernel) partialPanel(dst unsafe.Pointer, stride int, x *uint8, rowScale *float32, rows, in int, data *int8, correction *int32, colScale, bias *float32, first, columns int) {
	const some = 12
	var aside [some * panelColumns]int32
	var scale, add [panelColumns]float32
	var scalePtr, addPtr *float32
	if colScale != nil {
		copy(scale[:columns], unsafe.Slice(at(colScale, first), columns))
		copy(add[:columns], unsafe.Slice(at(bias, first), columns))
		scalePtr, addPtr = &scale[0], &add[0]
	}
	for r := 0; r < rows; r += some {
		n := min(some, rows-r)
		from := rowScale
		if from != nil {
			from = at(from, r)
		}
		k.panel(unsafe.Pointer(&aside[0]), panelColumns, at(x, r*in), from, n, in, data, correction, scalePtr, addPtr)
		for i := range n {
			row := unsafe.Slice((*int32)(unsafe.Add(dst, (r+i)*stride*4)), columns)
			copy(row, aside[i*panelColumns:])
		}
	}
}

// panelPlain computes 32 columns of a product for any number of rows. dst
// points to the first of the columns in rows stride apart, data and the values
// by column to those of the panel. See multiply for the two kinds of dst.
func panelPlain(dst unsafe.Pointer, stride int, x *uint8, rowScale *float32, rows, in int, data *int8, correction *int32, colScale, bias *float32) {
	weights := unsafe.Slice(data, in*panelColumns)
	correct := (*[panelColumns]int32)(unsafe.Pointer(correction))
	for r := range rows {
		acc := *correct
		row := unsafe.Slice(at(x, r*in), in)
		for k := 0; k < in; k += group {
			x0, x1, x2, x3 := int32(row[k]), int32(row[k+1]), int32(row[k+2]), int32(row[k+3])
			w := (*[panelColumns * group]int8)(weights[k*panelColumns:])
			for c := range acc {
				acc[c] += x0*int32(w[c*group]) + x1*int32(w[c*group+1]) +
					x2*int32(w[c*group+2]) + x3*int32(w[c*group+3])
			}
		}
		to := unsafe.Add(dst, r*stride*4)
		if colScale == nil {
			*(*[panelColumns]int32)(to) = acc
			continue
		}
		out := (*[panelColumns]float32)(to)
		scale, add := (*[panelColumns]float32)(unsafe.Pointer(colScale)), (*[panelColumns]float32)(unsafe.Pointer(bias))
		rs := *at(rowScale, r)
		for c := range acc {
			v := float32(float32(acc[c]) * rs)
			out[c] = float32(v*scale[c]) + add[c]
		}
	}
}

// at returns the address of the i-th value from p on.
func at[T any](p *T, i int) *T {
	return (*T)(unsafe.Add(unsafe.Pointer(p), i*int(unsafe.Sizeof(*p))))
}
