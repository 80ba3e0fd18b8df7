package kernels

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"testing"
)

// each runs a test for every kernel there is here, the plain one included.
func each(t *testing.T, test func(t *testing.T, k *Kernel)) {
	t.Helper()
	for _, k := range Available() {
		t.Run(k.Name(), func(t *testing.T) { test(t, k) })
	}
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// plainKernel is what the others must equal. Its own results are checked
// against float64 or exact references.
func plainKernel() *Kernel { return Available()[0] }

// sameBits reports the first difference between two results. NaNs are equal to
// each other, whatever their bits; zeros of different signs are not.
func sameBits(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if got[i] != got[i] && want[i] != want[i] {
			continue
		}
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s: value %d of %d is %g (%#x), want %g (%#x)", what, i, len(want),
				got[i], math.Float32bits(got[i]), want[i], math.Float32bits(want[i]))
		}
	}
}

func normals(r *rand.Rand, n int, scale float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * scale)
	}
	return x
}

func clone[T any](x []T) []T { return append([]T(nil), x...) }

var (
	nan    = float32(math.NaN())
	inf    = float32(math.Inf(1))
	tiny   = math.Float32frombits(1)
	zero   = float32(0)
	odds   = []float32{nan, inf, -inf, zero, -zero, tiny, -tiny, math.MaxFloat32, -math.MaxFloat32, 0x1p-126, 1, -1, 127, -127, 0.5, 1.5, 2.5, -0.5, -86.99, -87, -87.01}
	shapes = []struct{ rows, in, out int }{
		{1, 4, 1}, {1, 384, 384}, {2, 8, 31}, {3, 12, 32}, {5, 20, 33}, {7, 384, 64}, {11, 36, 65},
		{13, 100, 96}, {16, 768, 32}, {23, 44, 95}, {24, 4, 128}, {25, 384, 2}, {31, 64, 40},
		{48, 384, 96}, {97, 3072, 34}, {200, 2304, 32}, {2, 4096, 32},
	}
)

func TestAvailable(t *testing.T) {
	all := Available()
	if all[0].Name() != "plain" {
		t.Errorf("the first kernel is %q", all[0].Name())
	}
	if Best() != all[len(all)-1] {
		t.Errorf("the best kernel is %q, not the last of %d", Best().Name(), len(all))
	}
	for _, k := range all {
		t.Log(k.Name())
	}
}

// fillings are ways to choose activations and weights: at random, and those
// that make 16-bit sums of two products saturate, were there any.
var fillings = []struct {
	name       string
	activation func(r *rand.Rand, i int) uint8
	weight     func(r *rand.Rand, i int) int8
}{
	{"random", func(r *rand.Rand, _ int) uint8 { return uint8(r.UintN(256)) }, func(r *rand.Rand, _ int) int8 { return int8(r.IntN(255) - 127) }},
	{"high", func(*rand.Rand, int) uint8 { return 255 }, func(*rand.Rand, int) int8 { return 127 }},
	{"low", func(*rand.Rand, int) uint8 { return 255 }, func(*rand.Rand, int) int8 { return -127 }},
	{"least", func(*rand.Rand, int) uint8 { return 255 }, func(*rand.Rand, int) int8 { return -128 }},
	{"zeros", func(*rand.Rand, int) uint8 { return 0 }, func(*rand.Rand, int) int8 { return -127 }},
	{"middle", func(*rand.Rand, int) uint8 { return 128 }, func(r *rand.Rand, _ int) int8 { return int8(r.IntN(255) - 127) }},
	{"corners", func(r *rand.Rand, _ int) uint8 { return []uint8{0, 1, 127, 128, 129, 255}[r.IntN(6)] }, func(r *rand.Rand, _ int) int8 { return []int8{-127, -1, 0, 1, 127}[r.IntN(5)] }},
}

func TestMultiply(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(1)
		for _, s := range shapes {
			for _, f := range fillings {
				x, w := make([]uint8, s.rows*s.in), make([]int8, s.out*s.in)
				for i := range x {
					x[i] = f.activation(r, i)
				}
				for i := range w {
					w[i] = f.weight(r, i)
				}
				const guard = 12345
				size := s.rows * s.out
				sums, scaled := make([]int32, size+1), make([]float32, size+1)
				sums[size], scaled[size] = guard, guard
				rowScale, colScale, bias := normals(r, s.rows, 0.01), normals(r, s.out, 0.01), normals(r, s.out, 1)

				packed := Pack(w, s.out, s.in)
				if out, in := packed.Shape(); out != s.out || in != s.in {
					t.Fatalf("packed weights are %d by %d, want %d by %d", out, in, s.out, s.in)
				}
				k.Multiply(sums, x, s.rows, packed)
				k.MultiplyScaled(scaled, x, rowScale, s.rows, packed, colScale, bias)
				for row := range s.rows {
					for o := range s.out {
						var want int32
						for i := range s.in {
							want += (int32(x[row*s.in+i]) - 128) * int32(w[o*s.in+i])
						}
						at := row*s.out + o
						if sums[at] != want {
							t.Fatalf("%s %v: sum %d of row %d is %d, want %d", f.name, s, o, row, sums[at], want)
						}
						v := float32(float32(want) * rowScale[row])
						v = float32(v * colScale[o])
						v = v + bias[o]
						if math.Float32bits(v) != math.Float32bits(scaled[at]) {
							t.Fatalf("%s %v: value %d of row %d is %g, want %g", f.name, s, o, row, scaled[at], v)
						}
					}
				}
				if sums[size] != guard || scaled[size] != guard {
					t.Fatalf("%s %v: wrote past the end", f.name, s)
				}
			}
		}
	})
}

func TestMultiplyNothing(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		w := Pack(make([]int8, 8), 2, 4)
		k.Multiply(nil, nil, 0, w)
		k.MultiplyScaled(nil, nil, nil, 0, w, nil, nil)
		k.Attend(nil, nil, nil, nil, 0, 48, 1, 16, nil)
		k.Gelu(nil)
		k.Quantise(nil, nil, nil, 0, 16)
	})
}

func TestPanics(t *testing.T) {
	panics := func(name string, f func()) {
		t.Helper()
		defer func() {
			if recover() == nil {
				t.Errorf("%s does not panic", name)
			}
		}()
		f()
	}
	panics("no outputs", func() { Pack(nil, 0, 4) })
	panics("inputs not in fours", func() { Pack(make([]int8, 6), 1, 6) })
	panics("too many inputs", func() { Pack(make([]int8, maxInputs+4), 1, maxInputs+4) })
	panics("too few weights", func() { Pack(make([]int8, 7), 2, 4) })
	for _, k := range Available() {
		w := Pack(make([]int8, 8), 2, 4)
		panics("short sums", func() { k.Multiply(make([]int32, 3), make([]uint8, 8), 2, w) })
		panics("short activations", func() { k.Multiply(make([]int32, 4), make([]uint8, 7), 2, w) })
		panics("short bias", func() {
			k.MultiplyScaled(make([]float32, 4), make([]uint8, 8), make([]float32, 2), 2, w, make([]float32, 2), make([]float32, 1))
		})
		panics("short bytes", func() { k.Quantise(make([]uint8, 31), make([]float32, 2), make([]float32, 32), 2, 16) })
		panics("odd width", func() { k.AddNorm(make([]float32, 20), nil, make([]float32, 20), make([]float32, 20), 1, 20, 1) })
		panics("short residual", func() {
			k.AddNorm(make([]float32, 32), make([]float32, 31), make([]float32, 16), make([]float32, 16), 2, 16, 1)
		})
		panics("short scratch", func() {
			x := make([]float32, 48)
			k.Attend(x, x, x[16:], x[32:], 1, 48, 1, 16, make([]float32, ScratchSize(1, 1, 16)-1))
		})
		panics("short values", func() {
			x := make([]float32, 96)
			k.Attend(x, x, x[16:], x[32:95], 2, 48, 1, 16, make([]float32, ScratchSize(2, 1, 16)))
		})
	}
}

func TestQuantise(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(2)
		for _, width := range []int{1, 7, 15, 16, 17, 31, 32, 100, 384, 768} {
			for _, scale := range []float64{1, 1e-3, 1e20, 1e-33, 1e-42} {
				const rows = 5
				x := normals(r, rows*width, scale)
				// Halves, for a scale of one.
				for i := range width {
					x[i] = float32(r.IntN(255)-127) / 2
				}
				x[r.IntN(width)] = 127
				got, gotScale := make([]uint8, rows*width), make([]float32, rows)
				want, wantScale := make([]uint8, rows*width), make([]float32, rows)
				k.Quantise(got, gotScale, x, rows, width)
				plainKernel().Quantise(want, wantScale, x, rows, width)
				sameBits(t, "scale", gotScale, wantScale)
				if string(got) != string(want) {
					t.Fatalf("width %d, scale %g: bytes differ from the plain ones", width, scale)
				}
				for row := range rows {
					var m float64
					for _, v := range x[row*width : (row+1)*width] {
						m = max(m, math.Abs(float64(v)))
					}
					if m < leastMax {
						m = 0
					}
					if e := math.Abs(float64(gotScale[row])*127 - m); e > m*1e-6 {
						t.Fatalf("width %d: scale is %g for a maximum of %g", width, gotScale[row], m)
					}
					for i, v := range x[row*width : (row+1)*width] {
						q := int(got[row*width+i]) - 128
						y := 0.0
						if m > 0 {
							y = float64(v) / m * 127
						}
						if q < -127 || math.Abs(float64(q)-y) > 0.5+1e-4 {
							t.Fatalf("width %d: %g of %g became %d", width, v, m, q)
						}
						// Exact halves go to the even side.
						if row == 0 && q != int(math.RoundToEven(float64(v))) {
							t.Fatalf("width %d: %g became %d", width, v, q)
						}
					}
				}
			}
		}
	})
}

func TestQuantiseOddValues(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		for _, width := range []int{3, 16, 35} {
			check := func(v float32, wantScale float32, wantByte, wantRest uint8) {
				t.Helper()
				for at := range width {
					x := make([]float32, width)
					for i := range x {
						x[i] = 1
					}
					x[at] = v
					got, scale := make([]uint8, width), make([]float32, 1)
					k.Quantise(got, scale, x, 1, width)
					if scale[0] != wantScale {
						t.Fatalf("with %g the scale is %g, want %g", v, scale[0], wantScale)
					}
					for i, b := range got {
						want := wantRest
						if i == at {
							want = wantByte
						}
						if b != want {
							t.Fatalf("with %g at %d byte %d is %d, want %d", v, at, i, b, want)
						}
					}
				}
			}
			largest := float32(math.MaxFloat32)
			check(nan, 1/float32(127), 128, 255)
			check(inf, largest/127, 255, 128)
			check(-inf, largest/127, 1, 128)
			check(-2, 2/float32(127), 1, 192) // 63.5 to even
			check(0, 1/float32(127), 128, 255)

			x, got, scale := make([]float32, width), make([]uint8, width), []float32{1}
			for _, v := range []float32{0, -zero, nan, tiny, 0x1p-101} {
				for i := range x {
					x[i] = v
				}
				k.Quantise(got, scale, x, 1, width)
				if scale[0] != 0 {
					t.Fatalf("a row of %g has scale %g", v, scale[0])
				}
				for _, b := range got {
					if b != 128 {
						t.Fatalf("a row of %g has byte %d", v, b)
					}
				}
			}
		}
	})
}

func TestExp(t *testing.T) {
	worst := 0.0
	for x := float32(0); x >= expEnd; x -= 0.00037 {
		want := math.Exp(float64(x))
		worst = max(worst, math.Abs(float64(exp(x))-want)/want)
	}
	t.Logf("largest error %.3g of the value", worst)
	if worst > 2e-7 {
		t.Errorf("largest error is %g of the value", worst)
	}
	for _, c := range []struct{ x, want float32 }{{0, 1}, {-zero, 1}, {-87.001, 0}, {-1000, 0}, {-inf, 0}, {-tiny, 1}} {
		if got := exp(c.x); got != c.want {
			t.Errorf("exp(%g) = %g, want %g", c.x, got, c.want)
		}
	}
	if got := exp(nan); got == got {
		t.Errorf("exp(NaN) = %g", got)
	}
}

func TestGelu(t *testing.T) {
	var x []float32
	for v := float32(-20); v < 20; v += 0.00071 {
		x = append(x, v)
	}
	r := newRand(3)
	x = append(x, normals(r, 1000, 1e-6)...)
	x = append(x, normals(r, 1000, 1e6)...)
	for range 20000 {
		x = append(x, math.Float32frombits(r.Uint32()))
	}
	x = append(x, odds...)
	want := clone(x)
	plainKernel().Gelu(want)
	worst := 0.0
	for i, v := range x {
		f := float64(v)
		switch {
		case f != f:
			if want[i] == want[i] {
				t.Fatalf("gelu(NaN) = %g", want[i])
			}
			continue
		case math.IsInf(f, 1):
			if want[i] != v {
				t.Fatalf("gelu(+Inf) = %g", want[i])
			}
			continue
		case math.IsInf(f, -1):
			if want[i] != 0 {
				t.Fatalf("gelu(-Inf) = %g", want[i])
			}
			continue
		}
		exact := f * 0.5 * math.Erfc(-f/math.Sqrt2)
		e := math.Abs(float64(want[i])-exact) / max(1, math.Abs(f))
		worst = max(worst, e)
		if e > 2e-7 {
			t.Fatalf("gelu(%g) = %g, want %g", v, want[i], exact)
		}
	}
	t.Logf("largest error %.3g times max(1, |x|)", worst)
	each(t, func(t *testing.T, k *Kernel) {
		got := clone(x)
		k.Gelu(got)
		sameBits(t, "gelu", got, want)
		for n := range 40 {
			short := clone(x[:n+1])
			k.Gelu(short[:n])
			sameBits(t, "short gelu", short[:n], want[:n])
			if short[n] != x[n] {
				t.Fatalf("gelu of %d values changed the next", n)
			}
		}
	})
}

func TestTanh(t *testing.T) {
	for v := float32(-100); v < 100; v += 0.0013 {
		x := []float32{v}
		Tanh(x)
		want := math.Tanh(float64(v))
		if e := math.Abs(float64(x[0]) - want); e > 3e-7*math.Abs(want)+1e-45 {
			t.Fatalf("tanh(%g) = %g, want %g", v, x[0], want)
		}
	}
	x := []float32{inf, -inf, zero, nan}
	Tanh(x)
	if x[0] != 1 || x[1] != -1 || x[2] != 0 || x[3] == x[3] {
		t.Errorf("tanh of +Inf, -Inf, 0 and NaN is %g", x)
	}
}

func TestLanesSum(t *testing.T) {
	// Lane i and lane i+8 first: 1e8 cancels before anything small is lost.
	var l lanes
	for i := range l {
		l[i] = 1
	}
	l[3], l[11] = 1e8, -1e8
	if got := l.sum(); got != 14 {
		t.Errorf("sum is %g, want 14", got)
	}
}

func TestAddNorm(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(4)
		for _, width := range []int{16, 32, 48, 384, 768, 1040} {
			for _, scale := range []float64{1, 1e-4, 1e4, 0} {
				const rows, eps = 3, 1e-5
				x, residual := normals(r, rows*width, scale), normals(r, rows*width, scale)
				gamma, beta := normals(r, width, 1), normals(r, width, 1)
				for _, add := range [][]float32{residual, nil} {
					got, want := clone(x), clone(x)
					k.AddNorm(got, add, gamma, beta, rows, width, eps)
					plainKernel().AddNorm(want, add, gamma, beta, rows, width, eps)
					sameBits(t, "norm", got, want)
					for row := range rows {
						y := make([]float64, width)
						mean, variance := 0.0, 0.0
						for i := range y {
							y[i] = float64(x[row*width+i])
							if add != nil {
								y[i] += float64(add[row*width+i])
							}
							mean += y[i] / float64(width)
						}
						for _, v := range y {
							variance += (v - mean) * (v - mean) / float64(width)
						}
						for i, v := range y {
							w := (v-mean)/math.Sqrt(variance+eps)*float64(gamma[i]) + float64(beta[i])
							if e := math.Abs(float64(got[row*width+i]) - w); e > 2e-5 {
								t.Fatalf("width %d: value %d is %g, want %g", width, i, got[row*width+i], w)
							}
						}
					}
				}
			}
		}
		// Rows with odd values: the same in all variants, and no other row
		// is touched.
		const width = 48
		for i, v := range odds {
			x, gamma, beta := normals(r, 3*width, 1), normals(r, width, 1), normals(r, width, 1)
			x[width+i] = v
			got, want := clone(x), clone(x)
			k.AddNorm(got, x, gamma, beta, 3, width, 1e-12)
			plainKernel().AddNorm(want, x, gamma, beta, 3, width, 1e-12)
			sameBits(t, fmt.Sprintf("norm with %g", v), got, want)
		}
	})
}

func TestAttend(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(5)
		for _, s := range []struct{ n, heads, size int }{
			{1, 1, 32}, {2, 3, 32}, {7, 2, 64}, {8, 1, 16}, {9, 2, 48}, {15, 2, 32}, {16, 2, 32}, {17, 1, 64},
			{33, 2, 32}, {48, 12, 32}, {63, 1, 32}, {100, 2, 64}, {512, 1, 32}, {512, 1, 64},
		} {
			for _, scale := range []float64{1, 5, 0} {
				width := s.heads * s.size
				stride := 3*width + 5
				x := normals(r, s.n*stride, scale)
				q, key, v := x, x[width:], x[2*width:]
				const guard = 12345
				got, want := make([]float32, s.n*width+1), make([]float32, s.n*width+1)
				got[s.n*width], want[s.n*width] = guard, guard
				scratch := make([]float32, ScratchSize(s.n, s.heads, s.size))
				// What scratch held must not matter.
				for i := range scratch {
					scratch[i] = nan
				}
				k.Attend(got, q, key, v, s.n, stride, s.heads, s.size, scratch)
				plainKernel().Attend(want, q, key, v, s.n, stride, s.heads, s.size, scratch)
				sameBits(t, fmt.Sprint(s), got, want)
				for range 20 {
					i, h := r.IntN(s.n), r.IntN(s.heads)
					exact := attendOne(q, key, v, s.n, stride, i, h, s.size)
					for d, e := range exact {
						if g := float64(got[i*width+h*s.size+d]); math.Abs(g-e) > 2e-5*max(1, scale) {
							t.Fatalf("%v: element %d of head %d of token %d is %g, want %g", s, d, h, i, g, e)
						}
					}
				}
			}
		}
	})
}

// attendOne is attention for one head of one token, in float64.
func attendOne(q, key, v []float32, n, stride, i, head, size int) []float64 {
	scores, largest := make([]float64, n), math.Inf(-1)
	for j := range n {
		for d := range size {
			scores[j] += float64(q[i*stride+head*size+d]) * float64(key[j*stride+head*size+d])
		}
		scores[j] /= math.Sqrt(float64(size))
		largest = max(largest, scores[j])
	}
	var sum float64
	for j := range scores {
		scores[j] = math.Exp(scores[j] - largest)
		sum += scores[j]
	}
	out := make([]float64, size)
	for j, s := range scores {
		for d := range out {
			out[d] += s / sum * float64(v[j*stride+head*size+d])
		}
	}
	return out
}

func TestAttendOddValues(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(6)
		const heads, size, width, stride = 2, 32, 64, 192
		for _, n := range []int{1, 5, 17, 32} {
			for _, v := range odds {
				x := normals(r, n*stride, 1)
				x[r.IntN(len(x))] = v
				x[r.IntN(len(x))] = v
				got, want := make([]float32, n*width), make([]float32, n*width)
				scratch := make([]float32, ScratchSize(n, heads, size))
				k.Attend(got, x, x[width:], x[2*width:], n, stride, heads, size, scratch)
				plainKernel().Attend(want, x, x[width:], x[2*width:], n, stride, heads, size, scratch)
				sameBits(t, fmt.Sprintf("%d tokens with %g", n, v), got, want)
			}
		}
	})
}

func TestSoftmax(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(7)
		for n := 1; n < 70; n++ {
			for _, scale := range []float64{1, 30, 1e10} {
				got := normals(r, roundUp(n), scale)
				for i := n; i < len(got); i++ {
					got[i] = -inf
				}
				want := clone(got)
				k.softmax(got, 0.25)
				softmaxPlain(want, 0.25)
				sameBits(t, "softmax", got, want)
				var sum float64
				for _, p := range got {
					sum += float64(p)
				}
				if math.Abs(sum-1) > 1e-6 {
					t.Fatalf("probabilities of %d add up to %g", n, sum)
				}
			}
		}
	})
}

// TestDigest compares results with those of other processors and compilers: the
// digest must be this one everywhere.
func TestDigest(t *testing.T) {
	const want = 0x4d726d72c6a77f03
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(9)
		// Not normals: those are made by floating-point functions that may
		// themselves differ.
		uniform := func(n int) []float32 {
			x := make([]float32, n)
			for i := range x {
				x[i] = float32(int32(r.Uint32())) / (1 << 29)
			}
			return x
		}
		digest := fnv.New64a()
		add := func(x []float32) {
			for _, v := range x {
				digest.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
			}
		}
		const rows, heads, size, width, out = 21, 2, 32, 64, 3 * 64
		weights := make([]int8, out*width)
		for i := range weights {
			weights[i] = int8(r.IntN(255) - 127)
		}
		w := Pack(weights, out, width)
		x, residual, gamma, beta := uniform(rows*width), uniform(rows*width), uniform(width), uniform(width)
		colScale, bias := uniform(out), uniform(out)
		b, scale := make([]uint8, rows*width), make([]float32, rows)
		y, context := make([]float32, rows*out), make([]float32, rows*width)

		k.AddNorm(x, residual, gamma, beta, rows, width, 1e-12)
		add(x)
		k.Quantise(b, scale, x, rows, width)
		digest.Write(b)
		add(scale)
		for i := range colScale {
			colScale[i] /= 64
		}
		k.MultiplyScaled(y, b, scale, rows, w, colScale, bias)
		add(y)
		k.Attend(context, y, y[width:], y[2*width:], rows, out, heads, size, make([]float32, ScratchSize(rows, heads, size)))
		add(context)
		k.Gelu(y)
		add(y)
		Tanh(context)
		add(context)
		// A digest of nothing but NaNs or zeros would show little.
		if d := y[0] - y[1]; !(d != 0) || d != d {
			t.Errorf("values are %g and %g", y[0], y[1])
		}
		if got := digest.Sum64(); got != want {
			t.Errorf("digest is %#x, want %#x", got, uint64(want))
		}
	})
}

func TestAllocations(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := newRand(8)
		const rows, in, out, heads, size = 17, 48, 40, 1, 16
		w := Pack(make([]int8, out*in), out, in)
		x, b, scale := normals(r, rows*in, 1), make([]uint8, rows*in), make([]float32, rows)
		sums, y := make([]int32, rows*out), make([]float32, rows*out)
		gamma, context := normals(r, in, 1), make([]float32, rows*heads*size)
		scratch := make([]float32, ScratchSize(rows, heads, size))
		if n := testing.AllocsPerRun(10, func() {
			k.Quantise(b, scale, x, rows, in)
			k.Multiply(sums, b, rows, w)
			k.MultiplyScaled(y, b, scale, rows, w, gamma, gamma)
			k.Gelu(y)
			k.AddNorm(x, x, gamma, gamma, rows, in, 1e-5)
			k.Attend(context, x, x[size:], x[2*size:], rows, in, heads, size, scratch)
			Tanh(y)
		}); n != 0 {
			t.Errorf("%g allocations", n)
		}
	})
}
