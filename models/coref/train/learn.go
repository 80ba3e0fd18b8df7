package main

import (
	"fmt"
	"os"
	"strings"

	"hustings/models/coref"
	"hustings/models/exact"
)

// folds of the training documents: what a model says is only believed of documents that it has not seen.
const folds = 4

// learn fits the model. While it learns, what earlier mentions of a document mean is the gold: with what models said in its
// place, errors and all, the next one was worse. The scale and the least probabilities are found as the model will be used,
// by models that have not seen the document and go by what they themselves found.
func learn(l *coref.Lexicon, docs []document) coref.Parameters {
	examples := make([][]example, len(docs))
	for i := range docs {
		examples[i] = collect(l, docs, i, nil)
	}
	all := flat(docs, examples, -1)
	logf("%d mentions", len(all))
	networks := crossFit(docs, examples)
	for i := range docs {
		examples[i] = collect(l, docs, i, networks[fold(docs[i].id, folds)].choose)
	}
	p := coref.Parameters{Lexicon: l, Scale: scale(docs, examples, networks)}
	logf("scale %.3f of what was learned", p.Scale)
	fitted := func(n ensemble) *coref.Model {
		q, unit := n.quantise()
		return coref.New(coref.Parameters{Lexicon: l, Network: q, Scale: unit * p.Scale, Least: p.Least})
	}
	models := make([]*coref.Model, folds)
	for k := range models {
		models[k] = fitted(networks[k])
	}
	p.Least = least(docs, models)
	for k := range models {
		models[k] = fitted(networks[k])
	}
	crossValidated(docs, models)
	q, unit := fit(all, plan).quantise()
	p.Network, p.Scale = q, unit*p.Scale
	return p
}

// flat gives the examples of all folds but one.
func flat(docs []document, examples [][]example, without int) []example {
	var out []example
	for i := range docs {
		if fold(docs[i].id, folds) != without {
			out = append(out, examples[i]...)
		}
	}
	return out
}

// crossFit fits a network for each fold, on the other folds.
func crossFit(docs []document, examples [][]example) []ensemble {
	out := make([]ensemble, folds)
	for k := range out {
		out[k] = fit(flat(docs, examples, k), plan)
	}
	return out
}

// scale finds what scores are to be multiplied by, by likelihood on unseen folds.
func scale(docs []document, examples [][]example, networks []ensemble) float64 {
	type scored struct {
		scores []float64
		right  []bool
	}
	var all []scored
	for i := range docs {
		n := networks[fold(docs[i].id, folds)]
		for _, e := range examples[i] {
			all = append(all, scored{n.scores(e.raw), e.right})
		}
	}
	best, least := 1.0, 0.0
	for s := 0.3; s < 1.5; s += 0.02 {
		loss := 0.0
		for _, x := range all {
			p := make([]float64, len(x.scores))
			for i := range p {
				p[i] = float64(x.scores[i] * s)
			}
			exact.Softmax(p)
			sum := 1e-9
			for i := range p {
				if x.right[i] {
					sum += p[i]
				}
			}
			loss -= exact.Log(sum)
		}
		if least == 0 || loss < least {
			best, least = s, loss
		}
	}
	return best
}

// asked is the share of found mentions of each sort that must be right: a pronoun that is given to the wrong actor puts a
// judgement on somebody else.
const asked = 0.75

// least finds the probabilities to ask for: the best F1 on unseen folds of the passages, among those at which enough of what
// is found is right. A sort that is never right enough is not found at all.
func least(docs []document, models []*coref.Model) (out [coref.Sorts]float64) {
	best := [coref.Sorts]float64{}
	for s := range out {
		out[s] = coref.Never
	}
	for step := 0.2; step < 0.98; step += 0.025 {
		var sums [coref.Sorts]tally
		for i := range docs {
			if docs[i].source != "authored" && docs[i].source != "passages" {
				continue
			}
			found := models[fold(docs[i].id, folds)].ResolveAbove(&docs[i].text, step)
			for s := range sums {
				sums[s] = sums[s].plus(judge(&docs[i], found, sorts[s]))
			}
		}
		for s, t := range sums {
			if f := t.f1(); f > best[s] && t.precision() >= asked {
				best[s], out[s] = f, step
			}
		}
	}
	logf("asked for %.3f", out)
	return out
}

var sorts = [coref.Sorts]func(form, text, kind string) bool{
	coref.HeOrShe:     groups[1].keep,
	coref.It:          groups[2].keep,
	coref.They:        groups[3].keep,
	coref.Description: groups[4].keep,
}

// crossValidated prints figures on unseen folds, to choose features and settings by.
func crossValidated(docs []document, models []*coref.Model) {
	var pair tally
	sums := make([]tally, len(groups))
	for i := range docs {
		m := models[fold(docs[i].id, folds)]
		switch docs[i].source {
		case "authored", "passages":
			found := m.Resolve(&docs[i].text)
			for g := range groups {
				sums[g] = sums[g].plus(judge(&docs[i], found, groups[g].keep))
			}
		case "gap":
			pair = pair.plus(gapTally(m, &docs[i]))
		}
	}
	var out strings.Builder
	for g, t := range sums {
		fmt.Fprintf(&out, "%s: n %d P %.3f R %.3f F1 %.3f\n", groups[g].name, t.gold, t.precision(), t.recall(), t.f1())
	}
	fmt.Fprintf(&out, "GAP: P %.3f R %.3f F1 %.3f\n", pair.precision(), pair.recall(), pair.f1())
	fmt.Fprint(os.Stderr, out.String())
}
