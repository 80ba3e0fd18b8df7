package read

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

func (f *folder) reject(path, place, severity, reason string, args ...any) {
	f.rejects = append(f.rejects, Reject{path, place, fmt.Sprintf(reason, args...), severity})
}

// why names the first reason for which a file was not read, for an error that no document was.
func (f *folder) why() string {
	if len(f.rejects) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d rejected, the first %q: %s)", len(f.rejects), f.rejects[0].Path, f.rejects[0].Reason)
}

// settle sorts rejects by path and place, and makes one row of those that share both.
func settle(rejects []Reject) []Reject {
	slices.SortFunc(rejects, func(a, b Reject) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Place, b.Place), strings.Compare(a.Severity, b.Severity), strings.Compare(a.Reason, b.Reason))
	})
	var rows []Reject
	for i, r := range rejects {
		if i > 0 && r == rejects[i-1] {
			continue
		}
		if last := len(rows) - 1; i > 0 && rows[last].Path == r.Path && rows[last].Place == r.Place {
			rows[last].Reason += "; " + r.Reason // an error sorts before a warning: the row stays one
			continue
		}
		rows = append(rows, r)
	}
	return rows
}

// reasonOf is an error of the file system without the path of the machine in it.
func reasonOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
