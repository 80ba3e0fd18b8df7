package coref

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"hustings/models/packed"
)

// Parameters are what a model is made of.
type Parameters struct {
	Lexicon *Lexicon
	Network *Network
	Scale   float64        // log-odds of one unit of a score, temperature included
	Least   [Sorts]float64 // the probability that Resolve asks for
}

// A model file is the magic and flate over: the words, sorted, each by the letters shared with the one before, its other
// letters and three bytes; scale and least probabilities; the network: unit, bias, out, the ids, ascending, as differences;
// the wide weights; the rows, unit by unit. Counts, ids and wide weights are varints, other numbers little endian.
const magic = "coref 2\n"

// Encode writes parameters in the form that the package embeds; the same parameters give the same bytes.
func Encode(p Parameters) ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(p.Lexicon.Words)))
	last := ""
	for _, w := range slices.Sorted(maps.Keys(p.Lexicon.Words)) {
		shared := 0
		for shared < len(w) && shared < len(last) && w[shared] == last[shared] {
			shared++
		}
		b = binary.AppendUvarint(b, uint64(shared))
		b = binary.AppendUvarint(b, uint64(len(w)-shared))
		b = append(b, w[shared:]...)
		e := p.Lexicon.Words[w]
		b = append(b, byte(e.Tags), e.Sex, byte(e.Head))
		last = w
	}
	for _, x := range append([]float64{p.Scale}, p.Least[:]...) {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	n := p.Network
	b = binary.AppendVarint(b, n.WideUnit)
	for k := range Hidden {
		b = binary.AppendVarint(b, int64(n.Bias[k]))
		b = binary.AppendVarint(b, int64(n.Out[k]))
	}
	ids := slices.Sorted(maps.Keys(n.Rows))
	b = binary.AppendUvarint(b, uint64(len(ids)))
	before := uint32(0)
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id-before))
		before = id
	}
	for _, id := range ids {
		b = binary.AppendVarint(b, int64(n.Wide[n.Rows[id]]))
	}
	for k := range Hidden {
		for _, id := range ids {
			b = append(b, byte(n.Inner[n.Rows[id]][k]))
		}
	}
	out := bytes.NewBufferString(magic)
	z, err := flate.NewWriter(out, flate.BestCompression)
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

// Decode reads what Encode wrote.
func Decode(file []byte) (Parameters, error) {
	var p Parameters
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return p, errDamaged
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
	if err != nil {
		return p, fmt.Errorf("model: %w", err)
	}
	r := packed.Reader{Rest: b}
	words := r.Count(5)
	p.Lexicon = &Lexicon{Words: make(map[string]Entry, words)}
	var word []byte
	for range words {
		shared := r.Unsigned()
		more := r.Bytes(r.Count(1))
		if shared > uint64(len(word)) {
			return p, errDamaged
		}
		word = append(word[:shared], more...)
		if e := r.Bytes(3); e != nil {
			p.Lexicon.Words[string(word)] = Entry{Tags(e[0]), e[1], Head(e[2])}
		}
	}
	p.Scale = r.Float()
	for i := range p.Least {
		p.Least[i] = r.Float()
	}
	n := &Network{WideUnit: r.Signed()}
	for k := range Hidden {
		n.Bias[k] = int32(r.Signed())
		n.Out[k] = int16(r.Signed())
	}
	ids := r.Count(2 + Hidden)
	n.Rows = make(map[uint32]int32, ids)
	id := uint32(0)
	for i := range ids {
		id += uint32(r.Unsigned())
		n.Rows[id] = int32(i)
	}
	n.Wide, n.Inner = make([]int16, ids), make([][Hidden]int8, ids)
	for i := range n.Wide {
		n.Wide[i] = int16(r.Signed())
	}
	for k := range Hidden {
		for i, x := range r.Bytes(ids) {
			n.Inner[i][k] = int8(x)
		}
	}
	if r.Short || len(r.Rest) > 0 || len(n.Rows) != ids {
		return p, errDamaged
	}
	p.Network = n
	return p, nil
}
