package pipeline

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Print gives a table's rows as text, for tests: the columns named (all if none are) joined by " | ", then the
// text between start and end where the table has both. With several documents each one's rows come after [its id].
func Print(plan *Plan, c *Corpus, docs []*Doc, table string, columns []string) (string, error) {
	i := slices.IndexFunc(plan.Tables(), func(t Table) bool { return t.Name() == table })
	if i < 0 {
		return "", fmt.Errorf("print: no table %q", table)
	}
	t := plan.Tables()[i]
	var out strings.Builder
	if !t.PerDocument() {
		err := printRows(&out, t, c.rows[t], columns, nil)
		return out.String(), err
	}
	for _, d := range docs {
		if len(docs) > 1 {
			fmt.Fprintf(&out, "[%s]\n", d.ID)
		}
		if err := printRows(&out, t, d.rows[t], columns, d); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

func printRows(out *strings.Builder, t Table, rows any, columns []string, d *Doc) error {
	if rows == nil {
		return nil
	}
	codec := t.codec()
	index := map[string]int{}
	for k, col := range codec.columns {
		index[col.Name] = codec.fields[k]
	}
	if len(columns) == 0 {
		for _, col := range codec.columns {
			columns = append(columns, col.Name)
		}
	}
	start, hasStart := index["start"]
	end, hasEnd := index["end"]
	all := reflect.ValueOf(rows)
	for r := range all.Len() {
		row := all.Index(r)
		var cells []string
		for _, name := range columns {
			i, ok := index[name]
			if !ok {
				return fmt.Errorf("print: table %q has no column %q", t.Name(), name)
			}
			cells = append(cells, cell(row.Field(i)))
		}
		if hasStart && hasEnd && d != nil {
			cells = append(cells, strconv.Quote(d.Slice(int32(row.Field(start).Int()), int32(row.Field(end).Int()))))
		}
		fmt.Fprintln(out, strings.Join(cells, " | "))
	}
	return nil
}

func cell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return "null"
		}
		return cell(v.Elem())
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', 3, 64)
	case reflect.Slice:
		return "[" + strings.Join(v.Interface().([]string), ", ") + "]"
	}
	return fmt.Sprint(v.Interface())
}
