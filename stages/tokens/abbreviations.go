package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A followed abbreviation stands before what it abbreviates for, so that its
// full stop ends no sentence; a numbered one does so before a number only; a
// free one may stand anywhere, at the end of a sentence too.
type abbreviation uint8

const (
	followed abbreviation = iota + 1
	numbered
	free
)

// abbreviations are lower-cased and without their full stop. Honorifics and
// ranks of the languages that political prose in English quotes.
var abbreviations = func() map[string]abbreviation {
	m := map[string]abbreviation{}
	for kind, words := range map[abbreviation]string{
		followed: `mr mrs ms mx dr drs prof profs messrs mme mlle mmes hon rt rev revd fr sr sra srta srs dn dña dna st ste sta
			ing lic herr hr frl dott avv sig sigra smt shri sh pt ch mst adv engr md mohd muh wm geo thos chas jos
			gen lt col maj brig capt cpl sgt cmdr cdr adm vadm radm gov sen sens rep reps pres amb asst atty supt insp det
			mt ft comr com assoc univ dept vs v cf viz ie eg approx ca c e.g i.e c.f esp incl trans repr eds`,
		numbered: `fn fnn no nos nr vol vols p pp pg pgs fig figs sec secs art arts para paras ser bk
			jan feb mar apr jun jul aug sept sep oct nov dec`,
		free: `etc al co cos corp inc ltd llc plc pvt bros jr esq ibid assn govt est ave blvd rd ed op cit`,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = kind // no word is listed twice
		}
	}
	return m
}()

// longestAbbreviation bounds what is looked up.
const longestAbbreviation = 8

// keepsStop says whether the full stop after word is part of it. atEnd says that
// no other word follows in the text, rest what does.
func keepsStop(word string, atEnd bool, rest string) bool {
	if isDotted(word) {
		return true
	}
	if isInitial(word) {
		return !atEnd
	}
	switch kindOf(word) {
	case free:
		return true
	case followed:
		return !atEnd
	case numbered:
		return !atEnd && numberFollows(word, rest)
	}
	return false
}

// kindOf looks a word up as an abbreviation; 0 says that it is none. Words in
// capitals ("NO") and, but for titles, capitalized ones ("No", "Mar") count too.
func kindOf(word string) abbreviation {
	if len(word) > longestAbbreviation {
		return 0
	}
	kind := abbreviations[strings.ToLower(word)]
	if kind == followed && word == strings.ToLower(word) && !smallAbbreviations[word] {
		return 0 // titles are written large: "the union reps. Hall …"
	}
	return kind
}

// smallAbbreviations are the followed ones that are written small.
var smallAbbreviations = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("v vs cf viz ie eg e.g i.e c.f c ca approx esp incl st ft mt dr mr mrs ms prof hon gen sgt ste") {
		m[w] = true
	}
	return m
}()

// isInitial says whether word is the initial of a name: one capital letter, or
// initials joined by hyphens ("J.-P").
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return false
	}
	rest := word[size:]
	return rest == "" || strings.HasPrefix(rest, ".-") && isInitial(rest[2:])
}

// isDotted says whether word, without its last stop, is letters and stops in
// turn: "U.S", "e.g", "Ph.D".
func isDotted(word string) bool {
	letters, stops := 0, 0
	for _, r := range word {
		switch {
		case r == '.' && letters > 0:
			letters = 0
			stops++
		case unicode.IsLetter(r) && letters < 3:
			letters++
		default:
			return false
		}
	}
	return stops > 0 && letters > 0
}

// numberFollows says whether the next word of rest is a number; Roman ones too, but "no. I" is no number.
func numberFollows(word, rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r\n\u00a0([")
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(r) {
		return true
	}
	if strings.EqualFold(word, "no") || strings.EqualFold(word, "nos") {
		return false
	}
	n := 0
	for n < len(rest) && n < 8 && strings.IndexByte("ivxlcIVXLC", rest[n]) >= 0 {
		n++
	}
	return n > 0 && (n == len(rest) || !isASCIIAlnum(rest[n]) && rest[n] < utf8.RuneSelf)
}
