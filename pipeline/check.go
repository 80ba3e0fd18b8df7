package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// Check reads a published set again and tells every fault in it: files that are missing, changed or unreadable, keys
// that stand twice, values out of range, references to rows that are not there, offsets outside the text.
func Check(ctx context.Context, plan *Plan, out string) (faults []error, err error) {
	m, err := ReadManifest(out)
	if err != nil {
		return nil, fmt.Errorf("check: no readable set in %q: run the pipeline first, or name another folder with --out: %w", out, err)
	}
	k := &checker{targets: map[string]map[string]bool{}, lengths: map[string]int{}}
	for _, f := range m.Files {
		k.file(out, f)
	}
	var tables []Table
	for _, t := range plan.Tables() {
		if !t.Published() {
			continue
		}
		if !slices.ContainsFunc(m.Tables, func(x ManifestTable) bool { return x.Name == t.Name() }) {
			k.fault("manifest.json: table %q is missing", t.Name())
			continue
		}
		tables = append(tables, t)
	}
	read := map[Table][]rowsOf{}
	for _, t := range tables {
		i := slices.IndexFunc(m.Tables, func(x ManifestTable) bool { return x.Name == t.Name() })
		groups, rows := k.read(ctx, out, t, m.Tables[i].Files)
		if rows != m.Tables[i].Rows {
			k.fault("%s: has %d rows, the manifest says %d", t.Name(), rows, m.Tables[i].Rows)
		}
		read[t] = groups
		k.index(t, groups)
	}
	for _, t := range tables {
		k.rows(t, read[t])
	}
	return k.faults, nil
}

type checker struct {
	faults  []error
	targets map[string]map[string]bool // "actors.entity_id" → its values, after the document's id where rows have one
	lengths map[string]int             // document → code points of its text
}

func (k *checker) fault(format string, args ...any) {
	k.faults = append(k.faults, fmt.Errorf(format, args...))
}

// file reads a file and checks its hash.
func (k *checker) file(out string, f ManifestFile) ([]byte, bool) {
	data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(f.Path)))
	if err != nil {
		k.fault("%s: %v", f.Path, err)
		return nil, false
	}
	if got := hash(data); got != f.SHA256 {
		k.fault("%s: has the hash %.12s…, the manifest says %.12s…", f.Path, got, f.SHA256)
	}
	return data, true
}

func (k *checker) read(ctx context.Context, out string, t Table, files []ManifestFile) (groups []rowsOf, rows int) {
	for _, f := range files {
		data, ok := k.file(out, f)
		if !ok {
			continue
		}
		got, err := decodeSafely(ctx, t, data)
		if err != nil {
			k.fault("%s: %v", f.Path, err)
			continue
		}
		groups = append(groups, got...)
	}
	for _, g := range groups {
		rows += rowCount(g.rows)
	}
	return groups, rows
}

// decodeSafely reads a file that may be damaged: Arrow panics on some.
func decodeSafely(ctx context.Context, t Table, data []byte) (groups []rowsOf, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot be read: %v", r)
		}
	}()
	return decodeTable(ctx, t, data, nil)
}

// index keeps the values that other tables may refer to, and the length of every text.
func (k *checker) index(t Table, groups []rowsOf) {
	c := t.codec()
	for i, col := range c.columns {
		if !col.Key && col.Name != "entity_id" {
			continue
		}
		values := map[string]bool{}
		for _, g := range groups {
			all := reflect.ValueOf(g.rows)
			for r := range all.Len() {
				values[g.doc+"\x00"+fmt.Sprint(all.Index(r).Field(c.fields[i]).Interface())] = true
			}
		}
		k.targets[t.Name()+"."+col.Name] = values
	}
	if t.Name() != "documents" {
		return
	}
	ids := map[string]bool{}
	for _, g := range groups {
		ids["\x00"+g.doc] = true
		if text, ok := reflect.ValueOf(g.rows).Index(0).Interface().(Texter); ok {
			k.lengths[g.doc] = len([]rune(text.DocumentText()))
		}
	}
	k.targets["documents.doc_id"] = ids
}

// shown is the most faults told of one column: a table with one broken column does not bury the others.
const shown = 5

func (k *checker) rows(t Table, groups []rowsOf) {
	c := t.codec()
	seen, finished := map[string]bool{}, map[string]bool{}
	told := map[string]int{}
	tell := func(col, format string, args ...any) {
		if told[col]++; told[col] <= shown {
			k.fault("%s.%s: %s", t.Name(), col, fmt.Sprintf(format, args...))
		}
	}
	last := ""
	for _, g := range groups {
		if c.perDoc && g.doc != last {
			if finished[g.doc] {
				tell("doc_id", "rows of %q stand apart", g.doc)
			}
			finished[last], last = true, g.doc
			seen = map[string]bool{}
			if ids, ok := k.targets["documents.doc_id"]; ok && !ids["\x00"+g.doc] {
				tell("doc_id", "%q is not in documents", g.doc)
			}
		}
		all := reflect.ValueOf(g.rows)
		for r := range all.Len() {
			row := all.Index(r)
			var key []string
			offsets := map[string]int64{}
			for i, col := range c.columns {
				v := row.Field(c.fields[i])
				if col.Key {
					key = append(key, fmt.Sprint(v.Interface()))
				}
				if col.Unit == "code points" && v.Kind() == reflect.Int32 {
					offsets[col.Name] = v.Int()
				}
				k.value(g.doc, col, v, tell)
			}
			if id := strings.Join(key, "\x00"); len(key) > 0 {
				if seen[id] {
					tell(keyColumns(c), "%q stands twice in %q", strings.Join(key, ", "), g.doc)
				}
				seen[id] = true
			}
			if n, ok := k.lengths[g.doc]; ok && c.perDoc {
				if s, e := offsets["start"], offsets["end"]; s < 0 || e < s || e > int64(n) {
					tell("start", "%d..%d is outside the %d code points of %q", s, e, n, g.doc)
				}
			}
		}
	}
	for _, col := range c.all() {
		if n := told[col.Name]; n > shown {
			k.fault("%s.%s: and %d more", t.Name(), col.Name, n-shown)
		}
	}
}

func keyColumns(c *codec) string {
	var names []string
	for _, col := range c.columns {
		if col.Key {
			names = append(names, col.Name)
		}
	}
	return strings.Join(names, "+")
}

// value checks one value against its column's range, allowed values and reference.
func (k *checker) value(doc string, col Column, v reflect.Value, tell func(string, string, ...any)) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	if col.Low != nil {
		x := 0.0
		if v.CanInt() {
			x = float64(v.Int())
		} else {
			x = v.Float()
		}
		if !(x >= *col.Low && x <= *col.High) {
			tell(col.Name, "%v in %q is not between %v and %v", x, doc, *col.Low, *col.High)
		}
	}
	if col.In != nil && !slices.Contains(col.In, fmt.Sprint(v.Interface())) {
		tell(col.Name, "%q in %q is not one of %s", v.Interface(), doc, strings.Join(col.In, ", "))
	}
	target, ok := k.targets[col.Ref]
	if col.Ref == "" || !ok {
		return
	}
	for _, x := range values(v) {
		if x == "" || x == "-1" {
			continue
		}
		if !target["\x00"+x] && !target[doc+"\x00"+x] {
			tell(col.Name, "%q in %q is not in %s", x, doc, col.Ref)
		}
	}
}
