package structure

import (
	"strings"
	"unicode"
)

// furniture marks the lines that belong to the page or the web site rather than to the text: page numbers, running
// headers and footers, crumbs, mastheads. A running header is known by coming back, digits aside.
func furniture(text string, lines []line) {
	counts := repeats(text, lines)
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if len(s) > 2*longestHeader {
			continue
		}
		alone := l.after || l.before
		switch {
		case isFurniture(s) && (alone || !prose(s)) || isTeaser(s), (i < 3 || l.after && l.before) && (isMenu(s) || isMasthead(s) || isLink(s)), alone && (isStamp(s) || isVolume(strings.ToLower(s))):
			l.kind = boilerplate
			if isTeaser(s) { // titles of other pages follow
				for j := i + 1; j < len(lines) && j < i+8 && lines[j].end-lines[j].start < longestHeader && !endsSentence(text[lines[j].start:lines[j].end]); j++ {
					lines[j].kind = boilerplate
				}
			}
			for j := i + 1; j < min(i+5, len(lines)) && !lines[j].after && len(s) > 40 && isNotice(s); j++ {
				lines[j].kind = boilerplate // a notice of several lines
			}
		case isPageNumber(s) && (alone && !inColumn(text, lines, i) || !digits(s) && strings.ContainsAny(s, "-–—[")), isNoise(s), alone && isSpacedHeader(s):
			l.kind = boilerplate
		case i < 5 && isIssueLine(s):
			l.kind = boilerplate
		case len(s) <= longestHeader && l.mark == none && l.label == 0 && !endsSentence(s) && !isDateline(s):
			key := repeated(s)
			edge := i == 0 || i+1 == len(lines) || lines[i-1].page != l.page || lines[i+1].page != l.page || i > 1 && lines[i-2].page != l.page || i+2 < len(lines) && lines[i+2].page != l.page
			if n := counts[key]; key != "" && (n >= 3 && alone || n >= 2 && edge && l.page+1 > 1) {
				l.kind = boilerplate
			}
		}
	}
	mail(text, lines)
	runningHeads(text, lines)
	frontMatter(text, lines)
}

// longestHeader is the longest running header or heading, in bytes.
const longestHeader = 140

// repeats counts short lines by their key.
func repeats(text string, lines []line) map[string]int {
	counts := map[string]int{}
	for _, l := range lines {
		if l.end-l.start <= longestHeader && (l.after || l.before) {
			if key := repeated(text[l.start:l.end]); key != "" {
				counts[key]++
			}
		}
	}
	return counts
}

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
	low = strings.Trim(low, "-–—|[]·•*~ .")
	for _, p := range []string{"page ", "page", "p. ", "pg. "} {
		low = strings.TrimPrefix(low, p)
	}
	if a, b, ok := strings.Cut(low, " of "); ok {
		return digits(a) && digits(b)
	}
	if a, b, ok := strings.Cut(low, "/"); ok {
		return digits(strings.TrimSpace(a)) && digits(strings.TrimSpace(b)) && len(low) < 8
	}
	return digits(low) && len(low) <= 4 || low != "" && len(low) <= 6 && strings.Trim(low, "ivxlc") == "" && low == strings.ToLower(s)
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
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
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
