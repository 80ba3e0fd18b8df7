package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/gazetteer"
)

// trim appends a name without what the guide leaves out: article, title, possessive, marks at its ends, an unclosed
// bracket. Words that do not stand side by side in the text make no name together; an address is none.
func (t *text) trim(out []span, x span) []span {
	for i := x.first + 1; i < x.last; i++ {
		if t.places[x.sentence][i] != t.places[x.sentence][i-1]+1 {
			x.last = i
			break
		}
	}
	words := t.words[x.sentence]
	x.last = x.first + closed(words[x.first:x.last])
	for x.first < x.last && leads(words[x.first], x.kind, x.last-x.first) {
		x.first++
	}
	for x.first < x.last && trails(words[x.last-1]) {
		x.last--
	}
	for _, w := range words[x.first:x.last] {
		if isAddress(w) {
			return out
		}
	}
	if x.last-x.first == 1 && x.kind == "PERSON" && isTitle(words[x.first]) {
		return out // "Dictator" alone names nobody
	}
	if x.first < x.last {
		out = append(out, x)
	}
	return out
}

// closed returns how many words come before a bracket that is not closed.
func closed(words []string) int {
	for i, w := range words {
		if w == "(" || w == "[" {
			for _, v := range words[i:] {
				if v == ")" || v == "]" {
					return len(words)
				}
			}
			return i
		}
	}
	return len(words)
}

// leads says whether a word at the beginning of a name of so many words is no part of it.
func leads(word, kind string, words int) bool {
	if isMark(word) {
		return true
	}
	if words == 1 || kind == "WORK" {
		return false
	}
	switch strings.ToLower(word) {
	case "the", "a", "an":
		return true
	}
	if kind != "PERSON" {
		return false
	}
	return isTitle(word)
}

// isTitle says whether a word is a title and no name.
func isTitle(word string) bool {
	class, _ := gazetteer.Load().Find(gazetteer.Word(word))
	return class&gazetteer.Title != 0 && class&(gazetteer.Forename|gazetteer.Surname) == 0
}

// trails says whether a word at the end of a name is no part of it.
func trails(word string) bool {
	switch word {
	case "'s", "’s", "'S", "’S", "and", "or", "of", "in", "for", "to":
		return true
	case ")", "]":
		return false
	}
	return isMark(word)
}

func isMark(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && (size == len(word) || word == "...")
}
