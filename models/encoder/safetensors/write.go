package safetensors

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Write writes a file. The same tensors and metadata give the same bytes in whatever order they come:
// tensors are sorted by type, the widest first, which keeps elements aligned, and then by name, as the
// format's own library does. Metadata may be nil.
//
// It is an error if a name is there twice, is no valid UTF-8 or is "__metadata__", if a tensor's Data
// doesn't fit its type and shape, or if the header would be longer than 100,000,000 bytes; nothing is
// written then. Errors of w are returned as they are.
func Write(w io.Writer, tensors []Tensor, metadata map[string]string) error {
	tensors = slices.Clone(tensors)
	slices.SortFunc(tensors, func(a, b Tensor) int {
		if a.DType != b.DType {
			return b.DType.rank() - a.DType.rank()
		}
		return strings.Compare(a.Name, b.Name)
	})
	header, err := newHeader(tensors, metadata)
	if err != nil {
		return err
	}
	if _, err := w.Write(header); err != nil {
		return err
	}
	for _, t := range tensors {
		if _, err := w.Write(t.Data); err != nil {
			return err
		}
	}
	return nil
}

// newHeader returns the header with its length, padded so that the data starts at a multiple of 8 bytes.
func newHeader(tensors []Tensor, metadata map[string]string) ([]byte, error) {
	h := header{bytes.NewBuffer(make([]byte, 8)), 0}
	if metadata != nil {
		for key, value := range metadata {
			if !utf8.ValidString(key) || !utf8.ValidString(value) {
				return nil, fmt.Errorf("safetensors: metadata %q is not valid UTF-8", key)
			}
		}
		h.add(metadataName, metadata)
	}
	names := make(map[string]bool, len(tensors))
	at := 0
	for _, t := range tensors {
		switch {
		case !utf8.ValidString(t.Name):
			return nil, t.errorf("name is not valid UTF-8")
		case t.Name == metadataName:
			return nil, t.errorf("name is taken by the metadata")
		case names[t.Name]:
			return nil, t.errorf("name is there twice")
		}
		if err := t.check(); err != nil {
			return nil, err
		}
		names[t.Name] = true
		end := at + len(t.Data)
		h.add(t.Name, struct {
			DType   DType  `json:"dtype"`
			Shape   []int  `json:"shape"`
			Offsets [2]int `json:"data_offsets"`
		}{t.DType, append([]int{}, t.Shape...), [2]int{at, end}})
		at = end
	}
	return h.end()
}

// header is a header that is being written.
type header struct {
	*bytes.Buffer
	fields int
}

func (h *header) add(name string, value any) {
	if h.fields == 0 {
		h.WriteByte('{')
	} else {
		h.WriteByte(',')
	}
	h.fields++
	h.json(name)
	h.WriteByte(':')
	h.json(value)
}

// json adds a value that JSON can hold.
func (h *header) json(value any) {
	e := json.NewEncoder(h)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic(err) // strings and numbers: can't happen
	}
	h.Truncate(h.Len() - 1) // the line feed
}

func (h *header) end() ([]byte, error) {
	if h.fields == 0 {
		h.WriteByte('{')
	}
	h.WriteByte('}')
	for h.Len()%8 != 0 {
		h.WriteByte(' ')
	}
	length := h.Len() - 8
	if length > maxHeader {
		return nil, fmt.Errorf("safetensors: header of %d bytes is too long", length)
	}
	binary.LittleEndian.PutUint64(h.Bytes(), uint64(length))
	return h.Bytes(), nil
}
