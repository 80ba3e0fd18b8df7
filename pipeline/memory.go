package pipeline

import (
	"context"
)

// InMemory runs a plan over documents without a store and on one goroutine: what tests and single predictions use.
// The documents carry the rows of the source's tables; afterwards they and the corpus carry every table.
func InMemory(ctx context.Context, plan *Plan, settings Settings, docs []*Doc, given func(*Corpus)) (*Corpus, error) {
	c := &Corpus{rows: map[Table]any{}}
	c.docs = func(yield func(*Doc, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	if given != nil {
		given(c)
	}
	for _, d := range docs {
		d.corpus = c
	}
	for _, s := range plan.Stages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.stage = s
		if s.Whole.set() {
			for _, d := range docs {
				d.stage = s
			}
			if err := runWhole(s, settings, c); err != nil {
				return nil, err
			}
			continue
		}
		work, err := starting(s.Name, s.Each, settings)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if err := runEach(s, work, d); err != nil {
				return nil, err
			}
			for _, t := range s.Makes { // rounds floats, as writing and reading back would
				t.codec().encode([]rowsOf{{d.ID, d.rows[t]}}).Release()
			}
		}
	}
	c.stage = nil
	for _, d := range docs {
		d.stage = nil
	}
	return c, nil
}
