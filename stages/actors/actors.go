// Package actors joins the chains of all documents that mean the same actor.
//
// A [node] is one name of the corpus that is some chain's fullest. Nodes whose names fit are a [cluster]: an actor. A bare
// surname, an acronym or a short name is linked to the only actor that bears it; where several do, to the one whose
// documents are most like the chain's ([contexts]), if it is clear; else the chain has candidates and no actor. A
// [Decision] is what might be otherwise.
package actors

import (
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/chains/curated"
	"hustings/stages/read"
	"hustings/stages/roles"
)

// Settings are the section "actors" of the configuration.
type Settings struct {
	Decisions int `set:"decisions" doc:"most rows of the table decisions" range:"0..1000000"`
}

// Stage makes Actors, Aliases, Affiliations, Decisions and Links.
var Stage = &pipeline.Stage{
	Name:  "actors",
	Doc:   "joins chains across documents into the actors of the corpus",
	Needs: []pipeline.Table{read.Documents.Only("date"), read.Rules, chains.Chains, chains.Forms, roles.Stated},
	Makes: []pipeline.Table{Actors, Aliases, Affiliations, Decisions, Links},
	Whole: pipeline.With(Settings{Decisions: 1000}, func(s Settings) (func(*pipeline.Corpus) error, error) { return s.run, nil }),
}

func (s Settings) run(c *pipeline.Corpus) error {
	rules := curated.Of(read.Rules.Rows(c))
	n := newNames()
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		date := ""
		if rows := read.Documents.Of(d); len(rows) > 0 {
			date = rows[0].Date
		}
		n.read(d.ID, date, chains.Chains.Of(d), chains.Forms.Of(d), roles.Stated.Of(d))
	}
	n.close()
	g := group(n, rules)
	t := newTally(g)
	k := 0 // the document's number
	said := affiliations{}
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		links := g.link(k)
		t.count(g.ids[k], chains.Chains.Of(d), chains.Forms.Of(d), links)
		rows := g.rows(k, chains.Chains.Of(d), links)
		Links.Add(d, rows...)
		said.read(d.ID, roles.Stated.Of(d), rows)
		k++
	}
	Decisions.Add(c, g.decide(s.Decisions)...)
	g.release()
	all := t.actors()
	Actors.Add(c, all...)
	Aliases.Add(c, t.aliases()...)
	Affiliations.Add(c, said.rows(rules.Memberships(), all)...)
	return nil
}
