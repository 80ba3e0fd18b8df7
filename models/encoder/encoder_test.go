package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hustings/models/encoder/kernels"
	"hustings/models/encoder/safetensors"
)

var tiny = Config{Pieces: 60, Width: 64, Layers: 2, Heads: 2, Feed: 128, Segments: 2, Longest: 96}

func vocabulary(n int) []string {
	out := []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]"}
	for i := len(out); i < n; i++ {
		out = append(out, "w"+strings.Repeat("x", i))
	}
	return out
}

// a bert is the tensors of a published model, by their usual names.
type bert map[string][]float32

func random(c Config, seed uint64) bert {
	r := rand.New(rand.NewPCG(seed, 1))
	b := bert{}
	fill := func(name string, n int, mean, spread float64) {
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(mean + spread*r.NormFloat64())
		}
		b[name] = v
	}
	d := c.Width
	fill("embeddings.word_embeddings.weight", c.Pieces*d, 0, 1)
	fill("embeddings.position_embeddings.weight", c.Longest*d, 0, .3)
	fill("embeddings.token_type_embeddings.weight", c.Segments*d, 0, .3)
	norm := func(name string) { fill(name+".weight", d, 1, .1); fill(name+".bias", d, 0, .1) }
	linear := func(name string, out, in int) { fill(name+".weight", out*in, 0, .1); fill(name+".bias", out, 0, .1) }
	norm("embeddings.LayerNorm")
	for i := range c.Layers {
		at := "encoder.layer." + string(rune('0'+i)) + "."
		for _, p := range []string{"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"} {
			linear(at+p, d, d)
		}
		norm(at + "attention.output.LayerNorm")
		linear(at+"intermediate.dense", c.Feed, d)
		linear(at+"output.dense", d, c.Feed)
		norm(at + "output.LayerNorm")
	}
	return b
}

func (b bert) file(t testing.TB, c Config, prefix string) []byte {
	t.Helper()
	var tensors []safetensors.Tensor
	for name, v := range b {
		shape := []int{len(v)}
		if strings.HasSuffix(name, "weight") && !strings.Contains(name, "LayerNorm") {
			columns := c.Width
			if strings.HasSuffix(name, "output.dense.weight") && !strings.Contains(name, "attention") {
				columns = c.Feed
			}
			shape = []int{len(v) / columns, columns}
		}
		tensors = append(tensors, safetensors.Tensor{Name: prefix + name, DType: safetensors.F32, Shape: shape, Data: raw(v)})
	}
	var out bytes.Buffer
	if err := safetensors.Write(&out, tensors, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func raw(v []float32) []byte {
	out := make([]byte, 0, 4*len(v))
	for _, x := range v {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	return out
}

// forward is the model in float64, written as its paper has it.
func (b bert) forward(c Config, ids []int32, segments []uint8) [][]float64 {
	d, n := c.Width, len(ids)
	at := func(name string, i int) float64 { return float64(b[name][i]) }
	normed := func(x []float64, name string) []float64 {
		mean, variance := 0.0, 0.0
		for _, v := range x {
			mean += v / float64(d)
		}
		for _, v := range x {
			variance += (v - mean) * (v - mean) / float64(d)
		}
		out := make([]float64, d)
		for i, v := range x {
			out[i] = (v-mean)/math.Sqrt(variance+1e-12)*at(name+".weight", i) + at(name+".bias", i)
		}
		return out
	}
	linear := func(x []float64, name string) []float64 {
		out := make([]float64, len(b[name+".bias"]))
		for o := range out {
			out[o] = at(name+".bias", o)
			for i, v := range x {
				out[o] += v * at(name+".weight", o*len(x)+i)
			}
		}
		return out
	}
	add := func(x, y []float64) []float64 {
		out := slices.Clone(x)
		for i := range out {
			out[i] += y[i]
		}
		return out
	}
	x := make([][]float64, n)
	for i, id := range ids {
		x[i] = make([]float64, d)
		for j := range d {
			x[i][j] = at("embeddings.word_embeddings.weight", int(id)*d+j) + at("embeddings.position_embeddings.weight", i*d+j) +
				at("embeddings.token_type_embeddings.weight", int(segments[i])*d+j)
		}
		x[i] = normed(x[i], "embeddings.LayerNorm")
	}
	for l := range c.Layers {
		layer := "encoder.layer." + string(rune('0'+l)) + "."
		q, k, v := make([][]float64, n), make([][]float64, n), make([][]float64, n)
		for i := range x {
			q[i], k[i], v[i] = linear(x[i], layer+"attention.self.query"), linear(x[i], layer+"attention.self.key"), linear(x[i], layer+"attention.self.value")
		}
		size := d / c.Heads
		for i := range x {
			mixed := make([]float64, d)
			for h := range c.Heads {
				p, sum := make([]float64, n), 0.0
				for j := range n {
					for e := h * size; e < (h+1)*size; e++ {
						p[j] += q[i][e] * k[j][e]
					}
					p[j] = math.Exp(p[j] / math.Sqrt(float64(size)))
					sum += p[j]
				}
				for j := range n {
					for e := h * size; e < (h+1)*size; e++ {
						mixed[e] += p[j] / sum * v[j][e]
					}
				}
			}
			q[i] = mixed // the queries of this token are done with
		}
		for i := range x {
			x[i] = normed(add(x[i], linear(q[i], layer+"attention.output.dense")), layer+"attention.output.LayerNorm")
			h := linear(x[i], layer+"intermediate.dense")
			for e, v := range h {
				h[e] = v * 0.5 * (1 + math.Erf(v/math.Sqrt2))
			}
			x[i] = normed(add(x[i], linear(h, layer+"output.dense")), layer+"output.LayerNorm")
		}
	}
	return x
}

func sequence(r *rand.Rand, c Config, n int) Sequence {
	s := Sequence{}
	for range n {
		s.IDs, s.Segments = append(s.IDs, r.Int32N(int32(c.Pieces))), append(s.Segments, uint8(r.IntN(c.Segments)))
	}
	return s
}

// A converted model is near the published one in float64: 8 bits for weights and activations move a state, whose values
// are about 1, by a few hundredths.
func TestConvert(t *testing.T) {
	b := random(tiny, 1)
	m, err := Convert(b.file(t, tiny, "bert."), vocabulary(tiny.Pieces), Published{Heads: tiny.Heads, Lowercase: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.Config() != tiny {
		t.Fatalf("config %+v, want %+v", m.Config(), tiny)
	}
	r := rand.New(rand.NewPCG(2, 2))
	for _, n := range []int{1, 2, 17, 96} {
		s := sequence(r, tiny, n)
		got, want := m.NewReader().Encode([]Sequence{s}), b.forward(tiny, s.IDs, s.Segments)
		sum := 0.0
		for i := range want {
			for j, w := range want[i] {
				e := float64(got[i*tiny.Width+j]) - w
				sum += e * e
			}
		}
		if off := math.Sqrt(sum / float64(n*tiny.Width)); off > 0.04 || math.IsNaN(off) {
			t.Errorf("%d pieces: states are off by %.3f (root mean square)", n, off)
		}
	}
}

// The states of a sequence are the same bits on every kernel and in any company.
func TestSameBits(t *testing.T) {
	m, err := Convert(random(tiny, 3).file(t, tiny, ""), vocabulary(tiny.Pieces), Published{Heads: tiny.Heads})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(4, 4))
	var all []Sequence
	for _, n := range []int{3, 0, 96, 1, 50, 7, 96, 96, 2} {
		all = append(all, sequence(r, tiny, n))
	}
	want := slices.Clone(m.On(kernels.Available()[0]).NewReader().Encode(all))
	for _, k := range kernels.Available() {
		reader := m.On(k).NewReader()
		if !slices.Equal(reader.Encode(all), want) {
			t.Errorf("%s: other bits than the plain kernel's", k.Name())
		}
		at := 0
		for i, s := range all {
			n := len(s.IDs) * tiny.Width
			if !slices.Equal(reader.Encode([]Sequence{s}), want[at:at+n]) {
				t.Errorf("%s: sequence %d alone has other bits", k.Name(), i)
			}
			at += n
		}
	}
}

func TestSteadyStateAllocatesNothing(t *testing.T) {
	m, err := Convert(random(tiny, 5).file(t, tiny, ""), vocabulary(tiny.Pieces), Published{Heads: tiny.Heads})
	if err != nil {
		t.Fatal(err)
	}
	all := []Sequence{sequence(rand.New(rand.NewPCG(6, 6)), tiny, 40)}
	r := m.NewReader()
	r.Encode(all)
	if n := testing.AllocsPerRun(20, func() { r.Encode(all) }); n != 0 {
		t.Errorf("%v allocations a call", n)
	}
}

// stored is a model in this project's form: weights of 8 bits, or of 4, and a head.
func stored(t testing.TB, b bert, c Config, four bool) []byte {
	t.Helper()
	names := map[string]string{}
	for name := range b {
		own := name
		for _, x := range [][2]string{{"encoder.layer.", "layer."}, {"embeddings.word_embeddings.weight", "embeddings.word"}, {"embeddings.position_embeddings.weight", "embeddings.position"},
			{"embeddings.token_type_embeddings.weight", "embeddings.segment"}, {"attention.self.", "attention."}, {"attention.output.dense", "attention.output"},
			{"attention.output.LayerNorm", "attention.norm"}, {"intermediate.dense", "feed.in"}, {"output.LayerNorm", "feed.norm"}, {"embeddings.LayerNorm", "embeddings.norm"}} {
			own = strings.Replace(own, x[0], x[1], 1)
		}
		names[name] = strings.Replace(own, ".output.dense", ".feed.out", 1)
	}
	var tensors []safetensors.Tensor
	add := func(name string, kind safetensors.DType, data []byte, shape ...int) {
		tensors = append(tensors, safetensors.Tensor{Name: name, DType: kind, Shape: shape, Data: data})
	}
	matrix := func(name string, v []float32, columns int, four bool) {
		w, scale := round(v, len(v)/columns, columns)
		if !four {
			data := make([]byte, len(w))
			for i, x := range w {
				data[i] = byte(x)
			}
			add(name, safetensors.I8, data, len(w)/columns, columns)
		} else {
			half, times := make([]byte, len(w)/2), bytes.Repeat([]byte{18}, len(w)/group)
			for i := range half {
				low, high := w[2*i]/18+8, w[2*i+1]/18+8
				half[i] = byte(low) | byte(high)<<4
			}
			add(name+".four", "U8", half, len(w)/columns, columns/2)
			add(name+".times", "U8", times, len(w)/columns, columns/group)
		}
		add(name+".scale", safetensors.F32, raw(scale), len(scale))
	}
	for name, v := range b {
		switch own := names[name]; {
		case own == "embeddings.word":
			matrix(own, v, c.Width, four)
		case strings.HasSuffix(own, "feed.out.weight"):
			matrix(own, v, c.Feed, four)
		case strings.HasPrefix(own, "layer.") && strings.HasSuffix(own, ".weight") && !strings.Contains(own, "norm"):
			matrix(own, v, c.Width, four)
		default:
			add(own, safetensors.F32, raw(v), len(v))
		}
	}
	matrix("head.three.weight", random(c, 9)["encoder.layer.0.attention.self.query.weight"][:3*c.Width], c.Width, false)
	add("head.three.bias", safetensors.F32, raw([]float32{1, 2, 3}), 3)
	config, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := safetensors.Write(&out, tensors, map[string]string{"config": string(config), "vocabulary": strings.Join(vocabulary(c.Pieces), "\n")}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A stored model gives what the same weights give when they are rounded while loading, and its head a linear function.
func TestLoad(t *testing.T) {
	b := random(tiny, 7)
	converted, err := Convert(b.file(t, tiny, ""), vocabulary(tiny.Pieces), Published{Heads: tiny.Heads, Lowercase: true})
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(stored(t, b, tiny, false))
	if err != nil {
		t.Fatal(err)
	}
	s := []Sequence{sequence(rand.New(rand.NewPCG(8, 8)), tiny, 30)}
	r := loaded.NewReader()
	states := slices.Clone(r.Encode(s))
	if !slices.Equal(states, converted.NewReader().Encode(s)) {
		t.Error("a stored model gives other bits than a converted one")
	}
	h, err := loaded.Head("three")
	if err != nil {
		t.Fatal(err)
	}
	out := make([]float32, 2*h.Outputs())
	r.Apply(h, out, states[:2*tiny.Width])
	w := random(tiny, 9)["encoder.layer.0.attention.self.query.weight"]
	for row := range 2 {
		for o := range 3 {
			want := float64(o + 1)
			for i := range tiny.Width {
				want += float64(states[row*tiny.Width+i]) * float64(w[o*tiny.Width+i])
			}
			if got := float64(out[3*row+o]); math.Abs(got-want) > 0.05 {
				t.Errorf("head: row %d, output %d: %.3f, want %.3f", row, o, got, want)
			}
		}
	}
	if _, err := loaded.Head("four"); err == nil {
		t.Error("a head that is not there is no error")
	}
}

// Weights of 4 bits are those whole numbers times their multiplier.
func TestFourBits(t *testing.T) {
	b := random(tiny, 11)
	m, err := Load(stored(t, b, tiny, true))
	if err != nil {
		t.Fatal(err)
	}
	w, scale := round(b["embeddings.word_embeddings.weight"], tiny.Pieces, tiny.Width)
	for i := range w {
		w[i] = w[i] / 18 * 18
	}
	if !slices.Equal(m.word, w) || !slices.Equal(m.wordScale, scale) {
		t.Error("4-bit weights are read wrong")
	}
}

func TestLoadErrors(t *testing.T) {
	good := stored(t, random(tiny, 12), tiny, false)
	f, err := safetensors.Read(good)
	if err != nil {
		t.Fatal(err)
	}
	without := func(name string) []byte {
		var out bytes.Buffer
		kept := slices.DeleteFunc(slices.Clone(f.Tensors), func(t safetensors.Tensor) bool { return t.Name == name })
		if err := safetensors.Write(&out, kept, f.Metadata); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	with := func(key, value string) []byte {
		var out bytes.Buffer
		m := map[string]string{"config": f.Metadata["config"], "vocabulary": f.Metadata["vocabulary"]}
		m[key] = value
		if err := safetensors.Write(&out, f.Tensors, m); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for want, data := range map[string][]byte{
		`"layer.1.feed.in.bias"`:     without("layer.1.feed.in.bias"),
		`"embeddings.word.scale"`:    without("embeddings.word.scale"),
		"config":                     with("config", "{"),
		"width 1000":                 with("config", strings.Replace(f.Metadata["config"], `"width":64`, `"width":1000`, 1)),
		"layers 1000":                with("config", strings.Replace(f.Metadata["config"], `"layers":2`, `"layers":1000`, 1)),
		"4 pieces in the vocabulary": with("vocabulary", "[UNK]\na\nb\nc"),
		`"embeddings.word": shape`:   with("config", strings.Replace(f.Metadata["config"], `"width":64`, `"width":32`, 1)),
		"encoder":                    good[:100],
	} {
		if _, err := Load(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(stored(f, random(tiny, 13), tiny, true))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Load(data)
		if err != nil {
			return
		}
		m.NewReader().Encode([]Sequence{{IDs: []int32{0, int32(m.Config().Pieces - 1)}}})
	})
}
