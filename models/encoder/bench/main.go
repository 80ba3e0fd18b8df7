// Command bench measures the encoder on this machine, one core: pieces of text a second with each kernel, and how many
// times as fast that is as the products of the same layers alone in float32 by gonum's Gemm. All are measured in turns, in
// one run; the median of the turns counts.
package main

import (
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"

	"hustings/models/accurate"
	"hustings/models/encoder"
	"hustings/models/encoder/kernels"
)

const (
	length = 48 // pieces of a sequence
	batch  = 8  // sequences
	turns  = 7
)

func main() {
	log.SetFlags(0)
	runtime.GOMAXPROCS(1)
	small, err := encoder.Random(encoder.Config{Pieces: 1000, Width: 384, Layers: 6, Heads: 12, Feed: 1536, Segments: 2, Longest: 512})
	if err != nil {
		log.Fatal(err)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "model\tkernel\tpieces/s\tGOP/s\ttimes gonum's Gemm\n")
	for _, x := range []struct {
		name  string
		model *encoder.Model
	}{{"6 layers of 384", small}, {"12 layers of 768 (accurate)", accurate.Load().Encoder()}} {
		measure(w, x.name, x.model)
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

func measure(w *tabwriter.Writer, name string, m *encoder.Model) {
	c := m.Config()
	perPiece := 2 * float64(c.Layers) * float64(4*c.Width*c.Width+2*c.Width*c.Feed) // operations of the products
	sequences := make([]encoder.Sequence, batch)
	for i := range sequences {
		for range length {
			sequences[i].IDs = append(sequences[i].IDs, rand.Int32N(int32(c.Pieces)))
		}
	}
	names, run := []string{}, []func(){}
	for _, k := range kernels.Available() {
		r := m.On(k).NewReader()
		names, run = append(names, k.Name()), append(run, func() { r.Encode(sequences) })
	}
	names, run = append(names, "gonum"), append(run, products(c))
	rates := make([][]float64, len(run))
	for range turns {
		for i, f := range run {
			n, start := 0, time.Now()
			for n == 0 || time.Since(start) < 200*time.Millisecond {
				f()
				n++
			}
			rates[i] = append(rates[i], float64(n*batch*length)/time.Since(start).Seconds())
		}
	}
	median := func(v []float64) float64 {
		v = slices.Clone(v)
		slices.Sort(v)
		return v[len(v)/2]
	}
	base := median(rates[len(rates)-1])
	for i, v := range rates {
		fmt.Fprintf(w, "%s\t%s\t%.0f\t%.1f\t%.2f\n", name, names[i], median(v), median(v)*perPiece/1e9, median(v)/base)
	}
}

// products are the matrix products of all layers, by gonum.
func products(c encoder.Config) func() {
	matrix := func(rows, columns int) blas32.General {
		m := blas32.General{Rows: rows, Cols: columns, Stride: columns, Data: make([]float32, rows*columns)}
		for i := range m.Data {
			m.Data[i] = rand.Float32() - 0.5
		}
		return m
	}
	n := batch * length
	x, wide, mixed, feed := matrix(n, c.Width), matrix(n, 3*c.Width), matrix(n, c.Width), matrix(n, c.Feed)
	in, out, up, down := matrix(3*c.Width, c.Width), matrix(c.Width, c.Width), matrix(c.Feed, c.Width), matrix(c.Width, c.Feed)
	return func() {
		for range c.Layers {
			blas32.Gemm(blas.NoTrans, blas.Trans, 1, x, in, 0, wide)
			blas32.Gemm(blas.NoTrans, blas.Trans, 1, x, out, 0, mixed)
			blas32.Gemm(blas.NoTrans, blas.Trans, 1, x, up, 0, feed)
			blas32.Gemm(blas.NoTrans, blas.Trans, 1, feed, down, 0, mixed)
		}
	}
}
