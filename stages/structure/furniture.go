package structure

import (
	"strings"
	"unicode"
)

// furniture marks the lines that belong to the page or the web site rather than to the text: page numbers, running
// headers and footers, crumbs, mastheads. A running header is known by coming back.
func furniture(text string, lines []line) {
	f := finder{text: text, lines: lines}
	f.markApart()
	f.count()
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		switch {
		case l.kind != "" || len(s) > 2*longestHeader:
		case (l.after || f.width == 0) && isNotice(s, text[l.start:lines[f.groupEnd(i, 5)-1].end]):
			for j := i; j < f.groupEnd(i, 5); j++ {
				lines[j].kind = boilerplate
			}
		case (l.after || l.before) && isUnmistakable(s), isPageNumber(s) && !digits(s) && strings.ContainsAny(s, "-–—["):
			l.kind = boilerplate
		case !l.apart:
		case isTeaser(s):
			for j := i; j < len(lines) && j < i+8 && (j == i || lines[j].apart && lines[j].end-lines[j].start < longestHeader && !endsSentence(text[lines[j].start:lines[j].end])); j++ {
				lines[j].kind = boilerplate // titles of other pages follow
			}
		case f.isFurniture(i), l.mark == none && l.label == 0 && f.returns(i):
			l.kind = boilerplate
		}
	}
	mail(text, lines)
	runningHeads(text, lines)
	frontMatter(text, lines)
}

// finder looks for furniture.
type finder struct {
	text   string
	lines  []line
	width  int            // at which lines are wrapped, 0 if they are not
	counts map[string]int // short lines that stand apart, by what they say
	broken map[string]int // how often one of them comes in the middle of a sentence
}

// markApart says which lines stand apart from running text: where lines are wrapped those with blank lines or the edge of
// a page around them, and those of groups of short lines; else each.
func (f *finder) markApart() {
	lines := f.lines
	f.width = wrapWidth(f.text, lines)
	for i := 0; i < len(lines); {
		n := f.groupEnd(i, len(lines))
		short := n-i <= 6
		for _, l := range lines[i:n] {
			short = short && l.end-l.start < f.width*7/10
		}
		short = short || n-i <= 4 && !prose(f.text[lines[i].start:lines[n-1].end])
		for j := i; j < n; j++ {
			lines[j].apart = n == i+1 || short || f.atEdge(j)
		}
		i = n
	}
}

// groupEnd is one past the last of the lines that stand together from line i, of at most so many; where lines are not
// wrapped each stands by itself.
func (f *finder) groupEnd(i, most int) int {
	n := i + 1
	for f.width > 0 && n < len(f.lines) && n < i+most && !f.lines[n].after {
		n++
	}
	return n
}

// isUnmistakable knows what is furniture even at the edge of running text.
func isUnmistakable(s string) bool {
	return isNoise(s) || isSpacedHeader(s) ||
		opens(strings.ToLower(strings.Trim(s, "([ ")), continuations) && len(s) < 60
}

var continuations = split(`continued on page | continued on p. | continued from page | from page #`)

// atEdge says whether a line is the first or last of a page.
func (f *finder) atEdge(i int) bool {
	paged := f.lines[len(f.lines)-1].page > 0
	return paged && (i == 0 || i+1 == len(f.lines) || f.lines[i-1].page != f.lines[i].page || f.lines[i+1].page != f.lines[i].page)
}

// count counts short lines, and how often each comes where a sentence is not over.
func (f *finder) count() {
	f.counts, f.broken = map[string]int{}, map[string]int{}
	open := false
	for i, l := range f.lines {
		s := f.text[l.start:l.end]
		if !l.apart || len(s) > longestHeader || endsSentence(s) || isPageNumber(s) {
			if !isPageNumber(s) {
				open = !endsSentence(s) && len(s) > 40
			}
			continue
		}
		for _, key := range f.keys(i) {
			f.counts[key]++
			if open {
				f.broken[key]++
			}
		}
	}
}

// keys are what the line is counted by: its text, and at the edge of a page its letters, for its number changes.
func (f *finder) keys(i int) []string {
	s := f.text[f.lines[i].start:f.lines[i].end]
	letters := repeated(s)
	switch {
	case letters == "":
		return nil
	case f.atEdge(i) && letters != s:
		return []string{s, letters}
	}
	return []string{s}
}

// returns says whether a line is a running header: it comes back at the edge of pages, or three times, and then at least
// once in four in the middle of a sentence, as headings do not.
func (f *finder) returns(i int) bool {
	s := f.text[f.lines[i].start:f.lines[i].end]
	if len(s) > longestHeader || endsSentence(s) || isDateline(s) {
		return false
	}
	for _, key := range f.keys(i) {
		if n := f.counts[key]; n >= 2 && f.atEdge(i) || n >= 3 && f.broken[key]*4 >= n {
			return true
		}
	}
	return false
}

// isFurniture says whether a line that stands apart is furniture by its look.
func (f *finder) isFurniture(i int) bool {
	l := f.lines[i]
	s := f.text[l.start:l.end]
	single := l.after && l.before || f.atEdge(i)
	switch {
	case isPageNumber(s):
		return single && (!year(s) || f.atEdge(i)) && !inColumn(f.text, f.lines, i) || !digits(s) && strings.ContainsAny(s, "-–—[")
	case i < 3 || single:
		if isMenu(s) || isMasthead(s) || l.after && l.before && isLink(s) {
			return true
		}
	}
	return isFurniture(s) || isStamp(s) || isNoise(s) || isSpacedHeader(s) || isVolume(strings.ToLower(s)) || i < 5 && l.mark == none && noteNumber(s) == 0 && isIssueLine(s)
}

// longestHeader is the longest running header or heading, in bytes.
const longestHeader = 140

// repeated is what two appearances of a running header have in common: its letters. Lines without letters have none.
func repeated(s string) string {
	letters, plain := 0, true
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else if r != ' ' {
			plain = false
		}
	}
	switch {
	case letters < 3:
		return ""
	case plain && !strings.Contains(s, "  "):
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space = false
		} else {
			space = true
		}
	}
	return b.String()
}

// isPageNumber knows "7", "- 7 -", "[7]", "Page 7", "7 of 12", "xiv", "p. 7".
func isPageNumber(s string) bool {
	if len(s) > 24 {
		return false
	}
	low := strings.ToLower(s)
	low = strings.Trim(low, "-–—|[]·•*~ ")
	for _, p := range []string{"page ", "page", "p. ", "pg. "} {
		low = strings.TrimPrefix(low, p)
	}
	if a, b, ok := strings.Cut(low, " of "); ok {
		return digits(a) && digits(b)
	}
	if a, b, ok := strings.Cut(low, "/"); ok {
		return digits(strings.TrimSpace(a)) && digits(strings.TrimSpace(b)) && len(low) < 8
	}
	return digits(low) && len(low) <= 4 || low != "" && len(low) <= 6 && strings.Trim(low, "ivxlc") == "" && s == strings.ToLower(s)
}

// isStamp knows the marks of time and place that records have between lines: "3.30 pm", "[Column 413]", "00:14:05",
// "411   Oral Answers   412".
func isStamp(s string) bool {
	low := strings.ToLower(strings.Trim(s, "[]() "))
	words := strings.Fields(low)
	switch len(words) {
	case 0:
		return false
	case 1, 2, 3:
		clock := strings.TrimRight(words[0], "apm.")
		if len(clock) >= 4 && len(clock) <= 8 && clock[0] >= '0' && clock[0] <= '9' && strings.Trim(clock, "0123456789.:") == "" && strings.ContainsAny(clock[1:], ".:") {
			rest := strings.ReplaceAll(strings.Join(words[1:], ""), ".", "")
			return rest == "am" || rest == "pm" || rest == "" && (strings.Contains(clock, ":") || clock != words[0])
		}
		if len(words) == 2 && (words[0] == "column" || words[0] == "col" || words[0] == "col.") && digits(words[1]) {
			return true
		}
	}
	if len(words) <= 4 && strings.Contains(low, ".") && (digits(words[0]) || digits(words[len(words)-1])) {
		for _, w := range words { // "28   thelantern.example"
			if _, end, ok := strings.Cut(w, "."); ok && len(end) >= 2 && strings.Trim(end, "abcdefghijklmnopqrstuvwxyz./-") == "" && !digits(w[:1]) {
				return true
			}
		}
	}
	first, last := number(words[0]), number(words[len(words)-1])
	return len(words) >= 3 && first > 0 && last > 0 && (last == first+1 || last == first-1) && len(s) <= longestHeader && !prose(s)
}

// isNoise knows what a scanner makes of specks: signs and hardly a letter.
func isNoise(s string) bool {
	if len(s) > 40 {
		return false
	}
	words, signs := 0, map[rune]bool{}
	before := ' '
	for _, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			return false // two letters make a word
		}
		before = r
		if word {
			words++
		} else if r != ' ' {
			signs[r] = true
		}
	}
	return words <= 2 && len(signs) >= 3 || words == 0 && len(signs) == 2
}

// isSpacedHeader knows a title and a page number set far apart: "46          Eleventh Congress".
func isSpacedHeader(s string) bool {
	before, after, ok := strings.Cut(s, "      ")
	after = strings.TrimSpace(after)
	numbers := func(s string) bool { return s != "" && strings.Trim(s, "0123456789-–/") == "" }
	return ok && !strings.Contains(after, "   ") && (numbers(before) || numbers(after)) && len(before) <= longestHeader && !endsSentence(before)
}

// inColumn says whether a lone number stands among others, as in a table that was cut into lines.
func inColumn(text string, lines []line, i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(lines) && lines[j].page == lines[i].page && isPageNumber(text[lines[j].start:lines[j].end])
	}
	return near(i-1) && near(i+1) || near(i-1) && !lines[i].after || near(i+1) && !lines[i+1].after
}
