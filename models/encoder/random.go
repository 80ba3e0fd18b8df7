package encoder

import (
	"math/rand/v2"
	"strconv"
)

// Random makes a model of a shape whose weights mean nothing, to measure speed and memory with. The same shape gives the
// same model.
func Random(c Config) (*Model, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	vocabulary := make([]string, c.Pieces)
	for i := range vocabulary {
		vocabulary[i] = "p" + strconv.Itoa(i)
	}
	vocabulary[0] = "[UNK]"
	return build(c, vocabulary, meaningless{rand.New(rand.NewPCG(1, 1))})
}

type meaningless struct{ *rand.Rand }

func (r meaningless) floats(_ string, values int) ([]float32, error) {
	v := make([]float32, values)
	for i := range v {
		v[i] = r.Float32()
	}
	return v, nil
}

func (r meaningless) matrix(_ string, rows, columns int) ([]int8, []float32, error) {
	w, scale := make([]int8, rows*columns), make([]float32, rows)
	for i := range w {
		w[i] = int8(r.IntN(255) - 127)
	}
	for i := range scale {
		scale[i] = 0.001
	}
	return w, scale, nil
}

func (meaningless) heads() map[string][2]int { return nil }
