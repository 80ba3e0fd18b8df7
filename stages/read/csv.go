package read

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// readCSV opens a table of comma-separated values in UTF-8 and gives its header, in lower case.
func readCSV(data []byte) (*csv.Reader, []string, error) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		return nil, nil, errors.New("is not UTF-8: save it as UTF-8")
	}
	r := csv.NewReader(strings.NewReader(text))
	header, err := r.Read()
	if err != nil {
		return nil, nil, fmt.Errorf("line 1: no header: %w", csvReason(err))
	}
	seen := map[string]bool{}
	for i, h := range header {
		header[i] = strings.ToLower(strings.TrimSpace(h))
		if seen[header[i]] {
			return nil, nil, fmt.Errorf("line 1: column %q stands twice", header[i])
		}
		seen[header[i]] = true
	}
	return r, header, nil
}

// lineOf is the line on which the row just read begins. A row that cannot be parsed may have no first field to ask for.
func lineOf(r *csv.Reader, err error) int {
	if p, ok := errors.AsType[*csv.ParseError](err); ok {
		return p.StartLine
	}
	line, _ := r.FieldPos(0)
	return line
}

// csvReason is a fault of the form without the place, which is told apart.
func csvReason(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
