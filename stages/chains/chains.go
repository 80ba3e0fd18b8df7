// Package chains joins the mentions of one document that mean the same actor.
//
// A mention's name is taken apart by package naming. Mentions with one name are a form; forms that may mean one actor
// are a chain. Long names come first and each shorter one joins the only chain that it fits: by surname, part,
// acronym, initials or spelling. What fits two chains fits none, but for a surname whose bearer the text makes clear.
package chains

import (
	"hustings/pipeline"
	"hustings/stages/chains/curated"
	"hustings/stages/names"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// Stage makes Mentions, Chains and Forms.
var Stage = &pipeline.Stage{
	Name:  "chains",
	Doc:   "joins the mentions of one document that mean the same actor",
	Needs: []pipeline.Table{read.Documents, read.Rules, tokens.Tokens, names.Names},
	Makes: []pipeline.Table{Mentions, Chains, Forms},
	Each:  pipeline.Do(run),
}

func run(d *pipeline.Doc) error {
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
	return nil
}
