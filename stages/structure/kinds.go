package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of regions.
const (
	heading      = "heading"
	paragraph    = "paragraph"
	blockquote   = "blockquote"
	citation     = "citation"
	bibliography = "bibliography"
	footnote     = "footnote"
	byline       = "byline"
	list         = "list"
	boilerplate  = "boilerplate"
)

// classify gives each block its kind. The entries of a bibliography become one block.
func classify(text string, blocks []block) []block {
	repeated := repeats(text, blocks)
	titled := false // a heading has been seen
	for i := range blocks {
		b := &blocks[i]
		s := b.text(text)
		before := ""
		if i > 0 {
			before = blocks[i-1].kind
		}
		switch m := markOf(s); {
		case m == hash:
			b.kind, b.level = heading, strings.IndexByte(s, ' ')
		case m == angle:
			b.kind = blockquote
		case m == note || raised(s):
			b.kind = footnote
		case isBoilerplate(s) || repeated[normal(s)] >= 3 && b.lines == 1 && len(s) <= longestHeader && !endsSentence(s):
			b.kind = boilerplate
		case isByline(s) || i < 8 && before == heading && isName(s) || i < 8 && before == byline && isDate(s):
			b.kind = byline
		case isHeading(text, blocks, i):
			b.kind, b.level = heading, headingLevel(s, titled)
		case m == item:
			b.kind = list
		case isQuoted(s):
			b.kind = blockquote
		default:
			b.kind = paragraph
		}
		titled = titled || b.kind == heading
	}
	return joinBibliography(text, blocks)
}

// joinBibliography makes one block of what follows a heading like "References", up to the next heading that Markdown
// marks or that opens another back matter.
func joinBibliography(text string, blocks []block) []block {
	out := blocks[:0]
	inside := false
	for _, b := range blocks {
		s := strings.ToLower(strings.Trim(b.text(text), "#*_:. \t"))
		switch {
		case b.kind == heading && bibliographies[s]:
			inside = true
			out = append(out, b)
			continue
		case inside && (b.kind == heading && (b.text(text)[0] == '#' || backMatter[s])):
			inside = false
		}
		if !inside {
			out = append(out, b)
			continue
		}
		if last := &out[len(out)-1]; last.kind == bibliography {
			last.end = b.end
			last.lines += b.lines
			continue
		}
		b.kind, b.level = bibliography, 0
		out = append(out, b)
	}
	return out
}

var bibliographies = set("references", "bibliography", "works cited", "literature", "literature cited", "reference list", "list of references", "select bibliography", "selected bibliography", "further reading", "sources", "bibliographie", "literatur", "bibliografía", "referencias")

var backMatter = set("appendix", "about the author", "about the authors", "acknowledgements", "acknowledgments", "notes", "endnotes", "annex", "index")

func set(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

// longestHeader is the longest running header or heading, in bytes.
const longestHeader = 140

// repeats counts short blocks, digits aside: a running header stands on many pages.
func repeats(text string, blocks []block) map[string]int {
	counts := map[string]int{}
	for _, b := range blocks {
		if b.lines == 1 && b.end-b.start <= longestHeader {
			counts[normal(b.text(text))]++
		}
	}
	return counts
}

// normal writes every digit as 0, for page numbers in running headers.
func normal(s string) string {
	if len(s) > longestHeader || !strings.ContainsAny(s, "123456789") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '1' && r <= '9' {
			return '0'
		}
		return r
	}, s)
}

// isBoilerplate knows crumbs, page numbers, mastheads and the like by their look.
func isBoilerplate(s string) bool {
	if len(s) > 2*longestHeader {
		return false
	}
	low := strings.ToLower(s)
	switch {
	case strings.Count(s, " > ") >= 2 || strings.HasSuffix(s, ">") && strings.Contains(s, " > "):
		return true
	case strings.Contains(low, "issn"), strings.HasPrefix(low, "doi:"), strings.HasPrefix(low, "https://doi.org/"):
		return true
	case strings.HasPrefix(low, "keywords:"), strings.HasPrefix(low, "key words:"), strings.HasPrefix(s, "©"), strings.HasPrefix(low, "copyright "), strings.Contains(low, "all rights reserved"):
		return true
	case isMasthead(s):
		return true
	}
	low = strings.Trim(strings.TrimPrefix(low, "page "), "-–—| []")
	if a, b, ok := strings.Cut(low, " of "); ok {
		return digits(a) && digits(b)
	}
	return digits(low) && len(low) <= 4
}

// isMasthead knows the title line of a journal: "Northern Journal of Politics (NJP)", "… Review".
func isMasthead(s string) bool {
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 12 || endsSentence(s) && !strings.HasSuffix(s, ")") {
		return false
	}
	journal := false
	for _, w := range words {
		if w == "Journal" || w == "JOURNAL" {
			journal = true
		}
		if r := first(w); unicode.IsLower(r) && w != "of" && w != "and" && w != "the" && w != "in" && w != "for" && w != "on" {
			return false
		}
	}
	return journal
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// raised says whether a note begins with its raised number.
func raised(s string) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", first(s)) }

// isByline knows "By Jane Hill", "posted 6 Apr 2010 by …" and the line with an address.
func isByline(s string) bool {
	if len(s) > 200 {
		return false
	}
	low := strings.ToLower(s)
	for _, p := range []string{"posted ", "posted: ", "published ", "written by ", "author: ", "authors: ", "by our ", "report by ", "reported by ", "last updated", "updated "} {
		if strings.HasPrefix(low, p) && !endsSentence(s) {
			return true
		}
	}
	if rest, ok := strings.CutPrefix(s, "By "); ok && isName(strings.TrimRight(rest, ".")) {
		return true
	}
	at := strings.IndexByte(s, '@')
	return at > 0 && at+1 < len(s) && wordByte(s[at-1]) && wordByte(s[at+1]) && len(strings.Fields(s)) <= 20 && !strings.HasSuffix(s, ".")
}

// isName says whether a line may be nothing but a person's name.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || len(s) > 60 || strings.ContainsAny(s, ".!?:;0123456789\"“”") && !initials(words) {
		return false
	}
	capitals := 0
	for _, w := range words {
		switch r := first(w); {
		case unicode.IsUpper(r):
			capitals++
		case particles[w]:
		default:
			return false
		}
	}
	return capitals >= 2
}

var particles = set("ur", "al", "el", "de", "da", "do", "dos", "del", "van", "von", "der", "den", "bin", "ibn", "of", "la", "le", "y", "e", "and")

// initials says whether stops stand only after single letters.
func initials(words []string) bool {
	for _, w := range words {
		if strings.ContainsAny(w, "!?:;0123456789\"“”") || strings.Contains(w, ".") && utf8.RuneCountInString(strings.ReplaceAll(w, ".", "")) > 2 {
			return false
		}
	}
	return true
}

var months = set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")

// isDate says whether a line is nothing but a date.
func isDate(s string) bool {
	if len(s) > 40 {
		return false
	}
	month, year := false, false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' }) {
		switch {
		case months[w]:
			month = true
		case digits(w) && len(w) == 4:
			year = true
		case digits(strings.TrimRight(w, "sthndr")):
		default:
			return false
		}
	}
	return month && year
}

// isHeading looks at a short line by itself: no full stop at its end, a capital or a number at its begin, and text
// that it can be the heading of behind it.
func isHeading(text string, blocks []block, i int) bool {
	b := blocks[i]
	s := b.text(text)
	words := len(strings.Fields(s[:min(len(s), longestHeader+1)]))
	if b.lines > 2 || len(s) > longestHeader || words > 16 || i+1 == len(blocks) || endsSentence(s) && !strings.HasSuffix(s, ")") || breaks(s) || strings.HasSuffix(s, ",") {
		return false
	}
	r := first(strings.TrimLeft(s, `"'“‘*_`))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.In(r, unicode.Lo) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	if m := markOf(s); m == item && (markOf(blocks[i+1].text(text)) == item || i > 0 && markOf(blocks[i-1].text(text)) == item) {
		return false
	}
	next := blocks[i+1].text(text)
	if i > 0 && len(next) < 40 && !endsSentence(next) && i+3 >= len(blocks) { // a signature
		return false
	}
	// A line of verse or an address is short too, but so are its neighbours; a heading has text below it, or another
	// heading and then text.
	for _, n := range blocks[i+1 : min(i+7, len(blocks))] {
		if len(n.text(text)) > longestHeader || endsSentence(n.text(text)) {
			return true
		}
	}
	return false
}

// breaks says whether a sentence ends inside: a full stop after a word that is too long for an abbreviation.
func breaks(s string) bool {
	for i := 4; i+2 < len(s); i++ {
		if s[i] == '.' && (s[i+1] == ' ' || s[i+1] == '\n') {
			from := strings.LastIndexAny(s[:i], " (.\n") + 1
			if word := s[from:i]; len(word) > 4 || strings.HasSuffix(word, ")") {
				return true
			}
		}
	}
	return false
}

func headingLevel(s string, titled bool) int {
	switch {
	case !titled:
		return 1
	case numberMark(s) > 0 || unicode.IsDigit(first(s)):
		return 2 + strings.Count(strings.Fields(s)[0], ".")
	}
	return 2
}

// isQuoted says whether a block is one long quotation: marks at both ends, none that closes between, and more than a
// remark.
func isQuoted(s string) bool {
	if len(s) < 80 {
		return false
	}
	open, size := utf8.DecodeRuneInString(s)
	closing, ok := map[rune]string{'"': `"`, '“': "”", '«': "»", '„': "“", '‘': "’"}[open]
	if !ok {
		return false
	}
	body := strings.TrimRight(s[size:], ".")
	i := strings.LastIndex(body, closing)
	if i < 0 || len(strings.Fields(s)) < 20 {
		return false
	}
	tail := strings.TrimSpace(body[i+len(closing):])
	return !strings.Contains(body[:i], closing) && (tail == "" || CitationAt(tail, 0) == len(tail))
}
