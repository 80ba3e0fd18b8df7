package kernels

import (
	"fmt"
	"testing"
)

// eachBench runs a benchmark for every kernel there is here.
func eachBench(b *testing.B, name string, bench func(b *testing.B, k *Kernel)) {
	for _, k := range Available() {
		b.Run(name+"/"+k.Name(), func(b *testing.B) { bench(b, k) })
	}
}

// report adds how many billion of the operations given are done in a second.
func report(b *testing.B, operations int, unit string) {
	b.ReportMetric(float64(operations)*float64(b.N)/b.Elapsed().Seconds()/1e9, unit)
	b.ReportMetric(0, "ns/op")
}

// perElement adds the time an element takes.
func perElement(b *testing.B, elements int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(elements), "ns/element")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkMultiplyScaled(b *testing.B) {
	for _, s := range []struct{ rows, in, out int }{
		{1, 384, 1536}, {16, 384, 1536}, {48, 384, 1536}, {384, 384, 1536}, {48, 1536, 384}, {384, 1536, 384}, {48, 768, 3072}, {384, 768, 3072}, {1000, 3072, 768},
	} {
		eachBench(b, fmt.Sprintf("%dx%dx%d", s.rows, s.in, s.out), func(b *testing.B, k *Kernel) {
			r := newRand(1)
			x, weights := make([]uint8, s.rows*s.in), make([]int8, s.out*s.in)
			for i := range x {
				x[i] = uint8(r.UintN(256))
			}
			for i := range weights {
				weights[i] = int8(r.IntN(255) - 127)
			}
			w := Pack(weights, s.out, s.in)
			dst := make([]float32, s.rows*s.out)
			rowScale, colScale, bias := normals(r, s.rows, 1), normals(r, s.out, 1), normals(r, s.out, 1)
			for b.Loop() {
				k.MultiplyScaled(dst, x, rowScale, s.rows, w, colScale, bias)
			}
			report(b, 2*s.rows*s.in*s.out, "GOP/s")
		})
	}
}

func BenchmarkGelu(b *testing.B) {
	eachBench(b, "48x1536", func(b *testing.B, k *Kernel) {
		from := normals(newRand(1), 48*1536, 1)
		x := clone(from)
		for b.Loop() {
			// Again and again on its own results would end in denormals.
			copy(x, from)
			k.Gelu(x)
		}
		perElement(b, len(x))
	})
}

func BenchmarkQuantise(b *testing.B) {
	eachBench(b, "48x384", func(b *testing.B, k *Kernel) {
		x := normals(newRand(1), 48*384, 1)
		dst, scale := make([]uint8, len(x)), make([]float32, 48)
		for b.Loop() {
			k.Quantise(dst, scale, x, 48, 384)
		}
		perElement(b, len(x))
	})
}

func BenchmarkAddNorm(b *testing.B) {
	eachBench(b, "48x384", func(b *testing.B, k *Kernel) {
		r := newRand(1)
		x, residual := normals(r, 48*384, 1), normals(r, 48*384, 1)
		gamma, beta := normals(r, 384, 1), normals(r, 384, 1)
		for b.Loop() {
			k.AddNorm(x, residual, gamma, beta, 48, 384, 1e-12)
		}
		perElement(b, len(x))
	})
}

func BenchmarkAttend(b *testing.B) {
	for _, s := range []struct{ n, heads, size int }{{16, 12, 32}, {48, 12, 32}, {48, 12, 64}, {512, 12, 32}, {512, 12, 64}} {
		eachBench(b, fmt.Sprintf("%dx%dx%d", s.n, s.heads, s.size), func(b *testing.B, k *Kernel) {
			width := s.heads * s.size
			x := normals(newRand(1), s.n*3*width, 1)
			dst, scratch := make([]float32, s.n*width), make([]float32, ScratchSize(s.n, s.heads, s.size))
			for b.Loop() {
				k.Attend(dst, x, x[width:], x[2*width:], s.n, 3*width, s.heads, s.size, scratch)
			}
			report(b, 4*s.n*s.n*width, "GFLOP/s")
		})
	}
}
