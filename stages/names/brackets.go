package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// brackets reads what stands in brackets after a name: a party's wing becomes part of its name ("NFP (Oduya)"), an
// acronym gets the type of its long form ("Northern Farmers' Party (NFP)"), and is a name wherever the tagger missed it.
// Probability: that of the long form where the acronym takes its type from it.
func (t *text) brackets(found []span) []span {
	found = t.split(found)
	out := found[:0:0]
	for i := 0; i < len(found); i++ {
		x := found[i]
		words := t.words[x.sentence]
		if x.last+2 >= len(words) || words[x.last] != "(" || words[x.last+2] != ")" {
			out = append(out, x)
			continue
		}
		inner := words[x.last+1]
		next := i+1 < len(found) && found[i+1].sentence == x.sentence && found[i+1].first == x.last+1
		switch {
		case abbreviates(inner, words[x.first:x.last]) || blends(inner, words[x.first:x.last]):
			out = append(out, x)
			short := span{sentence: x.sentence, first: x.last + 1, last: x.last + 2, kind: x.kind, probability: x.probability}
			if next {
				if short.probability = max(x.probability, found[i+1].probability); found[i+1].probability > x.probability+0.3 {
					out[len(out)-1].kind, short.kind = found[i+1].kind, found[i+1].kind
				}
				i++
			}
			out = append(out, short)
		case x.kind == "PARTY" && isWing(inner) && (!next || found[i+1].kind == "PERSON" || found[i+1].kind == "PARTY"):
			x.last += 3
			out = append(out, x)
			if next {
				i++
			}
		default:
			out = append(out, x)
		}
	}
	return out
}

// split parts a name that ends with its own short form in brackets: "Communist International (Comintern)".
func (t *text) split(found []span) []span {
	out := make([]span, 0, len(found))
	for _, x := range found {
		words := t.of(x)
		n := len(words)
		if n < 5 || words[n-3] != "(" || words[n-1] != ")" || !abbreviates(words[n-2], words[:n-3]) && !blends(words[n-2], words[:n-3]) {
			out = append(out, x)
			continue
		}
		long, short := x, x
		long.last = x.last - 3
		short.first, short.last = x.last-2, x.last-1
		out = append(out, long, short)
	}
	return out
}

// blends says whether a word is made of the beginnings of others, of three letters at least, the first word's first: "Comintern" of
// "Communist International".
func blends(short string, words []string) bool {
	rest, made := strings.ToLower(short), 0
	for _, w := range words {
		low, n := strings.ToLower(w), 0
		for n < len(low) && n < len(rest) && low[n] == rest[n] {
			n++
		}
		if n < 2 && made == 0 {
			return false
		}
		if n >= 2 {
			rest, made = rest[n:], made+1
		}
	}
	return made >= 2 && rest == ""
}

// isWing says whether a word in brackets after a party's name tells which wing is meant: a capitalised word that is no
// acronym, or one letter.
func isWing(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && (size == len(w) || !isAcronym(w))
}

// isAcronym says whether a word has two capitals at least, and not more small letters than those.
func isAcronym(w string) bool {
	upper, lower := 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 2 && lower <= upper
}

// abbreviates says whether the capitals of short are, in order, letters that words begin with, the first of all among
// them: "NFP" of "Northern Farmers' Party". Hyphens part words.
func abbreviates(short string, words []string) bool {
	if !isAcronym(short) || len(words) < 2 {
		return false
	}
	var initials []rune
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(r) {
				initials = append(initials, unicode.ToUpper(r))
			}
		}
	}
	matched, letters := 0, 0
	for _, r := range short {
		if !unicode.IsUpper(r) {
			continue
		}
		letters++
		at := slices.Index(initials, r)
		if at < 0 || letters == 1 && at > 0 {
			continue
		}
		initials = initials[at+1:]
		matched++
	}
	return matched >= 2 && matched >= letters-1
}
