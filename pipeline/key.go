package pipeline

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// An ingredient is one thing that a step's result is made from. A step's key is the hash of all of them: the same
// key, the same result.
type ingredient struct {
	Name string `json:"name"`
	Hash string `json:"hash"`
}

// keyOf hashes ingredients in their order.
func keyOf(from []ingredient) string {
	h := sha256.New()
	for _, x := range from {
		_, _ = fmt.Fprintf(h, "%q %q\n", x.Name, x.Hash) // a hash never fails
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Sources are the hashes of the project's packages by their path in the module ("stages/names"): each covers the
// package's source and embedded files, those of all packages of the module that it imports, and the versions of
// all other modules. They are generated (see the command pipeline/sources).
type Sources map[string]string

// ParseSources reads the generated list: a path and a hash a line.
func ParseSources(list string) Sources {
	out := Sources{}
	for line := range strings.Lines(list) {
		if path, hash, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			out[path] = hash
		}
	}
	return out
}

// listed is set by the linker where the list of source hashes was generated right before the build.
var listed string

// program identifies what the list of source hashes can't: the Go release, and the whole binary where the list may not be
// that of its sources: where it was built by hand from a tree with changes or one that git knows nothing of.
var program = sync.OnceValue(func() string {
	id := runtime.Version()
	if listed == "yes" {
		return id
	}
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "vcs.modified", Value: "false"}) {
		return id
	}
	path, err := os.Executable()
	if err == nil {
		path, err = hashFile(path)
	}
	if err != nil { // nothing kept by such a program can be trusted: no later run may find it
		path = rand.Text()
	}
	return id + " " + path
})

// made is what every step of a stage or report is made from, whatever its documents. code is the path of its package.
func (p *Pipeline) made(code string, settings any) []ingredient {
	from := []ingredient{
		{"engine", hash([]byte(p.Sources["pipeline"] + " " + program()))},
		{"code", p.Sources[code]},
	}
	if settings != nil {
		text, err := json.Marshal(settingsMap(settings))
		if err != nil {
			panic(err) // settings are plain structs
		}
		from = append(from, ingredient{"settings", string(text)})
	}
	return from
}

// hashRows hashes rows by their values, without encoding them: what the source gives is hashed at every run.
func hashRows(h io.Writer, rows any) {
	if rows == nil {
		return
	}
	v := reflect.ValueOf(rows)
	var buf []byte
	for r := range v.Len() {
		row := v.Index(r)
		buf = buf[:0]
		for i := range row.NumField() {
			buf = appendValue(buf, row.Field(i))
		}
		_, _ = h.Write(append(buf, '\n'))
	}
}

func appendValue(buf []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return append(buf, "null "...)
		}
		return appendValue(buf, v.Elem())
	case reflect.String:
		s := v.String()
		buf = strconv.AppendInt(buf, int64(len(s)), 10)
		return append(append(append(buf, ':'), s...), ' ')
	case reflect.Int32, reflect.Int64:
		return append(strconv.AppendInt(buf, v.Int(), 10), ' ')
	case reflect.Float64:
		return append(strconv.AppendFloat(buf, v.Float(), 'g', -1, 64), ' ')
	case reflect.Bool:
		return append(strconv.AppendBool(buf, v.Bool()), ' ')
	}
	for i := range v.Len() {
		buf = appendValue(buf, v.Index(i))
	}
	return append(buf, ';')
}
