// Package standing sums up how each actor is spoken of.
//
// A slice is a part of the judgements: all, those in one voice, source, period or document.
// A relation is the judgements that one holder passes on one actor, or the deeds that he does for and against it.
// A stand is one actor in one slice: how many judgements, their mean and its interval, and whether that is enough to
// speak of. "Not enough" is an answer.
package standing

import (
	"cmp"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// Settings are the section "standing" of the configuration.
type Settings struct {
	Period    string  `set:"period" doc:"length of the periods; none: no slices by period" in:"year|decade|none"`
	Resamples int     `set:"resamples" doc:"resamples of the bootstrap" range:"100..100000"`
	Judged    int     `set:"min_judgements" doc:"fewest judgements that are enough to speak of" range:"1..1000000"`
	Width     float64 `set:"max_width" doc:"widest 95 % interval that is enough to speak of; the mean goes from -1 to 1" range:"0..2"`
}

// Stage makes standing.
var Stage = &pipeline.Stage{
	Name: "standing",
	Doc:  "how each actor is spoken of, by voice, source, period and document, and by whom, and who acts how toward whom",
	Needs: []pipeline.Table{read.Documents.Only("date", "source"), tokens.Sentences.Only("paragraph"), actors.Actors, actors.Affiliations,
		resolve.Sentiment.Only("sentence", "entity_id", "polarity", "p_negative", "p_positive", "voice", "holder_id"),
		acts.Acts.Only("sentence", "agent_id", "patient_id", "polarity", "voice")},
	Makes: []pipeline.Table{Standing, Relations},
	Whole: pipeline.With(Settings{Period: "year", Resamples: 1000, Judged: 5, Width: 1},
		func(s Settings) (func(*pipeline.Corpus) error, error) { return s.stand, nil }),
}

// judged are the types of actors that have a standing.
var judged = []string{"PERSON", "PARTY", "ORG"}

func (s Settings) stand(c *pipeline.Corpus) error {
	all := newCorpus(actors.Actors.Rows(c), s.Period)
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		all.add(d.ID, read.Documents.Of(d), tokens.Sentences.Of(d), resolve.Sentiment.Of(d))
		all.addDeeds(tokens.Sentences.Of(d), acts.Acts.Of(d))
	}
	slices.SortFunc(all.cells, compareCells)
	of := byActor(all.cells)
	stands := make([][]Stand, len(of)) // each actor's by itself, so that any number of goroutines gives the same
	relations := make([][]Relation, len(of))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	const share = 64 // actors taken at a time
	for from := 0; from < len(of); from += share {
		g.Go(func() error {
			w := worker{corpus: all, settings: s}
			for i := from; i < min(from+share, len(of)); i++ {
				stands[i] = w.stands(of[i])
				relations[i] = w.relations("speech", of[i])
			}
			return nil
		})
	}
	_ = g.Wait() // none fails
	stands = append(stands, s.together(all, of, people(actors.Affiliations.Rows(c)))...)
	slices.SortStableFunc(stands, func(a, b []Stand) int { return cmp.Compare(a[0].EntityID, b[0].EntityID) })
	for i, s := range stands {
		Standing.Add(c, s...)
		stands[i] = nil // most rows are of single documents: they are held once
	}
	slices.SortFunc(all.deeds, compareCells)
	w := worker{corpus: all, settings: s}
	for _, deeds := range byActor(all.deeds) {
		relations = append(relations, w.relations("act", deeds))
	}
	spoken := slices.Concat(relations...)
	slices.SortFunc(spoken, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(a.HolderID, b.HolderID), cmp.Compare(a.TargetID, b.TargetID), cmp.Compare(a.By, b.By))
	})
	Relations.Add(c, spoken...)
	return nil
}
