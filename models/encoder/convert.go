package encoder

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"hustings/models/encoder/safetensors"
)

// Published tells what a published BERT's tensors do not.
type Published struct {
	Heads     int  // of attention
	Lowercase bool // the vocabulary is uncased
}

// Convert makes a model of a published BERT: a safetensors file with the tensors' usual names (with or without "bert." in
// front), of type F32, F16 or BF16, and the pieces of its vocab.txt in order. Weights are rounded to 8 bits for each output.
// Only encoders with absolute positions, normalisation after each part and GELU are BERTs in this sense.
func Convert(data []byte, vocabulary []string, p Published) (*Model, error) {
	f, err := safetensors.Read(data)
	if err != nil {
		return nil, fmt.Errorf("encoder: %w", err)
	}
	from := &published{file: f}
	for _, t := range f.Tensors {
		if at := strings.Index(t.Name, "embeddings.word_embeddings.weight"); at >= 0 {
			from.prefix = t.Name[:at]
		}
	}
	c := Config{Heads: p.Heads, Cased: !p.Lowercase}
	for _, x := range []struct {
		name        string
		rows, width *int
	}{{"embeddings.word", &c.Pieces, &c.Width}, {"embeddings.position", &c.Longest, new(int)}, {"embeddings.segment", &c.Segments, new(int)},
		{"layer.0.feed.in.weight", &c.Feed, new(int)}} {
		t, err := f.Tensor(from.name(x.name))
		if err != nil {
			return nil, fmt.Errorf("encoder: %w", err)
		}
		if len(t.Shape) != 2 {
			return nil, fmt.Errorf("encoder: tensor %q: shape %v: want two dimensions", t.Name, t.Shape)
		}
		*x.rows, *x.width = t.Shape[0], t.Shape[1]
	}
	for ; ; c.Layers++ {
		if _, err := f.Tensor(from.name("layer." + strconv.Itoa(c.Layers) + ".feed.in.weight")); err != nil {
			break
		}
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	return build(c, vocabulary, from)
}

// published are the tensors of a BERT under their usual names.
type published struct {
	file   *safetensors.File
	prefix string
}

// usual maps this package's names to the published ones.
var usual = strings.NewReplacer(
	"embeddings.word", "embeddings.word_embeddings.weight", "embeddings.position", "embeddings.position_embeddings.weight",
	"embeddings.segment", "embeddings.token_type_embeddings.weight", "embeddings.norm", "embeddings.LayerNorm",
	"layer.", "encoder.layer.", "attention.output.", "attention.output.dense.", "attention.norm", "attention.output.LayerNorm",
	"attention.query", "attention.self.query", "attention.key", "attention.self.key", "attention.value", "attention.self.value",
	"feed.in", "intermediate.dense", "feed.out", "output.dense", "feed.norm", "output.LayerNorm")

func (p *published) name(own string) string { return p.prefix + usual.Replace(own) }

func (p *published) floats(name string, values int) ([]float32, error) {
	return floats(p.file, p.name(name), values)
}

func (p *published) matrix(name string, rows, columns int) ([]int8, []float32, error) {
	v, err := p.floats(name, rows*columns)
	if err != nil {
		return nil, nil, err
	}
	w, scale := round(v, rows, columns)
	return w, scale, nil
}

func (p *published) heads() map[string][2]int { return nil }

// round gives the nearest multiples of a scale for each row, whose largest value becomes 127.
func round(v []float32, rows, columns int) ([]int8, []float32) {
	w, scale := make([]int8, len(v)), make([]float32, rows)
	for r := range rows {
		row := v[r*columns : (r+1)*columns]
		var most float32
		for _, x := range row {
			most = max(most, x, -x)
		}
		if !(most > 0) || math.IsInf(float64(most), 0) {
			continue // zeros; a model with infinities or NaN is none
		}
		scale[r] = most / 127
		for i, x := range row {
			w[r*columns+i] = int8(max(-127, min(127, math.RoundToEven(float64(x)/float64(scale[r])))))
		}
	}
	return w, scale
}
