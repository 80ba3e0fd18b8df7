// Package safetensors reads and writes files of named tensors in the safetensors format:
// https://huggingface.co/docs/safetensors. A file is
//
//   - 8 bytes: the header's length, little-endian;
//   - the header: a JSON object from each tensor's name to its "dtype", "shape" and "data_offsets" (first
//     byte, and first byte after it, counted from the header's end), and from "__metadata__" to an object
//     of strings; spaces may follow;
//   - the tensors' elements, row by row, little-endian, without gaps.
package safetensors

import (
	"fmt"
	"math/bits"
)

// maxHeader is the longest header that the format allows, in bytes.
const maxHeader = 100_000_000

// metadataName is the name in the header that is no tensor's.
const metadataName = "__metadata__"

// DType is the type of a tensor's elements, as the header writes it. Types of less than a byte are not
// supported.
type DType string

// The types that have a reader here. Files may have tensors of any other type of one byte or more.
const (
	F32  DType = "F32"
	F16  DType = "F16"
	BF16 DType = "BF16"
	I8   DType = "I8"
)

// dtypes are all supported types, in the order of the format's own library.
var dtypes = []struct {
	name DType
	size int
}{
	{"BOOL", 1}, {"U8", 1}, {I8, 1}, {"F8_E5M2", 1}, {"F8_E4M3", 1}, {"F8_E8M0", 1}, {"F8_E4M3FNUZ", 1},
	{"F8_E5M2FNUZ", 1}, {"I16", 2}, {"U16", 2}, {F16, 2}, {BF16, 2}, {"I32", 4}, {"U32", 4}, {F32, 4},
	{"C64", 8}, {"F64", 8}, {"I64", 8}, {"U64", 8},
}

// rank returns the index in dtypes, or -1.
func (d DType) rank() int {
	for i, t := range dtypes {
		if t.name == d {
			return i
		}
	}
	return -1
}

// Tensor is one tensor.
type Tensor struct {
	Name  string
	DType DType
	// Shape is the number of elements along each axis, the slowest first; none means one element.
	Shape []int
	// Data is the elements' bytes.
	Data []byte
}

// check returns an error if the type or shape is wrong or Data hasn't the length that follows from them.
func (t Tensor) check() error {
	size, err := t.size()
	if err == nil && size != len(t.Data) {
		err = t.errorf("%s of shape %v takes %d bytes, not %d", t.DType, t.Shape, size, len(t.Data))
	}
	return err
}

// size returns the number of bytes that follows from type and shape.
func (t Tensor) size() (int, error) {
	rank := t.DType.rank()
	if rank < 0 {
		return 0, t.errorf("unknown dtype %q", t.DType)
	}
	size := uint64(dtypes[rank].size)
	for _, n := range t.Shape {
		if n < 0 {
			return 0, t.errorf("shape %v has a negative length", t.Shape)
		}
		high, low := bits.Mul64(size, uint64(n))
		if high != 0 || int(low) < 0 || uint64(int(low)) != low {
			return 0, t.errorf("shape %v overflows", t.Shape)
		}
		size = low
	}
	return int(size), nil
}

func (t Tensor) errorf(format string, args ...any) error {
	return fmt.Errorf("safetensors: tensor %q: %w", t.Name, fmt.Errorf(format, args...))
}
