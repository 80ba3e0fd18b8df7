//go:build unix

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// reserved are what a folder of documents holds beside them.
func reserved(path string) bool {
	return path == "gold" || path == "manifest.csv" || path == "actors.csv" || strings.HasPrefix(path, "README") || strings.HasPrefix(path, "LICENSE")
}

// eachDocument calls do with the path under the folder and the content of each document.
func eachDocument(folder string, do func(path string, text []byte) error) error {
	return filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		under, err := filepath.Rel(folder, path)
		switch {
		case err != nil:
			return err
		case reserved(under) && e.IsDir():
			return fs.SkipDir
		case reserved(under) || e.IsDir():
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return do(under, text)
	})
}

// repeat writes copies of a folder, each under a name of its own.
func repeat(from, to string, copies int) error {
	return eachDocument(from, func(path string, text []byte) error {
		for i := range copies {
			if err := write(filepath.Join(to, fmt.Sprintf("%04d", i), path), text); err != nil {
				return err
			}
		}
		return nil
	})
}

// drawing makes documents of the sentences of others, drawn at random with a fixed seed: a corpus of repeated
// documents or paragraphs would measure how duplicates are handled.
type drawing struct {
	sentences []string
	random    *rand.Rand
}

func newDrawing(folder string) (*drawing, error) {
	d := &drawing{random: rand.New(rand.NewPCG(10, 4))}
	err := eachDocument(folder, func(path string, text []byte) error {
		if ext := filepath.Ext(path); ext != ".txt" && ext != ".md" {
			return nil
		}
		for _, paragraph := range strings.Split(string(text), "\n\n") {
			for _, s := range strings.SplitAfter(strings.Join(strings.Fields(paragraph), " "), ". ") {
				if s = strings.TrimSpace(s); len(s) > 40 {
					d.sentences = append(d.sentences, s)
				}
			}
		}
		return nil
	})
	if err == nil && len(d.sentences) == 0 {
		err = fmt.Errorf("no sentences in the .txt and .md files of %q", folder)
	}
	return d, err
}

const shortest, longest = 300, 500 // words of a drawn document

// write writes documents from number from to before number to.
func (d *drawing) write(folder string, from, to int) error {
	for i := from; i < to; i++ {
		var text strings.Builder
		fmt.Fprintf(&text, "Sheet number %d of the drawn corpus\n", i)
		want := shortest + d.random.IntN(longest-shortest)
		n := 6
		for k := 0; n < want; k++ {
			if k%5 == 0 {
				text.WriteString("\n")
			}
			s := d.sentences[d.random.IntN(len(d.sentences))]
			text.WriteString(s + "\n")
			n += strings.Count(s, " ") + 1
		}
		if err := write(sheet(folder, i), []byte(text.String())); err != nil {
			return err
		}
	}
	return nil
}

func sheet(folder string, i int) string {
	return filepath.Join(folder, fmt.Sprintf("%02d", i%100), fmt.Sprintf("%06d.txt", i))
}

// change adds a paragraph to a drawn document.
func change(folder string, i int) error {
	path := sheet(folder, i)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return write(path, append(text, "\nThis sheet has changed since the last run.\n"...))
}

func write(path string, text []byte) error {
	return errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, text, 0o644))
}
