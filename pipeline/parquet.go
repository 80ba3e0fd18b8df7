package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// rowGroup is the most rows in one row group: fixed, so that the same rows are the same bytes.
const rowGroup = 128 << 10

// parquetWriter opens a Parquet file for a table's records.
func parquetWriter(t Table, w io.Writer) (*pqarrow.FileWriter, error) {
	schema := t.codec().schema
	meta := arrow.NewMetadata([]string{"table", "doc"}, []string{t.Name(), t.Doc()})
	props := parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Zstd), parquet.WithDictionaryDefault(true),
		parquet.WithMaxRowGroupLength(rowGroup), parquet.WithCreatedBy("hustings"))
	out, err := pqarrow.NewFileWriter(arrow.NewSchema(schema.Fields(), &meta), w, props, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, fmt.Errorf("table %q: %w", t.Name(), err)
	}
	return out, nil
}

// encodeTable writes rows as Parquet.
func encodeTable(t Table, groups []rowsOf) ([]byte, error) {
	rec := t.codec().encode(groups)
	defer rec.Release()
	var buf bytes.Buffer
	w, err := parquetWriter(t, &buf)
	if err == nil {
		err = w.WriteBuffered(rec)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("table %q: %w", t.Name(), err)
	}
	return buf.Bytes(), nil
}

// decodeTable reads rows back, by document: all columns, or those named.
func decodeTable(ctx context.Context, t Table, data []byte, columns []string) ([]rowsOf, error) {
	var out []rowsOf
	picked := t.codec().pick(columns)
	err := eachRecord(ctx, t, data, picked, func(rec arrow.Record) error {
		groups, err := t.codec().decode(rec, picked)
		if err != nil {
			return err
		}
		for _, g := range groups { // a document's rows may go on in the next record
			if last := len(out) - 1; last >= 0 && out[last].doc == g.doc {
				out[last].rows = appendRows(out[last].rows, g.rows)
				continue
			}
			out = append(out, g)
		}
		return nil
	})
	return out, err
}

// eachRecord gives the Arrow records of a Parquet file in order: all columns if picked is nil, else these.
func eachRecord(ctx context.Context, t Table, data []byte, picked []int, do func(arrow.Record) error) error {
	r, err := file.NewParquetReader(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Name(), err)
	}
	defer r.Close() //nolint:errcheck // it reads from memory
	// The reader makes room for a whole batch in every column, however few rows there are.
	batch := max(1, min(rowGroup, r.NumRows()))
	in, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{BatchSize: batch}, memory.DefaultAllocator)
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Name(), err)
	}
	if n := r.MetaData().Schema.NumColumns(); n != len(t.codec().schema.Fields()) {
		return fmt.Errorf("table %q: has %d columns, want %d", t.Name(), n, len(t.codec().schema.Fields()))
	}
	records, err := in.GetRecordReader(ctx, picked, nil)
	if err != nil {
		return fmt.Errorf("table %q: %w", t.Name(), err)
	}
	defer records.Release()
	for records.Next() {
		if err := do(records.Record()); err != nil {
			return fmt.Errorf("table %q: %w", t.Name(), err)
		}
	}
	if err := records.Err(); err != nil && err != io.EOF {
		return fmt.Errorf("table %q: %w", t.Name(), err)
	}
	return nil
}
