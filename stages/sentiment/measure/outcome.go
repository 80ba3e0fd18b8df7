package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// outcome is what was said of one mention, and what is right.
type outcome struct {
	passage               string
	named                 bool
	gold, got             string
	goldHolder, gotHolder int
	missing               bool // the run has no such mention
	stated                float64
	unknown               bool // quoted from somebody who is no marked actor: not measured
	in                    mention
}

func (o outcome) wrong() bool {
	return !o.unknown && !o.missing && (o.gold != o.got || o.gold != "author" && o.goldHolder != o.gotHolder)
}

// mistakes prints what is wrong.
func mistakes(all []passage, out []outcome) {
	of := map[string]*passage{}
	for i := range all {
		of[all[i].id] = &all[i]
	}
	for _, o := range out {
		if o.wrong() {
			fmt.Println(o.tell(of[o.passage]))
		}
	}
}

// stated prints how often a speaker is right, by the share that is stated; of whom the passage does not mark, nothing is known.
func stated(out []outcome) {
	n, right := map[float64]int{}, map[float64]int{}
	for _, o := range out {
		if o.gold != "author" && !o.missing && o.got != "author" && o.gotHolder >= 0 {
			n[o.stated]++
			if o.gotHolder == o.goldHolder {
				right[o.stated]++
			}
		}
	}
	fmt.Println("| stated | right | of |\n|---|---|---|")
	for _, p := range slices.Sorted(maps.Keys(n)) {
		fmt.Printf("| %.3f | %d | %d |\n", p, right[p], n[p])
	}
}

func (o outcome) tell(p *passage) string {
	r := []rune(p.text)
	return strings.ReplaceAll(fmt.Sprintf("%s %s(%d)->%s(%d): %s{{%s}}%s", p.id, o.gold, o.goldHolder, o.got, o.gotHolder, string(r[max(0, o.in.start-220):o.in.start]), string(r[o.in.start:o.in.end]), string(r[o.in.end:min(len(r), o.in.end+110)])), "\n", "/")
}

var voices = []string{"author", "quoted", "reported"}

// f1 of one voice, or of all that are not the author's ("" ).
func f1(os []outcome, is func(voice string) bool) float64 {
	tp, fp, fn := 0, 0, 0
	for _, o := range os {
		switch g, p := is(o.gold), is(o.got); {
		case g && p:
			tp++
		case p:
			fp++
		case g:
			fn++
		}
	}
	if tp == 0 {
		return 0
	}
	return float64(2*tp) / float64(2*tp+fp+fn)
}

func macro(os []outcome) float64 {
	sum := 0.0
	for _, v := range voices {
		sum += f1(os, func(s string) bool { return s == v })
	}
	return sum / 3
}

func other(os []outcome) float64 { return f1(os, func(s string) bool { return s != "author" }) }

// holders is the share of judgements of others whose holder is right.
func holders(os []outcome) float64 {
	n, right := 0, 0
	for _, o := range os {
		if o.gold != "author" {
			n++
			if o.got != "author" && o.gotHolder == o.goldHolder {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, n))
}

func report(own bool, all []outcome) {
	if own {
		fmt.Println("\nvoice and holder, with the product's own names and chains:")
	} else {
		fmt.Println("voice and holder, with names and chains given:")
	}
	fmt.Println("\n| mentions | n | left out | of others | voice macro F1 | author/quoted/reported | not the author F1 | holder accuracy |\n|---|---|---|---|---|---|---|---|")
	for _, g := range []struct {
		name string
		keep func(o outcome) bool
	}{{"all", func(outcome) bool { return true }}, {"named", func(o outcome) bool { return o.named }}, {"described", func(o outcome) bool { return !o.named }}} {
		var os []outcome
		others, out := 0, 0
		for _, o := range all {
			if g.keep(o) && (o.unknown || o.missing) {
				out++
			}
			if g.keep(o) && !o.unknown && !o.missing {
				os = append(os, o)
				if o.gold != "author" {
					others++
				}
			}
		}
		fmt.Printf("| %s | %d | %d | %d | %s |", g.name, len(os), out, others, told(os, macro))
		for _, v := range voices {
			fmt.Printf(" %.3f", f1(os, func(s string) bool { return s == v }))
		}
		fmt.Printf(" | %s | %s |\n", told(os, other), told(os, holders))
	}
}

// told is a figure with its interval: the middle 95 % of 1,000 samples of passages.
func told(os []outcome, figure func([]outcome) float64) string {
	by := [][]outcome{}
	for i, o := range os {
		if i == 0 || o.passage != os[i-1].passage {
			by = append(by, nil)
		}
		by[len(by)-1] = append(by[len(by)-1], o)
	}
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // resampling
	var figures []float64
	for range 1000 {
		var sample []outcome
		for range by {
			sample = append(sample, by[r.IntN(len(by))]...)
		}
		figures = append(figures, figure(sample))
	}
	slices.Sort(figures)
	return fmt.Sprintf("%.3f (%.3f to %.3f)", figure(os), figures[25], figures[974])
}
