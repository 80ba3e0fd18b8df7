// Package acts finds who acts for or against whom: the judgement that a deed is.
//
// A deed is a verb with its subject and its object in one clause ("A attacked B", "B, whom A betrayed", "B was praised by A"),
// or a noun with the two ("A's attack on B"). It says how its agent stands to its patient, not what the author makes of either.
package acts

import (
	"strings"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/quotes"
	"hustings/stages/sentiment"
	"hustings/stages/tokens"
)

// Stage makes Acts.
var Stage = &pipeline.Stage{
	Name:  "acts",
	Doc:   "finds who acts for or against whom",
	Needs: []pipeline.Table{tokens.Tokens, quotes.Quotations, chains.Mentions, actors.Links},
	Makes: []pipeline.Table{Acts},
	Each:  pipeline.Do(run),
}

func run(d *pipeline.Doc) error {
	words, mentions, links := tokens.Tokens.Of(d), chains.Mentions.Of(d), actors.Links.Of(d)
	var voices []sentiment.Voice
	for _, x := range Find(words, mentions) {
		agent, patient := &links[mentions[x.Agent].Chain], &links[mentions[x.Patient].Chain]
		if !acting(agent) || !acting(patient) || agent.EntityID != "" && agent.EntityID == patient.EntityID {
			continue
		}
		if voices == nil {
			voices = sentiment.Voices(d)
		}
		w := &words[x.Word]
		Acts.Add(d, Act{int32(len(Acts.Of(d))), w.Sentence, w.Start, w.End, strings.ToLower(w.Text), x.Polarity, //nolint:gosec // a count of acts
			mentions[x.Agent].Mention, mentions[x.Patient].Mention, agent.EntityID, patient.EntityID, voices[x.Agent].Voice})
	}
	return nil
}

func acting(l *actors.Link) bool {
	return !l.Excluded && (l.Type == "PERSON" || l.Type == "PARTY" || l.Type == "ORG")
}
