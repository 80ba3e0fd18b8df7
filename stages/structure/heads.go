package structure

import "strings"

// runningHeads marks headers that have a page number at one end and come with the page before or after, or repeat what
// stands elsewhere: the title of the text or of the journal.
func runningHeads(text string, lines []line) {
	h := heads{text: text, lines: lines, alike: map[string][]int{}, pages: map[int]int{}}
	for i, l := range lines {
		s := text[l.start:l.end]
		if len(s) > longestHeader || !l.apart {
			continue
		}
		if k := h.key(i); k != "" && !endsSentence(s) && len(h.alike[k]) < mostAlike {
			h.alike[k] = append(h.alike[k], i)
		}
		if l.kind == boilerplate && isPageNumber(s) || mayBeHead(s) {
			h.pages[pageOf(s)] = i + 1
		}
	}
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if l.kind != "" || l.label > 0 || len(s) > longestHeader || !l.apart || isDateline(s) {
			continue
		}
		switch {
		case mayBeHead(s) && h.counts(i), l.after && inCapitals(s) && len(strings.Fields(s)) >= 3 && !endsSentence(s) && h.repeatsAbove(i):
			l.kind = boilerplate
		case numberAtEnd(s) && (inCapitals(s) || l.mark == none && noteNumber(s) == 0):
			h.repeatsTitle(i)
		}
	}
}

// heads is what is known of the short lines of a text.
type heads struct {
	text  string
	lines []line
	alike map[string][]int // the first lines that begin with the same two words
	pages map[int]int      // 1 + the last line that has a page number at one end, by that number
}

// mostAlike bounds how many lines are compared with each other.
const mostAlike = 8

func (h *heads) letters(i int) string {
	return strings.ToLower(repeated(h.text[h.lines[i].start:h.lines[i].end]))
}

// key is the first two words of a line, empty if it has fewer.
func (h *heads) key(i int) string {
	first, rest, _ := strings.Cut(h.letters(i), " ")
	second, _, _ := strings.Cut(rest, " ")
	if second == "" {
		return ""
	}
	return first + " " + second
}

// counts says whether the page number of a line goes on from a line far above or below, or the line stands at the edge
// of a page.
func (h *heads) counts(i int) bool {
	l := h.lines[i]
	n := pageOf(h.text[l.start:l.end])
	before, after := h.pages[n-1]-1, h.pages[n+1]-1
	return before >= 0 && before < i-3 || after > i+3 ||
		i+1 < len(h.lines) && h.lines[i+1].page != l.page || i > 0 && h.lines[i-1].page != l.page
}

// repeatsAbove says whether a line begins as one well above it, or the other way round.
func (h *heads) repeatsAbove(i int) bool {
	letters := h.letters(i)
	for _, j := range h.alike[h.key(i)] {
		other := h.letters(j)
		if j < i-12 && len(letters) >= 12 && len(other) >= 12 && (strings.HasPrefix(other, letters) || strings.HasPrefix(letters, other)) {
			return true
		}
	}
	return false
}

// repeatsTitle marks a line with a number if its words are those of another line; that is furniture too if it is the
// name of the journal above the title.
func (h *heads) repeatsTitle(i int) {
	letters := h.letters(i)
	for _, j := range h.alike[h.key(i)] {
		other := h.letters(j)
		if j == i || len(letters) < 6 || !strings.HasPrefix(other, letters) && !strings.HasPrefix(letters, other) {
			continue
		}
		h.lines[i].kind = boilerplate
		title := &h.lines[j]
		if title.kind == "" && j < i && j < 4 && len(letters) > len(other) && !isName(strings.TrimRight(h.text[title.start:title.end], "*†‡")) {
			title.kind = boilerplate
		}
	}
}

// mayBeHead says whether a line may be a running header: a title with a page number at one end.
func mayBeHead(s string) bool {
	return len(s) <= 100 && pageOf(s) > 0 && len(strings.Fields(s)) >= 2 && numbered(s) == 0 && !opensPart(s) && !hasDate(s) && (titled(s) || inCapitals(s)) && !strings.ContainsAny(s, ":;?!") && noteSign(s) == ""
}

// pageOf is the page number at one end of a line, 0 without one.
func pageOf(s string) int {
	words := strings.Fields(s)
	if len(words) == 0 {
		return 0
	}
	for _, w := range []string{words[len(words)-1], words[0]} {
		first := w == words[0]
		if w = strings.Trim(w, "[]|·-–—"); len(w) <= 4 && digits(w) && !year(w) && (!first || inCapitals(s) || strings.HasPrefix(s[len(w):], "   ")) {
			return number(w)
		}
	}
	return 0
}

// numberAtEnd says whether a line begins or ends with a number, as headers with a page number do.
func numberAtEnd(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 {
		return false
	}
	number := func(w string) bool {
		w = strings.Trim(w, "[]()|·-–—")
		return w != "" && len(w) <= 4 && digits(w) && !year(w)
	}
	return number(words[0]) || number(words[len(words)-1]) || strings.Contains(s, "[Vol")
}
