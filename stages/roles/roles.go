// Package roles finds who is said to be what in which party: "Harbour Party leader X", "X, who joined the Harbour Party",
// "X (Harbour Party)".
//
// A [line] is a sentence as its patterns read it: plain words, and a symbol for each person, party and place named. A
// pattern says what stands beside a person. What is denied, doubted or asked is not said.
package roles

import (
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/tokens"
)

// Stage makes Stated.
var Stage = &pipeline.Stage{
	Name:  "roles",
	Doc:   "finds who is said to be what in which party",
	Needs: []pipeline.Table{tokens.Sentences, tokens.Tokens, chains.Mentions, chains.Chains},
	Makes: []pipeline.Table{Stated},
	Each:  pipeline.Do(run),
}

func run(d *pipeline.Doc) error {
	words := tokens.Tokens.Of(d)
	mentions := chains.Mentions.Of(d)
	kinds := chains.Chains.Of(d)
	for from := 0; from < len(mentions); {
		sentence := mentions[from].Sentence
		to := from
		persons, parties := false, false
		var here []chains.Mention
		for ; to < len(mentions) && mentions[to].Sentence == sentence; to++ {
			m := mentions[to]
			if !m.Named() && !refers(m) {
				continue
			}
			m.Type = kinds[m.Chain].Type
			here = append(here, m)
			persons, parties = persons || kindOf(m.Type) == 'p', parties || kindOf(m.Type) == 'q'
		}
		if persons && parties && !skipped(tokens.Sentences.Of(d)[sentence].RegionKind) {
			first, last := sentenceOf(words, here)
			add(d, newLine(d, words[first:last], here), sentence)
		}
		from = to
	}
	return nil
}

// sure is how certain it must be whom a pronoun means.
const sure = 0.9

// refers says whether a mention that names nobody is read like a name: "she joined it" is nobody's statement unless it is
// clear who she is.
func refers(m chains.Mention) bool {
	if m.Certainty < sure {
		return false
	}
	switch plain(m.Text) {
	case "he", "she":
		return m.Type == "PERSON"
	case "its", "the party":
		return m.Type == "PARTY"
	}
	return false
}

// skipped says whether a kind of text states nothing: it repeats names beside each other.
func skipped(region string) bool {
	return region == "bibliography" || region == "boilerplate" || region == "table"
}

// sentenceOf gives the tokens of the sentence that mentions stand in.
func sentenceOf(words []tokens.Token, here []chains.Mention) (first, last int) {
	first, last = int(here[0].First), int(here[len(here)-1].Last)
	for first > 0 && words[first-1].Sentence == here[0].Sentence {
		first--
	}
	for last < len(words) && words[last].Sentence == here[0].Sentence {
		last++
	}
	return first, last
}

func add(d *pipeline.Doc, l *line, sentence int32) {
	mentions := chains.Mentions.Of(d)
	for i := range l.items {
		if l.items[i].kind != 'p' {
			continue
		}
		for _, f := range l.roles(i) {
			person, party := l.items[i].mention, l.items[f.party].mention
			Stated.Add(d, Statement{
				Person: person, Party: party, Role: f.role, PersonChain: mentions[person].Chain, PartyChain: mentions[party].Chain,
				Rule: f.rule, Sentence: sentence, Start: l.items[f.first].start, End: l.items[f.last].end,
			})
		}
	}
}
