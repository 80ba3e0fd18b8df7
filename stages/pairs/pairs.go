// Package pairs finds who is named with whom.
//
// A window is a stretch of text: a sentence, a paragraph, or a run of tokens that opens at a mention. A pair is two
// different actors named in one window: by a name, since a pronoun would pair whoever a sentence goes on about. To be named together says nothing about liking or alliance.
package pairs

import (
	"cmp"
	"slices"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// Settings are the section "pairs" of the configuration.
type Settings struct {
	Unit   string   `set:"unit" doc:"what counts as together" in:"sentence|paragraph|tokens"`
	Window int      `set:"window" doc:"tokens of a window, for unit tokens" range:"2..1000"`
	Types  []string `set:"types" doc:"types of the actors that are paired" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
}

// Stage makes pairs and namings. Persons, parties and organisations are paired by default: they act. A place in a
// text is mostly where something happens, and the country that a corpus is about would be everybody's neighbour.
//
// Running headers and bibliographies are no windows: they repeat names beside each other that no sentence joins.
var Stage = &pipeline.Stage{
	Name:  "pairs",
	Doc:   "actors named together in one sentence, paragraph or run of tokens",
	Needs: []pipeline.Table{resolve.Mentions, chains.Mentions, tokens.Sentences},
	Makes: []pipeline.Table{Pairs, Namings},
	Each: pipeline.With(Settings{Unit: "sentence", Window: 30, Types: []string{"PERSON", "PARTY", "ORG"}},
		func(s Settings) (func(*pipeline.Doc) error, error) {
			return func(d *pipeline.Doc) error { s.pair(d); return nil }, nil
		}),
}

func (s Settings) pair(d *pipeline.Doc) {
	windows, total := s.windows(tokens.Sentences.Of(d))
	named := s.namings(d, windows)
	if s.Unit == "tokens" {
		Pairs.Add(d, runs(named, s.Window)...)
		total = 0
	} else {
		Pairs.Add(d, joint(named, s.Unit)...)
	}
	Namings.Add(d, count(named, total)...)
}

// outside is the window of a sentence that is not paired.
const outside = -2

// windows gives the window of each sentence and how many windows there are.
func (s Settings) windows(sentences []tokens.Sentence) (window []int32, total int32) {
	window = make([]int32, len(sentences))
	seen := map[int32]bool{}
	for i, sentence := range sentences {
		switch {
		case sentence.RegionKind == "boilerplate" || sentence.RegionKind == "bibliography":
			window[i] = outside
			continue
		case s.Unit == "paragraph":
			window[i] = sentence.Paragraph
		default:
			window[i] = int32(i)
		}
		seen[window[i]] = true
	}
	return window, int32(len(seen))
}

// naming is one mention of an actor in a window.
type naming struct {
	window      int32
	actor       string
	first, last int32 // tokens, the last exclusive
}

// namings gives the mentions that are paired, by window and then by token.
func (s Settings) namings(d *pipeline.Doc, windows []int32) []naming {
	chained := chains.Mentions.Of(d)
	var out []naming
	for _, m := range resolve.Mentions.Of(d) {
		if m.EntityID == "" || !m.Named() || !slices.Contains(s.Types, m.Type) || int(m.Sentence) >= len(windows) || int(m.Mention) >= len(chained) {
			continue
		}
		w := windows[m.Sentence]
		if w == outside {
			continue
		}
		at := chained[m.Mention]
		if s.Unit == "tokens" {
			w = at.First
		}
		out = append(out, naming{window: w, actor: m.EntityID, first: at.First, last: at.Last})
	}
	slices.SortStableFunc(out, func(a, b naming) int {
		return cmp.Or(cmp.Compare(a.window, b.window), cmp.Compare(a.first, b.first))
	})
	return out
}

// count gives in how many windows each actor is named, total first. The namings are sorted by window.
func count(named []naming, total int32) []Naming {
	type tally struct{ windows, last int32 }
	tallies := map[string]*tally{}
	for _, n := range named {
		t := tallies[n.actor]
		if t == nil {
			t = &tally{last: outside}
			tallies[n.actor] = t
		}
		if t.last != n.window {
			t.windows, t.last = t.windows+1, n.window
		}
	}
	out := make([]Naming, 0, len(tallies)+1)
	out = append(out, Naming{Windows: total})
	for actor, t := range tallies {
		out = append(out, Naming{EntityID: actor, Windows: t.windows})
	}
	slices.SortFunc(out, func(a, b Naming) int { return cmp.Compare(a.EntityID, b.EntityID) })
	return out
}
