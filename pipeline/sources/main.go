// The command sources writes the hashes of the module's packages that decide what a stage or report makes: each
// covers the package's source and embedded files, those of every package of the module that it imports, and the
// versions of all other modules that it uses. The store's keys are made of them (see pipeline.Sources).
//
//	go run hustings/pipeline/sources stages/sources.txt
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

type listed struct {
	ImportPath, Dir     string
	GoFiles, EmbedFiles []string
	Deps                []string
	Module              *struct {
		Path, Version string
		Main          bool
	}
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "sources:", err)
		os.Exit(1)
	}
}

func run(to string) error {
	packages, err := list()
	if err != nil {
		return err
	}
	var out []string
	for path, p := range packages {
		if p.Module == nil || !p.Module.Main {
			continue
		}
		name := strings.TrimPrefix(path, p.Module.Path+"/")
		if name != "pipeline" && name != "reports" && (!strings.HasPrefix(name, "stages/") || strings.Count(name, "/") > 1) {
			continue
		}
		sum, err := hash(path, packages)
		if err != nil {
			return err
		}
		out = append(out, name+" "+sum)
	}
	slices.Sort(out)
	return os.WriteFile(to, []byte(strings.Join(out, "\n")+"\n"), 0o644)
}

// list asks the go command for every package that the module's use.
func list() (map[string]*listed, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,EmbedFiles,Deps,Module", "hustings/pipeline", "hustings/stages/...", "hustings/reports/...")
	// Files that a build leaves out on some machines would make the list differ between them.
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOEXPERIMENT=", "GOFLAGS=")
	cmd.Stderr = os.Stderr
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	packages := map[string]*listed{}
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		p := &listed{}
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages[p.ImportPath] = p
	}
}

func hash(path string, packages map[string]*listed) (string, error) {
	h := sha256.New()
	for _, dep := range slices.Sorted(slices.Values(append(slices.Clone(packages[path].Deps), path))) {
		p := packages[dep]
		switch {
		case p.Module == nil: // the standard library: the Go release is in every key
		case !p.Module.Main:
			_, _ = fmt.Fprintf(h, "%s %s %s\n", dep, p.Module.Path, p.Module.Version) // a hash never fails
		default:
			for _, name := range append(slices.Clone(p.GoFiles), p.EmbedFiles...) {
				data, err := os.ReadFile(filepath.Join(p.Dir, name))
				if err != nil {
					return "", err
				}
				_, _ = fmt.Fprintf(h, "%s/%s %x\n", dep, filepath.ToSlash(name), sha256.Sum256(data)) // a hash never fails
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:32], nil
}
