package coref

import (
	"strings"
	"unicode"
)

// kind is what part a word plays.
type kind uint8

const (
	other kind = iota
	name
	pronominal
	determiner
	noun
	verb       // finite
	auxiliary  // a finite form of be, have, do, or a modal
	participle // past, or one that an auxiliary makes part of a verb
	ing
	infinitive
	adjective
	adverb
	preposition
	and
	but // or, nor, yet
	subordinator
	relative
	to
	comma
	stop // colon, semicolon, dash, and what ends sentences
	mark // quotation mark
	open
	closed
	number
	genitive // 's
	kinds
)

func table[K comparable](lists map[K]string) map[string]K {
	t := map[string]K{}
	for k, list := range lists {
		for w := range strings.FieldsSeq(list) {
			t[w] = k
		}
	}
	return t
}

// given are the words whose kind is fixed.
var given = table(map[kind]string{
	determiner: `the a an this that these those my your our some any no every each both all such another one two three four five six seven eight nine ten`,
	auxiliary: `is was are were be been being am has have had having do does did will would shall should can could may might must 's 're 've 'd 'll n't not
		cannot ca wo isn't wasn't`,
	preposition: `of in on at by from with without within into onto upon over under above below between among through during against about across along around
		behind beyond despite like near off out outside inside per than toward towards via for as except beside besides amid`,
	subordinator: `if because when while whereas since until unless although though after before once where whenever whether how why lest`,
	relative:     `who whom whose which`,
	and:          `and &`,
	but:          `but or nor yet`,
	to:           `to`,
	comma:        `,`,
	stop:         `: ; - -- – — . ! ? … ...`,
	mark:         "\" “ ” « » ` `` '' ‘ „",
	open:         `( [`,
	closed:       `) ]`,
})

// Tags is the set of open kinds that a word may have: noun and the like, as bits.
type Tags uint16

// Entry is what the lexicon knows of a word.
type Entry struct {
	Tags Tags // the likelier kinds of an open word
	Sex  byte // of a forename: 'M', 'F', '?' for both, 0 for none
	Head Head // what a description that ends in this noun means
}

// Head tells what a description means by its last noun.
type Head byte

// The kinds of Head. The first three were seen in training, the others are in lists.
const (
	NotHead Head = iota
	PersonHead
	EitherHead
	PartyHead
	ListedPerson
	ListedParty
	RareHead   // seen in training once or twice
	LikelyHead // mostly said of persons elsewhere: before "who", or in GUM
)

// Lexicon is the vocabulary, by word in lower case.
type Lexicon struct{ Words map[string]Entry }

// OpenKinds are the kinds of Tags, by the part-of-speech tags of the Penn Treebank that they stand for.
var OpenKinds = []struct {
	Bit  Tags
	Penn []string
	kind kind
}{
	{1, []string{"NN", "NNS", "NNP", "NNPS"}, noun},
	{2, []string{"VBD", "VBZ", "VBP"}, verb},
	{4, []string{"VBN"}, participle},
	{8, []string{"VBG"}, ing},
	{16, []string{"VB"}, infinitive},
	{32, []string{"JJ", "JJR", "JJS"}, adjective},
	{64, []string{"RB", "RBR", "RBS"}, adverb},
}

const (
	tagNoun Tags = 1 << iota
	tagVerb
	tagParticiple
	tagIng
	tagBase
	tagAdjective
	tagAdverb
)

// guess gives the tags of a word that is not known, by its ending.
func guess(w string) Tags {
	switch {
	case strings.HasSuffix(w, "ly"):
		return tagAdverb
	case strings.HasSuffix(w, "ing"):
		return tagIng
	case strings.HasSuffix(w, "ed"):
		return tagVerb | tagParticiple
	case strings.HasSuffix(w, "ous"), strings.HasSuffix(w, "ful"), strings.HasSuffix(w, "ive"), strings.HasSuffix(w, "ical"), strings.HasSuffix(w, "less"), strings.HasSuffix(w, "ish"):
		return tagAdjective
	}
	return tagNoun
}

// kindOf says what part word i plays, given those before it.
func (r *reading) kindOf(i int) kind {
	if r.nameAt[i] >= 0 {
		return name
	}
	w := r.lower[i]
	if w == "'s" || w == "’s" || w == "'" || w == "’" {
		if i > 0 && (r.kinds[i-1] == name || r.kinds[i-1] == noun) {
			return genitive
		}
	}
	if _, ok := pronouns[w]; ok {
		return pronominal
	}
	if singular[w] || plural[w] && w != "our" || w == "you" {
		return pronominal
	}
	if k, ok := given[w]; ok {
		if w == "that" {
			return r.that(i)
		}
		return k
	}
	if w == "" {
		return other
	}
	if c := w[0]; c < 'a' && c >= '0' && c <= '9' {
		return number
	}
	e, known := r.lexicon.Words[w]
	t := e.Tags
	if !known || t == 0 {
		if first := []rune(w)[0]; !unicode.IsLetter(first) {
			return other
		}
		if i > 0 && r.doc.Words[i].Sentence == r.doc.Words[i-1].Sentence && upper(r.doc.Words[i].Text) {
			return noun
		}
		t = guess(w)
	}
	return r.choose(t, i)
}

// choose takes the kind that fits what stands before.
func (r *reading) choose(t Tags, i int) kind {
	before := other
	j := i - 1
	for j >= 0 && r.kinds[j] == adverb && r.sameSentence(j, i) {
		j--
	}
	if j >= 0 && r.sameSentence(j, i) {
		before = r.kinds[j]
		if before == pronominal && possessor(r.lower[j]) {
			before = determiner
		}
	}
	prefer := func(order ...Tags) kind {
		for _, o := range order {
			if t&o != 0 {
				return kindsOf[o]
			}
		}
		return noun
	}
	switch before {
	case to:
		return prefer(tagBase, tagNoun, tagAdjective, tagIng, tagParticiple, tagVerb, tagAdverb)
	case determiner, genitive, adjective, number:
		return prefer(tagNoun, tagAdjective, tagIng, tagParticiple, tagAdverb, tagBase, tagVerb)
	case preposition:
		return prefer(tagIng, tagNoun, tagAdjective, tagAdverb, tagParticiple, tagVerb, tagBase)
	case auxiliary:
		return prefer(tagParticiple, tagIng, tagBase, tagAdjective, tagAdverb, tagNoun, tagVerb)
	case pronominal, relative:
		return prefer(tagVerb, tagBase, tagParticiple, tagAdverb, tagAdjective, tagNoun, tagIng)
	case name, noun:
		return prefer(tagVerb, tagAdverb, tagNoun, tagParticiple, tagIng, tagAdjective, tagBase)
	}
	return prefer(tagVerb, tagAdverb, tagAdjective, tagNoun, tagIng, tagParticiple, tagBase)
}

var kindsOf = func() map[Tags]kind {
	m := map[Tags]kind{}
	for _, k := range OpenKinds {
		m[k.Bit] = k.kind
	}
	return m
}()

// that tells a relative "that" and one that begins a clause from the determiner.
func (r *reading) that(i int) kind {
	if i == 0 || !r.sameSentence(i-1, i) {
		return determiner
	}
	switch r.kinds[i-1] {
	case noun, name:
		return relative
	case verb, participle, adjective, infinitive, ing, comma:
		return subordinator
	}
	return determiner
}

func possessor(w string) bool {
	return w == "his" || w == "her" || w == "its" || w == "their" || w == "my" || w == "our" || w == "your"
}

func upper(s string) bool {
	for _, c := range s {
		return unicode.IsUpper(c)
	}
	return false
}
