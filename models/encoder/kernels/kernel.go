// Package kernels holds the arithmetic of a small transformer encoder: 8-bit
// matrix products, layer normalisation, GELU and attention, for one core.
//
// Every function gives the same bits on every processor. Each floating-point
// result is defined as one fixed sequence of IEEE 754 additions,
// multiplications, divisions and square roots in float32, written out in plain
// Go; the assembly does the same operations in the same order, only several at
// a time. Three rules keep it so:
//
//   - no fused multiply-add: assembly multiplies, then adds, and Go code writes
//     float32(a*b) + c, because the language lets a compiler fuse a*b + c and
//     the conversion forbids it;
//   - sums over a row run in 16 interleaved lanes that are then added in a
//     fixed tree (see [lanes.sum]), so that one 16-wide register, two 8-wide
//     ones and sixteen variables all add the same pairs;
//   - products over an inner dimension add up in order of that dimension, one
//     accumulator for each result.
//
// The one thing left open is the payload and sign of a NaN: where one variant
// gives a NaN they all do, but not always the same one.
//
// Matrices are dense and row-major. Functions panic when a slice is too short
// for the shape given, as indexing it would; they allocate nothing, except
// [Pack].
package kernels

//go:generate go -C asm run . -out ../kernels_amd64.s -stubs ../kernels_amd64.go -pkg kernels

// Kernel is one implementation of the functions of this package, made for one
// set of processor instructions. It has no state: any number of goroutines may
// use one at the same time.
type Kernel struct {
	name string
	set  instructions
}

// instructions names the instruction set that a kernel needs.
type instructions uint8

const (
	plain      instructions = iota // Go code, for any processor
	avx2                           // 256-bit vectors
	avx512                         // 512-bit vectors: F, BW, VL, DQ
	avx512vnni                     // the same and VPDPBUSD
)

// Name returns the kernel's name: "plain", "avx2", "avx512" or "avx512vnni".
func (k *Kernel) Name() string { return k.name }

// kernels holds what this processor and its operating system can run, the
// plain kernel first and the fastest last.
var kernels = detect()

// Available returns the kernels that can run here, from the slowest to the
// fastest. The first is always the plain one. All give the same results; to
// choose one other than [Best] is for tests and measurements.
func Available() []*Kernel { return append([]*Kernel(nil), kernels...) }

// Best returns the fastest kernel that can run here.
func Best() *Kernel { return kernels[len(kernels)-1] }

// take returns the first n values of x, and panics if it has fewer, even if
// there is capacity for them: assembly is about to go over them unchecked.
func take[T any](x []T, n int) []T { return x[:n:len(x)] }
