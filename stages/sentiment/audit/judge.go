package main

import (
	"context"
	"fmt"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// judged is what the product makes of a mention.
type judged struct {
	polarity int
	mean     float64 // p_positive - p_negative
}

// whole runs the product on a text.
func whole(d *document, model string, unjudged bool) (*pipeline.Doc, error) {
	stages := []*pipeline.Stage{structure.Stage, tokens.Stage, names.Stage, quotes.Stage, chains.Stage}
	settings := []string{"names.model=" + model}
	if !unjudged {
		stages, settings = append(stages, sentiment.Stage), append(settings, "sentiment.model="+model)
	}
	return run(d, stages, settings)
}

func run(d *document, stages []*pipeline.Stage, assignments []string) (*pipeline.Doc, error) {
	plan, err := pipeline.NewPlan(read.Source, stages...)
	if err != nil {
		return nil, err
	}
	settings, err := plan.Settings(assignments)
	if err != nil {
		return nil, err
	}
	doc := pipeline.NewDoc(d.id, d.text)
	if _, err := pipeline.InMemory(context.Background(), plan, settings, []*pipeline.Doc{doc}, nil); err != nil {
		return nil, fmt.Errorf("%s: %w", d.id, err)
	}
	return doc, nil
}

// given judges the mentions that a document has; by their number.
func given(d *document, model string) (map[int]judged, error) {
	var order []int // of each mention judged, its number
	doc, err := run(d, []*pipeline.Stage{structure.Stage, tokens.Stage, namesOf(d), quotes.Stage, chainsOf(d, &order), sentiment.Stage}, []string{"sentiment.model=" + model})
	if err != nil {
		return nil, err
	}
	out := map[int]judged{}
	for _, j := range sentiment.Judgements.Of(doc) {
		if j.Polarity != nil {
			out[order[j.Mention]] = judged{int(*j.Polarity), *j.PPositive - *j.PNegative}
		}
	}
	return out, nil
}

// found judges what the product finds in a document; by their places in bytes.
func found(d *document, model string) (map[[2]int]judged, error) {
	doc, err := whole(d, model, false)
	if err != nil {
		return nil, err
	}
	out := map[[2]int]judged{}
	mentions := chains.Mentions.Of(doc)
	for _, j := range sentiment.Judgements.Of(doc) {
		if m := &mentions[j.Mention]; j.Polarity != nil {
			out[[2]int{doc.Byte(int(m.Start)), doc.Byte(int(m.End))}] = judged{int(*j.Polarity), *j.PPositive - *j.PNegative}
		}
	}
	return out, nil
}

func namesOf(from *document) *pipeline.Stage {
	return &pipeline.Stage{Name: "names", Doc: "names as given", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{names.Names},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			for _, m := range from.mentions {
				if r, ok := place(d, m); m.named && ok {
					names.Names.Add(d, names.Name{Name: int32(len(names.Names.Of(d))), Sentence: r.Sentence, First: r.First, Last: r.Last, Start: r.Start, End: r.End,
						Text: r.Text, Type: m.kind, Probability: 1, Source: "fast"})
				}
			}
			return nil
		})}
}

func chainsOf(from *document, order *[]int) *pipeline.Stage {
	return &pipeline.Stage{Name: "chains", Doc: "chains as given", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{chains.Mentions},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			name := int32(0)
			for i, m := range from.mentions {
				r, ok := place(d, m)
				if !ok {
					continue
				}
				r.Mention, r.Type, r.Chain, r.Name = int32(len(*order)), m.kind, int32(m.actor), -1 //nolint:gosec // counts of mentions
				if m.named {
					r.Name = name
					name++
				}
				r.Form, r.Certainty, r.Probability, r.Source = m.form, 1, 1, "fast"
				*order = append(*order, i)
				chains.Mentions.Add(d, r)
			}
			return nil
		})}
}

// place finds the tokens of a mention.
func place(d *pipeline.Doc, m mention) (chains.Mention, bool) {
	words := tokens.Tokens.Of(d)
	r := chains.Mention{Start: int32(d.Point(m.start)), End: int32(d.Point(m.end)), Text: d.Text[m.start:m.end]} //nolint:gosec // inside a text
	r.First = -1
	for i := range words {
		if w := &words[i]; w.End > r.Start && w.Start < r.End && (r.First < 0 || w.Sentence == r.Sentence) {
			if r.First < 0 {
				r.First, r.Sentence = w.Token, w.Sentence
			}
			r.Last = w.Token + 1
		}
	}
	return r, r.First >= 0
}
