// Package standing sums up how each actor is spoken of.
//
// A slice is a part of the judgements: all, those in one voice, source, period, document or kind of text.
// A relation is the judgements that one holder passes on one actor, or the deeds that he does for and against it.
// A stand is one actor in one slice: how many judgements, their mean and its interval, and whether that is enough to
// speak of. "Not enough" is an answer.
//
// A stand has up to three means:
//
//   - mean, of what the model says, nothing else, with its interval by bootstrap (bootstrap.go);
//   - shrunk, to compare actors of whom little is said: mean drawn toward the mean m of all actors of its type in the same
//     slice and value, shrunk = m + (mean - m) t/(t + v), where t is the variance between actors (DerSimonian and Laird
//     1986) and v = s Σk²/n² the chance variance of a mean of n judgements in clusters of k, s that of a cluster, pooled over
//     the actors (Morris, "Parametric empirical Bayes inference", JASA 78, 1983). Clusters are what the bootstrap draws;
//   - corrected, for the error that a sheet of labels shows the model to make: the label of each judgement is foretold by
//     weighted regression on its score and its actor's shrunk mean, and the mean of what is foretold is moved toward what the
//     stand's own labels say, r, by t/(t + v), where t and v are now the variances of the labels' residuals between and within
//     stands. That is prediction-powered inference with its power tuned (Angelopoulos and others, Science 382, 2023; PPI++,
//     arXiv 2311.01453) for the corpus, and the nested-error model of small areas (Battese, Harter and Fuller, JASA 83,
//     1988; with weights You and Rao, Canadian Journal of Statistics 30, 2002) for the stands, which have few labels
//     each. Its interval adds up the chance of the documents, of the sheet, and of the stand being unlike others. The
//     actor's shrunk mean is there because a model that errs alike everywhere makes actors look too much alike.
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
	Doc:  "how each actor is spoken of, by voice, source, period, document and kind of text, and by whom, and who acts how toward whom",
	Needs: []pipeline.Table{read.Documents.Only("date", "source"), tokens.Sentences.Only("paragraph", "region_kind"), read.Labels, actors.Actors, actors.Affiliations,
		resolve.Sentiment.Only("sentence", "start", "end", "entity_id", "polarity", "p_negative", "p_positive", "voice", "holder_id"),
		acts.Acts.Only("sentence", "agent_id", "patient_id", "polarity", "voice")},
	Makes: []pipeline.Table{Standing, Relations, Labels},
	Whole: pipeline.With(Settings{Period: "year", Resamples: 1000, Judged: 5, Width: 1},
		func(s Settings) (func(*pipeline.Corpus) error, error) { return s.stand, nil }),
}

// judged are the types of actors that have a standing.
var judged = []string{"PERSON", "PARTY", "ORG"}

func (s Settings) stand(c *pipeline.Corpus) error {
	all := newCorpus(actors.Actors.Rows(c), s.Period)
	all.labels = byDocument(read.Labels.Rows(c))
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		all.add(d.ID, read.Documents.Of(d), tokens.Sentences.Of(d), resolve.Sentiment.Of(d))
		all.addDeeds(tokens.Sentences.Of(d), acts.Acts.Of(d))
	}
	slices.SortFunc(all.cells, compareCells)
	of := byActor(all.cells)
	stands := make([][]stand, len(of)) // each actor's by itself, so that any number of goroutines gives the same
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
	persons := people(actors.Affiliations.Rows(c))
	stands = append(stands, s.together(all, of, persons)...)
	slices.SortStableFunc(stands, func(a, b []stand) int { return cmp.Compare(a[0].EntityID, b[0].EntityID) })
	shrink(stands, all.types)
	all.correct(stands, persons)
	for i, of := range stands {
		for _, x := range of {
			Standing.Add(c, x.Stand)
		}
		stands[i] = nil // most rows are of single documents: they are held once
	}
	slices.SortFunc(all.deeds, compareCells)
	w := worker{corpus: all, settings: s}
	for _, deeds := range byActor(all.deeds) {
		relations = append(relations, w.relations("act", deeds))
	}
	Labels.Add(c, all.labelRows()...)
	spoken := slices.Concat(relations...)
	slices.SortFunc(spoken, func(a, b Relation) int {
		return cmp.Or(cmp.Compare(a.HolderID, b.HolderID), cmp.Compare(a.TargetID, b.TargetID), cmp.Compare(a.By, b.By))
	})
	Relations.Add(c, spoken...)
	return nil
}
