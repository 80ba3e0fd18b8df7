// Package read is the source: it turns a folder of files into documents with clean text. Whatever cannot be read is a
// row in rejects, with its place and the reason, and never ends the run.
package read

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"hustings/pipeline"
)

// ErrNoDocuments means that there is nothing to read: a mistake of the person who named the folder.
var ErrNoDocuments = errors.New("no documents")

// Source reads a folder of documents.
var Source = &pipeline.Source{
	Name: "read", Doc: "turns files into documents with clean text and metadata",
	Makes: []pipeline.Table{Documents, Metadata, Rejects, Rules, Labels},
	Read: pipeline.Do(func(r *pipeline.Reading) error {
		folder := &folder{root: r.Folder}
		if err := folder.open(); err != nil {
			return err
		}
		if err := folder.openSheet(r.Gold); err != nil {
			return err
		}
		Rules.Add(r.Corpus, folder.rules...)
		r.Docs = func(yield func(*pipeline.Doc, error) bool) {
			n := 0
			for d := range folder.documents(r.Context) {
				n++
				delete(folder.asked, d.ID)
				folder.meet(d)
				if !yield(d, nil) {
					return
				}
			}
			if err := r.Context.Err(); err != nil { // it stopped half-way: this is not the whole corpus
				yield(nil, err)
				return
			}
			if n == 0 {
				yield(nil, fmt.Errorf("%w in %q that can be read%s: put .txt, .md or .html files there, or point --seeds at another folder", ErrNoDocuments, r.Folder, folder.why()))
				return
			}
			folder.unused()
			Labels.Add(r.Corpus, folder.labels()...)
			Rejects.Add(r.Corpus, settle(folder.rejects)...)
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
	files    []string          // slash paths under root, ascending
	seen     map[string]string // slash paths of the folders walked, by their real paths
	links    []string          // slash paths of links to folders that are still to be walked
	manifest manifest
	rules    []Rule
	asked    map[string][]int32 // lines of actors.csv by the document that they name, until it is read
	sheet    sheet
	rejects  []Reject
}
