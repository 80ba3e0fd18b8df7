package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"hustings/models/accurate"
	"hustings/models/linear"
)

// faithful tells how far the words that the accurate model's judgements are explained with are those that decided:
// comprehensiveness (DeYoung and others 2020), by how much the probability of the polarity given falls when they are all left
// out, and how often the polarity changes. The same number of words by other choices is what it is compared with: those that
// speak most in the linear model, and content words by chance. One held-out sentence in four is looked at.
func faithful(w io.Writer, all []example) {
	model, fast := accurate.Load(), linear.Load()
	passages, of := marked(all, func(e example) bool { return e.heldOut && e.prose.Named })
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a sample
	choices := []string{"left out one at a time", "linear", "by chance"}
	drops, flips := make([][]float64, len(choices)), make([]int, len(choices))
	asked, words := 0, 0
	for i := 0; i < len(passages); i += 4 {
		p := &passages[i]
		_, places := cut(p.Text)
		for k, j := range model.Judge(passages[i : i+1])[0] {
			if j.Polarity == 0 || !j.Seen() {
				continue
			}
			e := all[of[i][k]]
			read := fast.Read(e.words)
			ranked := fast.Candidates(read, e.target, j.Polarity, len(e.words))
			span := func(w int) [2]int { return [2]int{places[w].Start, places[w].End} }
			q := accurate.Question{Passage: p, Mention: k, Given: j}
			for _, w := range ranked[:min(linear.Tried, len(ranked))] {
				q.Words = append(q.Words, span(w))
			}
			cues := model.Cues([]accurate.Question{q})[0]
			if asked++; len(cues) == 0 {
				continue
			}
			words += len(cues)
			var own [][2]int
			for _, c := range cues {
				own = append(own, q.Words[c])
			}
			var loud, chance [][2]int
			for _, w := range fast.Cues(read, e.target, j.Polarity) {
				if slices.Contains(ranked, w) && len(loud) < len(own) {
					loud = append(loud, span(w))
				}
			}
			for _, r := range random.Perm(len(ranked))[:len(own)] {
				chance = append(chance, span(ranked[r]))
			}
			var less []accurate.Passage
			for _, out := range [][][2]int{own, loud, chance} {
				less = append(less, p.Without(out...))
			}
			for c, left := range model.Judge(less) {
				drops[c] = append(drops[c], j.Of(j.Polarity)-left[k].Of(j.Polarity))
				if left[k].Polarity != j.Polarity {
					flips[c]++
				}
			}
		}
	}
	fmt.Fprintf(w, "%d judgements that are not neutral, %d with words found, %.1f words each.\n\n", asked, len(drops[0]), float64(words)/float64(max(1, len(drops[0]))))
	fmt.Fprintln(w, "| words left out | probability falls by | interval | polarity changes |\n|---|---|---|---|")
	for c, name := range choices {
		n := float64(max(1, len(drops[c])))
		mean, square := 0.0, 0.0
		for _, d := range drops[c] {
			mean += d / n
		}
		for _, d := range drops[c] {
			square += float64((d - mean) * (d - mean))
		}
		half := 1.96 * math.Sqrt(square) / n
		fmt.Fprintf(w, "| %s | %.3f | %.3f to %.3f | %.0f %% |\n", name, mean, mean-half, mean+half, 100*float64(flips[c])/n)
	}
}
