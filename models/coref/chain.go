package coref

import (
	"strings"
)

// sex is what is known of a chain's sex, and how.
type sex uint8

const (
	unknownSex sex = iota
	titledMale
	titledFemale
	namedMale
	namedFemale
	maybeMale // by a name that may be a surname
	maybeFemale
	eitherSex
)

// agrees says whether a pronoun may mean the sex: 1 it fits, 0 it is not known, -1 it does not.
func (s sex) agrees(w who) int {
	switch {
	case w != male && w != female:
		return 0
	case s == unknownSex || s == eitherSex:
		return 0
	case (s == titledMale || s == namedMale || s == maybeMale) == (w == male):
		return 1
	}
	return -1
}

// seen is a mention of a chain that has been read.
type seen struct {
	first, last, sentence int32
	form                  form
	standing              standing
	order                 int32 // which mention of the document
	nth                   int32 // which mention of the sentence
}

type form uint8

const (
	fullName form = iota
	shortName
	byPronoun
	byNominal
)

// chain is the names of one actor, and what has been found to mean it so far.
type chain struct {
	number    int32 // as given
	kind      actor
	sex       sex
	ending    uint32 // of the forename
	words     map[string]bool
	heads     map[string]bool // of its titles and descriptions
	total     int32           // names in the document
	longest   int32           // words of its longest name
	seen      int32
	last      seen
	named     seen // by its last name
	whos      [5]int32
	lastWho   who
	sentence  int32 // the last sentence that mentions it
	within    int32 // mentions in that sentence
	before    int32 // mentions in the sentence before that, if it was the one before
	subject   int32 // the last sentence of which it was a subject
	subjects  int32 // how many mentions had been subjects then, 0 if it was none
	subjectAt int32 // its first word then
	stamp     int32 // of the last list of candidates that it was on
}

type actor uint8

const (
	nobody actor = iota
	aPerson
	aParty
	anOrg
)

func actorOf(kind string) actor {
	switch kind {
	case "PERSON":
		return aPerson
	case "PARTY":
		return aParty
	case "ORG":
		return anOrg
	}
	return nobody
}

// gather makes the chains of all names.
func (r *reading) gather() {
	r.chainOf = make([]int32, len(r.doc.Names))
	n := int32(len(r.doc.Words))
	for k, x := range r.doc.Names {
		id, ok := r.dense[x.Chain]
		if !ok {
			id = int32(len(r.chains))
			r.dense[x.Chain] = id
			r.chains = append(r.chains, chain{number: x.Chain, words: map[string]bool{}, heads: map[string]bool{}, sentence: -9, subject: -9, stamp: -1})
		}
		r.chainOf[k] = id
		if x.First < 0 || x.Last > n || x.First >= x.Last {
			continue
		}
		c := &r.chains[id]
		if c.total == 0 || c.kind == nobody {
			c.kind = actorOf(x.Type)
		}
		c.total++
		c.longest = max(c.longest, x.Last-x.First)
		for i := x.First; i < min(x.Last, x.First+8); i++ {
			if len(c.words) < 32 {
				c.words[r.lower[i]] = true
			}
		}
		if c.kind == aPerson {
			r.learnSex(c, x)
		}
		if c.kind != nobody && len(c.heads) < 16 {
			r.learnHeads(c, x)
		}
	}
}

func (r *reading) learnSex(c *chain, x Name) {
	take := func(s sex) {
		if c.sex == unknownSex || c.sex == eitherSex || c.sex >= maybeMale && s < maybeMale || c.sex > titledFemale && s <= titledFemale {
			c.sex = s
		}
	}
	for i := max(0, x.First-3); i < x.Last; i++ {
		if i < x.First && (r.nameAt[i] >= 0 || r.kinds[i] != noun && r.kinds[i] != other && i+1 < x.First) {
			continue
		}
		switch sexes[r.lower[i]] {
		case male:
			if i == x.First-1 || i == x.First {
				take(titledMale)
			}
		case female:
			if i == x.First-1 || i == x.First {
				take(titledFemale)
			}
		}
	}
	several := x.Last-x.First > 1
	for i := x.First; i < x.Last && i < x.First+2; i++ {
		if several && i+1 == x.Last && i > x.First {
			break
		}
		switch r.forename(i) {
		case 'M':
			if several {
				take(namedMale)
			} else {
				take(maybeMale)
			}
		case 'F':
			if several {
				take(namedFemale)
			} else {
				take(maybeFemale)
			}
		case '?':
			take(eitherSex)
		default:
			continue
		}
		break
	}
	if several && c.ending == 0 {
		w := Fold(r.doc.Words[x.First].Text)
		c.ending = mix(77, letters(w, 2))
	}
}

func (r *reading) forename(i int32) byte {
	w := Fold(r.doc.Words[i].Text)
	if s := r.lexicon.Words[w].Sex; s != 0 {
		return s
	}
	if head, _, ok := strings.Cut(w, "-"); ok {
		return r.lexicon.Words[head].Sex
	}
	return 0
}

func letters(w string, n int) uint32 {
	w = w[max(0, len(w)-n):]
	h := uint32(0)
	for i := range len(w) {
		h = h<<8 | uint32(w[i])
	}
	return h
}

// learnHeads keeps the nouns that a name's title, apposition or predicate ends in: "General Secretary X", "X, the
// secretary", "X was a baker".
func (r *reading) learnHeads(c *chain, x Name) {
	n := int32(len(r.doc.Words))
	keep := func(i int32) {
		if r.nameAt[i] < 0 && r.lexicon.Words[r.lower[i]].Head != NotHead {
			c.heads[r.lower[i]] = true
			if c.kind == aPerson {
				switch sexes[r.lower[i]] {
				case male:
					c.sex = titledMale
				case female:
					c.sex = titledFemale
				}
			}
		}
	}
	for i := x.First - 1; i >= 0 && i >= x.First-4 && r.sameSentence(int(i), int(x.First)); i-- {
		if k := r.kinds[i]; k != noun && k != adjective {
			if k == comma && i == x.First-1 && i > 0 {
				keep(i - 1)
			}
			break
		}
		keep(i)
	}
	i := x.Last
	if i >= n || !r.sameSentence(int(i), int(x.First)) {
		return
	}
	if r.kinds[i] != comma && r.lower[i] != "is" && r.lower[i] != "was" && r.kinds[i] != open {
		return
	}
	for i++; i < n && i < x.Last+7 && r.sameSentence(int(i), int(x.First)); i++ {
		switch r.kinds[i] {
		case noun:
			keep(i)
			continue
		case determiner, adjective, number, participle, adverb, name:
			continue
		case pronominal:
			if possessor(r.lower[i]) {
				continue
			}
		}
		break
	}
}
