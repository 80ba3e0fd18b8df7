package main

import (
	"encoding/json"
	"os"
)

// exported is an example as the encoder's training reads it.
type exported struct {
	Source  string `json:"source"`
	File    string `json:"file"`
	Passage string `json:"passage"`
	HeldOut bool   `json:"held_out"`
	Kind    string `json:"kind"`  // of the target; empty where the source does not say
	Label   int    `json:"label"` // -1 if nobody has judged it
	prose
}

// export writes all examples, one JSON object a line.
func export(data, path string) error {
	all, err := read(data)
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // Close is checked below
	lines := json.NewEncoder(f)
	lines.SetEscapeHTML(false)
	for _, e := range all {
		if err := lines.Encode(exported{e.source, e.file, e.passage, e.heldOut, e.target.Kind, e.label, e.prose}); err != nil {
			return err
		}
	}
	return f.Close()
}
