package naming

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hustings/models/gazetteer"
)

// token is a word of a person's name with what is written around it.
type token struct {
	raw, word string // as written, folded
	glued     bool   // a hyphen stands before it
	dot       bool   // a full stop stands after it
}

// person takes a person's name apart.
func (n *Name) person() {
	n.Text, n.sex = cutTitles(inOrder(n.Text))
	text := n.asides(n.Text)
	ts := tokensOf(text)
	ts, n.Qualifier = cutTail(ts)
	ts = splitInitials(compound(ts))
	n.viet = isVietnamese(ts)
	hyphen := false
	for i, t := range ts {
		hyphen = hyphen || t.glued
		n.muslim = n.muslim || islamic[Sound(t.word)]
		if i < len(ts)-1 && !n.viet && isParticle(ts, i) {
			n.muslim = n.muslim || arabicParticles[t.word]
			continue
		}
		n.Words = append(n.Words, t.word)
	}
	n.parts = partsOf(n.Words)
	n.Bare = len(n.Words) < 2 || !strings.Contains(strings.TrimSpace(text), " ")
	n.front = honoured(n.Words)
	if len(ts) == 1 && len(n.Words) == 1 && isCapitals(ts[0]) {
		n.letters = n.Words[0]
	}
	if !n.viet {
		n.readEast(ts)
	}
}

// inOrder puts "Hill, Jane" the usual way round; what follows a comma in "Omar Dale, Jr." or "Jane Hill, MP" stays.
func inOrder(text string) string {
	family, given, ok := strings.Cut(text, ",")
	if !ok || strings.ContainsAny(given, ",;:()") {
		return text
	}
	family, given = strings.TrimSpace(family), strings.TrimSpace(given)
	ts := tokensOf(given)
	if family == "" || len(ts) == 0 || len(ts) > 3 || strings.Count(family, " ") > 2 {
		return text
	}
	last := ts[len(ts)-1]
	if successors[ts[0].word] != "" || postnominals[last.word] && isCapitals(last) || unicode.IsLower(first(ts[0].raw)) {
		return family + " " + given
	}
	return given + " " + family
}

// asides takes nicknames in quotes or parentheses, and names at birth, out of a name.
func (n *Name) asides(text string) string {
	for _, born := range []string{" née ", "(née ", " nee ", "(nee ", " geb. ", "(geb. ", " born ", "(born "} {
		if head, tail, ok := strings.Cut(text, born); ok && strings.TrimSpace(head) != "" {
			for _, t := range tokensOf(tail) {
				n.maiden = append(n.maiden, t.word)
			}
			return strings.TrimSpace(head)
		}
	}
	for _, q := range []string{"\"\"", "“”", "«»", "„“", "()", "‘’", "''", "’’"} {
		open, close := string([]rune(q)[0]), string([]rune(q)[1])
		i := strings.Index(text, " "+open)
		if i < 0 {
			continue
		}
		head, rest := text[:i], text[i+1+len(open):]
		j := strings.Index(rest+" ", close+" ")
		if j <= 0 || strings.TrimSpace(rest[j+len(close):]) == "" && q != "()" {
			continue
		}
		for _, t := range tokensOf(rest[:j]) {
			n.nick = append(n.nick, t.word)
		}
		return strings.TrimSpace(head) + rest[j+len(close):]
	}
	return text
}

// tokensOf cuts a person's name into words: at white space, hyphens, full stops and all other marks but apostrophes.
func tokensOf(text string) []token {
	var out []token
	var raw strings.Builder
	glued := false
	end := func(dot bool) {
		if raw.Len() > 0 {
			out = append(out, token{raw.String(), gazetteer.Fold(raw.String()), glued, dot})
			raw.Reset()
			glued = false
		}
	}
	for _, r := range twoLetters.Replace(plainText(text)) {
		switch {
		case strings.ContainsRune("'’‘`´ʼʿʾ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			raw.WriteRune(r)
		default:
			end(r == '.')
			glued = len(out) > 0 && strings.ContainsRune("-‐‑–", r)
		}
	}
	end(false)
	return out
}

// twoLetters are letters that are two in other languages.
var twoLetters = strings.NewReplacer("ß", "ss", "ẞ", "SS", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "þ", "th", "Þ", "Th")

// plainText is text without what no reader sees: invisible characters, width, ligatures and the points of Arabic and Hebrew.
func plainText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || r == 'ـ' || unicode.Is(unicode.Mn, r) && (r >= 0x0591 && r <= 0x05C7 || r >= 0x064B && r <= 0x0670) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
}

// cutTail takes words of respect, degrees and "Jr." off the end.
func cutTail(ts []token) ([]token, string) {
	for n := len(ts); n > 1; n-- {
		last := ts[n-1]
		switch q := successors[last.word]; {
		case q != "" && n > 2:
			ts = ts[:n-1]
			if k := len(ts); k > 1 && ts[k-1].word == "the" {
				ts = ts[:k-1]
			}
			return ts, q
		case trailing[last.word], last.word == "san" && last.glued, n > 2 && postnominals[last.word] && isCapitals(last):
			ts = ts[:n-1]
		default:
			return ts, ""
		}
	}
	return ts, ""
}

// isCapitals says whether a word is two to four capitals that are no known name: initials run together.
func isCapitals(t token) bool {
	if n := utf8.RuneCountInString(t.raw); n < 2 || n > 3 || strings.ToUpper(t.raw) != t.raw || strings.ToLower(t.raw) == t.raw {
		return false
	}
	return known(t.word)&(gazetteer.Forename|gazetteer.Surname) == 0 && !eastFamilies[t.word] && !vietFamilies[t.word] && !particles[t.word]
}

// splitInitials takes initials that are run together apart: "EMS Karat" is "E. M. S. Karat", but "EMS KARAT" may be anything.
func splitInitials(ts []token) []token {
	if len(ts) < 2 || !slices.ContainsFunc(ts, func(t token) bool { return strings.ToUpper(t.raw) != t.raw }) {
		return ts
	}
	var out []token
	for i, t := range ts {
		if i == len(ts)-1 || t.glued || !isCapitals(t) {
			out = append(out, t)
			continue
		}
		for _, r := range t.word {
			out = append(out, token{strings.ToUpper(string(r)), string(r), false, true})
		}
	}
	return out
}

// isParticle says whether the i-th word of a name is a particle: "al-Hakim" begins with one, "Al Hill" does not.
func isParticle(ts []token, i int) bool {
	t := ts[i]
	small := unicode.IsLower(first(t.raw))
	switch {
	case isInitial(t.word):
		return i > 0 && small && !t.dot && loneParticles[t.word]
	case assimilated[t.word]:
		return ts[i+1].glued && len(ts[i+1].word) > 2
	case !particles[t.word]:
		return false
	case i == 0 && known(t.word)&gazetteer.Forename != 0:
		return small || ts[i+1].glued
	}
	return true
}
