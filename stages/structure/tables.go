package structure

import "strings"

// tables marks the lines of tables, by their columns, and those of captions.
func tables(text string, lines []line) {
	for i := 0; i < len(lines); {
		if lines[i].kind != "" || lines[i].label > 0 {
			i++
			continue
		}
		s := text[lines[i].start:lines[i].end]
		if isCaption(s) || i > 0 && (lines[i-1].kind == caption || lines[i-1].kind == table) && (strings.HasPrefix(s, "Source:") || strings.HasPrefix(s, "Sources:") || strings.HasPrefix(s, "Note:") || strings.HasPrefix(s, "Notes:")) && len(s) < 300 {
			lines[i].kind = caption
			if i > 0 && !lines[i].after && lines[i-1].after && lines[i-1].kind == "" && isCredit(s) && !prose(text[lines[i-1].start:lines[i-1].end]) && lines[i-1].end-lines[i-1].start < longText {
				lines[i-1].kind = caption
			}
			wrapped := i+1 < len(lines) && !lines[i+1].after && !endsSentence(s) && len(s) > 40 && lines[i].after && lines[i+1].end-lines[i+1].start < len(s)
			i++
			if wrapped && !hasColumns(text[lines[i].start:lines[i].end]) && !strings.HasPrefix(text[lines[i].start:lines[i].end], "Source") {
				lines[i].kind = caption
				i++
			}
			continue
		}
		rows := 0
		for j := i; j < len(lines) && isNumbers(text[lines[j].start:lines[j].end]) && !hasColumns(text[lines[j].start:lines[j].end]) && lines[j].kind == ""; j++ {
			rows++
		}
		if rows >= 2 { // a table that extraction has flattened, with its head
			for j := i; j < i+rows; j++ {
				lines[j].kind = table
			}
			if i > 0 && lines[i-1].kind == "" && lines[i-1].mark == none && !prose(text[lines[i-1].start:lines[i-1].end]) && len(strings.Fields(text[lines[i-1].start:lines[i-1].end])) >= 3 && !endsSentence(text[lines[i-1].start:lines[i-1].end]) && lines[i-1].end-lines[i-1].start < longestHeader {
				lines[i-1].kind = table
			}
			i += rows
			continue
		}
		j := i
		for j < len(lines) && (j == i || !lines[j].after) && lines[j].kind == "" && hasColumns(text[lines[j].start:lines[j].end]) {
			j++
		}
		if j-i >= 2 || j-i == 1 && s[0] == '|' {
			for ; i < j; i++ {
				lines[i].kind = table
			}
			continue
		}
		i = max(j, i+1)
	}
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
