package safetensors

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// Float32s returns the elements of a tensor of type F32, F16 or BF16, all of which are exact as float32.
// The slice is the caller's.
func (t Tensor) Float32s() ([]float32, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	switch t.DType {
	case F32:
		out := make([]float32, len(t.Data)/4)
		for i := range out {
			out[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.Data[4*i:]))
		}
		return out, nil
	case F16, BF16:
		out := make([]float32, len(t.Data)/2)
		for i := range out {
			v := binary.LittleEndian.Uint16(t.Data[2*i:])
			if t.DType == BF16 {
				out[i] = math.Float32frombits(uint32(v) << 16)
			} else {
				out[i] = half(v)
			}
		}
		return out, nil
	}
	return nil, t.errorf("want F32, F16 or BF16, not %s", t.DType)
}

// Int8s returns the elements of a tensor of type I8. The slice shares its memory with t.Data.
func (t Tensor) Int8s() ([]int8, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	if t.DType != I8 {
		return nil, t.errorf("want I8, not %s", t.DType)
	}
	// The same memory seen as int8: both types are one byte, without alignment or invalid values.
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(t.Data))), len(t.Data)), nil
}

// half returns the value of an IEEE 754 binary16: a sign, 5 bits of exponent and 10 of fraction.
func half(v uint16) float32 {
	sign, exponent, fraction := uint32(v>>15)<<31, uint32(v>>10)&0x1F, uint32(v)&0x3FF
	switch exponent {
	case 0: // zero or subnormal: a multiple of 2⁻²⁴
		return math.Float32frombits(sign | math.Float32bits(float32(fraction)*0x1p-24))
	case 0x1F: // infinite or not a number
		return math.Float32frombits(sign | 0xFF<<23 | fraction<<13)
	}
	return math.Float32frombits(sign | (exponent+127-15)<<23 | fraction<<13)
}
