// Package packed reads the numbers of a model file.
package packed

import (
	"encoding/binary"
	"math"
)

// Reader takes numbers off the front of a file; past its end it gives zeros and remembers.
type Reader struct {
	Rest  []byte // what is still to be read
	Short bool   // more was asked for than there was
}

// Bytes takes n bytes; nil past the end.
func (r *Reader) Bytes(n int) []byte {
	if n > len(r.Rest) {
		r.Rest, r.Short = nil, true
		return nil
	}
	b := r.Rest[:n]
	r.Rest = r.Rest[n:]
	return b
}

// Unsigned takes a varint.
func (r *Reader) Unsigned() uint64 {
	x, n := binary.Uvarint(r.Rest)
	r.Bytes(max(n, 0))
	r.Short = r.Short || n <= 0
	return x
}

// Signed takes a zigzag varint.
func (r *Reader) Signed() int64 {
	x, n := binary.Varint(r.Rest)
	r.Bytes(max(n, 0))
	r.Short = r.Short || n <= 0
	return x
}

// Count takes the number of things that take at least size bytes each, so that a damaged file asks for no memory.
func (r *Reader) Count(size int) int {
	n := r.Unsigned()
	if n > uint64(len(r.Rest)/size) {
		r.Rest, r.Short = nil, true
		return 0
	}
	return int(n)
}

// Float takes a little-endian float64.
func (r *Reader) Float() float64 {
	if b := r.Bytes(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}
