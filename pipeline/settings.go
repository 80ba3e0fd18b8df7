package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/viper"
	"go.yaml.in/yaml/v3"
)

// ErrSettings is what every error about the configuration wraps: a mistake of the person who wrote it.
var ErrSettings = errors.New("bad settings")

// Settings are the settings by section: the section "run" and one for each stage that has any, each a pointer to
// a struct.
type Settings map[string]any

// RunSettings is the section "run".
type RunSettings struct {
	Seeds   string `set:"seeds" doc:"folder with the documents"`
	Out     string `set:"out" doc:"folder for tables, report and the store of finished steps"`
	Gold    string `set:"gold" doc:"sheet of judgements labelled by hand (hustings sample); empty: labels.csv in the folder with the documents, if it is there"`
	Workers int    `set:"workers" doc:"documents worked on at once; 0: one for each processor" range:"0..4096"`
}

// Run gives the section "run".
func (s Settings) Run() *RunSettings { return s["run"].(*RunSettings) }

// of gives a stage's settings, or nil if it has none.
func (s Settings) of(stage string, defaults any) any {
	if have, ok := s[stage]; ok {
		return have
	}
	return defaults
}

// Setting is one key with its meaning, as `hustings stages` and the example configuration show it.
type Setting struct {
	Section, Key, Doc string
	Default           any
	In                []string
	Range             string
	field             reflect.Value
}

func (s Setting) name() string { return s.Section + "." + s.Key }

// sections are fresh copies of the defaults.
func (p *Plan) sections() (order []string, out Settings) {
	out = Settings{"run": &RunSettings{Seeds: "seeds", Out: "out"}}
	order = []string{"run"}
	add := func(name string, defaults any) {
		if defaults == nil {
			return
		}
		copied := reflect.New(reflect.TypeOf(defaults).Elem())
		copied.Elem().Set(reflect.ValueOf(defaults).Elem())
		out[name] = copied.Interface()
		order = append(order, name)
	}
	add(p.Source.Name, p.Source.Read.settings)
	for _, s := range p.Stages {
		add(s.Name, s.Each.settings)
		add(s.Name, s.Whole.settings)
	}
	return order, out
}

// Keys lists every setting in the order of the stages.
func (p *Plan) Keys() []Setting {
	order, sections := p.sections()
	return keysOf(order, sections)
}

func keysOf(order []string, sections Settings) []Setting {
	var out []Setting
	for _, section := range order {
		v := reflect.ValueOf(sections[section]).Elem()
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag
			s := Setting{Section: section, Key: tag.Get("set"), Doc: tag.Get("doc"), Default: v.Field(i).Interface(), Range: tag.Get("range"), field: v.Field(i)}
			if s.Key == "" || s.Doc == "" || s.Key != strings.ToLower(s.Key) {
				panic(fmt.Sprintf("settings of %q: field %s needs the tags set (lower case) and doc", section, v.Type().Field(i).Name))
			}
			if in := tag.Get("in"); in != "" {
				s.In = strings.Split(in, "|")
			}
			out = append(out, s)
		}
	}
	return out
}

// Settings gives the defaults changed by assignments "section.key=value".
func (p *Plan) Settings(assignments []string) (Settings, error) {
	return p.settings(nil, "", assignments)
}

// ReadSettings reads a configuration file, then the environment (HUSTINGS_SECTION_KEY), then assignments
// "section.key=value"; the later outranks the earlier. A file that is not there is an error that wraps
// [fs.ErrNotExist]; an unknown key or a bad value is one that wraps [ErrSettings] and names key, line and what is allowed.
func (p *Plan) ReadSettings(file string, assignments []string) (Settings, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("config: no file %q: name another with --config: %w", file, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("config: %w", err)
	}
	return p.settings(data, file, assignments)
}

func (p *Plan) settings(data []byte, file string, assignments []string) (Settings, error) {
	order, sections := p.sections()
	keys := keysOf(order, sections)
	known := map[string]bool{}
	for _, k := range keys {
		known[k.name()] = true
	}
	origin, faults := origins(data, file, known)

	// viper lower-cases keys and splits them on dots, so no key may be a name; it is used here alone.
	v := viper.New()
	v.SetConfigType("yaml")
	v.SetEnvPrefix("HUSTINGS")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	for _, k := range keys {
		v.SetDefault(k.name(), k.Default)
	}
	if len(faults) == 0 && data != nil {
		if err := v.ReadConfig(bytes.NewReader(data)); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", file, err))
		}
	}
	for _, a := range assignments {
		key, value, ok := strings.Cut(a, "=")
		if !ok || !known[key] {
			faults = append(faults, fmt.Errorf("--set %s: %s", a, unknown(key, known)))
			continue
		}
		v.Set(key, value)
		origin[key] = "--set " + key
	}
	for _, k := range keys {
		if name := "HUSTINGS_" + strings.ToUpper(strings.ReplaceAll(k.name(), ".", "_")); os.Getenv(name) != "" && !strings.HasPrefix(origin[k.name()], "--set") {
			origin[k.name()] = name
		}
		if err := k.assign(v.Get(k.name())); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s: %w", origin[k.name()], k.name(), err))
		}
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("%w: %w", ErrSettings, errors.Join(faults...))
	}
	return sections, nil
}

// assign checks a value and puts it into the field.
func (k Setting) assign(value any) error {
	into := reflect.New(k.field.Type())
	d, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{Result: into.Interface(), WeaklyTypedInput: true,
		DecodeHook: mapstructure.StringToSliceHookFunc(",")})
	if err != nil {
		return err
	}
	if err := d.Decode(value); err != nil {
		return fmt.Errorf("%q is not a %s", fmt.Sprint(value), kinds[k.field.Kind()])
	}
	got := into.Elem()
	if k.In != nil {
		for _, x := range values(got) {
			if !slices.Contains(k.In, x) {
				return fmt.Errorf("%q is not allowed: use one of %s", x, strings.Join(k.In, ", "))
			}
		}
	}
	if k.Range != "" {
		low, high, err := parseRange(k.Range)
		if err != nil {
			panic(err)
		}
		x := got
		f := 0.0
		if x.CanInt() {
			f = float64(x.Int())
		} else {
			f = x.Float()
		}
		if !(f >= low && f <= high) {
			return fmt.Errorf("%v is not between %v and %v", f, low, high)
		}
	}
	k.field.Set(got)
	return nil
}

var kinds = map[reflect.Kind]string{reflect.Int: "whole number", reflect.Float64: "number", reflect.Bool: "true or false", reflect.String: "text", reflect.Slice: "list"}

func values(v reflect.Value) []string {
	if v.Kind() == reflect.Slice {
		return v.Interface().([]string)
	}
	return []string{fmt.Sprint(v.Interface())}
}

// origins tells the place of each key in a configuration file and every key that is not known.
func origins(data []byte, file string, known map[string]bool) (map[string]string, []error) {
	where := map[string]string{}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return where, []error{fmt.Errorf("%s: %w", file, err)}
	}
	if len(root.Content) == 0 {
		return where, nil
	}
	var faults []error
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return where, []error{fmt.Errorf("%s:%d: is not a list of sections", file, top.Line)}
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		section, body := top.Content[i], top.Content[i+1]
		if body.Kind != yaml.MappingNode && body.Tag != "!!null" {
			faults = append(faults, fmt.Errorf("%s:%d: %q is not a section: %s", file, section.Line, section.Value, unknown(section.Value, known)))
			continue
		}
		if body.Kind != yaml.MappingNode {
			continue
		}
		for j := 0; j+1 < len(body.Content); j += 2 {
			key := section.Value + "." + body.Content[j].Value
			where[key] = fmt.Sprintf("%s:%d", file, body.Content[j].Line)
			if !known[key] {
				faults = append(faults, fmt.Errorf("%s:%d: %s", file, body.Content[j].Line, unknown(key, known)))
			}
		}
	}
	return where, faults
}

// unknown says that a key is not known and which is nearest.
func unknown(key string, known map[string]bool) string {
	best, least := "", 1<<30
	for k := range known {
		if n := distance(key, k); n < least || n == least && k < best {
			best, least = k, n
		}
	}
	return fmt.Sprintf("no setting %q; did you mean %q?", key, best)
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
