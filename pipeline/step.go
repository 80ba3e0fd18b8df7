package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

// step is what the store keeps of a finished step.
type step struct {
	Tables []stepTable `json:"tables,omitempty"`
	Files  []stepFile  `json:"files,omitempty"`
}

type stepTable struct {
	Name  string `json:"name"`
	Parts []ref  `json:"parts"` // one for each part, in order; one for a table of the corpus
}

type stepFile struct {
	Path string `json:"path"`
	Hash string `json:"hash"`
}

// errDamaged means that the store lost a file after it had said that it had it. The run begins again.
var errDamaged = errors.New("the store was damaged")

// get reads a file that a step says is there.
func (p *Pipeline) get(ctx context.Context, name string) ([]byte, error) {
	data, err := p.Store.Get(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return data, err
}

// find looks a step up. Its files must be there too.
func (p *Pipeline) find(ctx context.Context, key string) (step, bool) {
	var s step
	data, err := p.Store.Get(ctx, stepName(key))
	if err != nil || json.Unmarshal(data, &s) != nil {
		return step{}, false
	}
	for _, t := range s.Tables {
		for _, r := range t.Parts {
			if !p.Store.Has(ctx, tableName(r.Hash)) {
				return step{}, false
			}
		}
	}
	for _, f := range s.Files {
		if !p.Store.Has(ctx, fileName(f.Hash)) {
			return step{}, false
		}
	}
	return s, true
}

// finish keeps a step.
func (p *Pipeline) finish(ctx context.Context, key string, s step) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return p.Store.Put(ctx, stepName(key), data)
}
