package safetensors

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// File is what a file holds.
type File struct {
	// Tensors are sorted by name.
	Tensors []Tensor
	// Metadata is nil if the file has none.
	Metadata map[string]string
}

// Tensor returns the tensor with the name. It is an error if there is none.
func (f *File) Tensor(name string) (Tensor, error) {
	i, ok := slices.BinarySearchFunc(f.Tensors, name, func(t Tensor, name string) int {
		return strings.Compare(t.Name, name)
	})
	if !ok {
		return Tensor{}, fmt.Errorf("safetensors: no tensor %q", name)
	}
	return f.Tensors[i], nil
}

// Read returns what data, a whole file, holds. The tensors share their memory with data.
//
// It is an error if the header is cut off, longer than 100,000,000 bytes or not as the format says; if a
// name is there twice; if a tensor's type is unknown or its shape doesn't fit its bytes; or if the tensors
// overlap, leave a gap or don't end where data ends.
func Read(data []byte) (*File, error) {
	if len(data) < 8 {
		return nil, fmt.Errorf("safetensors: file of %d bytes has no header", len(data))
	}
	length := binary.LittleEndian.Uint64(data)
	data = data[8:]
	if length > maxHeader {
		return nil, fmt.Errorf("safetensors: header of %d bytes is too long", length)
	}
	if length > uint64(len(data)) {
		return nil, fmt.Errorf("safetensors: header of %d bytes is cut off after %d", length, len(data))
	}
	f := &File{}
	places, err := f.readHeader(data[:length])
	if err != nil {
		return nil, err
	}
	if err := f.place(places, data[length:]); err != nil {
		return nil, err
	}
	slices.SortFunc(f.Tensors, func(a, b Tensor) int { return strings.Compare(a.Name, b.Name) })
	return f, nil
}

// place is where a tensor's bytes are, from the header's end.
type place struct {
	tensor     int
	begin, end int
}

// place sets the tensors' Data.
func (f *File) place(places []place, data []byte) error {
	slices.SortStableFunc(places, func(a, b place) int {
		if a.begin != b.begin {
			return a.begin - b.begin
		}
		return a.end - b.end
	})
	at := 0
	for _, p := range places {
		t := &f.Tensors[p.tensor]
		switch {
		case p.end < p.begin:
			return t.errorf("data ends at %d, before its start at %d", p.end, p.begin)
		case p.end > len(data):
			return t.errorf("data from %d to %d is outside the file's %d bytes", p.begin, p.end, len(data))
		case p.begin < at:
			return t.errorf("data from %d to %d overlaps the tensor before it, to %d", p.begin, p.end, at)
		case p.begin > at:
			return t.errorf("data from %d to %d leaves a gap after %d", p.begin, p.end, at)
		}
		t.Data = data[p.begin:p.end:p.end]
		if err := t.check(); err != nil {
			return err
		}
		at = p.end
	}
	if at != len(data) {
		return fmt.Errorf("safetensors: file has %d bytes after the last tensor", len(data)-at)
	}
	return nil
}

// readHeader adds the header's tensors, without their data, and its metadata.
func (f *File) readHeader(header []byte) ([]place, error) {
	if !utf8.Valid(header) {
		return nil, errors.New("safetensors: header is not valid UTF-8")
	}
	h := reader{json.NewDecoder(bytes.NewReader(header))}
	h.UseNumber()
	var places []place
	names := make(map[string]bool)
	err := h.object(func(name string) error {
		if names[name] {
			return fmt.Errorf("%q is there twice", name)
		}
		names[name] = true
		if name == metadataName {
			return f.readMetadata(h)
		}
		t, p, err := h.tensor(name)
		p.tensor = len(f.Tensors)
		f.Tensors, places = append(f.Tensors, t), append(places, p)
		return err
	})
	if err == nil {
		if _, end := h.Token(); end != io.EOF {
			err = errors.New("something follows the object")
		}
	}
	if err != nil {
		return nil, fmt.Errorf("safetensors: header: %w", err)
	}
	return places, nil
}

func (f *File) readMetadata(h reader) error {
	f.Metadata = make(map[string]string)
	err := h.object(func(key string) error {
		if _, twice := f.Metadata[key]; twice {
			return fmt.Errorf("%q is there twice", key)
		}
		token, err := h.Token()
		value, ok := token.(string)
		if err == nil && !ok {
			err = fmt.Errorf("%q is no string", key)
		}
		f.Metadata[key] = value
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", metadataName, err)
	}
	return nil
}

// reader reads JSON token by token: unlike Unmarshal, it sees names that are there twice.
type reader struct{ *json.Decoder }

// object reads an object: read is called after each name and reads its value.
func (h reader) object(read func(name string) error) error {
	if err := h.delimiter('{', "an object"); err != nil {
		return err
	}
	for h.More() {
		token, err := h.Token()
		if err != nil {
			return err
		}
		name, ok := token.(string)
		if !ok {
			return fmt.Errorf("%v is no name", token)
		}
		if err := read(name); err != nil {
			return err
		}
	}
	return h.delimiter('}', "the object's end")
}

func (h reader) delimiter(want json.Delim, what string) error {
	token, err := h.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err == nil && token != want {
		err = fmt.Errorf("want %s, not %v", what, token)
	}
	return err
}

// tensor reads what the header says of one tensor.
func (h reader) tensor(name string) (Tensor, place, error) {
	t := Tensor{Name: name}
	var shape, offsets []int
	seen := make(map[string]bool, 3)
	err := h.object(func(field string) (err error) {
		if seen[field] {
			return fmt.Errorf("%q is there twice", field)
		}
		seen[field] = true
		switch field {
		case "dtype":
			token, err := h.Token()
			dtype, ok := token.(string)
			if err == nil && !ok {
				err = errors.New("dtype is no string")
			}
			t.DType = DType(dtype)
			return err
		case "shape":
			shape, err = h.numbers(field)
			return err
		case "data_offsets":
			offsets, err = h.numbers(field)
			return err
		}
		return fmt.Errorf("unknown field %q", field)
	})
	if err == nil && len(seen) < 3 {
		err = errors.New("dtype, shape or data_offsets is missing")
	}
	if err == nil && len(offsets) != 2 {
		err = fmt.Errorf("data_offsets has %d numbers, not 2", len(offsets))
	}
	if err != nil {
		return t, place{}, fmt.Errorf("tensor %q: %w", name, err)
	}
	t.Shape = shape
	return t, place{begin: offsets[0], end: offsets[1]}, nil
}

// numbers reads an array of whole numbers that are not negative.
func (h reader) numbers(field string) ([]int, error) {
	if err := h.delimiter('[', "an array as "+field); err != nil {
		return nil, err
	}
	out := []int{}
	for h.More() {
		token, err := h.Token()
		if err != nil {
			return nil, err
		}
		number, _ := token.(json.Number)
		n, err := strconv.ParseUint(string(number), 10, strconv.IntSize-1)
		if err != nil {
			return nil, fmt.Errorf("%s has %v, no whole number in range", field, token)
		}
		out = append(out, int(n))
	}
	return out, h.delimiter(']', "the array's end")
}
