package tagger

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/bits"
)

// A model file is the magic and, for each reading, a length as a varint and so many bytes: flate over Unit as the bits of a float64 and the
// transitions as int16, in little endian; the number of features as a varint; the ids as varints of their differences; for
// each feature the set of labels with a weight, 3 bytes in little endian; all these weights, a byte each.
const magic = "tagger 3\n"

// Encode writes the parameters of both readings in the form that the package embeds; the same parameters give the same
// bytes.
func Encode(first, second Parameters) ([]byte, error) {
	b := []byte(magic)
	for _, p := range []Parameters{first, second} {
		var packed bytes.Buffer
		w, err := flate.NewWriter(&packed, flate.BestCompression)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.append(nil)); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		b = append(binary.AppendUvarint(b, uint64(packed.Len())), packed.Bytes()...)
	}
	return b, nil
}

func (p Parameters) append(b []byte) []byte {
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
	for _, row := range p.Weights {
		set := uint32(0)
		for y, w := range row {
			if w != 0 {
				set |= 1 << y
			}
		}
		b = append(b, byte(set), byte(set>>8), byte(set>>16))
	}
	for _, row := range p.Weights {
		for _, w := range row {
			if w != 0 {
				b = append(b, byte(w))
			}
		}
	}
	return b
}

var errDamaged = errors.New("model: damaged file")

// Decode reads what Encode wrote.
func Decode(packed []byte) (first, second Parameters, err error) {
	b, found := bytes.CutPrefix(packed, []byte(magic))
	if !found {
		return first, second, errDamaged
	}
	var parts [2][]byte
	for i := range parts {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > uint64(len(b)-size) {
			return first, second, errDamaged
		}
		b = b[size:]
		parts[i], b = b[:n], b[n:]
	}
	if len(b) > 0 {
		return first, second, errDamaged
	}
	other := make(chan error, 1) // side by side: it is time that every start of the program takes
	go func() { other <- first.unpack(parts[0]) }()
	err = second.unpack(parts[1])
	return first, second, cmp.Or(<-other, err)
}

func (p *Parameters) unpack(packed []byte) error {
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return fmt.Errorf("model: %w", err)
	}
	if b, err = p.read(b); err == nil && len(b) > 0 {
		err = errDamaged
	}
	return err
}

// read takes one reading off the front of b.
func (p *Parameters) read(b []byte) ([]byte, error) {
	if len(b) < 8+2*Labels*Labels {
		return nil, errDamaged
	}
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
		return nil, errDamaged
	}
	b = b[size:]
	p.IDs = make([]uint32, count)
	p.Weights = make([][Labels]int8, count)
	last := uint32(0)
	for i := range p.IDs {
		step, size := binary.Uvarint(b)
		if size <= 0 {
			return nil, errDamaged
		}
		b = b[size:]
		last += uint32(step)
		p.IDs[i] = last
	}
	if len(b) < 3*len(p.IDs) {
		return nil, errDamaged
	}
	sets, b := b[:3*len(p.IDs)], b[3*len(p.IDs):]
	for i := range p.Weights {
		set := uint32(sets[3*i]) | uint32(sets[3*i+1])<<8 | uint32(sets[3*i+2])<<16
		if set >= 1<<Labels || bits.OnesCount32(set) > len(b) {
			return nil, errDamaged
		}
		for ; set != 0; set &= set - 1 {
			p.Weights[i][bits.TrailingZeros32(set)] = int8(b[0])
			b = b[1:]
		}
	}
	return b, nil
}
