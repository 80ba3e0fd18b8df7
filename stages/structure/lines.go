package structure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a paragraph, a heading or whatever else stands by itself: one line or several that belong together.
type block struct {
	start, end int // bytes, without white space at the ends
	lines      int
	kind       string
	level      int
}

func (b block) text(text string) string { return text[b.start:b.end] }

// line is one line that is not blank, without white space at its ends.
type line struct {
	start, end int
	after      bool // a blank line, or the text's begin, comes before it
	mark       mark
}

// mark is how a line begins.
type mark uint8

const (
	none  mark = iota
	hash       // # a Markdown heading
	angle      // > a Markdown quotation
	item       // - a list item
	note       // [^1]: a note
)

// cut cuts a text into blocks.
func cut(text string) []block {
	lines := splitLines(text)
	width := wrapWidth(lines)
	var out []block
	for i, l := range lines {
		if i > 0 && !l.after && joins(text, lines[i-1], l, width) {
			out[len(out)-1].end = l.end
			out[len(out)-1].lines++
			continue
		}
		out = append(out, block{start: l.start, end: l.end, lines: 1})
	}
	return out
}

func splitLines(text string) []line {
	var out []line
	blank := true
	for at := 0; at < len(text); {
		end := strings.IndexAny(text[at:], "\n\f")
		next := at + end + 1
		if end < 0 {
			end, next = len(text)-at, len(text)
		}
		start, stop := trim(text, at, at+end)
		if start == stop {
			blank = true
		} else {
			out = append(out, line{start, stop, blank, markOf(text[start:stop])})
			blank = false
		}
		if next > at && text[next-1] == '\f' { // a page ends
			blank = true
		}
		at = next
	}
	return out
}

// trim cuts white space off both ends of a stretch.
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	return start, end
}

func markOf(s string) mark {
	switch {
	case s[0] == '>':
		return angle
	case s[0] == '#':
		if n := len(s) - len(strings.TrimLeft(s, "#")); n <= 6 && n < len(s) && s[n] == ' ' {
			return hash
		}
	case strings.HasPrefix(s, "[^"):
		if i := strings.Index(s[:min(len(s), 12)], "]:"); i > 2 {
			return note
		}
	case strings.HasPrefix(s, "- "), strings.HasPrefix(s, "* "), strings.HasPrefix(s, "+ "), strings.HasPrefix(s, "• "):
		return item
	}
	if n := numberMark(s); n > 0 {
		return item
	}
	return none
}

// numberMark gives the length of a list number "12. ", "3) " or "(a) " at the start, 0 without one.
func numberMark(s string) int {
	i := 0
	open := len(s) > 0 && s[0] == '('
	if open {
		i = 1
	}
	from := i
	for i < len(s) && i < from+2 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == from && i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
		i++
	}
	if i == from || i+1 >= len(s) || s[i+1] != ' ' {
		return 0
	}
	if s[i] == ')' || s[i] == '.' && !open && s[from] <= '9' {
		return i + 2
	}
	return 0
}

// wrapWidth is the width at which a text's lines were wrapped; 0 where each line is a paragraph of its own. Lines of
// wrapped text fill it: nine in ten are shorter than 110 bytes, and most are nearly as long as the longest of these.
func wrapWidth(lines []line) int {
	const fewest, widest = 8, 110
	if len(lines) < fewest {
		return 0
	}
	lengths := make([]int, len(lines))
	for i, l := range lines {
		lengths[i] = l.end - l.start
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)*9/10]
	if width > widest || width < 30 {
		return 0
	}
	return width
}

// joins says whether a line goes on with the block of the line before it.
func joins(text string, before, l line, width int) bool {
	switch {
	case l.mark == hash || l.mark == item || l.mark == note || before.mark == hash:
		return false
	case l.mark == angle:
		return before.mark == angle
	case before.mark == angle:
		return width > 0 // lazy continuation
	case width == 0:
		return false
	}
	short := before.end-before.start < width*6/10
	return !short || !endsSentence(text[before.start:before.end])
}

// endsSentence says whether a stretch ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]*_`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？۔।", r)
}
