package gazetteer

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Word returns the key of one word, without regard to case and accents.
func Word(word string) Key {
	table := plain()
	h := uint64(14695981039346656037)
	for _, r := range word {
		if int(r) < len(table) {
			r = table[r]
		} else {
			r = unicode.ToLower(r)
		}
		h = (h ^ uint64(r)) * 1099511628211
	}
	return Key(mix(h))
}

// Exact returns the key of an abbreviation, as it is written.
func Exact(word string) Key {
	h := uint64(0x5bd1e9955bd1e995)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return Key(mix(h))
}

// Then returns the key of a phrase and one more word. The empty phrase is 0.
func (k Key) Then(word Key) Key {
	if k == 0 {
		return word
	}
	return Key(mix(uint64(k)*0x9e3779b97f4a7c15 + uint64(word)))
}

// Fold returns text in lower case and without accents, as names are compared.
func Fold(text string) string {
	table := plain()
	return strings.Map(func(r rune) rune {
		if int(r) < len(table) {
			return table[r]
		}
		return unicode.ToLower(r)
	}, text)
}

func phraseKey(phrase string) Key {
	var key Key
	for rest := phrase; rest != ""; {
		var word string
		word, rest = cutWord(rest)
		key = key.Then(Word(word))
	}
	return key
}

func cutWord(phrase string) (word, rest string) {
	word, rest, _ = strings.Cut(phrase, " ")
	return word, rest
}

// mix spreads the bits of h (the finaliser of SplitMix64); it is never 0.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return (h ^ h>>31) | 1
}

// plain maps the letters below U+2000 to lower case without accents, and curly quotes to straight ones.
var plain = sync.OnceValue(func() []rune {
	table := make([]rune, 0x2020)
	for i := range table {
		r := unicode.ToLower(rune(i))
		if i >= 0xC0 {
			for _, first := range norm.NFD.String(string(r)) {
				r = first
				break
			}
		}
		table[i] = r
	}
	for from, to := range map[rune]rune{'ı': 'i', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', '‘': '\'', '’': '\'', 'ʼ': '\'', '“': '"', '”': '"', '‐': '-', '‑': '-'} {
		table[from] = to
	}
	return table
})
