package read

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"hustings/pipeline"
)

// sheetName is the sheet that is read if none is named.
const sheetName = "labels.csv"

// sheet is the sheet of a reading: rows with labels by document, until it is read, and those whose document says what they say.
type sheet struct {
	name   string // as rejects tell it
	asked  map[string][]SheetRow
	usable []Label
}

// openSheet reads the sheet that is named, or the folder's own.
func (f *folder) openSheet(path string) error {
	named := path != ""
	if !named {
		path = filepath.Join(f.root, sheetName)
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil
	}
	f.sheet.name = filepath.Base(path)
	if err != nil {
		return fmt.Errorf("%w: %q cannot be read: %s", ErrSheet, path, reasonOf(err))
	}
	rows, err := ParseSheet(data, f.rejectLabel)
	if err != nil {
		return fmt.Errorf("%q: %w", path, err)
	}
	f.sheet.asked = map[string][]SheetRow{}
	filled := 0
	for _, r := range rows {
		if r.Filled {
			f.sheet.asked[r.DocID] = append(f.sheet.asked[r.DocID], r)
			filled++
		}
	}
	if filled == 0 {
		f.reject(f.sheet.name, "", "warning", "has no label: write -1, 0 or 1 into its column label")
	}
	return nil
}

func (f *folder) rejectLabel(line int, reason string) {
	f.reject(f.sheet.name, fmt.Sprintf("line %d", line), "warning", "row was left out: %s", reason)
}

// meet takes the labels of a document that still has the text that was labelled.
func (f *folder) meet(d *pipeline.Doc) {
	rows, ok := f.sheet.asked[d.ID]
	if !ok {
		return
	}
	delete(f.sheet.asked, d.ID)
	length := utf8.RuneCountInString(d.Text)
	for _, r := range rows {
		there := ""
		if int(r.End) <= length {
			there = folded(d.Slice(r.Start, r.End))
		}
		if there == "" || r.Mention != "" && folded(r.Mention) != there {
			f.rejectLabel(r.Line, fmt.Sprintf("%q no longer stands at %d to %d of %q: the text has changed since the sheet was drawn", r.Mention, r.Start, r.End, d.ID))
			continue
		}
		f.sheet.usable = append(f.sheet.usable, r.Label)
	}
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// labels gives the usable labels by place, and rejects those whose document was not read.
func (f *folder) labels() []Label {
	for id, rows := range f.sheet.asked {
		for _, r := range rows {
			f.rejectLabel(r.Line, fmt.Sprintf("no document %q was read", id))
		}
	}
	slices.SortFunc(f.sheet.usable, func(a, b Label) int {
		return cmp.Or(cmp.Compare(a.DocID, b.DocID), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return f.sheet.usable
}
