// Package slug makes ids of names. It stands apart from how names are compared, so that no change there wakes what reads
// documents.
package slug

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Of makes the kebab-case id of a name: ASCII where the letters have it, other scripts as they are. An id's id is itself.
func Of(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range foldLetters.Replace(strings.ToLower(norm.NFKD.String(name))) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x370, strings.ContainsRune("'’‘`´ʼ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return "unnamed"
	}
	return norm.NFC.String(b.String())
}

// foldLetters are the Latin letters that do not come apart into a letter and an accent.
var foldLetters = strings.NewReplacer("ı", "i", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "i̇", "i")
