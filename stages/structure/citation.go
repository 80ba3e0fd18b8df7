package structure

import (
	"strings"
	"unicode"
)

// longestCitation is the most bytes of one citation, so that a bracket that never closes costs no more.
const longestCitation = 300

// CitationAt gives the length in bytes of the citation that begins with the bracket at a place of a text; 0 if none
// does: "(Hill, 1994, p. 24)", "(Hill 2001; Bey and Oru, 2003: 14)", "(see Hill et al., 1999a)", "[12]", "[3, 5-7]",
// "(ibid., p. 3)".
func CitationAt(text string, at int) int {
	s := text[at:min(len(text), at+longestCitation)]
	if s == "" || s[0] != '(' && s[0] != '[' {
		return 0
	}
	closing := byte(')')
	if s[0] == '[' {
		closing = ']'
	}
	end := strings.IndexByte(s, closing)
	if end < 0 {
		return 0
	}
	if nested := strings.IndexByte(s[1:end], '('); nested >= 0 && closing == ')' { // (Hill (ed.), 1994)
		if again := strings.IndexByte(s[end+1:], ')'); again >= 0 {
			end += 1 + again
		} else {
			return 0
		}
	}
	body := strings.TrimSpace(s[1:end])
	switch {
	case closing == ']' && numeric(body):
		return end + 1
	case authorYear(body):
		return end + 1
	}
	return 0
}

// numeric says whether the inside of a bracket is numbers of references.
func numeric(s string) bool {
	seen := false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			seen = true
		case r == ',' || r == '-' || r == '–' || r == ';' || r == ' ':
		default:
			return false
		}
	}
	return seen && len(s) <= 30
}

// authorYear says whether each part between semicolons is author and year, or an ibid. with a page.
func authorYear(s string) bool {
	parts := strings.Split(s, ";")
	authors := 0
	for i, p := range parts {
		p = strings.TrimSpace(p)
		switch {
		case work(p):
			authors++
		case i > 0 && (year(firstWord(p)) || page(p)): // "Hill, 1994; 1996"
		default:
			return false
		}
	}
	return authors > 0
}

// work knows "Hill, 1994, p. 24" and "ibid., p. 24": words that can stand in a list of authors, then a year, then at most
// pages.
func work(s string) bool {
	for _, p := range []string{"see also ", "see ", "cf. ", "e.g. ", "e.g., ", "quoted in ", "cited in ", "as cited in ", "in "} {
		if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
			s = s[len(p):]
			break
		}
	}
	if n := ibidAt(s, 0); n > 0 {
		return n == len(s)
	}
	words := strings.Fields(s)
	names := 0
	for i, w := range words {
		bare := strings.Trim(w, ".,:’'\"“”()")
		switch {
		case year(bare) || bare == "n.d" || strings.EqualFold(bare, "forthcoming"):
			return names > 0 && pagesOnly(words[i+1:])
		case unicode.IsUpper(first(strings.TrimLeft(w, "'\"“‘(*_"))):
			if months[strings.ToLower(bare)] && names == 0 {
				return false
			}
			names++
		case joining[strings.ToLower(bare)] || bare == "" || w == "&":
		default:
			return false
		}
		if names > 14 {
			return false
		}
	}
	// A name and a page, "(Hill, p. 24)": the year stands elsewhere.
	return false
}

var joining = set("and", "et", "al", "de", "der", "van", "von", "del", "da", "di", "la", "le", "bin", "ur", "al-", "eds", "ed", "y", "und", "of", "the", "in", "on", "with", "to", "for")

func pagesOnly(words []string) bool {
	for _, w := range words {
		if !page(w) {
			return false
		}
	}
	return true
}

// page knows "p.", "pp.", "24", "12-17", "88)", "ch.", "vol." and "&".
func page(s string) bool {
	for w := range strings.FieldsSeq(s) {
		bare := strings.Trim(strings.ToLower(w), ".,:()[]'\"–-")
		if bare == "" || bare == "&" || bare == "and" || bare == "p" || bare == "pp" || bare == "ch" || bare == "chap" || bare == "vol" || bare == "no" || bare == "n" || bare == "ff" || bare == "para" {
			continue
		}
		for _, r := range bare {
			if !unicode.IsDigit(r) && !strings.ContainsRune("-–,:;ivxlc&ap.", r) {
				return false
			}
		}
	}
	return true
}

func firstWord(s string) string {
	for w := range strings.FieldsSeq(s) {
		return strings.Trim(w, ".,:()")
	}
	return ""
}

// year knows "1994", "1994a", "1990-91", "1983/1990".
func year(s string) bool {
	if len(s) < 4 || len(s) > 9 || !digits(s[:4]) || s[0] != '1' && s[0] != '2' || s[0] == '1' && s[1] < '5' || s[0] == '2' && s[1] != '0' {
		return false
	}
	rest := s[4:]
	if rest == "" || len(rest) == 1 && rest[0] >= 'a' && rest[0] <= 'h' {
		return true
	}
	return (rest[0] == '-' || rest[0] == '/') && digits(rest[1:])
}

// ibidAt gives the length of "ibid." with its page at a place, 0 without one.
func ibidAt(text string, at int) int {
	s := text[at:min(len(text), at+40)]
	if len(s) < 4 || !strings.EqualFold(s[:4], "ibid") || len(s) > 4 && wordByte(s[4]) {
		return 0
	}
	end := 4
	for i := end; i < len(s); {
		j := i
		for j < len(s) && (s[j] == ' ' || s[j] == ',' || s[j] == '.' || s[j] == ':') {
			j++
		}
		k := j
		for k < len(s) && !strings.ContainsRune(" ,.:;)]\n", rune(s[k])) {
			k++
		}
		if k == j {
			end = max(end, i)
			if i == 4 && i < len(s) && s[i] == '.' {
				end = 5
			}
			break
		}
		if !page(s[j:k]) || s[j] > '9' && s[j] != 'p' {
			if i == 4 && s[4] == '.' {
				end = 5
			}
			break
		}
		end, i = k, k
	}
	return end
}

func wordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0x80 || b == '_'
}
