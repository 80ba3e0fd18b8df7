package naming

import (
	"strings"
	"unicode"
)

// isAcronym says whether a name is 2 to 8 letters, all capitals or nearly so ("PPP", "U.N.", "A-UDC", "KPdSU").
func isAcronym(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r), r == '.', r == '-', r == '‑', r == '–', r == '&':
		default:
			return false
		}
	}
	return upper >= 2 && upper+lower <= 8 && lower*2 <= upper
}

// letters gives the letters and digits of an acronym in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// small words may be left out of an acronym.
var small = set("of the and for in on to at a an de la le les los las du des del della di do da dos das y e et und der die das für i al el ul ur o en den v für og och i")

// initialsOf are the first letters of a long form without its small words.
func initialsOf(long []string) string {
	var b strings.Builder
	for _, w := range long {
		if !small[w] {
			b.WriteRune(first(w))
		}
	}
	return b.String()
}

// abbreviates says whether an acronym's letters are the first letters of a long form's words, small words or not.
func abbreviates(acronym []rune, long []string) bool {
	reached := make([]bool, len(acronym)+1) // how many letters the words so far may account for
	reached[0] = true
	for _, w := range long {
		for i := len(acronym); i >= 0; i-- {
			reached[i] = reached[i] && small[w] || i > 0 && reached[i-1] && acronym[i-1] == first(w)
		}
	}
	return reached[len(acronym)]
}

// maxAbbreviated bounds the long forms that acronyms are tried on, in words.
const maxAbbreviated = 14

// Abbreviates says whether an acronym stands for a long form by its initials, and a faction's for a faction's.
func Abbreviates(acronym, long Name) bool {
	if !acronym.Acronym || long.Acronym || len(long.Words) < 2 || len(long.Words) > maxAbbreviated {
		return false
	}
	a := []rune(acronym.Words[0])
	if acronym.Qualifier == long.Qualifier {
		return abbreviates(a, long.Words)
	}
	if long.Qualifier == "" { // "ZANU-PF"
		return abbreviates(append(a, []rune(acronym.Qualifier)...), long.Words)
	}
	faction := strings.Fields(long.Qualifier)
	if acronym.Qualifier == "" {
		return abbreviates(a, append(append([]string{}, long.Words...), faction...))
	}
	q := []rune(acronym.Qualifier)
	return abbreviates(a, long.Words) && (abbreviates(q, faction) || len(q) == 1 && q[0] == first(faction[0]))
}

// Defines says whether "Long Form (LF)" may define LF: by initials, by letters in order ("Comintern"), or by the same
// initials in the order of another language ("Socialist Party of Elsewhere (PSE)").
func Defines(long, acronym Name) bool {
	if !acronym.Acronym || long.Acronym {
		return false
	}
	if Abbreviates(acronym, long) {
		return true
	}
	if acronym.Qualifier != "" || long.Qualifier != "" {
		return false
	}
	a, at := []rune(acronym.Words[0]), 0
	if first(long.Words[0]) == a[0] {
		for _, r := range strings.Join(long.Words, "") {
			if at < len(a) && r == a[at] {
				at++
			}
		}
	}
	if at == len(a) {
		return true
	}
	have := initialsOf(long.Words)
	shared := 0
	for _, r := range a {
		if strings.ContainsRune(have, r) {
			have = strings.Replace(have, string(r), "", 1)
			shared++
		}
	}
	return len(a) >= 3 && 2*shared > len(a)
}

func first(w string) rune {
	for _, r := range w {
		return r
	}
	return 0
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
