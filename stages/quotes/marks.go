package quotes

import (
	"unicode"
	"unicode/utf8"

	"hustings/stages/tokens"
)

// span is a stretch of tokens, last exclusive.
type span struct{ first, last int }

// closings are the marks that close what a mark has opened.
var closings = map[string][]string{
	"“": {"”"}, "”": {"”"}, "„": {"“", "”"}, "‚": {"‘", "’"}, "‘": {"’"}, "«": {"»"}, "»": {"«", "»"}, "‹": {"›"}, "›": {"‹"},
	"「": {"」"}, "『": {"』"}, "``": {"''"}, `"`: {`"`}, "'": {"'"},
}

// quoted pairs the quotation marks of one paragraph and gives the outermost stretches, marks included. A mark that is
// never closed opens nothing, unless the next paragraph opens with the same mark: then the quotation goes on there, and
// this paragraph's piece reaches to its end. Pairing starts anew with each paragraph, so that one lost mark spoils one
// paragraph.
func quoted(words []tokens.Token, from, to int, goesOn func(at int) bool) []span {
	var out []span
	for i := from; i < to; i++ {
		if !opens(words, i, to) {
			continue
		}
		if end := closing(words, i, from, to); end > 0 {
			out = append(out, span{i, end + 1})
			i = end
		} else if goesOn(i) {
			return append(out, span{i, to})
		}
	}
	return out
}

// closing finds the token that closes the mark at a place, 0 if none does; the same mark may open and close in between. It looks at most
// longest tokens ahead, which keeps a text of nothing but marks linear.
func closing(words []tokens.Token, open, from, to int) int {
	const longest = 600
	mark := words[open].Text
	two := mark == "“" || mark == "«" || mark == "「" || mark == "『" // one that closes looks otherwise
	depth, first := 0, 0
	for i := open + 1; i < min(to, open+longest); i++ {
		switch {
		case two && words[i].Text == mark:
			depth++
		case !closes(words, open, i, from, to):
		case depth == 0:
			return i
		default:
			depth--
			if first == 0 {
				first = i
			}
		}
	}
	return first // a mark too few: the quotation is the shorter one
}

// opens says whether a token opens a quotation. A straight mark opens where white space stands before it and none
// behind; an apostrophe at the begin of a word never has white space behind it either, but is no token of its own.
func opens(words []tokens.Token, i, to int) bool {
	w := words[i].Text
	if _, ok := closings[w]; !ok || i+1 >= to {
		return false
	}
	tight := words[i+1].Start == words[i].End
	if w == "“" || w == "‘" || w == "„" || w == "‚" || w == "«" || w == "‹" || w == "「" || w == "『" || w == "``" {
		return true
	}
	loose := i == 0 || words[i-1].End < words[i].Start || opening(words[i-1].Text)
	return tight && loose
}

// opening knows the brackets and dashes that a quotation may follow without white space.
func opening(w string) bool {
	return w == "(" || w == "[" || w == "—" || w == "–" || w == ":" || w == "-"
}

// closes says whether a token closes the mark at a place.
func closes(words []tokens.Token, open, i, from, to int) bool {
	ok := false
	for _, c := range closings[words[open].Text] {
		ok = ok || words[i].Text == c
	}
	if !ok || i == open+1 {
		return false
	}
	switch words[i].Text {
	case `"`, "'", "’", "‘":
		// A closing mark stands tight behind something; behind it comes no letter.
		behind := i+1 < to && words[i+1].Start == words[i].End && letter(words[i+1].Text)
		return words[i-1].End == words[i].Start && !behind
	}
	return true
}

func letter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
