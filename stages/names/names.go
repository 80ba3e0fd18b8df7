// Package names finds the named mentions of one document: a model's spans, put right by what the whole document says.
//
// The model reads all sentences at once. Then spans are trimmed to names as the annotation guide has them (see [trim]), and
// one surface gets one type throughout, unless contexts disagree strongly (see [agree]).
package names

import (
	"strings"

	"hustings/models/accurate"
	"hustings/models/tagger"
	"hustings/pipeline"
	"hustings/stages/tokens"
)

// Settings are the section "names" of the configuration.
type Settings struct {
	Model string `set:"model" doc:"accurate: a transformer; fast: a linear model, less exact and many times faster" in:"accurate|fast"`
}

// tag gives the model's function: the words of a document's sentences in, the names of each sentence out.
func (s Settings) tag() func([][]string) [][]tagger.Span {
	if s.Model == "fast" {
		return tagger.Load().Tag
	}
	return accurate.Load().Tag
}

// Stage makes the names of a document. Citations, bibliographies and addresses have none.
var Stage = &pipeline.Stage{
	Name: "names", Doc: "finds named mentions and what they name",
	Needs: []pipeline.Table{tokens.Sentences, tokens.Tokens},
	Makes: []pipeline.Table{Names},
	Each: pipeline.With(Settings{Model: "accurate"}, func(s Settings) (func(*pipeline.Doc) error, error) {
		tag := s.tag()
		return func(d *pipeline.Doc) error {
			Names.Add(d, find(d, tag, s.Model)...)
			return nil
		}, nil
	}),
}

// find gives the names of a document.
func find(d *pipeline.Doc, tag func([][]string) [][]tagger.Span, model string) []Name {
	t := gather(tokens.Tokens.Of(d), len(tokens.Sentences.Of(d)))
	var found []span
	for s, spans := range tag(t.words) {
		for _, x := range spans {
			found = t.trim(found, span{sentence: s, first: x.First, last: x.Last, kind: x.Type, probability: x.Probability})
		}
	}
	found = t.possessives(t.compounds(t.agree(t.brackets(found))))
	rows := make([]Name, len(found))
	for i, x := range found {
		x = t.inOnePiece(d, x)
		first, last := t.token(x.sentence, x.first), t.token(x.sentence, x.last-1)
		start, end := first.Start+x.cutStart, last.End-x.cutEnd
		rows[i] = Name{Name: int32(i), Sentence: first.Sentence, First: first.Token, Last: last.Token + 1, Start: start, End: end,
			Text: d.Slice(start, end), Type: x.kind, Probability: x.probability, Source: model}
		if x.cutStart == 0 && x.cutEnd == 0 {
			rows[i].Text, _ = tokens.Text(d, t.all[first.Token:last.Token+1])
		}
	}
	return rows
}

// A text is what the tagger reads: the words of each sentence, without those that cannot be names.
type text struct {
	words  [][]string
	places [][]int32 // of each word among all tokens
	all    []tokens.Token
}

// A span is a name: the words from first up to last of a sentence.
type span struct {
	sentence, first, last int
	kind                  string
	probability           float64
	cutStart, cutEnd      int32 // code points of the first and of the last word that are no part of the name
}

func (t *text) token(sentence, word int) tokens.Token { return t.all[t.places[sentence][word]] }

func (t *text) of(x span) []string { return t.words[x.sentence][x.first:x.last] }

// gather collects the words of each sentence, but those of citations and bibliographies and the marks of notes.
func gather(all []tokens.Token, sentences int) *text {
	t := &text{make([][]string, sentences), make([][]int32, sentences), all}
	for i, w := range all {
		if w.RegionKind == "citation" || w.RegionKind == "bibliography" || w.RegionKind == "anchor" || w.Text == ">" {
			continue
		}
		s := w.Sentence
		t.words[s] = append(t.words[s], w.Text)
		t.places[s] = append(t.places[s], int32(i))
	}
	return t
}

// inOnePiece cuts a name that a note or a page's end interrupts: its places would not be the name's alone.
func (t *text) inOnePiece(d *pipeline.Doc, x span) span {
	for i := x.first + 1; i < x.last; i++ {
		if _, pieces := tokens.Text(d, t.all[t.places[x.sentence][x.first]:t.places[x.sentence][i]+1]); pieces > 1 {
			x.last, x.cutEnd = i, 0
			break
		}
	}
	return x
}

// isAddress says whether a token is an e-mail or web address.
func isAddress(token string) bool {
	return strings.Contains(token, "://") || strings.HasPrefix(token, "www.") || strings.IndexByte(token, '@') > 0
}
