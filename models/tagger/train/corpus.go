package main

import (
	"slices"

	"hustings/models/tagger"
)

// A document is sentences that belong together.
type document struct {
	source    string
	fold      int // of cross-fitting; a passage and its variant are in one
	sentences []sentence
}

// A sentence is words and, for each, the set of labels that it may have, a bit a label: one label where the source says
// which, several where its scheme leaves it open ("location": GPE or LOC). Learning sums over what is open.
type sentence struct {
	words []string
	may   []uint32
}

// types is a set of types, a bit a type by its index in tagger.Types.
type types uint16

func typesOf(names ...string) (set types) {
	for _, n := range names {
		i := slices.Index(tagger.Types[:], n)
		if i < 0 {
			panic("train: no type " + n)
		}
		set |= 1 << i
	}
	return set
}

const outside = 1 << tagger.Outside

// begins and insides are the labels of names of these types.
func (set types) begins() (labels uint32) {
	for t := range tagger.Types {
		if set&(1<<t) != 0 {
			labels |= 1 << tagger.Begin(t)
		}
	}
	return labels
}

func (set types) insides() uint32 { return set.begins() << 1 }

// mark makes the words from first up to last a name of one of the types; maybe says that they may be none.
func (s *sentence) mark(first, last int, set types, maybe bool) {
	for i := first; i < last; i++ {
		s.may[i] = set.insides()
		if i == first {
			s.may[i] = set.begins()
		}
		if maybe {
			s.may[i] |= outside
		}
	}
}

func newSentence(words []string) sentence {
	s := sentence{words, make([]uint32, len(words))}
	for i := range s.may {
		s.may[i] = outside
	}
	return s
}

func (d *document) words() [][]string {
	out := make([][]string, len(d.sentences))
	for i, s := range d.sentences {
		out[i] = s.words
	}
	return out
}
