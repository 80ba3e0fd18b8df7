package read

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
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

// isDate says whether a date stands in the calendar and is written as Document wants it.
func isDate(s string) bool {
	for _, form := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// parseManifest reads manifest.csv. A file without the column path is an error; a row that cannot be used is a reject.
func (f *folder) parseManifest(data []byte) (manifest, error) {
	const name = "manifest.csv"
	m := manifest{rows: map[string]entry{}, used: map[string]bool{}}
	r, header, err := readCSV(data)
	if err != nil {
		return m, fmt.Errorf("%s: %w", name, err)
	}
	if !slices.Contains(header, "path") {
		return m, fmt.Errorf("%s: line 1: no column %q among %q: name each document's file in it", name, "path", header)
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return m, nil
		}
		line := lineOf(r, err)
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
				if v != "" && !isDate(v) {
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
		if path == "" {
			f.reject(name, fmt.Sprintf("line %d", line), "warning", "row was left out: it names no path")
			continue
		}
		if _, ok := m.rows[path]; ok {
			f.reject(name, fmt.Sprintf("line %d", line), "warning", "%q has a row already: this one was left out", path)
			continue
		}
		slices.SortFunc(e.more, func(a, b Datum) int { return strings.Compare(a.Name, b.Name) })
		m.rows[path] = e
	}
}

// ask notes the documents that the curated file names.
func (f *folder) ask() {
	f.asked = map[string][]int32{}
	for _, r := range f.rules {
		if r.Doc != "" {
			f.asked[r.Doc] = append(f.asked[r.Doc], r.Line)
		}
	}
}

// unused rejects the rows of the manifest that no document has asked for, and those of the curated file that ask for one
// that there is not.
func (f *folder) unused() {
	const reason = "no document %q was read: paths are under the seeds folder, with their ending"
	for path, e := range f.manifest.rows {
		if !f.manifest.used[path] {
			f.reject("manifest.csv", fmt.Sprintf("line %d", e.line), "warning", reason, path)
		}
	}
	for path, lines := range f.asked {
		for _, line := range lines {
			f.reject("actors.csv", fmt.Sprintf("line %d", line), "warning", reason, path)
		}
	}
}
