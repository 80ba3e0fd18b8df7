package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"hustings/models/passages"
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	reading "hustings/stages/read"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// counts are of judgements on mentions that are marked with a polarity or a holder: with a holder that is marked, with one that was found, and how many of these are right.
type counts struct{ marked, found, right, both int }

func (c *counts) add(o counts) {
	c.marked += o.marked
	c.found += o.found
	c.right += o.right
	c.both += o.both
}

// held measures the judgements that have a holder on the annotated passages that are held out, names and chains given.
func held(data, model string) ([]counts, error) {
	var out []counts
	for _, folder := range []string{filepath.Join(data, "authored"), "models/passages"} {
		all, err := passages.Read(folder)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if !all[i].HeldOut() {
				continue
			}
			c, err := holders(&all[i], model)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", all[i].ID, err)
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// holders compares the holders and polarities of one passage.
func holders(p *passages.Passage, model string) (counts, error) {
	text, marked := p.Text()
	first, err := pipeline.NewPlan(reading.Source, structure.Stage, tokens.Stage)
	if err != nil {
		return counts{}, err
	}
	d := pipeline.NewDoc(p.ID+".txt", text)
	if _, err := pipeline.InMemory(context.Background(), first, nil, []*pipeline.Doc{d}, nil); err != nil {
		return counts{}, err
	}
	number := map[string]int32{}
	for i, e := range p.Entities {
		number[e.ID] = int32(i) //nolint:gosec // a few
	}
	var named []names.Name
	var mentions []chains.Mention
	var gold []passages.Mention // of each mention
	for _, x := range marked {
		m := chains.Mention{Mention: int32(len(mentions)), First: -1, Start: int32(utf8.RuneCountInString(text[:x.Start])), End: int32(utf8.RuneCountInString(text[:x.End])), //nolint:gosec // offsets in a passage
			Text: text[x.Start:x.End], Type: p.Entity(x.Entity).Type, Form: "name", Probability: 1, Source: "fast", Name: -1, Chain: number[x.Entity], Certainty: 1}
		for _, w := range tokens.Tokens.Of(d) {
			if w.End > m.Start && w.Start < m.End && (m.First < 0 || w.Sentence == m.Sentence) {
				if m.First < 0 {
					m.First, m.Sentence = w.Token, w.Sentence
				}
				m.Last = w.Token + 1
			}
		}
		if m.First < 0 {
			continue
		}
		switch {
		case !x.Described:
			m.Name = int32(len(named)) //nolint:gosec // a count
			named = append(named, names.Name{Name: m.Name, Sentence: m.Sentence, First: m.First, Last: m.Last, Start: m.Start, End: m.End, Text: m.Text, Type: m.Type, Probability: 1, Source: "fast"})
		case len(strings.Fields(m.Text)) == 1 && len(m.Text) < 9:
			m.Form = "pronoun"
		default:
			m.Form = "nominal"
		}
		mentions, gold = append(mentions, m), append(gold, x)
	}
	second, err := pipeline.NewPlan(reading.Source, structure.Stage, tokens.Stage, given("names", names.Names, map[string][]names.Name{d.ID: named}), quotes.Stage,
		given("chains", chains.Mentions, map[string][]chains.Mention{d.ID: mentions}), sentiment.Stage)
	if err != nil {
		return counts{}, err
	}
	settings, err := second.Settings([]string{"sentiment.model=" + model})
	if err != nil {
		return counts{}, err
	}
	d = pipeline.NewDoc(p.ID+".txt", text)
	if _, err := pipeline.InMemory(context.Background(), second, settings, []*pipeline.Doc{d}, nil); err != nil {
		return counts{}, err
	}
	var c counts
	for _, j := range sentiment.Judgements.Of(d) {
		x := gold[j.Mention]
		if x.Polarity == 0 && x.Voice == "" {
			continue // nothing is marked of whose a neutral mention is
		}
		if x.Voice != "" {
			c.marked++
		}
		if j.HolderChain >= 0 {
			c.found++
		}
		if x.Voice != "" && j.HolderChain == number[x.Voice] {
			c.right++
			if j.Polarity != nil && int(*j.Polarity) == x.Polarity {
				c.both++
			}
		}
	}
	return c, nil
}
