// Package resolve puts the corpus's ids and types on every mention, quotation and judgement of a document.
//
// It decides nothing: a mention's chain has a link, a link has an actor or none. Of an excluded one nothing is told: its
// mentions and the judgements of it are left out, the other mentions keep their numbers.
package resolve

import (
	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/quotes"
	"hustings/stages/sentiment"
)

// Stage makes Mentions, Quotes and Sentiment.
var Stage = &pipeline.Stage{
	Name:  "resolve",
	Doc:   "puts the corpus's ids and types on every mention, quotation and judgement",
	Needs: []pipeline.Table{quotes.Quotations, chains.Mentions, sentiment.Judgements, actors.Links},
	Makes: []pipeline.Table{Mentions, Quotes, Sentiment},
	Each:  pipeline.Do(run),
}

func run(d *pipeline.Doc) error {
	links := actors.Links.Of(d) // one a chain, in the order of the chains
	mentions := chains.Mentions.Of(d)
	for _, m := range mentions {
		l := links[m.Chain]
		if l.Excluded {
			continue
		}
		Mentions.Add(d, Mention{m.Mention, m.Sentence, m.Start, m.End, m.Text, l.Type, m.Form, m.Probability, m.Source, m.Chain,
			l.EntityID, float64(l.Probability * m.Certainty), l.Candidates})
	}
	quotations := quotes.Quotations.Of(d)
	for i, m := range chains.Speakers(mentions, quotations) {
		speaker, id := int32(-1), ""
		if m >= 0 && !links[mentions[m].Chain].Excluded {
			speaker, id = mentions[m].Mention, links[mentions[m].Chain].EntityID
		}
		q := &quotations[i]
		Quotes.Add(d, Quote{q.Quote, q.Kind, q.Start, q.End, q.Cue, speaker, id, q.Probability})
	}
	for _, s := range sentiment.Judgements.Of(d) {
		m := mentions[s.Mention]
		l := links[m.Chain]
		if l.Excluded || l.Type != "PERSON" && l.Type != "PARTY" && l.Type != "ORG" {
			continue // the corpus knows better than the document what it is
		}
		holder := ""
		if s.HolderChain >= 0 {
			holder = links[s.HolderChain].EntityID
		}
		Sentiment.Add(d, Judgement{m.Mention, m.Sentence, m.Start, m.End, l.EntityID, s.Polarity, s.PNegative, s.PNeutral, s.PPositive,
			s.Voice, holder, s.Cues})
	}
	return nil
}
