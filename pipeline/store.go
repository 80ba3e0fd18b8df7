package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Store keeps data under names such as "table/3f….parquet". It is safe for concurrent use. Names are slash paths
// of letters, digits, "-", "." and "/"; what is kept under a name never changes, so that two writers of one name
// write the same.
type Store interface {
	// Get gives what was put. An error that wraps fs.ErrNotExist means that there is nothing, or that it was damaged.
	Get(ctx context.Context, name string) ([]byte, error)
	// Put keeps data whole or not at all.
	Put(ctx context.Context, name string, data []byte) error
	// Has tells whether there is something under the name, without looking whether it is whole.
	Has(ctx context.Context, name string) bool
}

// Folder is a store in a folder of files. Each file begins with the hash of the rest, so that damage reads as a
// miss; tables are content-addressed (their name is their hash) and stand as they are, so that they can be linked.
type Folder string

var errName = errors.New("not a store name")

func (f Folder) path(name string) (string, error) {
	if name == "" || strings.Contains(name, "..") || strings.HasPrefix(name, "/") || strings.ContainsAny(name, "\\\x00") {
		return "", fmt.Errorf("store: %q: %w", name, errName)
	}
	return filepath.Join(string(f), filepath.FromSlash(name)), nil
}

// Get implements Store.
func (f Folder) Get(ctx context.Context, name string) ([]byte, error) {
	path, err := f.path(name)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	var ok bool
	body := data
	if want, addressed := address(name); addressed {
		ok = hash(data) == want
	} else {
		const n = 2 * sha256.Size
		if ok = len(data) >= n && string(data[:n]) == hash(data[n:]); ok {
			body = data[n:]
		}
	}
	if !ok {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("store: %q is damaged and cannot be removed: %w", name, err)
		}
		return nil, fmt.Errorf("store: %q is damaged: %w", name, fs.ErrNotExist)
	}
	return body, nil
}

// Put implements Store: the file is written beside its place and renamed into it. It is not synced to disk: a file
// that a power cut leaves half written has the wrong hash and reads as a miss.
func (f Folder) Put(ctx context.Context, name string, data []byte) error {
	path, err := f.path(name)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, addressed := address(name); !addressed {
		data = append([]byte(hash(data)), data...)
	}
	if err := writeFile(path, data); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

// Has implements Store.
func (f Folder) Has(_ context.Context, name string) bool {
	path, err := f.path(name)
	if err != nil {
		return false
	}
	_, err = os.Stat(path)
	return err == nil
}

// writeFile writes a file whole or not at all.
func writeFile(path string, data []byte) error {
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, ".new-*")
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(dir, 0o755); err == nil {
			tmp, err = os.CreateTemp(dir, ".new-*")
		}
	}
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}

// Memory is a store in memory, for tests and single runs.
type Memory struct {
	mu   sync.Mutex
	data map[string][]byte
}

// Get implements Store.
func (m *Memory) Get(ctx context.Context, name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.data[name]
	if !ok {
		return nil, errors.Join(ctx.Err(), fmt.Errorf("store: %q: %w", name, fs.ErrNotExist))
	}
	return data, ctx.Err()
}

// Put implements Store.
func (m *Memory) Put(ctx context.Context, name string, data []byte) error {
	if _, err := Folder("").path(name); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.data == nil {
		m.data = map[string][]byte{}
	}
	m.data[name] = append([]byte{}, data...)
	return nil
}

// Has implements Store.
func (m *Memory) Has(_ context.Context, name string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, ok := m.data[name]
	return ok
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Names in the store. Tables and files of reports are addressed by their content, steps by what they were made from.
func tableName(hash string) string { return "table/" + hash + ".parquet" }
func fileName(hash string) string  { return "file/" + hash }
func stepName(key string) string   { return "step/" + key }

// address gives the content hash in a name, if the name has one.
func address(name string) (string, bool) {
	kind, rest, _ := strings.Cut(name, "/")
	return strings.TrimSuffix(rest, ".parquet"), kind == "table" || kind == "file"
}
