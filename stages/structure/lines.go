package structure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line that is not blank, without white space at its ends.
type line struct {
	start, end int  // bytes
	indent     int  // columns of white space before it
	page       int  // form feeds before it
	after      bool // after a blank line, a form feed or the begin of the text
	before     bool // before one, or the end
	apart      bool // no part of running text, by what stands around it
	mark       mark
	kind       string // boilerplate, heading, table or caption where the line alone tells
	label      int    // length of the speaker's label that it begins with, 0 without one
}

// mark is how a line begins.
type mark uint8

const (
	none  mark = iota
	hash       // # a Markdown heading
	angle      // > a Markdown quotation
	item       // - a list item
	note       // [^1]: a note
	fence      // ``` the begin or end of a Markdown listing
)

// splitLines cuts a text at its line and page breaks.
func splitLines(text string) []line {
	out := make([]line, 0, len(text)/200+1)
	blank, page := true, 0
	for at := 0; at < len(text); {
		end := lineEnd(text, at)
		start, stop := trim(text, at, end)
		if start == stop {
			blank = true
		} else {
			out = append(out, line{start: start, end: stop, indent: columns(text[at:start]), page: page, after: blank, mark: markOf(text[start:stop])})
			if s := text[start:stop]; s[len(s)-1] == ']' && len(s) < longestHeader {
				out = splitEdit(out, text)
			} else if s[0] == '[' {
				out = splitClock(out, text)
			}
			if blank && len(out) > 1 {
				out[len(out)-2].before = true
			}
			blank = false
		}
		if end < len(text) && text[end] == '\f' {
			page++
			blank = true
		}
		at = end + 1
	}
	if len(out) > 0 {
		out[len(out)-1].before = true
	}
	return out
}

// splitEdit makes a line of its own of the link that a wiki has behind a heading: "History[edit]".
func splitEdit(lines []line, text string) []line {
	l := &lines[len(lines)-1]
	s := text[l.start:l.end]
	for _, link := range []string{"[edit]", "[edit source]", "[edit | edit source]"} {
		if head := strings.TrimSuffix(s, link); head != s && strings.TrimSpace(head) != "" {
			_, end := trim(text, l.start, l.start+len(head))
			from := l.start + len(head)
			l.kind, l.end = heading, end
			return append(lines, line{start: from, end: from + len(link), page: l.page, kind: boilerplate})
		}
	}
	return lines
}

// splitClock makes a line of its own of the time that a line of a transcript begins with: "[00:02:31] HOST: …".
func splitClock(lines []line, text string) []line {
	l := &lines[len(lines)-1]
	n := clockAt(text[l.start:l.end])
	if n == 0 || l.start+n >= l.end {
		return lines
	}
	start, end := trim(text, l.start+n, l.end)
	rest := *l
	rest.start, rest.end, rest.mark = start, end, markOf(text[start:end])
	l.end, l.kind, l.mark, l.before = l.start+n, boilerplate, none, false
	return append(lines, rest)
}

// clockAt gives the length of a time in brackets, "[00:02:31]", 0 without one.
func clockAt(s string) int {
	end := strings.IndexByte(s[:min(len(s), 16)], ']')
	if end < 5 || strings.Count(s[:end], ":") < 1 || strings.Trim(s[1:end], "0123456789:.") != "" {
		return 0
	}
	return end + 1
}

// lineEnd is where the line that begins at a place ends: before a line feed, a form feed or a carriage return alone.
func lineEnd(text string, at int) int {
	for {
		n := strings.IndexAny(text[at:], "\n\f\r")
		if n < 0 {
			return len(text)
		}
		at += n
		if text[at] != '\r' || at+1 == len(text) || text[at+1] != '\n' {
			return at
		}
		at++
	}
}

// margin takes the line numbers of a transcript out of its lines and gives their places: numbers that count up from 1 on
// most lines.
func margin(text string, lines []line) (numbers []Span, rest []line) {
	count := 0
	last := 0
	at := make([]int, len(lines))
	for i, l := range lines {
		n := 0
		s := text[l.start:l.end]
		for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == 0 || n < len(s) && !strings.HasPrefix(s[n:], "  ") && s[n] != '\t' {
			continue
		}
		if v := number(s[:n]); v == last+1 || v == 1 {
			at[i] = n
			last = v
			count++
		}
	}
	if count < 20 || count*10 < len(lines)*7 {
		return nil, lines
	}
	blank := true
	for i, l := range lines {
		if at[i] > 0 {
			numbers = append(numbers, Span{boilerplate, l.start, l.start + at[i], 0, 0, -1})
			start, end := trim(text, l.start+at[i], l.end)
			if start == end {
				blank = true
				if len(rest) > 0 {
					rest[len(rest)-1].before = true
				}
				continue
			}
			l.indent += start - l.start
			l.start, l.mark = start, markOf(text[start:end])
		}
		l.after = l.after && at[i] == 0 || blank
		blank = l.before && at[i] == 0
		rest = append(rest, l)
	}
	return numbers, rest
}

// noteLines marks lines of a group that count up, "1 Hill …", "2 Bey …", as lines that begin a note each.
func noteLines(text string, lines []line) {
	last := 0
	from := -1
	for i := range lines {
		l := &lines[i]
		if l.after {
			last, from = 0, -1
		}
		n := 0
		if l.mark == none && l.label == 0 {
			n = noteNumber(text[l.start:l.end])
		}
		switch {
		case n > 0 && (l.after || last == 0 && endsSentence(text[lines[i-1].start:lines[i-1].end])):
			last, from = n, i
		case n > 0 && from >= 0 && n == last+1:
			lines[from].mark, l.mark = item, item
			last, from = n, i
		}
	}
}

// columns is the width of an indent; a tab is worth four.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if r == '\t' {
			n += 4
		} else if r != '\ufeff' {
			n++
		}
	}
	return n
}

// trim cuts white space off both ends of a stretch.
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, size := rune(text[start]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[start:end])
		}
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		start += size
	}
	for start < end {
		r, size := rune(text[end-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(text[start:end])
		}
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	return start, end
}

func markOf(s string) mark {
	switch s[0] {
	case '>':
		return angle
	case '#':
		if n := len(s) - len(strings.TrimLeft(s, "#")); n <= 6 && n < len(s) && s[n] == ' ' {
			return hash
		}
	case '[':
		if strings.HasPrefix(s, "[^") {
			if i := strings.Index(s[:min(len(s), 12)], "]:"); i > 2 {
				return note
			}
		}
	case '`':
		if strings.HasPrefix(s, "```") {
			return fence
		}
	}
	if bullet(s) > 0 || numberMark(s) > 0 {
		return item
	}
	return none
}

// bullet gives the length of the bullet at the start, 0 without one.
func bullet(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*+•‣◦▪●○■□➢–·", r) && len(s) > size+1 {
		if next, n := utf8.DecodeRuneInString(s[size:]); unicode.IsSpace(next) {
			if strings.Trim(s, "*-+ ") != "" { // "* * *" is a break
				return size + n
			}
		}
	}
	return 0
}

// numberMark gives the length of a list number "12. ", "3) ", "(a) " or "(iv) " at the start, 0 without one.
func numberMark(s string) int {
	i := 0
	open := len(s) > 0 && s[0] == '('
	if open {
		i = 1
	}
	from := i
	for i < len(s) && i < from+3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == from {
		for i < len(s) && i < from+4 && strings.IndexByte("ivx", s[i]) >= 0 {
			i++
		}
	}
	if i == from && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || open && s[i] >= 'A' && s[i] <= 'Z') {
		i++
	}
	if i == from || i+1 >= len(s) || s[i+1] != ' ' && s[i+1] != '\t' {
		return 0
	}
	if s[i] == ')' || s[i] == '.' && !open && s[from] <= '9' {
		return i + 2
	}
	return 0
}

// wrapWidth is the width at which a text's lines were wrapped; 0 where each line is a paragraph of its own. Lines of
// wrapped text fill it: nine in ten are shorter than 110 bytes, most are nearly as long as the longest of these, and
// few that have a line right below end as a sentence does.
func wrapWidth(text string, lines []line) int {
	const fewest, widest, narrowest = 4, 120, 24
	var lengths []int
	joined, ended := 0, 0
	for i, l := range lines {
		if l.kind == boilerplate || l.kind == table {
			continue
		}
		lengths = append(lengths, l.end-l.start)
		if i+1 < len(lines) && !lines[i+1].after && lines[i+1].mark == none && lines[i+1].label == 0 && l.kind == "" {
			joined++
			if endsSentence(text[l.start:l.end]) {
				ended++
			}
		}
	}
	if len(lengths) < fewest || joined < fewest/2 || ended*2 > joined {
		return 0
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)*9/10]
	if width > widest || width < narrowest {
		return 0
	}
	return width
}

// endsSentence says whether a stretch ends as a sentence does; marks of notes and closing marks aside.
func endsSentence(s string) bool {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case r == ']':
			if open := strings.LastIndexByte(s[max(0, len(s)-8):], '['); open >= 0 && strings.Trim(s[max(0, len(s)-8)+open:], "[]^0123456789") == "" {
				s = s[:max(0, len(s)-8)+open] // "[^1]", "[3]"
				continue
			}
			s = s[:len(s)-size]
			continue
		case strings.ContainsRune("\"'”’»›)}*_†‡⁾", r) || IsRaised(r):
			s = s[:len(s)-size]
			continue
		case r >= '0' && r <= '9': // "to the treaty.12"
			bare := strings.TrimRight(s, "0123456789")
			n := len(bare)
			return len(s)-n <= 3 && n >= 4 && bare[n-1] == '.' && isSmall(bare[n-2]) && isSmall(bare[n-3])
		}
		return r != utf8.RuneError && strings.ContainsRune(".!?…:;。！？؟۔।॥", r)
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isSmall(b byte) bool { return b >= 'a' && b <= 'z' }

// IsRaised knows raised digits, as the numbers of notes are.
func IsRaised(r rune) bool { return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹' }

// isOpen says whether prose stops in the middle of a sentence.
func isOpen(s string) bool {
	if strings.HasSuffix(s, ")") {
		if i := strings.LastIndexByte(s, '('); i >= 0 && CitationAt(s, i) == len(s)-i {
			return false
		}
	}
	return !endsSentence(s) || strings.HasSuffix(s, ";")
}

// opensLower says whether a stretch begins with a small letter, as what goes on with a sentence does.
func opensLower(s string) bool {
	r := first(strings.TrimLeft(s, "\"'“‘(["))
	return unicode.IsLower(r)
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func phrases(lines string) map[string]bool {
	out := map[string]bool{}
	for l := range strings.SplitSeq(lines, ",") {
		out[strings.TrimSpace(l)] = true
	}
	return out
}
