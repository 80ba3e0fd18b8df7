package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

var labels = []string{"neutral", "pos_p_to_q", "pos_q_to_p", "neg_p_to_q", "neg_q_to_p"}

// pair is what is right and what was given.
type pair struct{ gold, got string }

// share of the given that is right, and of the right that is given.
func shares(all []pair, label string) (precision, recall, f1 float64, given int) {
	tp, fp, fn := 0, 0, 0
	for _, x := range all {
		switch g, p := x.gold == label, x.got == label; {
		case g && p:
			tp++
		case p:
			fp++
		case g:
			fn++
		}
	}
	return float64(tp) / float64(max(1, tp+fp)), float64(tp) / float64(max(1, tp+fn)), float64(2*tp) / float64(max(1, 2*tp+fp+fn)), tp + fp
}

func macro(all []pair) float64 {
	sum := 0.0
	for _, l := range labels {
		_, _, f, _ := shares(all, l)
		sum += f
	}
	return sum / float64(len(labels))
}

// directed is precision and recall of all that is not neutral.
func directed(all []pair) (precision, recall float64) {
	given, gold, right := 0, 0, 0
	for _, x := range all {
		if x.got != "neutral" {
			given++
			if x.got == x.gold {
				right++
			}
		}
		if x.gold != "neutral" {
			gold++
		}
	}
	return float64(right) / float64(max(1, given)), float64(right) / float64(max(1, gold))
}

// told is a figure with the middle 95 % of 1,000 samples of texts.
func told(all []pair, figure func([]pair) float64) string {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // resampling
	var figures []float64
	sample := make([]pair, len(all))
	for range 1000 {
		for i := range sample {
			sample[i] = all[r.IntN(len(all))]
		}
		figures = append(figures, figure(sample))
	}
	slices.Sort(figures)
	return fmt.Sprintf("%.3f (%.3f to %.3f)", figure(all), figures[25], figures[974])
}

// report tells how often the directions are right, by what is said, by what is done and by both.
func report(records []record, got []answer) {
	fmt.Printf("Who stands how to whom (DSE), %d texts, each with two actors; 95 %% interval by bootstrap over texts.\n\n", len(records))
	fmt.Println("| by | macro F1 of 5 labels | precision of what is not neutral | its recall |\n|---|---|---|---|")
	ways := []struct {
		name string
		of   func(answer) string
	}{{"speech", func(a answer) string { return a.speech }}, {"acts", func(a answer) string { return a.act }}, {"both", answer.both}}
	pairs := func(of func(answer) string) []pair {
		all := make([]pair, len(records))
		for i := range all {
			all[i] = pair{records[i].Label, of(got[i])}
		}
		return all
	}
	for _, w := range ways {
		all := pairs(w.of)
		fmt.Printf("| %s | %s | %s | %s |\n", w.name, told(all, macro), told(all, func(x []pair) float64 { p, _ := directed(x); return p }), told(all, func(x []pair) float64 { _, r := directed(x); return r }))
	}
	fmt.Println("\n| by | label | n | given | precision | recall | F1 |\n|---|---|---|---|---|---|---|")
	for _, w := range ways {
		all := pairs(w.of)
		for _, l := range labels {
			n := 0
			for _, x := range all {
				if x.gold == l {
					n++
				}
			}
			p, r, f, g := shares(all, l)
			fmt.Printf("| %s | %s | %d | %d | %.3f | %.3f | %.3f |\n", w.name, l, n, g, p, r, f)
		}
	}
}
