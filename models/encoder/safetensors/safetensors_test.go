package safetensors

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func readReference(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/reference.safetensors")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReference(t *testing.T) {
	data := readReference(t)
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]string{"format": "test <1>"}; !reflect.DeepEqual(f.Metadata, want) {
		t.Errorf("metadata is %v, want %v", f.Metadata, want)
	}
	infinite := float32(math.Inf(1))
	for name, want := range map[string][]float32{
		"weight":     {0, -1.5, 2.25, 1e-40, 3.4e38, infinite},
		"bias.half":  {0, float32(math.Copysign(0, -1)), 1, -2, 65504, 0x1p-24, 1023 * 0x1p-24, 0x1p-14, infinite, -infinite, 0x1.554p-2, float32(math.NaN())},
		"bias.brain": {0, float32(math.Copysign(0, -1)), 1, -2, 0x1.fep127, 0x1p-133, infinite, -infinite, 0x1.56p-2},
		"empty":      {},
	} {
		tensor, err := f.Tensor(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := tensor.Float32s()
		if err != nil {
			t.Fatal(err)
		}
		same := func(a, b float32) bool {
			return math.Float32bits(a) == math.Float32bits(b) || a != a && b != b
		}
		if !slices.EqualFunc(got, want, same) {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	quantised, err := f.Tensor("quantised")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := quantised.Int8s(); err != nil || !slices.Equal(got, []int8{-128, -1, 0, 1, 127}) {
		t.Errorf("quantised is %v, %v", got, err)
	}
	if ids, err := f.Tensor("ids"); err != nil || len(ids.Shape) != 0 || len(ids.Data) != 8 {
		t.Errorf("ids is %v, %v", ids, err)
	}

	// The library's own bytes come back, from any order.
	slices.Reverse(f.Tensors)
	var out bytes.Buffer
	if err := Write(&out, f.Tensors, f.Metadata); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), data) {
		t.Errorf("wrote %q, want %q", out.Bytes(), data)
	}
}

func TestAllHalves(t *testing.T) {
	for v := range 1 << 16 {
		got := float64(half(uint16(v)))
		exponent, fraction := v>>10&0x1F, float64(v&0x3FF)
		want := math.Ldexp(1024+fraction, exponent-25)
		switch {
		case exponent == 0:
			want = math.Ldexp(fraction, -24)
		case exponent == 31 && fraction == 0:
			want = math.Inf(1)
		case exponent == 31:
			want = math.NaN()
		}
		if v>>15 == 1 {
			want = -want
		}
		if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Fatalf("half %#x is %v, want %v", v, got, want)
		}
	}
}

// file returns a file with the header and n bytes of data.
func file(header string, n int) []byte {
	out := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	return append(append(out, header...), make([]byte, n)...)
}

func TestReadErrors(t *testing.T) {
	tensor := func(shape, offsets string) string {
		return `{"dtype":"I8","shape":[` + shape + `],"data_offsets":[` + offsets + `]}`
	}
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"no header", []byte("abc"), "file of 3 bytes has no header"},
		{"huge header", []byte("\xff\xff\xff\xff\xff\xff\xff\xffab"), "is too long"},
		{"cut header", []byte("\x09\x00\x00\x00\x00\x00\x00\x00{}"), "cut off after 2"},
		{"cut JSON", file(`{"a":`, 0), "header: tensor \"a\": unexpected EOF"},
		{"array", file(`[]`, 0), "want an object"},
		{"more JSON", file(`{}{}`, 0), "something follows"},
		{"bad UTF-8", file("{\"\xff\":1}", 0), "not valid UTF-8"},
		{"name twice", file(`{"a":`+tensor("0", "0,0")+`,"a":`+tensor("0", "0,0")+`}`, 0), `"a" is there twice`},
		{"metadata", file(`{"__metadata__":{"a":1}}`, 0), `"a" is no string`},
		{"metadata twice", file(`{"__metadata__":{"a":"","a":""}}`, 0), `"a" is there twice`},
		{"no shape", file(`{"a":{"dtype":"I8","data_offsets":[0,0]}}`, 0), "missing"},
		{"unknown field", file(`{"a":{"DType":"I8"}}`, 0), `unknown field "DType"`},
		{"unknown dtype", file(`{"a":{"dtype":"I9","shape":[],"data_offsets":[0,1]}}`, 1), `tensor "a": unknown dtype "I9"`},
		{"fraction", file(`{"a":`+tensor("1.0", "0,1")+`}`, 1), "shape has 1.0"},
		{"negative", file(`{"a":`+tensor("-1", "0,1")+`}`, 1), "shape has -1"},
		{"overflow", file(`{"a":`+tensor("4611686018427387904,4,0", "0,0")+`}`, 0), `tensor "a": shape`},
		{"three offsets", file(`{"a":`+tensor("1", "0,1,2")+`}`, 1), "has 3 numbers"},
		{"outside", file(`{"a":`+tensor("2", "0,2")+`}`, 1), "outside the file's 1 bytes"},
		{"reversed", file(`{"a":`+tensor("2", "2,0")+`}`, 2), "before its start"},
		{"wrong size", file(`{"a":`+tensor("3", "0,2")+`}`, 2), `tensor "a": I8 of shape [3] takes 3 bytes, not 2`},
		{"overlap", file(`{"a":`+tensor("2", "0,2")+`,"b":`+tensor("2", "1,3")+`}`, 3), `tensor "b": data from 1 to 3 overlaps`},
		{"gap", file(`{"a":`+tensor("1", "1,2")+`}`, 2), "leaves a gap"},
		{"rest", file(`{"a":`+tensor("1", "0,1")+`}`, 2), "1 bytes after the last tensor"},
	} {
		if _, err := Read(test.data); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	for _, test := range []struct {
		tensors []Tensor
		want    string
	}{
		{[]Tensor{{Name: "a", DType: I8, Shape: []int{2}, Data: []byte{1}}}, "takes 2 bytes, not 1"},
		{[]Tensor{{Name: "a", DType: I8, Shape: []int{-1}}}, "negative"},
		{[]Tensor{{Name: "a", DType: "?"}}, "unknown dtype"},
		{[]Tensor{{Name: "__metadata__", DType: I8, Data: []byte{1}}}, "taken"},
		{[]Tensor{{Name: "\xff", DType: I8, Data: []byte{1}}}, "UTF-8"},
		{[]Tensor{{Name: "a", DType: I8, Data: []byte{1}}, {Name: "a", DType: F16, Data: []byte{1, 2}}}, "twice"},
	} {
		var out bytes.Buffer
		if err := Write(&out, test.tensors, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got error %v, want %s", err, test.want)
		}
		if out.Len() > 0 {
			t.Errorf("%s: wrote %d bytes", test.want, out.Len())
		}
	}
}

func TestValueErrors(t *testing.T) {
	if _, err := (Tensor{Name: "a", DType: I8, Data: []byte{1}}).Float32s(); err == nil || !strings.Contains(err.Error(), `tensor "a": want F32`) {
		t.Errorf("floats of I8: %v", err)
	}
	if _, err := (Tensor{Name: "a", DType: F16, Data: []byte{1, 2}}).Int8s(); err == nil {
		t.Error("bytes of F16: no error")
	}
	if _, err := (Tensor{Name: "a", DType: F32, Data: []byte{1}}).Float32s(); err == nil {
		t.Error("cut F32: no error")
	}
	if _, err := new(File).Tensor("a"); err == nil || !strings.Contains(err.Error(), `no tensor "a"`) {
		t.Errorf("missing tensor: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(readReference(f))
	f.Add(file(`{"a":{"dtype":"I8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"F16","shape":[],"data_offsets":[2,4]}}`, 4))
	f.Add(file(`{}`, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := Read(data)
		if err != nil {
			return
		}
		for _, tensor := range first.Tensors {
			_, _ = tensor.Float32s()
			_, _ = tensor.Int8s()
		}
		var out bytes.Buffer
		if err := Write(&out, first.Tensors, first.Metadata); err != nil {
			t.Fatal(err)
		}
		second, err := Read(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, second) {
			t.Errorf("got %v, want %v", second, first)
		}
	})
}
