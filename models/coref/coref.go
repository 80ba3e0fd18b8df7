// Package coref says whom the pronouns and descriptions of a document mean: "she", "its", "the general secretary".
//
// Given are the words of a document, its names, joined into chains, and its quotations. A mention is a third person's
// pronoun, or a description: an article or the like, and up to a few words that end in a noun for persons or parties.
// Mentions are read from left to right. For each, the chains near it and "none of them" are ranked by a network over
// features of the two (mention ranking: Denis and Baldridge 2008; features after Clark and Manning 2015); what was
// found so far belongs to the chains that later mentions see. A first person's pronoun in a quotation means its speaker.
//
// README.md, written by the train command, gives data and figures.
package coref

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"
)

// Word is a token of a document, with the numbers of the sentence and of the paragraph that it stands in, both ascending.
type Word struct {
	Text                string
	Sentence, Paragraph int32
}

// Name is a named mention: the words from First up to Last, exclusive.
type Name struct {
	First, Last int32
	Chain       int32  // the names of one chain mean the same; any number from 0
	Type        string // PERSON, PARTY or ORG; names of other types compete for nothing, but tell what "it" may mean
}

// Quote is a quotation: the words from First up to Last, exclusive; Speaker is a chain, or -1.
type Quote struct {
	First, Last int32
	Speaker     int32
}

// Document is what Resolve reads: names and quotations in order of their first words.
type Document struct {
	Words  []Word
	Names  []Name
	Quotes []Quote
}

// The forms of a mention.
const (
	Pronoun = "pronoun"
	Nominal = "nominal"
)

// Found is a mention that means a chain.
type Found struct {
	First, Last int32
	Form        string
	Chain       int32
	Probability float64     // that it means Chain, of all chains near it and none of them
	Others      []Candidate // at most three other chains that it may mean, likelier ones first
}

// Candidate is a chain that a mention may mean.
type Candidate struct {
	Chain       int32
	Probability float64
}

//go:embed model.bin
var embedded []byte

// Load returns the model that the package embeds.
var Load = sync.OnceValue(func() *Model {
	p, err := Decode(embedded)
	if err != nil {
		panic("coref: " + err.Error())
	}
	return New(p)
})

// Model finds what mentions mean. It is safe for concurrent use.
type Model struct {
	lexicon *Lexicon
	network *Network
	scale   float64
	least   [Sorts]float64
}

// New makes a model.
func New(p Parameters) *Model { return &Model{p.Lexicon, p.Network, p.Scale, p.Least} }

// The sorts of mentions that differ in how probable the model asks a meaning to be.
const (
	HeOrShe = iota
	It
	They
	Description
	Sorts
)

// Never is a probability that no meaning has.
const Never = 2

func sortOf(doc *Document, c *Choice) int {
	if c.Form == Nominal {
		return Description
	}
	switch pronouns[Fold(doc.Words[c.First].Text)].who {
	case male, female:
		return HeOrShe
	case thing:
		return It
	}
	return They
}

// Resolve returns the mentions whose likeliest chain is more probable than the model asks for, so that three of four are
// right in training, in order of their first words. It takes any document, in time linear in its words.
func (m *Model) Resolve(doc *Document) []Found { return m.resolve(doc, m.least) }

// ResolveAbove returns the mentions whose likeliest chain has at least this probability.
func (m *Model) ResolveAbove(doc *Document, least float64) []Found {
	return m.resolve(doc, [Sorts]float64{least, least, least, least})
}

func (m *Model) resolve(doc *Document, least [Sorts]float64) []Found {
	out := speakers(doc)
	m.lexicon.Walk(doc, func(c *Choice) int32 {
		p := m.network.probabilities(c, m.scale)
		none := len(c.Chains)
		if none == 0 {
			return -1
		}
		top := 0
		for i := range none {
			if p[i] > p[top] {
				top = i
			}
		}
		if p[top] >= least[sortOf(doc, c)] {
			out = append(out, found(c, p, top))
		}
		if p[none] > p[top] {
			return -1
		}
		return c.Chains[top]
	})
	slices.SortStableFunc(out, func(a, b Found) int { return int(a.First - b.First) })
	return out
}

func found(c *Choice, p []float64, top int) Found {
	f := Found{First: c.First, Last: c.Last, Form: c.Form, Chain: c.Chains[top], Probability: p[top]}
	for i, chain := range c.Chains {
		if i != top && p[i] >= 0.05 {
			f.Others = append(f.Others, Candidate{chain, p[i]})
		}
	}
	slices.SortStableFunc(f.Others, func(a, b Candidate) int { return cmp.Compare(b.Probability, a.Probability) })
	f.Others = f.Others[:min(3, len(f.Others))]
	return f
}
