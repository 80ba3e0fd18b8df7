package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a list of words with what is known of each whatever the target is.
type Sentence struct {
	words []string
	items []item
}

// item is one word, or one name of several words, as features see it.
type item struct {
	id, stem uint64 // hashes of the lower-cased word and of its beginning
	word     int32  // its (first) word's index
	valence  int8   // -2..2: from the lexicons
	group    uint8  // of CAMEO's verbs
	act      int8   // CAMEO's polarity of the verb
	kind     kind
	opens    opens
	quoted   bool // between quotation marks, and …
	negated  bool // … in the scope of a negator: known when names are
	content  bool // neither punctuation nor a function word
	lower    bool // begins with a small letter
	function bool
}

type kind uint8

const (
	plain    kind = iota
	target        // the mention to be judged
	same          // another mention of its actor
	name          // a mention of somebody or something else
	comma         // , and the like: ends a segment
	stop          // ; : ( ) and dashes: ends a clause
	quote         // a quotation mark
	negator       // not, never, without
	contrast      // but, although
	joint         // a subordinator or relative: ends a clause
	pronoun       // he, she, they: may be an actor
	being         // is, was, been
	by
)

// Read looks up what is known of the words of one sentence. It keeps the slice.
func (m *Model) Read(words []string) *Sentence {
	s := &Sentence{words: words, items: make([]item, len(words))}
	for i, w := range words {
		low := fold(w)
		it := item{id: hash(low), word: int32(i)}
		e := m.known[it.id]
		it.kind = e.kind
		it.stem = hash(prefix(low, 5))
		switch it.kind {
		case quote:
			it.opens = opening(w)
		case plain:
			it.valence, it.group, it.act = e.valence, e.group, e.act
		}
		it.content = (it.kind == plain || it.kind == negator || it.kind == contrast) && !e.function && hasLetter(low)
		it.function = e.function
		r, _ := utf8.DecodeRuneInString(w)
		it.lower = unicode.IsLower(r)
		s.items[i] = it
	}
	return s
}

// opens is what a quotation mark does.
type opens uint8

const (
	nothing opens = iota // an apostrophe
	begins
	ends
	either // a straight mark
)

func opening(mark string) opens {
	switch mark {
	case "“", "``", "«", "„":
		return begins
	case "”", "''", "»":
		return ends
	case "\"":
		return either
	}
	return nothing
}

// after says whether a quotation is open after the mark.
func (o opens) after(open bool) bool {
	switch o {
	case begins:
		return true
	case ends:
		return false
	case either:
		return !open
	}
	return open
}

// fold lower-cases a word and writes every digit as 0.
func fold(w string) string {
	same := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 'A' && c <= 'Z' || c >= '1' && c <= '9' || c >= utf8.RuneSelf {
			same = false
			break
		}
	}
	if same {
		return w
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, w)
}

func prefix(w string, runes int) string {
	n := 0
	for i := range w {
		if n == runes {
			return w[:i]
		}
		n++
	}
	return w
}

func hasLetter(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// hash is FNV-1a, 64 bits.
func hash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}
