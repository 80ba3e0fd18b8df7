// Package read is the source: it turns a folder of files into documents with clean text. Whatever cannot be read is a
// row in rejects, with its place and the reason, and never ends the run.
package read

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"hustings/pipeline"
)

// ErrNoDocuments means that there is nothing to read: a mistake of the person who named the folder.
var ErrNoDocuments = errors.New("no documents")

// Source reads a folder of documents.
var Source = &pipeline.Source{
	Name: "read", Doc: "turns files into documents with clean text and metadata",
	Makes: []pipeline.Table{Documents, Metadata, Rejects, Rules},
	Read: pipeline.Do(func(r *pipeline.Reading) error {
		folder := &folder{root: r.Folder}
		if err := folder.open(); err != nil {
			return err
		}
		Rules.Add(r.Corpus, folder.rules...)
		r.Docs = func(yield func(*pipeline.Doc, error) bool) {
			n := 0
			for d := range folder.documents(r.Context) {
				n++
				if !yield(d, nil) {
					return
				}
			}
			if n == 0 {
				yield(nil, fmt.Errorf("%w in %q that can be read%s: put .txt, .md or .html files there, or point --seeds at another folder", ErrNoDocuments, r.Folder, folder.why()))
				return
			}
			folder.unused()
			slices.SortFunc(folder.rejects, func(a, b Reject) int {
				return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Place, b.Place), strings.Compare(a.Reason, b.Reason))
			})
			Rejects.Add(r.Corpus, folder.rejects...)
		}
		return nil
	}),
}

// documents reads the files side by side and gives their documents in order.
func (f *folder) documents(ctx context.Context) iter.Seq[*pipeline.Doc] {
	type done struct {
		file *file
		doc  *pipeline.Doc
	}
	return func(yield func(*pipeline.Doc) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		ahead := make(chan chan done, runtime.GOMAXPROCS(0))
		go func() {
			defer close(ahead)
			for _, name := range f.files {
				one := make(chan done, 1)
				select {
				case ahead <- one:
				case <-ctx.Done():
					return
				}
				go func() {
					x := &file{folder: f}
					one <- done{x, x.read(name)}
				}()
			}
		}()
		i := 0
		for one := range ahead {
			x := <-one
			f.rejects = append(f.rejects, x.file.rejects...)
			if x.file.listed {
				f.manifest.used[f.files[i]] = true
			}
			i++
			if x.doc != nil && !yield(x.doc) {
				return
			}
		}
	}
}

// folder is one reading of a folder.
type folder struct {
	root     string
	files    []string // slash paths under root, ascending
	manifest manifest
	rules    []Rule
	rejects  []Reject
}

func (f *folder) reject(path, place, severity, reason string, args ...any) {
	f.rejects = append(f.rejects, Reject{path, place, fmt.Sprintf(reason, args...), severity})
}

// why names the first reason for which a file was not read, for an error that no document was.
func (f *folder) why() string {
	if len(f.rejects) == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d rejected, the first %q: %s)", len(f.rejects), f.rejects[0].Path, f.rejects[0].Reason)
}

// open lists the files and reads the manifest and the curated file.
func (f *folder) open() error {
	info, err := os.Stat(f.root)
	if err != nil || !info.IsDir() {
		return fmt.Errorf("seeds: %w: %q is not a folder: point --seeds at the folder with the documents", ErrNoDocuments, f.root)
	}
	if data, err := os.ReadFile(filepath.Join(f.root, "actors.csv")); err == nil {
		if f.rules, err = ParseRules(data); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("actors.csv: %w", err)
	}
	if data, err := os.ReadFile(filepath.Join(f.root, "manifest.csv")); err == nil {
		if f.manifest, err = f.parseManifest(data); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("manifest.csv: %w", err)
	}
	f.walk("", nil)
	slices.Sort(f.files)
	return nil
}

// walk lists a folder; above are the folders that it lies in, so that a link back to one of them is seen.
func (f *folder) walk(dir string, above []os.FileInfo) {
	real := filepath.Join(f.root, filepath.FromSlash(dir))
	info, err := os.Stat(real)
	if err != nil {
		f.reject(dir, "", "error", "folder cannot be read: %s", reasonOf(err))
		return
	}
	for _, a := range above {
		if os.SameFile(a, info) {
			f.reject(dir, "", "error", "is a link back to a folder that it lies in: remove the link")
			return
		}
	}
	entries, err := os.ReadDir(real)
	if err != nil {
		f.reject(dir, "", "error", "folder cannot be read: %s", reasonOf(err))
		return
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || dir == "" && reserved(name) {
			continue
		}
		path := name
		if dir != "" {
			path = dir + "/" + name
		}
		target, err := os.Stat(filepath.Join(real, name)) // through links
		switch {
		case err != nil:
			f.reject(path, "", "error", "cannot be opened: %s", reasonOf(err))
		case target.IsDir():
			f.walk(path, append(slices.Clone(above), info))
		case !target.Mode().IsRegular():
			f.reject(path, "", "error", "is not a file: only files are read")
		default:
			f.files = append(f.files, path)
		}
	}
}

// reserved names at the root of a seeds folder are no documents.
func reserved(name string) bool {
	return name == "manifest.csv" || name == "actors.csv" || name == "gold" || strings.HasPrefix(name, "README") || strings.HasPrefix(name, "LICENSE")
}

// reasonOf is an error of the file system without the path of the machine in it.
func reasonOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
