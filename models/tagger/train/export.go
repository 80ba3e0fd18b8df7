package main

import (
	"encoding/json"
	"os"
)

// exported is a document as the encoder's training reads it: words, and for each word the set of labels that it may have
// (a bit a label; see tagger.Types). set names a development set.
type exported struct {
	Source    string             `json:"source"`
	Weight    float32            `json:"weight,omitempty"`
	Set       string             `json:"set,omitempty"`
	Sentences []exportedSentence `json:"sentences"`
}

type exportedSentence struct {
	Words []string `json:"words"`
	May   []uint32 `json:"may"`
}

// export writes the training documents and the development sets, one JSON document a line.
func export(train []document, dev []devSet, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // Close is checked below
	lines := json.NewEncoder(f)
	write := func(d *document, set string) error {
		x := exported{Source: d.source, Weight: weights[d.source], Set: set}
		for _, s := range d.sentences {
			x.Sentences = append(x.Sentences, exportedSentence{s.words, s.may})
		}
		return lines.Encode(x)
	}
	for i := range train {
		if err := write(&train[i], ""); err != nil {
			return err
		}
	}
	for _, set := range dev {
		for i := range set.docs {
			if err := write(&set.docs[i], set.name); err != nil {
				return err
			}
		}
	}
	return f.Close()
}
