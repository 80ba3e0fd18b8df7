package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// ReadWhole reads a published table of the corpus.
func ReadWhole[R any](ctx context.Context, out string, t *WholeTable[R]) ([]R, error) {
	var rows []R
	err := readPublished(ctx, out, t, func(g rowsOf) bool {
		rows = append(rows, g.rows.([]R)...)
		return true
	})
	return rows, err
}

// ReadDocs reads a published table per document and gives each document's rows, in order, until the function says
// that it has enough.
func ReadDocs[R any](ctx context.Context, out string, t *DocTable[R], each func(id string, rows []R) bool) error {
	return readPublished(ctx, out, t, func(g rowsOf) bool { return each(g.doc, g.rows.([]R)) })
}

// ReadDoc reads one document's rows of a published table.
func ReadDoc[R any](ctx context.Context, out string, t *DocTable[R], id string) (rows []R, err error) {
	err = ReadDocs(ctx, out, t, func(doc string, found []R) bool {
		if doc == id {
			rows = found
		}
		return doc != id
	})
	return rows, err
}

func readPublished(ctx context.Context, out string, t Table, each func(rowsOf) bool) error {
	m, err := ReadManifest(out)
	if err != nil {
		return fmt.Errorf("no readable set in %q: run the pipeline first, or name another folder with --out: %w", out, err)
	}
	i := slices.IndexFunc(m.Tables, func(x ManifestTable) bool { return x.Name == t.Name() })
	if i < 0 {
		return fmt.Errorf("%q has no table %q", out, t.Name())
	}
	for _, f := range m.Tables[i].Files {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		groups, err := decodeSafely(ctx, t, data)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		for _, g := range groups {
			if !each(g) {
				return nil
			}
		}
	}
	return nil
}
