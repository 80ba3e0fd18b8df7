package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/arrow/go/v15/arrow"
	"golang.org/x/sync/errgroup"
)

// The published set lies in OUT/.sets/HASH; OUT/.current is a link to it, and OUT/tables, OUT/report and the rest
// are links through .current. A new set is written beside the old one and put in its place by one rename, so that a
// reader, or a run killed at any moment, sees the old set or the new one and nothing between.
const (
	setsDir = ".sets"
	current = ".current"
)

// oneFile is the most rows that a table has as one file; a larger one is a folder of the parts' files, so that a
// changed document does not rewrite the whole table.
const oneFile = 200_000

// Manifest says what a published set was made from and what is in it. It has no time and no path of the machine.
type Manifest struct {
	Documents int               `json:"documents"`
	Input     string            `json:"input"`    // hash of the documents' ids and texts
	Settings  map[string]any    `json:"settings"` // of all stages; where documents and output lie is left out
	Stages    map[string]string `json:"stages"`   // hash of each stage's code and models
	Tables    []ManifestTable   `json:"tables"`
	Files     []ManifestFile    `json:"files"`

	paths map[string]string // of tables' files, by hash
}

// ManifestTable is one published table.
type ManifestTable struct {
	Name  string         `json:"name"`
	Rows  int            `json:"rows"`
	From  string         `json:"from"` // hash of the parts that it was put together from
	Files []ManifestFile `json:"files"`
}

// ManifestFile is one published file.
type ManifestFile struct {
	Path   string `json:"path"` // slash path under the output folder
	SHA256 string `json:"sha256"`
}

// ReadManifest reads the manifest of the set published in a folder.
func ReadManifest(out string) (*Manifest, error) {
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		return nil, err
	}
	m := &Manifest{}
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("manifest.json: %w", err)
	}
	return m, nil
}

func logPath(out string) string { return filepath.Join(out, "store", "log.json") }

// StoreIn is the store that belongs to an output folder. What can be wrong with the folder is told here.
func StoreIn(out string) (Folder, error) {
	dir := filepath.Join(out, "store")
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = writeFile(filepath.Join(dir, ".write"), nil)
	}
	if err != nil {
		return "", fmt.Errorf("out: cannot write into %q: choose another folder with --out: %w", out, err)
	}
	return Folder(dir), os.Remove(filepath.Join(dir, ".write"))
}

// Publish writes the published tables, the reports' files and the manifest into the folder as one set, and the log
// for [Explain]. What has not changed since the set before is linked, not written again. Where the store turns out to be
// damaged, the run is done again, and r is the new one.
func (p *Pipeline) Publish(ctx context.Context, r *Result, out string) error {
	err := p.publish(ctx, r, out)
	if errors.Is(err, errDamaged) {
		var again *Result
		if again, err = p.Run(ctx, r.folder); err == nil {
			*r = *again
			err = p.publish(ctx, r, out)
		}
	}
	return err
}

func (p *Pipeline) publish(ctx context.Context, r *Result, out string) error {
	order := []string{p.Plan.Source.Name}
	for _, s := range p.Plan.Stages {
		order = append(order, s.Name)
	}
	for _, s := range p.Reports {
		order = append(order, s.Name)
	}
	r.log.compare(readLog(logPath(out)), r.Corpus, order)
	log, err := json.Marshal(r.log)
	if err == nil {
		err = writeFile(logPath(out), log)
	}
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	before, err := ReadManifest(out)
	if err != nil { // none, or damaged: everything is written anew
		before = &Manifest{}
	}
	before.path("") // makes the index, before several goroutines ask
	sets := filepath.Join(out, setsDir)
	if err := os.MkdirAll(sets, 0o755); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	dir, err := os.MkdirTemp(sets, ".new-*")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // it is gone when all went well
	m, err := p.write(ctx, r, dir, out, before)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := writeFile(filepath.Join(dir, "manifest.json"), append(data, '\n')); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := swap(dir, out, hash(data)); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// write fills a new set.
func (p *Pipeline) write(ctx context.Context, r *Result, dir, out string, before *Manifest) (*Manifest, error) {
	m := &Manifest{Documents: r.Documents, Settings: map[string]any{}, Stages: map[string]string{}}
	input := sha256.New()
	for _, x := range r.Corpus.parts {
		for i, id := range x.ids {
			_, _ = fmt.Fprintf(input, "%q %s\n", id, x.texts[i]) // a hash never fails
		}
	}
	m.Input = hex.EncodeToString(input.Sum(nil))
	_, sections := p.Plan.sections()
	for name := range sections {
		if name != "run" {
			m.Settings[name] = settingsMap(p.Settings.of(name, sections[name]))
		}
	}
	for _, s := range p.Plan.Stages {
		m.Stages[s.Name] = p.Sources["stages/"+s.Name]
	}
	var tables []Table
	for _, t := range p.Plan.Tables() {
		if t.Published() {
			tables = append(tables, t)
		}
	}
	m.Tables = make([]ManifestTable, len(tables))
	var g errgroup.Group
	g.SetLimit(p.workers)
	for i, t := range tables {
		g.Go(func() (err error) {
			m.Tables[i], err = p.writeTable(ctx, r.Corpus, t, dir, out, before)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, f := range r.files {
		data, err := p.get(ctx, fileName(f.Hash))
		if err != nil {
			return nil, err
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.Path)), data); err != nil {
			return nil, err
		}
		m.Files = append(m.Files, ManifestFile(struct{ Path, SHA256 string }{f.Path, f.Hash}))
	}
	return m, nil
}

func settingsMap(s any) map[string]any {
	out := map[string]any{}
	for _, k := range keysOf([]string{"x"}, Settings{"x": s}) {
		out[k.Key] = k.Default
	}
	return out
}

// writeTable puts a table's parts together in the new set.
func (p *Pipeline) writeTable(ctx context.Context, c *Corpus, t Table, dir, out string, before *Manifest) (ManifestTable, error) {
	refs := []ref{c.refs[t]}
	if t.PerDocument() {
		refs = nil
		for _, x := range c.parts {
			refs = append(refs, x.tables[t])
		}
	}
	m := ManifestTable{Name: t.Name()}
	from := sha256.New()
	var filled []ref
	for _, r := range refs {
		m.Rows += r.Rows
		_, _ = fmt.Fprintln(from, r.Hash) // a hash never fails
		if r.Rows > 0 {
			filled = append(filled, r)
		}
	}
	// The engine's code decides the bytes of a table put together.
	m.From = hash([]byte(p.Sources["pipeline"] + hex.EncodeToString(from.Sum(nil))))
	base := "tables/" + t.Name() + ".parquet"
	if m.Rows > oneFile && len(filled) > 1 {
		for i, r := range filled {
			f := ManifestFile{Path: fmt.Sprintf("%s/%06d.parquet", base, i), SHA256: r.Hash}
			if err := p.place(ctx, f, dir, out, before); err != nil {
				return m, err
			}
			m.Files = append(m.Files, f)
		}
		return m, nil
	}
	to := filepath.Join(dir, filepath.FromSlash(base))
	if len(filled) == 1 {
		m.Files = []ManifestFile{{Path: base, SHA256: filled[0].Hash}}
		return m, p.place(ctx, m.Files[0], dir, out, before)
	}
	if i := slices.IndexFunc(before.Tables, func(o ManifestTable) bool { return o.Name == m.Name && o.From == m.From && len(o.Files) == 1 }); i >= 0 {
		old := before.Tables[i].Files[0]
		if sum, err := hashFile(filepath.Join(out, filepath.FromSlash(old.Path))); err == nil && sum == old.SHA256 {
			if err := linkFile(filepath.Join(out, filepath.FromSlash(old.Path)), to); err == nil {
				m.Files = []ManifestFile{old}
				return m, nil
			}
		}
	}
	sum, err := p.join(ctx, t, filled, to)
	m.Files = []ManifestFile{{Path: base, SHA256: sum}}
	return m, err
}

// A row group of a table put together ends with the part that goes beyond one of these.
const (
	joinedRows  = 16 << 10
	joinedBytes = 1 << 20 // compressed
)

// join writes the rows of several files of the store as one file and gives its hash.
func (p *Pipeline) join(ctx context.Context, t Table, refs []ref, to string) (sum string, err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	f, err := os.Create(to)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	w, err := parquetWriter(t, io.MultiWriter(f, h))
	if err != nil {
		return "", errors.Join(err, f.Close())
	}
	rows, bytes := 0, 0
	for _, r := range refs {
		data, err := p.get(ctx, tableName(r.Hash))
		if rows += r.Rows; rows > joinedRows || bytes > joinedBytes { // the writer holds a row group in memory
			w.NewBufferedRowGroup()
			rows, bytes = r.Rows, 0
		}
		bytes += len(data)
		if err == nil {
			err = eachRecord(ctx, t, data, nil, func(rec arrow.Record) error {
				return w.WriteBuffered(t.codec().conform(rec))
			})
		}
		if err != nil {
			return "", errors.Join(err, f.Close())
		}
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	if err := f.Close(); err != nil && !errors.Is(err, fs.ErrClosed) { // Arrow closes what it writes to, where it can
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// place puts a file of the store into the new set. If the set before has it, whole, it is linked from there; never from
// the store itself, for people may write over what is published.
func (p *Pipeline) place(ctx context.Context, f ManifestFile, dir, out string, before *Manifest) error {
	to := filepath.Join(dir, filepath.FromSlash(f.Path))
	if old, ok := before.path(f.SHA256); ok {
		from := filepath.Join(out, filepath.FromSlash(old))
		if sum, err := hashFile(from); err == nil && sum == f.SHA256 && linkFile(from, to) == nil {
			return nil
		}
	}
	data, err := p.get(ctx, tableName(f.SHA256))
	if err != nil {
		return err
	}
	return writeFile(to, data)
}

// path finds a table's file by its hash.
func (m *Manifest) path(sha string) (string, bool) {
	if m.paths == nil {
		m.paths = map[string]string{}
		for _, t := range m.Tables {
			for _, f := range t.Files {
				m.paths[f.SHA256] = f.Path
			}
		}
	}
	path, ok := m.paths[sha]
	return path, ok
}

func linkFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(from)
	if err != nil {
		return err
	}
	return os.Link(real, to)
}

func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // it is only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// swap puts a finished set in the place of the one before and removes sets older than that.
func swap(dir, out, name string) error {
	sets := filepath.Dir(dir)
	final := filepath.Join(sets, name[:16])
	old, _ := os.Readlink(filepath.Join(out, current)) // none at first
	if filepath.Base(old) == name[:16] {
		if err := keepWhole(dir, final); err != nil {
			return err
		}
	} else {
		if err := os.RemoveAll(final); err != nil { // what an earlier run left without publishing it
			return err
		}
		if err := os.Rename(dir, final); err != nil {
			return err
		}
		if err := symlink(path.Join(setsDir, name[:16]), filepath.Join(out, current)); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(final)
	if err != nil {
		return err
	}
	published := map[string]bool{}
	for _, e := range entries {
		published[e.Name()] = true
		if err := symlink(path.Join(current, e.Name()), filepath.Join(out, e.Name())); err != nil {
			return err
		}
	}
	entries, err = os.ReadDir(out)
	if err != nil {
		return err
	}
	for _, e := range entries { // links to what the new set no longer has
		target, err := os.Readlink(filepath.Join(out, e.Name()))
		if err == nil && strings.HasPrefix(target, current+"/") && !published[e.Name()] {
			if err := os.Remove(filepath.Join(out, e.Name())); err != nil {
				return err
			}
		}
	}
	entries, err = os.ReadDir(sets)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() != name[:16] && e.Name() != filepath.Base(old) {
			if err := os.RemoveAll(filepath.Join(sets, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// keepWhole mends a published set that a new one equals, where somebody has changed or removed its files.
func keepWhole(dir, final string) error {
	return filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		want, err := hashFile(name)
		if err != nil {
			return err
		}
		if got, err := hashFile(filepath.Join(final, rel)); err == nil && got == want {
			return nil
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(final, rel)), 0o755); err != nil {
			return err
		}
		return os.Rename(name, filepath.Join(final, rel))
	})
}

// symlink makes or replaces a link in one step. What stands in its place and is no link is somebody's: an error.
func symlink(target, name string) error {
	if have, err := os.Readlink(name); err == nil && have == target {
		return nil
	}
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink == 0 {
		return fmt.Errorf("%q is in the way: it was not made by this program; move it or choose another folder with --out", name)
	}
	tmp := name + ".new"
	if err := os.Remove(tmp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, tmp); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}
