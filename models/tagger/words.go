package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/gazetteer"
)

// A word is what features are made of: a distinct token of one document.
type word struct {
	text   uint64 // hashes
	lower  uint64
	shape  uint64 // "Xx", "XXX", "d-Xx": runs of capitals, letters and digits
	starts [3]uint64
	ends   [3]uint64
	key    gazetteer.Key
	class  gazetteer.Class
	form   form
	joins  bool  // stands within a name without a capital: "of", "de", "al"
	short  bool  // as an acronym: two capitals at least, no small letter but an ending s
	small  int32 // the same word in lower case; -1 where the document has none
	same   int32 // the document's first word that is this one but for case

	evidence
}

// form is how a word is written.
type form uint8

const (
	lowered  form = iota
	capital       // the first letter
	capitals      // all letters, two at least
	number
	mark
)

// longestWord bounds, in bytes, how much of a word is looked at.
const longestWord = 48

var joining = func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq("of de la le les du des del della di da do dos das den der van von ter ten bin ibn al el ul e i y und et & for -") {
		words[w] = true
	}
	return words
}()

func newWord(token string, lexicon *gazetteer.Gazetteer) word {
	if len(token) > longestWord {
		n := longestWord
		for n > 0 && !utf8.RuneStart(token[n]) {
			n--
		}
		token = token[:n]
	}
	token = straight(token)
	lower := strings.ToLower(token)
	w := word{text: hash(token), lower: hash(lower), key: gazetteer.Word(token), small: -1, joins: joining[lower]}
	w.class, _ = lexicon.Find(w.key)
	w.form, w.shape = written(token)
	if w.form == capital || w.form == capitals {
		short, _ := lexicon.Find(gazetteer.Exact(token))
		w.class |= short
		w.short = isShort(token)
	}
	at := 0
	for n := range w.starts {
		if _, size := utf8.DecodeRuneInString(lower[at:]); at < len(lower) {
			at += size
		}
		if n == 0 {
			if _, size := utf8.DecodeRuneInString(lower[at:]); at < len(lower) {
				at += size
			}
		}
		w.starts[n] = hash(lower[:at])
	}
	at = len(lower)
	for n := range w.ends {
		if _, size := utf8.DecodeLastRuneInString(lower[:at]); at > 0 {
			at -= size
		}
		if n == 0 {
			if _, size := utf8.DecodeLastRuneInString(lower[:at]); at > 0 {
				at -= size
			}
		}
		w.ends[n] = hash(lower[at:])
	}
	return w
}

// straight makes quotation marks and dashes those of ASCII.
func straight(token string) string {
	for i := range len(token) {
		if token[i] >= utf8.RuneSelf {
			return straighten.Replace(token)
		}
	}
	return token
}

var straighten = strings.NewReplacer("‘", "'", "’", "'", "ʼ", "'", "“", `"`, "”", `"`, "«", `"`, "»", `"`, "„", `"`,
	"‐", "-", "‑", "-", "–", "—", "−", "—")

// written returns a token's form and the hash of its shape, in which like characters that follow each other are one,
// but a capital after the first is told from one.
func written(token string) (form, uint64) {
	var shape [24]byte
	n, last, runs := 0, byte(0), 0
	letters, upper, digits, first := 0, 0, 0, true
	firstUpper := false
	for _, r := range token {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
			upper++
			letters++
			firstUpper = firstUpper || first
			first = false
		case unicode.IsLetter(r):
			c = 'x'
			letters++
			first = false
		case unicode.IsDigit(r):
			c = 'd'
			digits++
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c == last {
			if runs++; runs > 1 {
				continue
			}
		} else {
			runs = 0
		}
		last = c
		if n < len(shape) {
			shape[n] = c
			n++
		}
	}
	h := hash(string(shape[:n]))
	switch {
	case letters == 0 && digits > 0:
		return number, h
	case letters == 0:
		return mark, h
	case upper == letters && upper > 1:
		return capitals, h
	case firstUpper || upper > 0 && letters > 2:
		return capital, h
	}
	return lowered, h
}

func isShort(token string) bool {
	upper := 0
	for _, r := range token {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && r != 's' && r != 'i' && r != 'o':
			return false
		}
	}
	return upper >= 2 && upper <= 8
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
