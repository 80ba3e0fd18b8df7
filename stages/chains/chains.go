// Package chains joins the mentions of one document that mean the same actor.
//
// A mention's name is taken apart by package naming. Mentions with one name are a form; forms that may mean one actor
// are a chain. Long names come first and each shorter one joins the only chain that it fits: by surname, part,
// acronym, initials or spelling. What fits two chains fits none, but for a surname whose bearer the text makes clear.
// Pronouns and descriptions ("she", "the party") then join the chains that package coref says they mean.
package chains

import (
	"hustings/pipeline"
	"hustings/stages/chains/curated"
	"hustings/stages/names"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// Settings are the section "chains" of the configuration.
type Settings struct {
	Certainty float64 `set:"certainty" doc:"a pronoun or description joins an actor if it means it with this probability; 1: none does" range:"0..1"`
}

// Stage makes Mentions, Chains and Forms.
var Stage = &pipeline.Stage{
	Name:  "chains",
	Doc:   "joins the mentions of one document that mean the same actor",
	Needs: []pipeline.Table{read.Documents, read.Rules, tokens.Sentences, tokens.Tokens, names.Names, quotes.Quotations},
	Makes: []pipeline.Table{Mentions, Chains, Forms},
	Each: pipeline.With(Settings{Certainty: 0.5}, func(s Settings) (func(*pipeline.Doc) error, error) {
		return s.run, nil
	}),
}

func (s Settings) run(d *pipeline.Doc) error {
	c := curated.Of(read.Rules.Rows(d))
	ms, said := mentionsOf(d, c)
	if len(ms) == 0 {
		return nil
	}
	j := newJoiner(c, ms, said)
	j.define(d)
	j.join()
	j.nearest()
	j.write(d)
	Mentions.Add(d, s.refer(d, j.mentions)...)
	return nil
}
