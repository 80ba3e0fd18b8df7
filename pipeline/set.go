package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

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
