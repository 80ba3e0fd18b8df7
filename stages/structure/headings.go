package structure

import (
	"strings"
	"unicode"
)

// strongHeadings marks lines that are headings by themselves, even right above their text: in capitals, numbered, or
// above a rule.
func strongHeadings(text string, lines []line) {
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if l.kind != "" || l.label > 0 && !(i+1 < len(lines) && isRule(text[lines[i+1].start:lines[i+1].end])) || isByline(s) || isDateline(s) || s == "BY" || isDirection(s) || len(s) > longestHeader || l.mark == hash || l.mark == angle || l.mark == note || l.mark == fence {
			continue
		}
		next := i+1 < len(lines) && !lines[i+1].after
		switch {
		case next && isRule(text[lines[i+1].start:lines[i+1].end]) && l.after:
			l.kind, lines[i+1].kind = heading, heading
		case (l.after || i > 0 && lines[i-1].kind == heading || i > 0 && lines[i-1].kind == boilerplate) && (inCapitals(s) || opensPart(s)) && !endsAsProse(s) && !isDate(s):
			l.kind = heading
		case l.after && numbered(s) >= 2 && titled(s) && !endsAsProse(s):
			l.kind = heading
		}
	}
}

// isDirection knows stage directions: "[LAUGHTER]", "(Applause.)".
func isDirection(s string) bool {
	return s[0] == '[' && s[len(s)-1] == ']' || s[0] == '(' && s[len(s)-1] == ')'
}

// endsAsProse says whether a line ends as only running text does: a heading may end in a full stop, a question mark or
// a bracket, if it is in capitals.
func endsAsProse(s string) bool {
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, ".)") || strings.HasSuffix(s, ").") && !inCapitals(s) || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":") && !inCapitals(s) || strings.HasSuffix(s, ".") && !inCapitals(s) || dangling(s) && !inCapitals(s)
}

// inCapitals says whether a line is in capitals: two words or one long one.
func inCapitals(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper >= 5 && lower*12 <= upper
}

// opensPart knows "Chapter 3", "Part II", "Appendix A: The questions", "Section 4".
func opensPart(s string) bool {
	word, rest, _ := strings.Cut(s, " ")
	if !parts[strings.ToLower(word)] || len(s) > 80 {
		return false
	}
	number, _, _ := strings.Cut(rest, " ")
	number = strings.Trim(number, ".:—–-")
	return number != "" && len(number) <= 5 && (digits(number) || strings.Trim(number, "IVXLC") == "" || len(number) == 1 && unicode.IsUpper(rune(number[0])) || spelled[strings.ToLower(number)])
}

var (
	parts   = set("chapter part appendix section annex book kapitel chapitre")
	spelled = set("one two three four five six seven eight nine ten eleven twelve")
)

// numbered gives how many numbers a heading's number has: "2" 1, "2.1" 2, "2.1.3." 3; 0 without one. The number ends
// with a space.
func numbered(s string) int {
	word, _, ok := strings.Cut(s, " ")
	word = strings.TrimRight(word, ".)")
	if !ok || word == "" || len(word) > 8 {
		return 0
	}
	if strings.Trim(word, "IVX") == "" && (s[len(word)] == '.' || s[len(word)] == ')') {
		return 1
	}
	n := 0
	for p := range strings.SplitSeq(word, ".") {
		if len(p) > 2 || !digits(p) {
			return 0
		}
		n++
	}
	return n
}

// titled says whether the words of a line are written as in a title: long words large, few exceptions.
func titled(s string) bool {
	large, little := 0, 0
	for w := range strings.FieldsSeq(s) {
		switch r := first(strings.TrimLeft(w, "(\"'“‘*_")); {
		case unicode.IsUpper(r):
			large++
		case unicode.IsLower(r) && !small[strings.ToLower(w)] && !particles[w]:
			little++
		}
	}
	return large > 0 && large >= 2*little
}

// isHeading looks at a short block by itself: no full stop at its end, a capital or a number at its begin, and text
// that it can be the heading of behind it.
func isHeading(text string, lines []line, blocks []block, i int) bool {
	b := blocks[i]
	s := b.text(text)
	if b.last-b.first > 2 || len(s) > longestHeader || i+1 == len(blocks) {
		return false
	}
	if next := blocks[i+1].text(text); i == 0 && len(s) < 100 && lines[0].mark == none && (isByline(next) || isName(strings.Trim(next, "*_"))) && unicode.IsUpper(first(bare(s))) {
		return true // a title may be a sentence or two
	}
	if len(strings.Fields(s)) > 18 || endsAsProse(s) || breaks(s) || strings.HasSuffix(s, "!") && i > 0 && !inCapitals(s) {
		return false
	}
	if isDirection(s) || isDate(s) {
		return false
	}
	for _, n := range blocks[i+1:] {
		if n.kind == boilerplate || n.kind == caption || n.kind == table {
			continue
		}
		if next := n.text(text); n.listed && opensLower(next[max(bullet(next), numberMark(next)):]) && !inCapitals(s) && !titled(s) && s[0] != '#' {
			return false // what leads in a list
		} else if opensLower(next) && !isByline(next) && lines[n.first].mark == none {
			return false // a sentence that goes on below
		}
		break
	}
	r := first(bare(s))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.In(r, unicode.Lo) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	if open := first(s); (open == '"' || open == '“' || open == '‘' || open == '«') && (endsSentence(s) || i > 2 && len(strings.Fields(s)) > 5) {
		return false // somebody says it
	}
	if lines[b.first].mark == item && !lines[b.first].after && i > 0 && noteNumber(s) > 1 && noteNumber(blocks[i-1].text(text)) == noteNumber(s)-1 {
		return false // the last of a list
	}
	if lines[b.first].mark == item && (b.first > 0 && lines[b.first-1].mark == item && !titled(s) || b.last+1 < len(lines) && lines[b.last+1].mark == item) {
		return false
	}
	if bullet(s) > 0 || s[0] == '*' && s[len(s)-1] == '*' && s[1] != '*' {
		return false
	}
	if opensPart(s) || inCapitals(s) && len(s) < 80 {
		return followedByText(text, blocks, i, 7)
	}
	if endsSentence(s) && !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "?") && !titled(s) && numbered(s) == 0 {
		return false
	}
	// A line of verse or an address is short too, but so are its neighbours; a heading has text below it, or another
	// heading and then text.
	if blocks[i].transcript && endsSentence(s) {
		return false
	}
	if i < 6 {
		return followedByText(text, blocks, i, 9)
	}
	return followedByText(text, blocks, i, 5)
}

// followedByText says whether running text, a list or the like comes within a few blocks.
func followedByText(text string, blocks []block, i, within int) bool {
	for _, n := range blocks[i+1 : min(i+1+within, len(blocks))] {
		s := n.text(text)
		if len(s) > longestHeader || len(s) > 12 && endsSentence(s) || n.kind == list || n.listed || n.kind == table || n.label > 0 {
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
			if word := s[from:i]; (len(word) > 4 || strings.HasSuffix(word, ")")) && !parts[strings.ToLower(word)] && !inCapitals(s) {
				return true
			}
		}
	}
	return false
}

// levels gives headings their level: Markdown's, else by number ("2.1" stands below "2"), else by look: the first of a
// text is its title; where some are in capitals, those in small letters after them stand below.
func levels(text string, blocks []block) {
	titled, counted, capitals, base := false, false, 0, 1
	for i := range blocks {
		b := &blocks[i]
		if b.kind == paragraph && b.end-b.start > longestHeader {
			titled = true // text comes before any title
		}
		if b.kind != heading {
			continue
		}
		s := b.text(text)
		n := numbered(s)
		switch {
		case s[0] == '#':
			b.level = strings.IndexByte(s, ' ')
		case n > 0:
			if !titled && n == 1 {
				base = 0 // a chapter
			}
			b.level = base + n
			counted = true
		case counted && len(s) > 2 && s[1] == '.' && s[2] == ' ' && unicode.IsUpper(rune(s[0])): // "A. …" below "I. …"
			b.level = 3
		case strings.HasSuffix(s, "---"):
			b.level = 2
		case !titled || strings.HasSuffix(s, "==="):
			b.level = 1
		case inCapitals(s):
			b.level = 2
			capitals++
		case capitals >= 2:
			b.level = 3
		default:
			b.level = 2
		}
		titled = true
	}
}
