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
	"path/filepath"
	"slices"

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
