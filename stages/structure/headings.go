package structure

import (
	"strings"
	"unicode"
)

// strongHeadings marks lines that are headings by themselves, even right above their text: in capitals, numbered, or
// above a rule.
func (p *parser) strongHeadings() {
	text, lines := p.text, p.lines
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if l.kind != "" || len(s) > longestHeader || l.mark != none && l.mark != item {
			continue
		}
		if l.after && i+1 < len(lines) && !lines[i+1].after && isRule(text[lines[i+1].start:lines[i+1].end]) {
			l.kind, lines[i+1].kind = heading, heading
			continue
		}
		if l.label > 0 || endsAsProse(s) || isDate(s) || isDirection(s) || isByline(s) || isDateline(s) || s == "BY" {
			continue
		}
		opens := l.after || lines[i-1].kind == heading || lines[i-1].kind == boilerplate
		if opens && (inCapitals(s) || opensPart(s)) || l.after && numbered(s) >= 2 && titled(s) || l.after && numbered(s) == 1 && !l.before && p.endsEarly(i) {
			l.kind = heading
		}
	}
}

// endsEarly says whether a line of wrapped text was ended on purpose although its sentence is not over: the next word, a
// large one, would have fitted.
func (p *parser) endsEarly(i int) bool {
	text, lines, width := p.text, p.lines, p.width
	next := text[lines[i+1].start:lines[i+1].end]
	word, _, _ := strings.Cut(next, " ")
	return width > 0 && lines[i].end-lines[i].start+1+len(word) < width*7/10 && lines[i+1].mark == none && unicode.IsUpper(first(next)) && !endsSentence(text[lines[i].start:lines[i].end])
}

// isDirection knows stage directions: "[LAUGHTER]", "(Applause.)".
func isDirection(s string) bool {
	return s[0] == '[' && s[len(s)-1] == ']' || s[0] == '(' && s[len(s)-1] == ')'
}

// endsAsProse says whether a line ends as only running text does. In capitals a heading may end in a colon or a stop.
func endsAsProse(s string) bool {
	for _, end := range []string{",", ";", ".)"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return (strings.HasSuffix(s, ":") || strings.HasSuffix(s, ".") || dangling(s)) && !inCapitals(s)
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
	number, title, _ := strings.Cut(rest, " ")
	if title != "" && !titled(title) {
		return false // "Section 12 of the act allows …"
	}
	number = strings.Trim(number, ".:—–-")
	return number != "" && len(number) <= 5 && (digits(number) || strings.Trim(number, "IVXLC") == "" || len(number) == 1 && unicode.IsUpper(rune(number[0])) || spelled[strings.ToLower(number)])
}

var (
	parts   = set("chapter part appendix section annex book kapitel chapitre article day session item question act scene week round stage step phase lesson clause rule point theme episode panel group region district ward zone letter")
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
func (s *sorter) isHeading() bool {
	t := s.s
	if s.b.last-s.b.first > 2 || len(t) > longestHeader || s.i+1 == len(s.blocks) {
		return false
	}
	next := s.blocks[s.i+1].text(s.text)
	switch r := first(bare(t)); {
	case s.i == 0 && len(t) < 100 && s.mark == none && unicode.IsUpper(r) && !isSalutation(t) && (isByline(next) || isName(strings.Trim(next, "*_"))):
		return true // a title may be a sentence or two
	case !unicode.IsUpper(r) && !unicode.IsDigit(r) && !unicode.In(r, unicode.Lo), !strings.ContainsFunc(t, unicode.IsLetter):
		return false
	case len(strings.Fields(t)) > 18, endsAsProse(t), breaks(t), isDirection(t), isDate(t), isSalutation(t), bullet(t) > 0:
		return false
	case strings.HasSuffix(t, "!") && s.i > 0 && !inCapitals(t), s.b.transcript && endsSentence(t):
		return false
	case t[0] == '*' && t[len(t)-1] == '*' && t[1] != '*': // a line that is stressed
		return false
	case s.before == blockquote && strings.Contains(t, ",") && isSigner(t): // whom the quotation is from
		return false
	case s.isSaid(), s.goesOnBelow(), s.mark == item && s.isItem():
		return false
	case opensPart(t), inCapitals(t) && len(t) < 80:
		return s.followedByText(7)
	case strings.HasSuffix(bare(t), "?"): // a title, not a question that is asked in passing
		return titled(t) || strings.HasPrefix(t, "**") || s.i == 0 || len(next) > longestHeader && !s.personal
	case endsSentence(t) && !strings.HasSuffix(t, ")") && !titled(t) && numbered(t) == 0:
		return false
	case s.i < 6: // titles, authors and dates follow each other
		return s.followedByText(9)
	}
	return s.followedByText(5)
}

// isSaid says whether the block is in quotation marks as something said is, and titles are not.
func (s *sorter) isSaid() bool {
	switch first(s.s) {
	case '"', '“', '‘', '«':
		return endsSentence(s.s) || s.i > 2 && len(strings.Fields(s.s)) > 5
	}
	return false
}

// goesOnBelow says whether the next text goes on with the block's sentence, or is the list that it leads in.
func (s *sorter) goesOnBelow() bool {
	for _, n := range s.blocks[s.i+1 : min(len(s.blocks), s.i+9)] {
		if n.kind == boilerplate || n.kind == caption || n.kind == table {
			continue
		}
		next := n.text(s.text)
		if n.listed {
			return opensLower(next[max(bullet(next), numberMark(next)):]) && !inCapitals(s.s) && !titled(s.s)
		}
		return opensLower(next) && !isByline(next) && s.lines[n.first].mark == none
	}
	return false
}

// isItem says whether a block with a number is one of a list rather than a heading with a number.
func (s *sorter) isItem() bool {
	if s.i > 0 && !s.lines[s.b.first].after && noteNumber(s.s) > 1 && noteNumber(s.blocks[s.i-1].text(s.text)) == noteNumber(s.s)-1 {
		return true // the last of its list
	}
	above := s.b.first > 0 && s.lines[s.b.first-1].mark == item
	below := s.b.last+1 < len(s.lines) && s.lines[s.b.last+1].mark == item
	return below || above && !titled(s.s)
}

// followedByText says whether running text, a list or the like comes within a few blocks: a line of verse or an address
// is short too, but so are its neighbours; a heading has text below it, or another heading and then text.
func (s *sorter) followedByText(within int) bool {
	for _, n := range s.blocks[s.i+1 : min(s.i+1+within, len(s.blocks))] {
		t := n.text(s.text)
		if len(t) > longestHeader || len(t) > 12 && endsSentence(t) || n.listed || n.kind == table || n.label > 0 {
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
