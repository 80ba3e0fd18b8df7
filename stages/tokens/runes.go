package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isASCIIAlnum(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

func isASCIISpace(b byte) bool { return b == ' ' || b >= '\t' && b <= '\r' }

// isWordRune says whether r is part of a word wherever it stands: letters,
// their marks, digits, and the invisible characters that join or direct them.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIAlnum(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || unicode.Is(unicode.Cf, r)
}

// isApostrophe says whether r may stand for an apostrophe.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

func isBracket(r rune) bool {
	return strings.ContainsRune("()[]{}", r)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lastWord returns the end, in bytes, of the last letter or digit of text.
func lastWord(text string) int {
	return strings.LastIndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) + 1
}
