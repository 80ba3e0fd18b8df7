//go:build !amd64

package kernels

import "unsafe"

// detect returns the plain kernel alone: there is no assembly for this
// processor.
func detect() []*Kernel { return []*Kernel{{"plain", plain}} }

func (k *Kernel) panel(dst unsafe.Pointer, stride int, x *uint8, rowScale *float32, rows, in int, data *int8, correction *int32, colScale, bias *float32) {
	panelPlain(dst, stride, x, rowScale, rows, in, data, correction, colScale, bias)
}

func (k *Kernel) maxMagnitude(x []float32) float32 { return maxMagnitudePlain(x) }

func (k *Kernel) quantiseRow(dst []uint8, x []float32, inverse float32) {
	quantiseRowPlain(dst, x, inverse)
}

func (k *Kernel) gelu(x []float32) { geluPlain(x) }

func (k *Kernel) normRow(x, residual, gamma, beta []float32, eps float32) {
	normRowPlain(x, residual, gamma, beta, eps)
}

func (k *Kernel) transpose(dst []float32, ldd int, src []float32, lds, n, size int) {
	transposePlain(dst, ldd, src, lds, n, size)
}

func (k *Kernel) product(c []float32, ldc int, a []float32, lda int, b []float32, ldb, rows, inner, columns int) {
	productPlain(c, ldc, a, lda, b, ldb, rows, inner, columns)
}

func (k *Kernel) softmax(x []float32, scale float32) { softmaxPlain(x, scale) }
