package structure

import "strings"

// tables marks the lines of tables, by their columns, and those of captions.
func tables(text string, lines []line) {
	f := tableFinder{text, lines}
	for i := 0; i < len(lines); {
		n := 0
		if lines[i].kind == "" && lines[i].label == 0 {
			n = max(f.caption(i), f.numbers(i), f.columns(i))
		}
		i += max(n, 1)
	}
}

type tableFinder struct {
	text  string
	lines []line
}

func (f tableFinder) at(i int) string { return f.text[f.lines[i].start:f.lines[i].end] }

// caption marks the lines of a caption that begins at a line, and gives their number; a credit takes the line above it.
func (f tableFinder) caption(i int) int {
	s := f.at(i)
	below := i > 0 && (f.lines[i-1].kind == caption || f.lines[i-1].kind == table)
	if !isCaption(s) && (!below || !isSource(s)) {
		return 0
	}
	f.lines[i].kind = caption
	if isCredit(s) && i > 0 && !f.lines[i].after && f.lines[i-1].after && f.lines[i-1].kind == "" && len(f.at(i-1)) < longText && !prose(f.at(i-1)) {
		f.lines[i-1].kind = caption
	}
	if i+1 == len(f.lines) || f.lines[i+1].after || !f.lines[i].after || endsSentence(s) || len(s) <= 40 {
		return 1
	}
	if next := f.at(i + 1); len(next) < len(s) && !hasColumns(next) && !isSource(next) { // its second line
		f.lines[i+1].kind = caption
		return 2
	}
	return 1
}

// numbers marks rows of numbers, as extraction leaves a table, with the line above them as its head.
func (f tableFinder) numbers(i int) int {
	n := 0
	for i+n < len(f.lines) && f.lines[i+n].kind == "" && isNumbers(f.at(i+n)) && !hasColumns(f.at(i+n)) {
		n++
	}
	if n < 2 {
		return 0
	}
	for j := i; j < i+n; j++ {
		f.lines[j].kind = table
	}
	if i > 0 && f.lines[i-1].kind == "" && f.lines[i-1].mark == none {
		if head := f.at(i - 1); len(head) < longestHeader && len(strings.Fields(head)) >= 3 && !prose(head) && !endsSentence(head) {
			f.lines[i-1].kind = table
		}
	}
	return n
}

// columns marks lines that fall into cells: two at least, or one between bars.
func (f tableFinder) columns(i int) int {
	n := 0
	for i+n < len(f.lines) && (n == 0 || !f.lines[i+n].after) && f.lines[i+n].kind == "" && hasColumns(f.at(i+n)) {
		n++
	}
	if n == 0 || n == 1 && f.at(i)[0] != '|' {
		return 0
	}
	for j := i; j < i+n; j++ {
		f.lines[j].kind = table
	}
	return n
}

// isSource knows the lines below a table: "Source: …", "Note: …".
func isSource(s string) bool {
	word, _, ok := strings.Cut(s, ":")
	return ok && len(s) < 300 && (word == "Source" || word == "Sources" || word == "Note" || word == "Notes")
}

// isCredit knows "Photo: Jane Hill".
func isCredit(s string) bool {
	word, rest, ok := strings.Cut(s, ": ")
	return ok && captions[strings.ToLower(word)] && len(rest) < 60
}

// isNumbers says whether a line is a row of numbers, perhaps with a word before them.
func isNumbers(s string) bool {
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 20 {
		return false
	}
	n := 0
	for _, w := range words {
		if strings.ContainsAny(w, "0123456789") && strings.Trim(w, "0123456789.,%+-–/$£€") == "" || w == "—" || w == "–" || w == "-" {
			n++
		}
	}
	return n >= 3 && n*3 >= len(words)*2
}

// hasColumns says whether a line falls into cells: between bars, tabs, or runs of spaces.
func hasColumns(s string) bool {
	if len(s) > 400 {
		return false
	}
	if strings.Count(s, "|") >= 2 || s[0] == '|' || strings.Contains(s, "\t") || strings.Trim(s, "-=+| ") == "" && len(s) > 4 && strings.ContainsAny(s, "-=") {
		return true
	}
	gaps, short := 0, true
	for rest := s; ; {
		cell, after, ok := strings.Cut(rest, "  ")
		if tab, next, found := strings.Cut(rest, "\t"); found && len(tab) < len(cell) {
			cell, after, ok = tab, next, true
		}
		if ok && strings.HasSuffix(cell, ".") && len(cell) > 20 {
			return false // two spaces behind a sentence
		}
		short = short && len(cell) <= 60
		if !ok {
			return gaps >= 1 && short && (gaps >= 2 || strings.ContainsAny(s, "0123456789"))
		}
		gaps++
		rest = strings.TrimLeft(after, " \t")
	}
}

// isCaption knows "Table 2: Seats", "Figure 1. …", "Photo: …".
func isCaption(s string) bool {
	if len(s) > 400 {
		return false
	}
	for _, credit := range []string{" Photo: ", " Photograph: ", " Photos: ", " Picture: ", " Image: ", " Foto: ", "(Photo: ", "[Photo: ", " Credit: ", "(Photo by "} {
		if i := strings.LastIndex(s, credit); i > 0 && len(s)-i < 80 {
			return true
		}
	}
	if strings.HasPrefix(s, "![") && strings.HasSuffix(s, ")") {
		return true // a picture in Markdown
	}
	word, rest, ok := strings.Cut(strings.TrimLeft(s, "*_[("), " ")
	colon := strings.HasSuffix(word, ":")
	word = strings.ToLower(strings.TrimRight(word, ".:"))
	if !ok || !captions[word] {
		return false
	}
	if colon {
		return word != "table" && word != "box" || len(s) < 200
	}
	number, after, _ := strings.Cut(rest, " ")
	bare := strings.TrimRight(number, ".:)—–-|*_")
	if bare == "" || !digits(strings.ReplaceAll(bare, ".", "")) && strings.Trim(bare, "IVXLC") != "" && (len(bare) > 1 || bare[0] < 'A' || bare[0] > 'Z') {
		return false
	}
	// "Figure 1 shows that …" is a sentence.
	return number != bare || after == "" || first(after) == '—' || first(after) == '–' || !opensLower(after) && !endsSentence(s) || !opensLower(after) && !prose(s)
}

var captions = set("table figure fig photo photograph chart map box plate image picture illustration graph diagram exhibit caption tabelle abbildung tableau cuadro foto")
