package sentiment

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// Predict judges one target in a text that stands by itself, as the stage does in a document; model is accurate or fast. The
// target lies between two code point offsets, end exclusive, inside the text. It is an error if no word is there.
func Predict(text string, start, end int, model string) (Judgement, error) {
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, names.Stage, quotes.Stage, chains.Stage)
	if err != nil {
		return Judgement{}, err
	}
	settings, err := plan.Settings([]string{"names.model=" + model})
	if err != nil {
		return Judgement{}, err
	}
	d := pipeline.NewDoc("text", text)
	if _, err := pipeline.InMemory(context.Background(), plan, settings, []*pipeline.Doc{d}, nil); err != nil {
		return Judgement{}, err
	}
	mentions, target, err := withTarget(tokens.Tokens.Of(d), chains.Mentions.Of(d), int32(start), int32(end)) //nolint:gosec // inside a text
	if err != nil {
		return Judgement{}, err
	}
	rows := Settings{Model: model}.judge()(d, mentions)
	return rows[slices.IndexFunc(rows, func(r Judgement) bool { return r.Mention == target })], nil
}

// withTarget makes the target one of the mentions: what it overlaps gives it type and chain, and goes. A target that nothing
// is known of is a person of its own.
func withTarget(words []tokens.Token, found []chains.Mention, start, end int32) (mentions []chains.Mention, target int32, err error) {
	first := slices.IndexFunc(words, func(w tokens.Token) bool { return w.Start < end && w.End > start })
	if first < 0 {
		return nil, 0, fmt.Errorf("target %d..%d holds no word", start, end)
	}
	last := first + 1
	for last < len(words) && words[last].Sentence == words[first].Sentence && words[last].Start < end && words[last].End > start {
		last++
	}
	m := chains.Mention{Mention: -1, Sentence: words[first].Sentence, First: int32(first), Last: int32(last), Start: start, End: end, Type: "PERSON", Name: -1, Chain: -1} //nolint:gosec // counts of words
	for _, o := range found {
		if o.First >= m.Last || o.Last <= m.First {
			mentions = append(mentions, o)
			continue
		}
		m.Chain, m.Name, m.Form = o.Chain, o.Name, o.Form
		if m.Type = o.Type; !isActor(o.Type) {
			m.Type = "ORG"
		}
	}
	at := sort.Search(len(mentions), func(i int) bool { return mentions[i].First >= m.First })
	return slices.Insert(mentions, at, m), m.Mention, nil
}
