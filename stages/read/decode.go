package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
)

// decode turns a file's bytes into valid UTF-8 without a byte order mark, or rejects them.
func (f *file) decode(name string, data []byte) (string, bool) {
	if len(bytes.TrimSpace(data)) == 0 {
		f.reject(name, "", "error", "is empty")
		return "", false
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err := uni.UTF16(uni.BigEndian, uni.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			f.reject(name, "", "error", "begins like UTF-16 and is not: save it as UTF-8")
			return "", false
		}
		data = text
	}
	if signature := binary(data); signature != "" {
		f.reject(name, "", "error", "is %s, not text: save it as plain text, Markdown or HTML", signature)
		return "", false
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		f.reject(name, fmt.Sprintf("byte %d", i), "error", "holds NUL bytes, so it is not text: save it as plain text")
		return "", false
	}
	if utf8.Valid(data) {
		return string(data), true
	}
	place := fmt.Sprintf("byte %d", firstInvalid(data))
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil || !plausible(text) {
		f.reject(name, place, "error", "is not UTF-8, and is no text as Windows-1252 either: save it as UTF-8")
		return "", false
	}
	f.reject(name, place, "warning", "is not UTF-8; it was read as Windows-1252: if its accents are wrong, save it as UTF-8")
	return string(text), true
}

// binary names a format by its first bytes.
func binary(data []byte) string {
	for _, s := range []struct{ begin, name string }{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a zip or an office document"}, {"\xd0\xcf\x11\xe0", "an office document"}, {"{\\rtf", "an RTF document"},
		{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"}, {"\x1f\x8b", "a compressed file"}, {"\x7fELF", "a program"},
	} {
		if bytes.HasPrefix(data, []byte(s.begin)) {
			return s.name
		}
	}
	return ""
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// plausible says whether decoded bytes look like prose: nearly all letters, marks and spaces, and letters of ASCII among
// them.
func plausible(text []byte) bool {
	odd, letters, all := 0, 0, 0
	for _, r := range string(text) {
		all++
		switch {
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			letters++
		case r == utf8.RuneError, unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\f", r):
			odd += 10
		case r > unicode.MaxASCII && !unicode.IsPunct(r):
			odd++
		}
	}
	return letters*2 > all && odd*5 < all
}
