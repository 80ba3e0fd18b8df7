package score

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// run is what the tables of a run say, by document.
type run struct {
	docs     map[string]bool
	mentions map[string]map[span]mention // names and acronyms
	polarity map[string]map[span]int32   // absent where the run abstained
	regions  map[string][]region         // nil where the run has no such table
}

// mention is one name in the run; its entity is empty where it is not linked.
type mention struct{ kind, entity string }

// readRun reads the tables that are scored.
func readRun(dir string) (run, error) {
	r := run{docs: map[string]bool{}, mentions: map[string]map[span]mention{}, polarity: map[string]map[span]int32{}}
	err := readTable(dir, "documents", func(c columns, i int) { r.docs[stem(c.text("doc_id", i))] = true }, "doc_id")
	if err != nil {
		return r, err
	}
	err = readTable(dir, "mentions", func(c columns, i int) {
		if form := c.text("form", i); form != "name" && form != "acronym" {
			return
		}
		put(r.mentions, c, i, mention{strings.Clone(c.text("type", i)), strings.Clone(c.text("entity_id", i))})
	}, "doc_id", "start", "end", "form", "type", "entity_id")
	if err != nil {
		return r, err
	}
	err = readTable(dir, "sentiment", func(c columns, i int) {
		if p := c["polarity"]; p.IsValid(i) {
			put(r.polarity, c, i, p.(*array.Int32).Value(i))
		}
	}, "doc_id", "start", "end", "polarity")
	if err != nil {
		return r, err
	}
	regions := map[string][]region{}
	err = readTable(dir, "regions", func(c columns, i int) {
		d := stem(c.text("doc_id", i))
		regions[d] = append(regions[d], region{strings.Clone(c.text("kind", i)), c.span(i)})
	}, "doc_id", "start", "end", "kind")
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	r.regions = regions
	return r, err
}

func put[V any](into map[string]map[span]V, c columns, i int, v V) {
	d := stem(c.text("doc_id", i))
	if into[d] == nil {
		into[strings.Clone(d)] = map[span]V{}
	}
	into[d][c.span(i)] = v
}

// stem is what a gold file of a document is named: the last part of its id without extension.
func stem(docID string) string {
	base := path.Base(docID)
	if ext := path.Ext(base); strings.Trim(strings.TrimSuffix(base, ext), ".") != "" {
		return strings.TrimSuffix(base, ext)
	}
	return base
}

// columns are the wanted columns of some rows of a table.
type columns map[string]arrow.Array

// typeOf is what a wanted column must hold.
func typeOf(column string) arrow.Type {
	switch column {
	case "start", "end", "polarity":
		return arrow.INT32
	}
	return arrow.STRING
}

func (c columns) text(name string, i int) string { return c[name].(*array.String).Value(i) }

func (c columns) span(i int) span {
	return span{c["start"].(*array.Int32).Value(i), c["end"].(*array.Int32).Value(i)}
}

// check finds what a damaged table may hold and no figure can be made of.
func (c columns) check(i int) error {
	if c["start"] != nil {
		if s := c.span(i); s.start < 0 || s.end < s.start {
			return fmt.Errorf("stands at %d to %d, which is no stretch of a text", s.start, s.end)
		}
	}
	if p := c["polarity"]; p != nil && p.IsValid(i) {
		if v := p.(*array.Int32).Value(i); v < -1 || v > 1 {
			return fmt.Errorf("polarity %d is not -1, 0 or 1", v)
		}
	}
	return nil
}

// readTable calls row for every row of a table, which is one file or a folder of part files.
func readTable(dir, name string, row func(c columns, i int), want ...string) error {
	files := []string{filepath.Join(dir, name+".parquet")}
	if _, err := os.Stat(files[0]); errors.Is(err, fs.ErrNotExist) {
		if files, err = filepath.Glob(filepath.Join(dir, name, "*.parquet")); err != nil || len(files) == 0 {
			return fmt.Errorf("score: no table %q in %q: expected is the folder \"tables\" of a finished run: %w", name, dir, fs.ErrNotExist)
		}
	}
	for _, f := range files {
		if err := readFile(f, row, want); err != nil {
			return fmt.Errorf("score: table %q: %s: %w", name, f, err)
		}
	}
	return nil
}

func readFile(name string, row func(c columns, i int), want []string) error {
	f, err := file.OpenParquetFile(name, false)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // only read
	in, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{BatchSize: 1 << 14}, memory.DefaultAllocator)
	if err != nil {
		return err
	}
	var leaves []int
	for _, w := range want {
		i := f.MetaData().Schema.ColumnIndexByName(w)
		if i < 0 {
			return fmt.Errorf("has no column %q", w)
		}
		leaves = append(leaves, i)
	}
	records, err := in.GetRecordReader(context.Background(), leaves, nil)
	if err != nil {
		return err
	}
	defer records.Release()
	n := 0
	for records.Next() {
		rec := records.Record()
		c := columns{}
		for k, field := range rec.Schema().Fields() {
			if want := typeOf(field.Name); field.Type.ID() != want {
				return fmt.Errorf("column %q holds %s, not %s", field.Name, field.Type, want)
			}
			c[field.Name] = rec.Column(k)
		}
		for i := range int(rec.NumRows()) {
			if err := c.check(i); err != nil {
				return fmt.Errorf("row %d: %w", n+i, err)
			}
			row(c, i)
		}
		n += int(rec.NumRows())
	}
	if err := records.Err(); !errors.Is(err, io.EOF) { // the reader's way of saying that it came to the end
		return err
	}
	return nil
}
