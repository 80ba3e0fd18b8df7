package main

import (
	"context"
	"fmt"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/roles"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// resolve runs chains and actors on the names as marked; a name's text may differ from the document's.
func resolve(ctx context.Context, docs []document) ([]*pipeline.Doc, error) {
	marked := map[string][]gold{}
	var rows []*pipeline.Doc
	for _, d := range docs {
		marked[d.id] = d.names
		rows = append(rows, pipeline.NewDoc(d.id, d.text))
	}
	stage := &pipeline.Stage{
		Name: "names", Doc: "names as marked",
		Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{names.Names},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			for i, n := range marked[d.ID] {
				row := names.Name{Name: int32(i), Start: n.start, End: n.end, Text: n.text, Type: n.kind, Probability: 1, Source: "fast", First: -1}
				for _, w := range tokens.Tokens.Of(d) {
					if w.Start < n.end && w.End > n.start {
						if row.First < 0 {
							row.First, row.Sentence = w.Token, w.Sentence
						}
						row.Last = w.Token + 1
					}
				}
				names.Names.Add(d, row)
			}
			return nil
		}),
	}
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, stage, quotes.Stage, chains.Stage, roles.Stage, actors.Stage)
	if err != nil {
		return nil, err
	}
	settings, err := plan.Settings(nil)
	if err != nil {
		return nil, err
	}
	_, err = pipeline.InMemory(ctx, plan, settings, rows, nil)
	return rows, err
}

// linked is one name with what it was taken for.
type linked struct{ entity, actor string }

// joined prints B³ over the names of identified entities: of all, and of those that two or more documents name.
func joined(ctx context.Context, name string, docs []document) error {
	rows, err := resolve(ctx, docs)
	if err != nil {
		return err
	}
	var all []linked
	in := map[string]map[int]bool{}
	for i, d := range rows {
		links := actors.Links.Of(d)
		for _, m := range chains.Mentions.Of(d) {
			if !m.Named() {
				continue
			}
			g := docs[i].names[m.Name]
			if g.entity == "" {
				continue
			}
			actor := links[m.Chain].EntityID
			if actor == "" {
				actor = fmt.Sprintf("%s#%d", d.ID, m.Chain)
			}
			all = append(all, linked{g.entity, actor})
			if in[g.entity] == nil {
				in[g.entity] = map[int]bool{}
			}
			in[g.entity][i] = true
		}
	}
	bcubed(name+", all", all)
	var several []linked
	for _, l := range all {
		if len(in[l.entity]) > 1 {
			several = append(several, l)
		}
	}
	bcubed(name+", in several documents", several)
	return nil
}

func bcubed(name string, all []linked) {
	entities, found, both := map[string]int{}, map[string]int{}, map[linked]int{}
	for _, l := range all {
		entities[l.entity]++
		found[l.actor]++
		both[l]++
	}
	p, r := 0.0, 0.0
	for _, l := range all {
		p += float64(both[l]) / float64(found[l.actor])
		r += float64(both[l]) / float64(entities[l.entity])
	}
	n := float64(len(all))
	p, r = p/n, r/n
	fmt.Printf("%-40s B3 P %.3f R %.3f F1 %.3f  %d names of %d entities\n", name, p, r, 2*p*r/(p+r), len(all), len(entities))
}
