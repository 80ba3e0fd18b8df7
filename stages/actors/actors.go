// Package actors joins the chains of all documents that mean the same actor.
//
// A [node] is one name of the corpus that is some chain's fullest. Nodes whose names fit are a group: an actor. A bare
// surname, an acronym or a short name is linked to the only actor that bears it; where several do, the chain has
// candidates and no actor.
package actors

import (
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/chains/curated"
	"hustings/stages/read"
	"hustings/stages/roles"
)

// Stage makes Actors, Aliases, Affiliations and Links.
var Stage = &pipeline.Stage{
	Name:  "actors",
	Doc:   "joins chains across documents into the actors of the corpus",
	Needs: []pipeline.Table{read.Rules, chains.Chains, chains.Forms, roles.Stated},
	Makes: []pipeline.Table{Actors, Aliases, Affiliations, Links},
	Whole: pipeline.Do(run),
}

func run(c *pipeline.Corpus) error {
	rules := curated.Of(read.Rules.Rows(c))
	names := newNames()
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		names.read(chains.Chains.Of(d), chains.Forms.Of(d))
	}
	g := group(names, rules)
	t := newTally(g)
	said := affiliations{}
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		links := g.link(chains.Chains.Of(d))
		t.count(d.ID, chains.Chains.Of(d), chains.Forms.Of(d), links)
		rows := g.rows(chains.Chains.Of(d), links)
		Links.Add(d, rows...)
		said.read(d.ID, roles.Stated.Of(d), rows)
	}
	all := t.actors()
	Actors.Add(c, all...)
	Aliases.Add(c, t.aliases()...)
	Affiliations.Add(c, said.rows(rules.Memberships(), all)...)
	return nil
}
