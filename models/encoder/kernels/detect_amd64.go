package kernels

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// detect returns the kernels that the processor can run and whose registers
// the operating system saves, which the cpu package checks too.
func detect() []*Kernel {
	found := []*Kernel{{"plain", plain}}
	if !cpu.X86.HasAVX2 {
		return found
	}
	found = append(found, &Kernel{"avx2", avx2})
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ {
		found = append(found, &Kernel{"avx512", avx512})
		if cpu.X86.HasAVX512VNNI {
			found = append(found, &Kernel{"avx512vnni", avx512vnni})
		}
	}
	return found
}

// The methods below choose the routine for a kernel. They are switches rather
// than variables holding functions so that the compiler sees what is called,
// and that no argument escapes.

func (k *Kernel) panel(dst unsafe.Pointer, stride int, x *uint8, rowScale *float32, rows, in int, data *int8, correction *int32, colScale, bias *float32) {
	switch k.set {
	case avx512vnni:
		panelAVX512VNNI((*float32)(dst), stride, x, rowScale, rows, in, data, correction, colScale, bias)
	case avx512:
		panelAVX512((*float32)(dst), stride, x, rowScale, rows, in, data, correction, colScale, bias)
	case avx2:
		panelAVX2((*float32)(dst), stride, x, rowScale, rows, in, data, correction, colScale, bias)
	default:
		panelPlain(dst, stride, x, rowScale, rows, in, data, correction, colScale, bias)
	}
}

func (k *Kernel) maxMagnitude(x []float32) float32 {
	switch k.set {
	case avx512vnni, avx512:
		return maxMagnitudeAVX512(&x[0], len(x))
	case avx2:
		return maxMagnitudeAVX2(&x[0], len(x))
	default:
		return maxMagnitudePlain(x)
	}
}

func (k *Kernel) quantiseRow(dst []uint8, x []float32, inverse float32) {
	switch k.set {
	case avx512vnni, avx512:
		quantiseRowAVX512(&dst[0], &x[0], len(x), inverse)
	case avx2:
		quantiseRowAVX2(&dst[0], &x[0], len(x), inverse)
	default:
		quantiseRowPlain(dst, x, inverse)
	}
}

func (k *Kernel) gelu(x []float32) {
	switch k.set {
	case avx512vnni, avx512:
		geluAVX512(&x[0], len(x))
	case avx2:
		geluAVX2(&x[0], len(x))
	default:
		geluPlain(x)
	}
}

func (k *Kernel) normRow(x, residual, gamma, beta []float32, eps float32) {
	var add *float32
	if residual != nil {
		add = &residual[0]
	}
	switch k.set {
	case avx512vnni, avx512:
		normRowAVX512(&x[0], add, &gamma[0], &beta[0], len(x), float32(len(x)), eps)
	case avx2:
		normRowAVX2(&x[0], add, &gamma[0], &beta[0], len(x), float32(len(x)), eps)
	default:
		normRowPlain(x, residual, gamma, beta, eps)
	}
}

func (k *Kernel) transpose(dst []float32, ldd int, src []float32, lds, n, size int) {
	if k.set == plain {
		transposePlain(dst, ldd, src, lds, n, size)
		return
	}
	const block = 8
	whole := n &^ (block - 1)
	if whole > 0 {
		transposeAVX2(&dst[0], ldd, &src[0], lds, whole, size)
	}
	if whole < ldd {
		// What is left is less than a block and the padding.
		for d := range size {
			row := dst[d*ldd+whole : (d+1)*ldd]
			for j := range row {
				row[j] = 0
				if whole+j < n {
					row[j] = src[(whole+j)*lds+d]
				}
			}
		}
	}
}

func (k *Kernel) product(c []float32, ldc int, a []float32, lda int, b []float32, ldb, rows, inner, columns int) {
	switch k.set {
	case avx512vnni, avx512:
		productAVX512(&c[0], ldc, &a[0], lda, &b[0], ldb, rows, inner, columns)
	case avx2:
		productAVX2(&c[0], ldc, &a[0], lda, &b[0], ldb, rows, inner, columns)
	default:
		productPlain(c, ldc, a, lda, b, ldb, rows, inner, columns)
	}
}

func (k *Kernel) softmax(x []float32, scale float32) {
	switch k.set {
	case avx512vnni, avx512:
		softmaxAVX512(&x[0], len(x), scale)
	case avx2:
		softmaxAVX2(&x[0], len(x), scale)
	default:
		softmaxPlain(x, scale)
	}
}
