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
)

// Stage makes Actors, Aliases and Links.
var Stage = &pipeline.Stage{
	Name:  "actors",
	Doc:   "joins chains across documents into the actors of the corpus",
	Needs: []pipeline.Table{read.Documents.Only("date"), read.Rules, chains.Chains, chains.Forms},
	Makes: []pipeline.Table{Actors, Aliases, Links},
	Whole: pipeline.Do(run),
}

func run(c *pipeline.Corpus) error {
	rules := curated.Of(read.Rules.Rows(c))
	names := newNames()
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		date := ""
		if rows := read.Documents.Of(d); len(rows) > 0 {
			date = rows[0].Date
		}
		names.read(d.ID, date, chains.Chains.Of(d), chains.Forms.Of(d))
	}
	names.close()
	g := group(names, rules)
	t := newTally(g)
	k := 0
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		links := g.link(k)
		t.count(d.ID, chains.Chains.Of(d), chains.Forms.Of(d), links)
		Links.Add(d, g.rows(k, chains.Chains.Of(d), links)...)
		k++
	}
	Actors.Add(c, t.actors()...)
	Aliases.Add(c, t.aliases()...)
	return nil
}
