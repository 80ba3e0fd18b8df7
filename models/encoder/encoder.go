// Package encoder runs transformer encoders of the BERT type (Devlin et al. 2019) on ordinary processors: pieces of text in,
// a state for each piece out, and linear heads on those states.
//
// Weights are 8-bit whole numbers with a scale for each output, activations 8-bit whole numbers with a scale for each row
// (both symmetric, rounded to nearest), and their products are summed exactly. What remains in floating point is done in a
// fixed order. So a model gives the same bits on every processor; see package kernels.
//
// A model is loaded with [Load] from a file of this project, which holds everything (weights, vocabulary, heads), or with
// [Convert] from a published BERT in safetensors, whose weights are rounded on the way:
//
//	m, err := encoder.Convert(data, vocabulary, encoder.Published{Heads: 12, Lowercase: true})
//	r := m.NewReader()
//	states := r.Encode([]encoder.Sequence{{IDs: ids}}) // one row of m.Config().Width values for each piece
//
// Sequences of a call are laid end to end, not padded: a piece costs the same in any company, and its state does not depend
// on the other sequences.
package encoder

import (
	"encoding/json"
	"fmt"
	"strings"

	"hustings/models/encoder/kernels"
	"hustings/models/encoder/safetensors"
	"hustings/models/encoder/wordpiece"
)

// Config is the shape of an encoder.
type Config struct {
	Pieces   int  `json:"pieces"`   // in the vocabulary
	Width    int  `json:"width"`    // of a state; a multiple of 16 for each head
	Layers   int  `json:"layers"`   //
	Heads    int  `json:"heads"`    // of attention
	Feed     int  `json:"feed"`     // width inside the feed-forward part
	Segments int  `json:"segments"` // kinds of pieces that a caller can tell apart
	Shapes   int  `json:"shapes"`   // of words' case; 0 if the model does not see them
	Longest  int  `json:"longest"`  // pieces of a sequence, at most
	Cased    bool `json:"cased"`    // the vocabulary has capitals
}

// epsilon is what BERT adds to a variance.
const epsilon = 1e-12

// Model is an encoder with its vocabulary and heads. It is not changed after loading and may be shared.
type Model struct {
	config    Config
	tokenizer *wordpiece.Tokenizer
	word      []int8 // pieces × width
	wordScale []float32
	position  []float32 // longest × width
	segment   []float32
	shape     []float32
	norm      norm
	layers    []layer
	heads     map[string]*Head
	metadata  map[string]string
	kernel    *kernels.Kernel
}

type norm struct{ gamma, beta []float32 }

type layer struct {
	in            dense // query, key and value, one after the other
	out           dense
	attentionNorm norm
	up, down      dense
	feedNorm      norm
}

// dense is a product with weights and a bias.
type dense struct {
	weights *kernels.Weights
	scale   []float32 // of each output
	bias    []float32
}

// Config tells the model's shape.
func (m *Model) Config() Config { return m.config }

// Tokenizer splits text into the model's pieces.
func (m *Model) Tokenizer() *wordpiece.Tokenizer { return m.tokenizer }

// Metadata is what a stored model's file tells further, by key; "" if it tells nothing.
func (m *Model) Metadata(key string) string { return m.metadata[key] }

// Head is a linear function of a state.
type Head struct{ dense }

// Outputs is the number of values that the head gives.
func (h *Head) Outputs() int { return len(h.bias) }

// Head returns a head by its name.
func (m *Model) Head(name string) (*Head, error) {
	h := m.heads[name]
	if h == nil {
		return nil, fmt.Errorf("encoder: the model has no head %q", name)
	}
	return h, nil
}

// On returns the model for a given kernel, for tests and measurements; a loaded model uses the fastest one.
func (m *Model) On(k *kernels.Kernel) *Model {
	other := *m
	other.kernel = k
	return &other
}

// Load reads a file in this project's form: 8-bit weights with scales, and the shape and vocabulary as metadata. The model
// keeps parts of data.
func Load(data []byte) (*Model, error) {
	f, err := safetensors.Read(data)
	if err != nil {
		return nil, fmt.Errorf("encoder: %w", err)
	}
	var c Config
	if err := json.Unmarshal([]byte(f.Metadata["config"]), &c); err != nil {
		return nil, fmt.Errorf("encoder: config: %w", err)
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	m, err := build(c, strings.Split(f.Metadata["vocabulary"], "\n"), &rounded{f})
	if err != nil {
		return nil, err
	}
	m.metadata = f.Metadata
	return m, nil
}

func (c Config) check() error {
	for _, x := range []struct {
		name        string
		value, most int
	}{{"pieces", c.Pieces, 1 << 20}, {"width", c.Width, 4096}, {"layers", c.Layers, 64}, {"heads", c.Heads, 64}, {"feed", c.Feed, 16384},
		{"segments", c.Segments, 256}, {"longest", c.Longest, 512}} {
		if x.value < 1 || x.value > x.most {
			return fmt.Errorf("encoder: %s %d: must be from 1 to %d", x.name, x.value, x.most)
		}
	}
	if c.Shapes < 0 || c.Shapes > 256 {
		return fmt.Errorf("encoder: shapes %d: must be from 0 to 256", c.Shapes)
	}
	if c.Width%(16*c.Heads) != 0 || c.Feed%16 != 0 {
		return fmt.Errorf("encoder: width %d with %d heads and feed %d: a head must be a multiple of 16 wide, and so must feed", c.Width, c.Heads, c.Feed)
	}
	return nil
}

// weights are tensors as build takes them.
type weights interface {
	floats(name string, values int) ([]float32, error)
	matrix(name string, rows, columns int) (w []int8, scale []float32, err error)
	heads() map[string][2]int // outputs and inputs by name
}

func build(c Config, vocabulary []string, from weights) (*Model, error) {
	m := &Model{config: c, heads: map[string]*Head{}, kernel: kernels.Best()}
	if len(vocabulary) != c.Pieces {
		return nil, fmt.Errorf("encoder: %d pieces in the vocabulary, %d in the model", len(vocabulary), c.Pieces)
	}
	l := loader{from: from}
	var err error
	if m.tokenizer, err = wordpiece.New(vocabulary, wordpiece.Options{Lowercase: !c.Cased}); err != nil {
		return nil, fmt.Errorf("encoder: %w", err)
	}
	d := c.Width
	m.word, m.wordScale = l.matrix("embeddings.word", c.Pieces, d)
	m.position = l.floats("embeddings.position", c.Longest*d)
	m.segment = l.floats("embeddings.segment", c.Segments*d)
	if c.Shapes > 0 {
		m.shape = l.floats("embeddings.shape", c.Shapes*d)
	}
	m.norm = l.norm("embeddings.norm", d)
	for i := range c.Layers {
		at := func(name string) string { return fmt.Sprintf("layer.%d.%s", i, name) }
		m.layers = append(m.layers, layer{
			in:            l.dense(d, d, at("attention.query"), at("attention.key"), at("attention.value")),
			out:           l.dense(d, d, at("attention.output")),
			attentionNorm: l.norm(at("attention.norm"), d),
			up:            l.dense(c.Feed, d, at("feed.in")),
			down:          l.dense(d, c.Feed, at("feed.out")),
			feedNorm:      l.norm(at("feed.norm"), d),
		})
	}
	for name, shape := range from.heads() {
		if shape[0] < 1 || shape[1] < 4 || shape[1]%4 != 0 {
			return nil, fmt.Errorf("encoder: head %q: %d × %d: inputs must be a multiple of 4", name, shape[0], shape[1])
		}
		m.heads[name] = &Head{l.dense(shape[0], shape[1], "head."+name)}
	}
	if l.err != nil {
		return nil, fmt.Errorf("encoder: %w", l.err)
	}
	return m, nil
}

// loader keeps the first error.
type loader struct {
	from weights
	err  error
}

func (l *loader) floats(name string, values int) []float32 {
	v, err := l.from.floats(name, values)
	l.keep(err)
	return v
}

func (l *loader) matrix(name string, rows, columns int) ([]int8, []float32) {
	w, scale, err := l.from.matrix(name, rows, columns)
	l.keep(err)
	return w, scale
}

func (l *loader) norm(name string, width int) norm {
	return norm{l.floats(name+".weight", width), l.floats(name+".bias", width)}
}

// dense joins matrices of the same shape, one below the other.
func (l *loader) dense(out, in int, names ...string) dense {
	var d dense
	var all []int8
	for _, name := range names {
		w, scale := l.matrix(name+".weight", out, in)
		all, d.scale, d.bias = append(all, w...), append(d.scale, scale...), append(d.bias, l.floats(name+".bias", out)...)
	}
	if l.err == nil {
		d.weights = kernels.Pack(all, len(names)*out, in)
	}
	return d
}

func (l *loader) keep(err error) {
	if l.err == nil {
		l.err = err
	}
}

// rounded are the tensors of a file in this project's form.
type rounded struct{ file *safetensors.File }

func (r *rounded) floats(name string, values int) ([]float32, error) {
	return floats(r.file, name, values)
}

func (r *rounded) matrix(name string, rows, columns int) ([]int8, []float32, error) {
	if t, err := r.file.Tensor(name + ".four"); err == nil {
		w, err := r.four(t, name, rows, columns)
		if err != nil {
			return nil, nil, err
		}
		scale, err := r.floats(name+".scale", rows)
		return w, scale, err
	}
	t, err := r.file.Tensor(name)
	if err != nil {
		return nil, nil, err
	}
	if len(t.Shape) != 2 || t.Shape[0] != rows || t.Shape[1] != columns {
		return nil, nil, fmt.Errorf("tensor %q: shape %v: want %d × %d", name, t.Shape, rows, columns)
	}
	w, err := t.Int8s()
	if err != nil {
		return nil, nil, err
	}
	scale, err := r.floats(name+".scale", rows)
	return w, scale, err
}

// group is the number of 4-bit weights that share a multiplier.
const group = 32

// four reads weights of 4 bits: two to a byte, the first in the lower half, each 8 more than a number from -7 to 7, which
// counts as often as its group's multiplier says.
func (r *rounded) four(t safetensors.Tensor, name string, rows, columns int) ([]int8, error) {
	times, err := r.file.Tensor(name + ".times")
	if err != nil {
		return nil, err
	}
	if columns%group != 0 || len(t.Data) != rows*columns/2 || len(times.Data) != rows*columns/group {
		return nil, fmt.Errorf("tensor %q: %d bytes, %d multipliers: want 4-bit weights of %d × %d, in groups of %d", t.Name, len(t.Data), len(times.Data),
			rows, columns, group)
	}
	w := make([]int8, rows*columns)
	for i, b := range t.Data {
		m := int8(min(times.Data[2*i/group], 18)) //nolint:gosec // at most 18
		w[2*i], w[2*i+1] = m*min(int8(b&15)-8, 7), m*min(int8(b>>4)-8, 7)
	}
	return w, nil
}

func (r *rounded) heads() map[string][2]int {
	out := map[string][2]int{}
	for _, t := range r.file.Tensors {
		if name, ok := strings.CutPrefix(t.Name, "head."); ok && len(t.Shape) == 2 {
			if name, ok := strings.CutSuffix(name, ".weight"); ok {
				out[name] = [2]int{t.Shape[0], t.Shape[1]}
			}
		}
	}
	return out
}

func floats(f *safetensors.File, name string, values int) ([]float32, error) {
	t, err := f.Tensor(name)
	if err != nil {
		return nil, err
	}
	v, err := t.Float32s()
	if err == nil && len(v) != values {
		err = fmt.Errorf("tensor %q: shape %v: want %d values", name, t.Shape, values)
	}
	return v, err
}
