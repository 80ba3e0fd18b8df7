package main

import (
	"hash/fnv"
	"slices"
	"strings"

	"hustings/models/coref"
)

// example is a mention with its options: chains, and last none of them.
type example struct {
	raw     [][]uint32 // features
	options [][]int32  // the same as indices of the vocabulary
	right   []bool     // several may be: what is not known
}

// chooser tells what a mention means while the examples are made: what is known, or what a model says.
type chooser func(c *coref.Choice) int32

// collect walks over a document. choose may be nil: then the gold is taken.
func collect(l *coref.Lexicon, docs []document, index int, choose chooser) []example {
	d := &docs[index]
	kinds := map[int32]string{}
	for _, n := range d.text.Names {
		kinds[n.Chain] = n.Type
	}
	var out []example
	l.Walk(&d.text, func(c *coref.Choice) int32 {
		means, known := d.meaning(c)
		decided := means
		if choose != nil {
			decided = choose(c)
		}
		if !known {
			return decided
		}
		e := example{right: make([]bool, len(c.Chains)+1), raw: slices.Clone(c.Features)}
		any := false
		for i, chain := range c.Chains {
			switch {
			case d.gap != nil:
				for k, ab := range d.gap.chains {
					if ab == chain && d.gap.means[k] {
						e.right[i] = true
					}
				}
			case means < 0 && d.source != "gum":
				e.right[i] = kinds[chain] == "ORG" && c.Form == coref.Pronoun // not marked in the passages
			default:
				e.right[i] = chain == means
			}
			any = any || e.right[i]
		}
		last := len(c.Chains)
		switch {
		case d.gap != nil && !d.gap.means[0] && !d.gap.means[1]:
			for i, chain := range c.Chains {
				e.right[i] = chain != d.gap.chains[0] && chain != d.gap.chains[1]
			}
			e.right[last] = true
		case d.gap != nil && !any:
			return decided
		case d.gap == nil && !any:
			e.right[last] = true
		}
		out = append(out, e)
		return decided
	})
	return out
}

// meaning is what the gold says of a mention, -1 for none, and whether it says anything.
func (d *document) meaning(c *coref.Choice) (chain int32, known bool) {
	if d.gap != nil {
		return -1, c.Form == coref.Pronoun && c.First == d.gap.word
	}
	if d.uneven && c.Form == coref.Pronoun && !people[strings.ToLower(d.text.Words[c.First].Text)] {
		for _, g := range d.gold {
			if g.first == c.First && g.last == c.Last {
				return g.chain, false
			}
		}
		return -1, false
	}
	for _, g := range d.gold {
		if c.Form == coref.Pronoun && g.first == c.First && g.last == c.Last {
			return g.chain, true
		}
		if c.Form == coref.Nominal && g.form == coref.Nominal && g.last == c.Last && g.first >= c.First {
			return g.chain, true
		}
	}
	return -1, true
}

// fold is which part of the training data a document is in.
func fold(id string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(folds))
}

// vocabulary gives a number to each feature that at least so many examples have.
func vocabulary(examples []example, least int) map[uint32]int32 {
	counts, seen := map[uint32]int{}, map[uint32]int{}
	for i := range examples {
		for _, o := range examples[i].raw {
			for _, f := range o {
				if seen[f] != i+1 {
					seen[f] = i + 1
					counts[f]++
				}
			}
		}
	}
	v := map[uint32]int32{}
	for i := range examples { // in order of appearance, the same each time
		for _, o := range examples[i].raw {
			for _, f := range o {
				if _, ok := v[f]; !ok && counts[f] >= least {
					v[f] = int32(len(v))
				}
			}
		}
	}
	return v
}

func index(examples []example, v map[uint32]int32) {
	for i := range examples {
		e := &examples[i]
		e.options = e.options[:0]
		for _, o := range e.raw {
			var ids []int32
			for _, f := range o {
				if k, ok := v[f]; ok {
					ids = append(ids, k)
				}
			}
			e.options = append(e.options, ids)
		}
	}
}
