package pipeline

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// codec turns a table's rows into Arrow columns and back.
type codec struct {
	perDoc  bool
	row     reflect.Type
	columns []Column // without doc_id
	fields  []int    // index of each column's field
	schema  *arrow.Schema
}

var stringList = reflect.TypeFor[[]string]()

// newCodec reads the tags of a row type. What is wrong with them is a programmer's mistake: it panics at start.
func newCodec(table string, row reflect.Type, perDoc bool) *codec {
	c := &codec{perDoc: perDoc, row: row}
	for i := range row.NumField() {
		f := row.Field(i)
		col := Column{Name: f.Tag.Get("col"), Doc: f.Tag.Get("doc"), Unit: f.Tag.Get("unit"), Ref: f.Tag.Get("ref"), Key: f.Tag.Get("key") != ""}
		if col.Name == "" || col.Doc == "" {
			panic(fmt.Sprintf("table %q: field %s needs the tags col and doc", table, f.Name))
		}
		if in, ok := f.Tag.Lookup("in"); ok {
			col.In = strings.Split(in, "|")
		}
		if r, ok := f.Tag.Lookup("range"); ok {
			low, high, err := parseRange(r)
			if err != nil {
				panic(fmt.Sprintf("table %q: column %q: %v", table, col.Name, err))
			}
			col.Low, col.High = &low, &high
		}
		t := f.Type
		if t.Kind() == reflect.Pointer {
			col.Null, t = true, t.Elem()
		}
		switch {
		case t == stringList && !col.Null:
			col.Type = "list<string>"
		case t.Kind() == reflect.String, t.Kind() == reflect.Bool, t.Kind() == reflect.Int32, t.Kind() == reflect.Int64, t.Kind() == reflect.Float64:
			col.Type = t.Kind().String()
		default:
			panic(fmt.Sprintf("table %q: column %q: no column can hold a %s", table, col.Name, f.Type))
		}
		c.columns = append(c.columns, col)
		c.fields = append(c.fields, i)
	}
	c.schema = c.arrowSchema()
	return c
}

// parseRange reads "0..1".
func parseRange(s string) (low, high float64, err error) {
	a, b, ok := strings.Cut(s, "..")
	if ok {
		if low, err = strconv.ParseFloat(a, 64); err == nil {
			high, err = strconv.ParseFloat(b, 64)
		}
	}
	if !ok || err != nil {
		return 0, 0, fmt.Errorf("range %q is not LOW..HIGH", s)
	}
	return low, high, nil
}

var docColumn = Column{Name: "doc_id", Type: "string", Key: true, Ref: "documents.doc_id", Doc: "the document: its path under the seeds folder"}

func (c *codec) arrowSchema() *arrow.Schema {
	var fields []arrow.Field
	for _, col := range c.all() {
		var t arrow.DataType
		switch col.Type {
		case "string":
			t = arrow.BinaryTypes.String
		case "bool":
			t = arrow.FixedWidthTypes.Boolean
		case "int32":
			t = arrow.PrimitiveTypes.Int32
		case "int64":
			t = arrow.PrimitiveTypes.Int64
		case "float64":
			t = arrow.PrimitiveTypes.Float64
		case "list<string>":
			t = arrow.ListOfNonNullable(arrow.BinaryTypes.String)
		}
		keys, values := []string{"doc"}, []string{col.Doc}
		if col.Unit != "" {
			keys, values = append(keys, "unit"), append(values, col.Unit)
		}
		fields = append(fields, arrow.Field{Name: col.Name, Type: t, Nullable: col.Null, Metadata: arrow.NewMetadata(keys, values)})
	}
	return arrow.NewSchema(fields, nil)
}

// all gives the columns as written: doc_id first where rows belong to documents.
func (c *codec) all() []Column {
	if c.perDoc {
		return append([]Column{docColumn}, c.columns...)
	}
	return c.columns
}

// conform gives a record that was read from Parquet the table's own schema: what is read back carries Parquet's field
// ids and names lists' items otherwise; the values are the same.
func (c *codec) conform(rec arrow.Record) arrow.Record {
	columns := make([]arrow.Array, rec.NumCols())
	for i, col := range rec.Columns() {
		d := col.Data()
		columns[i] = array.MakeFromData(array.NewData(c.schema.Field(i).Type, d.Len(), d.Buffers(), d.Children(), d.NullN(), d.Offset()))
	}
	return array.NewRecord(c.schema, columns, rec.NumRows())
}
