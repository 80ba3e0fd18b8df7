package pipeline

import (
	"fmt"
	"reflect"
	"slices"
)

// Table is typed rows under a name: a [*DocTable] or a [*WholeTable]. Declare each once, as a package variable
// of the stage that makes it; other stages import that variable.
type Table interface {
	Name() string
	Doc() string     // one line of meaning
	Published() bool // false: for other stages only, not written to out/tables
	PerDocument() bool
	Columns() []Column // as they are written: doc_id first where rows belong to documents

	codec() *codec
}

// DocTable is a table whose rows belong to documents. R is a struct whose fields carry the tags that [Column] lists;
// the column doc_id comes first by itself. Rows of a document keep the order in which they were added.
type DocTable[R any] struct{ table }

// WholeTable is a table whose rows belong to the corpus.
type WholeTable[R any] struct{ table }

type table struct {
	name, doc string
	internal  bool
	rows      *codec
}

// PerDoc declares a table whose rows belong to one document each.
func PerDoc[R any](name, doc string) *DocTable[R] {
	return &DocTable[R]{table{name: name, doc: doc, rows: newCodec(name, reflect.TypeFor[R](), true)}}
}

// Whole declares a table whose rows belong to the corpus.
func Whole[R any](name, doc string) *WholeTable[R] {
	return &WholeTable[R]{table{name: name, doc: doc, rows: newCodec(name, reflect.TypeFor[R](), false)}}
}

// Internal keeps the table out of the published set.
func (t *DocTable[R]) Internal() *DocTable[R] { t.internal = true; return t }

// Internal keeps the table out of the published set.
func (t *WholeTable[R]) Internal() *WholeTable[R] { t.internal = true; return t }

// Only is the table with some of its columns: a stage over the corpus or a report that needs no more is spared reading
// the rest, whose fields are then empty. A stage on one document gets all columns all the same.
func (t *DocTable[R]) Only(columns ...string) Table {
	for _, name := range columns {
		if !slices.ContainsFunc(t.rows.columns, func(c Column) bool { return c.Name == name }) {
			panic(fmt.Sprintf("table %q has no column %q", t.name, name))
		}
	}
	return &narrowed{t, columns}
}

// narrowed is a table of which some columns are read.
type narrowed struct {
	Table
	columns []string
}

// plain is the table itself and the columns to read of it, nil for all.
func plain(t Table) (Table, []string) {
	if n, ok := t.(*narrowed); ok {
		return n.Table, n.columns
	}
	return t, nil
}

// allOf is tables with all their columns.
func allOf(tables []Table) []Table {
	out := make([]Table, len(tables))
	for i, t := range tables {
		out[i], _ = plain(t)
	}
	return out
}

func (t *table) Name() string      { return t.name }
func (t *table) Doc() string       { return t.doc }
func (t *table) Published() bool   { return !t.internal }
func (t *table) PerDocument() bool { return t.rows.perDoc }
func (t *table) Columns() []Column { return t.rows.all() }
func (t *table) codec() *codec     { return t.rows }

// Of returns the document's rows. They are shared: do not change them.
func (t *DocTable[R]) Of(d *Doc) []R {
	d.may(t, false)
	rows, _ := d.rows[t].([]R)
	return rows
}

// Add appends rows to the document's.
func (t *DocTable[R]) Add(d *Doc, rows ...R) {
	d.may(t, true)
	have, _ := d.rows[t].([]R)
	d.rows[t], d.added = append(have, rows...), true
}

// Scope is where the corpus's tables can be read from: a [*Doc] or a [*Corpus].
type Scope interface {
	of() *Corpus
	may(t Table, write bool)
}

// Rows returns the corpus's rows. They are shared: do not change them.
func (t *WholeTable[R]) Rows(s Scope) []R {
	s.may(t, false)
	rows, _ := s.of().whole(t).([]R)
	return rows
}

// Add appends rows to the corpus's. Sort them first: their order is part of the result.
func (t *WholeTable[R]) Add(c *Corpus, rows ...R) {
	c.may(t, true)
	have, _ := c.rows[t].([]R)
	c.rows[t] = append(have, rows...)
}

// Column is one column of a table, as declared by the tags of a row's field:
//
//	col:"start"                  its name in Parquet
//	doc:"first code point …"     one line of meaning
//	key:"1"                      part of the table's key (doc_id is by itself in tables per document)
//	unit:"code points"           the unit, where there is one
//	ref:"actors.entity_id"       every value that is not empty or null or -1 stands in that column
//	range:"0..1"                 lowest and highest value allowed
//	in:"author|quoted|reported"  the values allowed
//
// Field types are string, bool, int32, int64, float64, []string, and pointers to the first five for columns
// that may be null.
type Column struct {
	Name, Doc, Unit, Type string
	Key                   bool
	Ref                   string
	Low, High             *float64
	In                    []string
	Null                  bool
}
