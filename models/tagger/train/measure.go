package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"hustings/models/accurate"
	"hustings/models/tagger"
)

// tagging is a way of finding names: the words of a document's sentences to the names of each.
type tagging func([][]string) [][]tagger.Span

// measure prints how each way of finding names does on the development sets: a table by set and type, or its mistakes.
func measure(w io.Writer, dev []devSet, mistakes bool) error {
	models := []struct {
		name string
		tag  tagging
	}{{"accurate", accurate.Load().Tag}, {"fast", tagger.Load().Tag}, {"prose", asProse}}
	for _, set := range dev {
		if mistakes {
			for _, m := range models[:2] {
				printMistakes(w, set, m.name, m.tag)
			}
			continue
		}
		var results []result
		for _, m := range models {
			results = append(results, set.score(m.tag))
		}
		r := results[0]
		_, err := fmt.Fprintf(w, "### %s\n\n%d documents, %d words, %d names. F1 of exact spans with exact types; 95 %% interval by bootstrap over documents.\n\n", r.name,
			r.documents, r.words, r.all.gold)
		if err != nil {
			return err
		}
		head, rule := "| | all | interval |", "|---|---|---|"
		kinds := r.kinds()
		for _, k := range kinds {
			head += fmt.Sprintf(" %s (%d) |", k, r.byType[k].gold)
			rule += "---|"
		}
		fmt.Fprintf(w, "%s\n%s\n", head, rule)
		for i, r := range results {
			fmt.Fprintf(w, "| %s | %.3f | %.3f to %.3f |", models[i].name, r.all.f1(), r.low, r.high)
			for _, k := range kinds {
				fmt.Fprintf(w, " %.3f |", r.byType[k].f1())
			}
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w)
	}
	if mistakes {
		return nil
	}
	fmt.Fprint(w, "### Probabilities\n\nNames found in the held-out passages, by the probability given: mean probability, and share right.\n\n")
	fmt.Fprint(w, "| | up to 0.5 | 0.5 to 0.7 | 0.7 to 0.9 | 0.9 to 1 |\n|---|---|---|---|---|\n")
	for _, m := range models[:2] {
		fmt.Fprintf(w, "| %s |", m.name)
		for _, b := range dev[0].reliability(m.tag) {
			fmt.Fprintf(w, " %.2f, %.2f (n = %d) |", b.Mean, b.Right, b.Names)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// kinds are the types of which the gold has any.
func (r result) kinds() (out []string) {
	for _, k := range append(tagger.Types[:], "place", "body") {
		if r.byType[k].gold > 0 {
			out = append(out, k)
		}
	}
	return out
}

// asProse finds names by prose's own extractor, which knows PERSON and GPE: the baseline.
func asProse(doc [][]string) [][]tagger.Span {
	out := make([][]tagger.Span, len(doc))
	for s, words := range doc {
		read, err := prose.NewDocument(strings.Join(words, " "), prose.WithSegmentation(false), prose.UsingModel(proseModel()))
		if err != nil {
			continue
		}
		at := 0 // names come in order
		for _, e := range read.Entities() {
			if from, to, ok := find(words[at:], e.Text); ok {
				out[s] = append(out[s], tagger.Span{First: at + from, Last: at + to, Type: e.Label, Probability: 1})
				at += to
			}
		}
	}
	return out
}

// proseModel is prose's own model, read once: it takes longer than a sentence does.
var proseModel = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("A word.")
	if err != nil {
		panic(err)
	}
	return d.Model
})

// find gives the first words that make a text, spaces left out.
func find(words []string, text string) (from, to int, ok bool) {
	text = strings.ReplaceAll(text, " ", "")
	for from := range words {
		for made, to := "", from; to < len(words) && len(made) < len(text); to++ {
			if made += words[to]; made == text {
				return from, to + 1, true
			}
		}
	}
	return 0, 0, false
}
