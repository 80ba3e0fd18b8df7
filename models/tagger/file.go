package tagger

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// A model file is flate over: the magic; Unit as the bits of a float64 and the transitions as int16, in little endian; the
// number of features as a varint, the ids as varints of their differences, then all features' weights for label 0, for
// label 1 and so on, a byte each.
const magic = "tagger 1\n"

// Encode writes parameters in the form that the package embeds; the same parameters give the same bytes.
func Encode(p Parameters) ([]byte, error) {
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.Unit))
	for _, from := range p.Transitions {
		for _, w := range from {
			b = binary.LittleEndian.AppendUint16(b, uint16(w))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(p.IDs)))
	last := uint32(0)
	for _, id := range p.IDs {
		b = binary.AppendUvarint(b, uint64(id-last))
		last = id
	}
	for y := range Labels {
		for i := range p.Weights {
			b = append(b, byte(p.Weights[i][y]))
		}
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errDamaged = errors.New("model: damaged file")

// Decode reads what Encode wrote.
func Decode(packed []byte) (Parameters, error) {
	var p Parameters
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return p, fmt.Errorf("model: %w", err)
	}
	head := len(magic) + 8 + 2*Labels*Labels
	if len(b) < head || string(b[:len(magic)]) != magic {
		return p, errDamaged
	}
	b = b[len(magic):]
	p.Unit = math.Float64frombits(binary.LittleEndian.Uint64(b))
	b = b[8:]
	for from := range p.Transitions {
		for to := range p.Transitions[from] {
			p.Transitions[from][to] = int16(binary.LittleEndian.Uint16(b))
			b = b[2:]
		}
	}
	count, size := binary.Uvarint(b)
	if size <= 0 || count > uint64(len(b)) {
		return p, errDamaged
	}
	b = b[size:]
	p.IDs = make([]uint32, count)
	last := uint32(0)
	for i := range p.IDs {
		step, size := binary.Uvarint(b)
		if size <= 0 {
			return p, errDamaged
		}
		b = b[size:]
		last += uint32(step)
		p.IDs[i] = last
	}
	if len(b) != Labels*len(p.IDs) {
		return p, errDamaged
	}
	p.Weights = make([][Labels]int8, count)
	for y := range Labels {
		column := b[y*len(p.IDs) : (y+1)*len(p.IDs)]
		for i, w := range column {
			p.Weights[i][y] = int8(w)
		}
	}
	return p, nil
}
