package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

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
		f.ask()
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
	f.seen = map[string]string{}
	f.walk("")
	for i := 0; i < len(f.links); i++ { // walking one may find more
		f.walk(f.links[i])
	}
	slices.Sort(f.files)
	return nil
}

// walk lists a folder. Each is walked once, under its own name if it has one under the root: links to folders wait
// until the folders themselves are done, so that no set of links can make a walk endless, or nearly so.
func (f *folder) walk(dir string) {
	real := filepath.Join(f.root, filepath.FromSlash(dir))
	key, err := filepath.EvalSymlinks(real)
	if err != nil {
		f.reject(dir, "", "error", "folder cannot be read: %s", reasonOf(err))
		return
	}
	if key, err = filepath.Abs(key); err != nil {
		f.reject(dir, "", "error", "folder cannot be read: %s", reasonOf(err))
		return
	}
	if name, ok := f.seen[key]; ok {
		if name == "" || strings.HasPrefix(dir, name+"/") {
			f.reject(dir, "", "error", "is a link back to a folder that it lies in: remove the link")
		} else {
			f.reject(dir, "", "warning", "is the folder %q once more, which is read already: remove the link", name)
		}
		return
	}
	f.seen[key] = dir
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
		if !utf8.ValidString(name) { // it could not be the id of a document
			f.reject(strings.ToValidUTF8(path, "\ufffd"), "", "error", "has a name that is not UTF-8: rename it")
			continue
		}
		target, err := os.Stat(filepath.Join(real, name)) // through links
		switch {
		case err != nil:
			f.reject(path, "", "error", "cannot be opened: %s", reasonOf(err))
		case target.IsDir() && e.Type()&fs.ModeSymlink != 0:
			f.links = append(f.links, path)
		case target.IsDir():
			f.walk(path)
		case !target.Mode().IsRegular():
			f.reject(path, "", "error", "is not a file: only files are read")
		default:
			f.files = append(f.files, path)
		}
	}
}

// reserved names at the root of a seeds folder are no documents.
func reserved(name string) bool {
	return name == "manifest.csv" || name == "actors.csv" || name == sheetName || name == "gold" || strings.HasPrefix(name, "README") || strings.HasPrefix(name, "LICENSE")
}
