package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hustings/models/tagger"
)

// counts are true positives, predictions and gold names.
type counts struct{ hits, found, gold int }

func (c counts) f1() float64 {
	if c.found+c.gold == 0 {
		return 0
	}
	return 2 * float64(c.hits) / float64(c.found+c.gold)
}

func (c *counts) add(d counts) {
	c.hits, c.found, c.gold = c.hits+d.hits, c.found+d.found, c.gold+d.gold
}

// A view is how a development set sees a type: what the development set does not tell apart is one type, what it lacks is "".
type view func(kind string) string

func fine(kind string) string { return kind }

// core leaves the types that every set has, GPE and LOC as one.
func core(kind string) string {
	switch kind {
	case "GPE", "LOC":
		return "place"
	case "PERSON", "PARTY", "ORG":
		return kind
	}
	return ""
}

// bodies are core, with parties and organisations as one.
func bodies(kind string) string {
	if kind = core(kind); kind == "PARTY" || kind == "ORG" {
		return "body"
	}
	return kind
}

// compare compares the names found in a document with gold's; spans and types exact. It returns the counts by type.
func compare(found, gold [][]tagger.Span, as view) map[string]counts {
	out := map[string]counts{}
	for s := range gold {
		right := map[tagger.Span]bool{}
		for _, g := range gold[s] {
			if kind := as(g.Type); kind != "" {
				right[tagger.Span{First: g.First, Last: g.Last, Type: kind}] = true
				c := out[kind]
				c.gold++
				out[kind] = c
			}
		}
		for _, x := range found[s] {
			kind := as(x.Type)
			if kind == "" {
				continue
			}
			c := out[kind]
			c.found++
			if right[tagger.Span{First: x.First, Last: x.Last, Type: kind}] {
				c.hits++
			}
			out[kind] = c
		}
	}
	return out
}

// A devSet is documents to score a model on, and what their labels tell apart.
type devSet struct {
	name string
	docs []document
	as   view
}

// A result is what a model scored on one development set.
type result struct {
	name      string
	documents int
	words     int
	byType    map[string]counts
	all       counts
	low, high float64 // 95 % interval of all's F1, documents drawn again 1,000 times
}

func (r result) line() string {
	return fmt.Sprintf("%s: %d names, F1 %.3f [%.3f, %.3f]", r.name, r.all.gold, r.all.f1(), r.low, r.high)
}

func (x devSet) score(tag func([][]string) [][]tagger.Span) result {
	r := result{name: x.name, documents: len(x.docs), byType: map[string]counts{}}
	each := make([]counts, len(x.docs))
	for i := range x.docs {
		d := &x.docs[i]
		gold := make([][]tagger.Span, len(d.sentences))
		for s := range d.sentences {
			gold[s] = d.sentences[s].known(x.as)
			r.words += len(d.sentences[s].words)
		}
		for kind, c := range compare(tag(d.words()), gold, x.as) {
			all := r.byType[kind]
			all.add(c)
			r.byType[kind] = all
			each[i].add(c)
		}
		r.all.add(each[i])
	}
	r.low, r.high = interval(each)
	return r
}

// known are a sentence's names with a type that the view can tell.
func (s *sentence) known(as view) []tagger.Span {
	var out []tagger.Span
	for i, may := range s.may {
		kind, first := "", true
		var inside uint32
		for t, name := range tagger.Types {
			if may&(1<<tagger.Begin(t)) == 0 {
				continue
			}
			inside |= 1 << tagger.Inside(t)
			if first {
				kind, first = name, false
			} else if as(name) != as(kind) {
				kind = ""
			}
		}
		if kind == "" || may&outside != 0 {
			continue
		}
		end := i + 1
		for end < len(s.may) && s.may[end] == inside {
			end++
		}
		out = append(out, tagger.Span{First: i, Last: end, Type: kind})
	}
	return out
}

func interval(each []counts) (low, high float64) {
	random := rand.New(rand.NewPCG(7, 7))
	scores := make([]float64, 1000)
	for k := range scores {
		var sum counts
		for range each {
			sum.add(each[random.IntN(len(each))])
		}
		scores[k] = sum.f1()
	}
	slices.Sort(scores)
	return scores[25], scores[974]
}
