package chains

import (
	"slices"

	"hustings/models/coref"
	"hustings/pipeline"
	"hustings/stages/quotes"
	"hustings/stages/tokens"
)

// refer adds the pronouns and descriptions that mean a named actor to the mentions, by place. They have the chain's type.
func (s Settings) refer(d *pipeline.Doc, named []Mention) []Mention {
	if s.Certainty >= 1 {
		return named
	}
	words := tokens.Tokens.Of(d)
	kinds := map[int32]string{}
	for _, row := range Chains.Of(d) {
		kinds[row.Chain] = row.Type
	}
	all := named
	for _, f := range coref.Load().Resolve(document(d, named, kinds)) {
		if f.Probability < s.Certainty || !refers(kinds[f.Chain]) {
			continue
		}
		first, last := words[f.First], words[f.Last-1]
		all = append(all, Mention{Sentence: first.Sentence, First: f.First, Last: f.Last, Start: first.Start, End: last.End,
			Text: d.Slice(first.Start, last.End), Type: kinds[f.Chain], Form: f.Form, Probability: 1, Source: "chain", Name: -1,
			Chain: f.Chain, Certainty: f.Probability})
	}
	slices.SortStableFunc(all, func(a, b Mention) int { return int(a.First - b.First) })
	for i := range all {
		all[i].Mention = int32(i)
	}
	return all
}

// refers says whether pronouns and descriptions of a type are told of: of those who act.
func refers(kind string) bool { return kind == "PERSON" || kind == "PARTY" || kind == "ORG" }

// document is a document as package coref reads it.
func document(d *pipeline.Doc, named []Mention, kinds map[int32]string) *coref.Document {
	words, sentences := tokens.Tokens.Of(d), tokens.Sentences.Of(d)
	doc := &coref.Document{Words: make([]coref.Word, len(words))}
	for i, w := range words {
		doc.Words[i] = coref.Word{Text: w.Text, Sentence: w.Sentence, Paragraph: sentences[w.Sentence].Paragraph}
	}
	chainOf := map[int32]int32{} // by row of names
	for _, m := range named {
		doc.Names = append(doc.Names, coref.Name{First: m.First, Last: m.Last, Chain: m.Chain, Type: kinds[m.Chain]})
		if m.Name >= 0 {
			chainOf[m.Name] = m.Chain
		}
	}
	for _, q := range quotes.Quotations.Of(d) {
		speaker, ok := chainOf[q.SpeakerName]
		if !ok {
			speaker = -1
		}
		doc.Quotes = append(doc.Quotes, coref.Quote{First: q.First, Last: q.Last, Speaker: speaker})
	}
	return doc
}
