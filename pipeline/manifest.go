package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

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
