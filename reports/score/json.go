package score

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// Share is a figure between -1 and 1. It is written with four digits after the point.
type Share float64

// MarshalJSON writes the figure rounded, always with a point: 0.9123, 1.0.
func (s Share) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

func (s Share) String() string {
	out := strings.TrimRight(strconv.FormatFloat(float64(s), 'f', 4, 64), "0")
	if strings.HasSuffix(out, ".") {
		out += "0"
	}
	return out
}

// JSON gives the figures as indented JSON with a newline at the end.
func (f *Figures) JSON() []byte { return indented(f) }

// JSON gives the comparison as indented JSON with a newline at the end.
func (s *Sheet) JSON() []byte { return indented(s) }

func indented(figures any) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(figures); err != nil {
		panic(err) // the fields are numbers and strings
	}
	return out.Bytes()
}
