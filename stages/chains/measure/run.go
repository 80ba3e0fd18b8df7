package main

import (
	"context"
	"slices"

	"hustings/pipeline"
	"hustings/stages"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/tokens"
)

// runner runs the stages up to chains.
type runner struct {
	plan  *pipeline.Plan
	given map[string][]mention // by document; nil where a model finds the names
}

// newRunner gives a runner with a model's names, or with given ones.
func newRunner(given map[string][]mention) (*runner, error) {
	all, err := stages.Plan()
	if err != nil {
		return nil, err
	}
	r := &runner{given: given}
	var some []*pipeline.Stage
	for _, s := range all.Stages {
		if s == names.Stage && given != nil {
			s = &pipeline.Stage{Name: "names", Doc: "names as marked", Needs: []pipeline.Table{tokens.Tokens}, Makes: s.Makes,
				Each: pipeline.Do(r.giveNames)}
		}
		some = append(some, s)
		if s == chains.Stage {
			break
		}
	}
	r.plan, err = pipeline.NewPlan(all.Source, some...)
	return r, err
}

// run gives the documents with the tables up to chains; settings are as of the command line.
func (r *runner) run(docs []document, settings ...string) ([]*pipeline.Doc, error) {
	set, err := r.plan.Settings(settings)
	if err != nil {
		return nil, err
	}
	out := make([]*pipeline.Doc, len(docs))
	for i, d := range docs {
		out[i] = pipeline.NewDoc(d.id, d.text)
	}
	_, err = pipeline.InMemory(context.Background(), r.plan, set, out, nil)
	return out, err
}

// giveNames makes the given names; one whose ends are within words has those words.
func (r *runner) giveNames(d *pipeline.Doc) error {
	words := tokens.Tokens.Of(d)
	order := slices.Clone(words) // as they stand: in the table what interrupts a sentence comes after it
	slices.SortFunc(order, func(a, b tokens.Token) int { return int(a.Start - b.Start) })
	k := 0
	var rows []names.Name
	for _, m := range r.given[d.ID] {
		for k < len(order) && order[k].End <= m.start {
			k++
		}
		row := names.Name{Start: m.start, End: m.end, Text: d.Slice(m.start, m.end), Type: m.kind, Probability: 1, Source: "accurate", First: -1}
		for i := k; i < len(order) && order[i].Start < m.end; i++ {
			w := order[i]
			if row.First < 0 {
				row.First, row.Sentence = w.Token, w.Sentence
			}
			if w.Sentence == row.Sentence {
				row.Last = w.Token + 1
			}
		}
		if row.First < 0 {
			continue
		}
		if run := words[row.First:row.Last]; run[0].Start == m.start && run[len(run)-1].End == m.end {
			row.Text, _ = tokens.Text(d, run)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b names.Name) int { return int(a.First - b.First) })
	for i := range rows {
		rows[i].Name = int32(i)
	}
	names.Names.Add(d, rows...)
	return nil
}

// given collects the names of documents.
func given(docs []document) map[string][]mention {
	out := map[string][]mention{}
	for _, d := range docs {
		out[d.id] = []mention{}
		for _, m := range d.mentions {
			if m.form == "name" {
				out[d.id] = append(out[d.id], m)
			}
		}
	}
	return out
}
