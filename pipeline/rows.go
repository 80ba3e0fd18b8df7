package pipeline

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// rowsOf is the rows of one document (or, with no id, of a whole table) on their way into a file.
type rowsOf struct {
	doc  string
	rows any // []R or nil
}

// encode makes one Arrow record of many documents' rows. The caller releases it.
func (c *codec) encode(groups []rowsOf) arrow.Record {
	b := array.NewRecordBuilder(memory.DefaultAllocator, c.schema)
	defer b.Release()
	for _, g := range groups {
		if g.rows == nil {
			continue
		}
		rows := c.at(g.rows)
		skip := 0
		if c.perDoc {
			skip = 1
			ids := b.Field(0).(*array.StringBuilder)
			ids.Reserve(rows.n)
			for range rows.n {
				ids.Append(g.doc)
			}
		}
		for k := range c.fields {
			c.appendColumn(b.Field(k+skip), rows, k)
		}
	}
	return b.NewRecord()
}

// memoryOf is the memory of an []R: fields are reached by their offset, for reflection on each of millions of values
// would cost more than all else.
type memoryOf struct {
	base unsafe.Pointer
	size uintptr // of a row
	n    int
}

func (c *codec) at(rows any) memoryOf {
	v := reflect.ValueOf(rows)
	return memoryOf{v.UnsafePointer(), c.row.Size(), v.Len()}
}

// field gives a column's value in a row.
func field[T any](m memoryOf, row int, offset uintptr) *T {
	return (*T)(unsafe.Add(m.base, uintptr(row)*m.size+offset))
}

func (c *codec) appendColumn(b array.Builder, m memoryOf, k int) {
	f := c.row.Field(c.fields[k])
	b.Reserve(m.n)
	switch b := b.(type) {
	case *array.StringBuilder:
		appendValues(b, m, f, func(v *string) { b.Append(*v) })
	case *array.BooleanBuilder:
		appendValues(b, m, f, func(v *bool) { b.Append(*v) })
	case *array.Int32Builder:
		appendValues(b, m, f, func(v *int32) { b.Append(*v) })
	case *array.Int64Builder:
		appendValues(b, m, f, func(v *int64) { b.Append(*v) })
	case *array.Float64Builder:
		appendValues(b, m, f, func(v *float64) {
			*v = round(*v) // also in memory, where later stages read it: found or made, they see the same
			b.Append(*v)
		})
	case *array.ListBuilder:
		items := b.ValueBuilder().(*array.StringBuilder)
		for r := range m.n {
			b.Append(true)
			for _, x := range *field[[]string](m, r, f.Offset) {
				items.Append(x)
			}
		}
	}
}

func appendValues[T any](b array.Builder, m memoryOf, f reflect.StructField, add func(*T)) {
	if f.Type.Kind() != reflect.Pointer {
		for r := range m.n {
			add(field[T](m, r, f.Offset))
		}
		return
	}
	for r := range m.n {
		if v := *field[*T](m, r, f.Offset); v != nil {
			add(v)
		} else {
			b.AppendNull()
		}
	}
}

// round keeps six digits after the point: every published float goes through here, so that what differs in the
// last bits between CPUs (assembly, fused multiply-add) does not differ in the files. Minus zero becomes zero.
func round(x float64) float64 { return math.Round(x*1e6)/1e6 + 0 }

// pick gives the places of columns in the schema, the documents' ids first; nil for all.
func (c *codec) pick(columns []string) []int {
	if columns == nil {
		return nil
	}
	skip := len(c.schema.Fields()) - len(c.fields)
	var out []int
	for i := range skip {
		out = append(out, i)
	}
	for k, col := range c.columns {
		if slices.Contains(columns, col.Name) {
			out = append(out, k+skip)
		}
	}
	return out
}

// decode gives the rows of a record, grouped by document in their order; one group without id for whole tables. The
// record has the columns picked, nil for all.
func (c *codec) decode(rec arrow.Record, picked []int) ([]rowsOf, error) {
	n := int(rec.NumRows())
	if picked == nil {
		for i := range c.schema.Fields() {
			picked = append(picked, i)
		}
	}
	if int(rec.NumCols()) != len(picked) {
		return nil, fmt.Errorf("has %d columns, want %d", rec.NumCols(), len(picked))
	}
	all := reflect.MakeSlice(reflect.SliceOf(c.row), n, n)
	m := c.at(all.Interface())
	skip := len(c.schema.Fields()) - len(c.fields)
	for i, at := range picked {
		if at < skip {
			continue
		}
		if err := c.readColumn(rec.Column(i), m, at-skip); err != nil {
			return nil, fmt.Errorf("column %q: %w", c.columns[at-skip].Name, err)
		}
	}
	if !c.perDoc {
		return []rowsOf{{rows: all.Interface()}}, nil
	}
	ids, ok := rec.Column(0).(*array.String)
	if !ok {
		return nil, fmt.Errorf("column %q: holds %s", docColumn.Name, rec.Column(0).DataType())
	}
	var groups []rowsOf
	for from := 0; from < n; {
		to := from + 1
		for to < n && ids.Value(to) == ids.Value(from) {
			to++
		}
		groups = append(groups, rowsOf{strings.Clone(ids.Value(from)), all.Slice3(from, to, to).Interface()})
		from = to
	}
	return groups, nil
}

// readColumn fills a field of all rows. Strings share the column's memory, which lives as long as any of them.
func (c *codec) readColumn(a arrow.Array, m memoryOf, k int) error {
	f := c.row.Field(c.fields[k])
	if want := c.schema.Field(len(c.schema.Fields()) - len(c.fields) + k).Type; a.DataType().ID() != want.ID() {
		return fmt.Errorf("holds %s, want %s", a.DataType(), want)
	}
	switch a := a.(type) {
	case *array.String:
		readValues(a, m, f, a.Value)
	case *array.Boolean:
		readValues(a, m, f, a.Value)
	case *array.Int32:
		readValues(a, m, f, a.Value)
	case *array.Int64:
		readValues(a, m, f, a.Value)
	case *array.Float64:
		readValues(a, m, f, a.Value)
	case *array.List:
		items, ok := a.ListValues().(*array.String)
		if !ok {
			return fmt.Errorf("holds a list of %s", a.ListValues().DataType())
		}
		values := make([]string, items.Len())
		for i := range values {
			values[i] = items.Value(i)
		}
		for r := range m.n {
			if from, to := a.ValueOffsets(r); from < to {
				*field[[]string](m, r, f.Offset) = values[from:to:to]
			}
		}
	}
	return nil
}

func readValues[T any](a arrow.Array, m memoryOf, f reflect.StructField, value func(int) T) {
	if f.Type.Kind() != reflect.Pointer {
		for r := range m.n {
			*field[T](m, r, f.Offset) = value(r)
		}
		return
	}
	values := make([]T, m.n)
	for r := range m.n {
		if !a.IsNull(r) {
			values[r] = value(r)
			*field[*T](m, r, f.Offset) = &values[r]
		}
	}
}

// appendRows joins two []R of one table.
func appendRows(a, b any) any {
	return reflect.AppendSlice(reflect.ValueOf(a), reflect.ValueOf(b)).Interface()
}

// rowCount is the length of an []R or 0 for nil.
func rowCount(rows any) int {
	if rows == nil {
		return 0
	}
	return reflect.ValueOf(rows).Len()
}

// firstText is the text that the row of a source's first table holds.
func firstText(rows any) string {
	v := reflect.ValueOf(rows)
	if v.Len() == 0 {
		return ""
	}
	return v.Index(0).Interface().(Texter).DocumentText()
}
