package encoder

import (
	"fmt"

	"hustings/models/encoder/kernels"
)

// Sequence is what is read together: pieces of one window of text, in order, [CLS] and [SEP] among them.
type Sequence struct {
	IDs []int32
	// Segments and Shapes are the kind and the case of each piece; nil means 0 for all.
	Segments, Shapes []uint8
}

// Reader reads with a model and has the memory for it. It is for one goroutine. In steady state it allocates nothing.
type Reader struct {
	m       *Model
	kernel  *kernels.Kernel
	states  []float32
	bytes   []uint8   // activations in 8 bits
	scales  []float32 // of their rows
	wide    []float32 // queries, keys and values, or the feed-forward part
	mixed   []float32 // what attention or the feed-forward part gives
	scratch []float32
}

// NewReader makes a reader. It takes some megabytes.
func (m *Model) NewReader() *Reader { return &Reader{m: m, kernel: m.kernel} }

// rows is the number of pieces that go through a layer together, more only if a sequence is longer: few enough that their
// activations stay in the cache, enough that each weight that is fetched is used often.
const rows = 192

// Encode gives the states of all pieces: Config().Width values for each, sequence after sequence. They are the reader's,
// and good until its next call. It panics if a sequence is longer than Config().Longest, has a number that is out of range,
// or if its slices differ in length: a caller makes sequences, not a user.
func (r *Reader) Encode(sequences []Sequence) []float32 {
	total := 0
	for _, s := range sequences {
		total += len(s.IDs)
	}
	d := r.m.config.Width
	r.states = grow(r.states, total*d)
	done := 0
	for from := 0; from < len(sequences); {
		to, n := from, 0
		for to < len(sequences) && (to == from || n+len(sequences[to].IDs) <= rows) {
			n += len(sequences[to].IDs)
			to++
		}
		if n > 0 {
			r.group(r.states[done*d:(done+n)*d], sequences[from:to], n)
		}
		done += n
		from = to
	}
	return r.states
}

// group takes some sequences with n pieces through all layers.
func (r *Reader) group(x []float32, sequences []Sequence, n int) {
	c, k := r.m.config, r.kernel
	r.wide = grow(r.wide, n*max(3*c.Width, c.Feed))
	r.mixed = grow(r.mixed, n*c.Width)
	r.bytes = grow(r.bytes, n*max(c.Width, c.Feed))
	r.scales = grow(r.scales, n)
	at := 0
	for i := range sequences {
		r.embed(x[at*c.Width:], &sequences[i])
		at += len(sequences[i].IDs)
	}
	k.AddNorm(x, nil, r.m.norm.gamma, r.m.norm.beta, n, c.Width, epsilon)
	for i := range r.m.layers {
		l := &r.m.layers[i]
		r.product(r.wide, x, n, &l.in)
		r.attend(sequences)
		r.quantise(r.mixed, n, c.Width)
		r.multiply(r.mixed, n, &l.out)
		k.AddNorm(x, r.mixed, l.attentionNorm.gamma, l.attentionNorm.beta, n, c.Width, epsilon)
		r.product(r.wide, x, n, &l.up)
		k.Gelu(r.wide[:n*c.Feed])
		r.product(r.mixed, r.wide, n, &l.down)
		k.AddNorm(x, r.mixed, l.feedNorm.gamma, l.feedNorm.beta, n, c.Width, epsilon)
	}
}

// embed gives the sum of a piece's embeddings, in a fixed order.
func (r *Reader) embed(x []float32, s *Sequence) {
	m, d := r.m, r.m.config.Width
	if len(s.IDs) > m.config.Longest || s.Segments != nil && len(s.Segments) != len(s.IDs) || s.Shapes != nil && len(s.Shapes) != len(s.IDs) {
		panic(fmt.Sprintf("encoder: a sequence of %d pieces with %d segments and %d shapes", len(s.IDs), len(s.Segments), len(s.Shapes)))
	}
	for i, id := range s.IDs {
		segment, shape := 0, 0
		if s.Segments != nil {
			segment = int(s.Segments[i])
		}
		if s.Shapes != nil && m.shape != nil {
			shape = int(s.Shapes[i])
		}
		row, word, scale := x[i*d:(i+1)*d], m.word[int(id)*d:(int(id)+1)*d], m.wordScale[id]
		position, kind := m.position[i*d:(i+1)*d], m.segment[segment*d:(segment+1)*d]
		for j, w := range word {
			row[j] = float32(float32(w)*scale) + position[j] + kind[j]
		}
		if m.shape != nil {
			for j, v := range m.shape[shape*d : (shape+1)*d] {
				row[j] += v
			}
		}
	}
}

// attend mixes the values of each sequence by itself, from wide into mixed.
func (r *Reader) attend(sequences []Sequence) {
	c := r.m.config
	d, size := c.Width, c.Width/c.Heads
	at := 0
	for i := range sequences {
		n := len(sequences[i].IDs)
		if n == 0 {
			continue
		}
		r.scratch = grow(r.scratch, kernels.ScratchSize(n, c.Heads, size))
		in := r.wide[3*d*at:]
		r.kernel.Attend(r.mixed[d*at:], in, in[d:], in[2*d:], n, 3*d, c.Heads, size, r.scratch)
		at += n
	}
}

// product rounds rows of x and multiplies them.
func (r *Reader) product(dst, x []float32, n int, d *dense) {
	_, in := d.weights.Shape()
	r.quantise(x, n, in)
	r.multiply(dst, n, d)
}

func (r *Reader) quantise(x []float32, n, width int) {
	r.bytes, r.scales = grow(r.bytes, n*width), grow(r.scales, n)
	r.kernel.Quantise(r.bytes, r.scales, x, n, width)
}

func (r *Reader) multiply(dst []float32, n int, d *dense) {
	r.kernel.MultiplyScaled(dst, r.bytes, r.scales, n, d.weights, d.scale, d.bias)
}

// Apply gives h.Outputs() values for each of the rows of x, as many as dst has room for. dst and x must not overlap.
func (r *Reader) Apply(h *Head, dst, x []float32) {
	if n := len(dst) / h.Outputs(); n > 0 {
		r.product(dst, x, n, &h.dense)
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}
