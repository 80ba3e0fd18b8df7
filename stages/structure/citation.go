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
	return seen && len(s) <= 30 && longestNumber(s) <= 3 && s[0] != '0'
}

func longestNumber(s string) int {
	most, n := 0, 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
			most = max(most, n)
		} else {
			n = 0
		}
	}
	return most
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
	words := strings.Fields(s)
	if len(words) > 0 && strings.EqualFold(strings.Trim(words[0], ".,"), "ibid") {
		return pagesOnly(words[1:])
	}
	names := 0
	for i, w := range words {
		bare := strings.Trim(w, ".,:’'\"“”()")
		if strings.HasSuffix(w, ":") && i+1 < len(words) && !unicode.IsDigit(first(words[i+1])) {
			return false // "(Northport: Quay, 1994)"
		}
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
			return placed(s)
		}
		if names > 14 {
			return false
		}
	}
	// A name and a place, "(Works, vol. 3, p. 212)", "(p. 24)": the year stands elsewhere.
	return placed(s)
}

// placed says whether words end in a place in a source: "p. 24", "annex 2", "table 9", "Interview 37".
func placed(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 14 || prose(s) {
		return false
	}
	if w := strings.ToLower(strings.Trim(words[0], ".,")); captions[w] || w == "see" && captions[strings.ToLower(strings.Trim(words[1], ".,"))] {
		return false // of the text itself
	}
	number := strings.Trim(words[len(words)-1], ".,)")
	if number == "" || !strings.ContainsAny(number[:1], "0123456789") || strings.Trim(number, "0123456789-–,f") != "" {
		return false
	}
	at := len(words) - 2
	for at > 0 && strings.Trim(words[at], "0123456789-–,&and") == "" {
		at--
	}
	return places[strings.ToLower(strings.Trim(words[at], ".,("))]
}

var places = set("fn p pp pg page pages para paras paragraph paragraphs art article vol table annex appendix figure fig interview col cols line lines ch chap chapter sec section folio f ff")

var joining = set("and et al de der van von del da di la le bin ur al- eds ed y und of the in on with to for")

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
		if bare == "" || locators[bare] {
			continue
		}
		for _, r := range bare {
			if !unicode.IsDigit(r) && !strings.ContainsRune("-–,:;ivxlc&ap.rvn", r) {
				return false
			}
		}
	}
	return true
}

// locators are the words that stand with the number of a page or another place in a source.
var locators = set("& and fn p pp ch chap vol no n ff para paras fol fols at table annex note fig figure art sec col appendix")

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

// citations finds the citations of a block. "(1994)" and "(1994, p. 24)" behind a name are ones where others have author
// and year.
func (p *parser) citations(out []Span, b block, page int, years bool) []Span {
	text := p.text
	for at := b.start; at < b.end; {
		n := 0
		switch c := text[at]; {
		case c == '[' && inlineFurniture(text[at:b.end]) > 0:
			n = inlineFurniture(text[at:b.end])
			out = append(out, Span{boilerplate, at, at + n, 0, page, -1})
			at += n
			continue
		case c == '(' || c == '[':
			if n = CitationAt(text[:b.end], at); n > 0 && p.noted[number(text[at+1:at+n-1])] {
				n = 0 // an anchor
			} else if n == 0 && years {
				n = yearAt(text[:b.end], at)
			}
		case (c == 'I' || c == 'i') && (at == b.start || !wordByte(text[at-1])):
			n = ibidAt(text[:b.end], at)
		}
		if n == 0 {
			at++
			continue
		}
		if at > b.start || at+n < b.end { // a block that is nothing else keeps its own kind
			out = append(out, Span{citation, at, at + n, 0, page, -1})
		}
		at += n
	}
	return out
}

// inlineFurniture gives the length of what a wiki or a recorder puts between words: "[citation needed]", "[00:04:55]".
func inlineFurniture(s string) int {
	if n := clockAt(s); n > 0 {
		return n
	}
	for _, tag := range []string{"[edit]", "[citation needed]", "[by whom?]", "[who?]", "[when?]", "[clarification needed]", "[dead link]", "[page needed]", "[failed verification]"} {
		if strings.HasPrefix(s, tag) {
			return len(tag)
		}
	}
	return 0
}

// yearAt gives the length of the year in brackets behind an author's name, "Hill (1994, p. 24)"; 0 without one.
func yearAt(text string, at int) int {
	end := strings.IndexByte(text[at:min(len(text), at+100)], ')')
	if end < 0 || text[at] != '(' {
		return 0
	}
	body := text[at+1 : at+end]
	head, rest, more := strings.Cut(body, ";")
	words := strings.FieldsFunc(head, func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == '\n' })
	if len(words) == 0 || !year(words[0]) || len(words[0]) > 5 || !pagesOnly(words[1:]) || more && !authorYear(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), "see also"))) {
		return 0
	}
	before := strings.TrimRight(text[max(0, at-60):at], " \n")
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	if !unicode.IsUpper(first(word)) && word != "al." || inCapitals(word) || bodies[strings.ToLower(word)] {
		return 0
	}
	return end + 1
}

// citesByYear says whether a text has citations by author and year, or a bibliography.
func (p *parser) citesByYear() bool {
	n := 0
	for _, b := range p.blocks {
		if b.kind == bibliography {
			return true
		}
		for at := strings.IndexByte(b.text(p.text), '('); at >= 0; {
			s := b.text(p.text)
			if k := CitationAt(s, at); k > 0 && strings.ContainsAny(s[at:at+k], "0123456789") {
				if n++; n >= 2 {
					return true
				}
			}
			next := strings.IndexByte(s[at+1:], '(')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return false
}
