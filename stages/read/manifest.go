package read

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// manifest is manifest.csv: what its rows say of each document.
type manifest struct {
	rows map[string]entry
	used map[string]bool
}

// entry is one row; empty fields say nothing.
type entry struct {
	line                        int
	title, author, date, source string
	more                        []Datum
}

func (e entry) fill(d *Document) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&d.Title, e.title}, {&d.Author, e.author}, {&d.Date, e.date}, {&d.Source, e.source}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
}

var isoDate = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// parseManifest reads manifest.csv. A file without the column path is an error; a row that cannot be used is a reject.
func (f *folder) parseManifest(data []byte) (manifest, error) {
	const name = "manifest.csv"
	m := manifest{rows: map[string]entry{}, used: map[string]bool{}}
	r, header, err := readCSV(name, data)
	if err != nil {
		return m, err
	}
	if !slices.Contains(header, "path") {
		return m, fmt.Errorf("%s: line 1: no column %q among %q: name each document's file in it", name, "path", header)
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return m, nil
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			f.reject(name, fmt.Sprintf("line %d", line), "warning", "row was left out: %v", csvReason(err))
			continue
		}
		e, path := entry{line: line}, ""
		for i, column := range header {
			v := strings.TrimSpace(row[i])
			switch column {
			case "path":
				path = strings.TrimPrefix(strings.ReplaceAll(v, "\\", "/"), "./")
			case "title":
				e.title = v
			case "author":
				e.author = v
			case "date":
				if v != "" && !isoDate.MatchString(v) {
					f.reject(name, fmt.Sprintf("line %d", line), "warning", "date %q was left out: write it as 1999, 1999-04 or 1999-04-30", v)
					v = ""
				}
				e.date = v
			case "source":
				e.source = v
			default:
				if v != "" {
					e.more = append(e.more, Datum{column, v})
				}
			}
		}
		if _, ok := m.rows[path]; ok {
			f.reject(name, fmt.Sprintf("line %d", line), "warning", "%q has a row already: this one was left out", path)
			continue
		}
		slices.SortFunc(e.more, func(a, b Datum) int { return strings.Compare(a.Name, b.Name) })
		m.rows[path] = e
	}
}

// unused rejects the rows that no document has asked for.
func (f *folder) unused() {
	for path, e := range f.manifest.rows {
		if !f.manifest.used[path] {
			f.reject("manifest.csv", fmt.Sprintf("line %d", e.line), "warning", "no document %q was read: paths are under the seeds folder, with their ending", path)
		}
	}
}

// readCSV opens a table of comma-separated values in UTF-8 and gives its header, in lower case.
func readCSV(name string, data []byte) (*csv.Reader, []string, error) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		return nil, nil, fmt.Errorf("%s: is not UTF-8: save it as UTF-8", name)
	}
	r := csv.NewReader(strings.NewReader(text))
	header, err := r.Read()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: line 1: no header: %w", name, err)
	}
	seen := map[string]bool{}
	for i, h := range header {
		header[i] = strings.ToLower(strings.TrimSpace(h))
		if seen[header[i]] {
			return nil, nil, fmt.Errorf("%s: line 1: column %q stands twice", name, header[i])
		}
		seen[header[i]] = true
	}
	return r, header, nil
}

// csvReason is a fault of the form without the place, which is told apart.
func csvReason(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
