package linear

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"hustings/models/packed"
)

//go:embed model.bin.gz
var embedded []byte

// Parameters are a model's numbers, as the train command hands them over.
type Parameters struct {
	Lexicon []Word
	IDs     []uint32   // of features, ascending, none 0
	Weights [][3]int16 // for negative, neutral, positive; by the same index
	Bias    [3]int32   // added to the normed sums
	Scale   float64    // log-odds per unit, temperature included
	Prefer  [3]float64 // of the decision rule, see Model
}

// New makes a model.
func New(p Parameters) *Model {
	m := &Model{known: known(p.Lexicon), weights: newTable(len(p.IDs)), bias: p.Bias, scale: p.Scale, prefer: p.Prefer}
	for i, id := range p.IDs {
		m.weights.add(slot{id, p.Weights[i]})
	}
	return m
}

// The file is gzip over: the magic; the lexicon (count, then length, bytes and three numbers a word); bias, scale and
// prefer; the ids (count, then differences); all weights for negative, for neutral, for positive. Whole numbers are
// varints, scale and prefer the bits of a float64 in little endian.
const magic = "linear 1\n"

// Encode writes parameters in the form that the package embeds; the same parameters give the same bytes.
func Encode(p Parameters) ([]byte, error) {
	b := []byte(magic)
	b = binary.AppendUvarint(b, uint64(len(p.Lexicon)))
	for _, w := range p.Lexicon {
		b = binary.AppendUvarint(b, uint64(len(w.Text)))
		b = append(b, w.Text...)
		b = append(b, byte(w.Valence), w.Group, byte(w.Act))
	}
	for _, x := range p.Bias {
		b = binary.AppendVarint(b, int64(x))
	}
	for _, x := range append([]float64{p.Scale}, p.Prefer[:]...) {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	b = binary.AppendUvarint(b, uint64(len(p.IDs)))
	last := uint32(0)
	for _, id := range p.IDs {
		b = binary.AppendUvarint(b, uint64(id-last))
		last = id
	}
	for c := range 3 {
		for i := range p.Weights {
			b = binary.AppendVarint(b, int64(p.Weights[i][c]))
		}
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errDamaged = errors.New("model: damaged file")

func decode(file []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	r := packed.Reader{Rest: b}
	if string(r.Bytes(len(magic))) != magic {
		return nil, errDamaged
	}
	var p Parameters
	p.Lexicon = make([]Word, r.Count(4))
	for i := range p.Lexicon {
		text := string(r.Bytes(r.Count(1)))
		if n := r.Bytes(3); n != nil {
			p.Lexicon[i] = Word{text, int8(n[0]), n[1], int8(n[2])}
		}
	}
	for c := range p.Bias {
		p.Bias[c] = int32(r.Signed())
	}
	p.Scale = r.Float()
	for c := range p.Prefer {
		p.Prefer[c] = r.Float()
	}
	p.IDs = make([]uint32, r.Count(4))
	p.Weights = make([][3]int16, len(p.IDs))
	last := uint32(0)
	for i := range p.IDs {
		last += uint32(r.Unsigned())
		p.IDs[i] = last
	}
	for c := range 3 {
		for i := range p.Weights {
			p.Weights[i][c] = int16(r.Signed())
		}
	}
	if r.Short || len(r.Rest) > 0 {
		return nil, errDamaged
	}
	return New(p), nil
}
