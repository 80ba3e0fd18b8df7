package structure

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// anchorMark is the mark in a text that points to a note.
type anchorMark struct {
	start, end int
	number     int    // 0 for a sign
	name       string // of a sign or of a Markdown note
	sure, weak bool   // it can be nothing else: a raised digit, "[^1]"; it may be a decimal
	block      int
	note       int // the block of its note, -1 for none
}

// anchors finds the marks that point to notes, and ties them to the notes that have a number or sign.
//
// A digit that is stuck to a word is an anchor if it is the next one: "the treaty.8 Consequently" after anchor 7.
func (p *parser) anchors() {
	p.noted = map[int]bool{}
	if !p.listsSources() {
		for _, b := range p.blocks {
			if n := noteNumber(b.text(p.text)); b.kind == footnote && n > 0 {
				p.noted[n] = true
			}
		}
	}
	var found []anchorMark
	signs := map[string]bool{}
	for i, b := range p.blocks {
		if s := b.text(p.text); noteSign(s) != "" && (b.kind != list || !p.inList(i)) {
			signs[noteSign(s)] = true
		}
		switch b.kind {
		case boilerplate, bibliography, table:
		default:
			found = p.appendAnchors(found, i)
		}
	}
	notes := map[int]bool{} // the numbers that blocks begin with
	for _, b := range p.blocks {
		if b.kind == footnote || b.kind == paragraph || b.kind == list || b.kind == heading {
			if n := noteNumber(b.text(p.text)); n > 0 {
				notes[n] = true
			}
		}
	}
	raised := map[int]bool{}
	for _, m := range found {
		raised[m.number] = raised[m.number] || m.sure
	}
	last, sure := 0, 0
	kept := found[:0]
	for _, m := range found {
		switch {
		case m.name != "" && m.number == 0 && !m.sure:
			if !signs[m.name] {
				continue
			}
		case m.sure:
			sure++
			if m.number > 0 {
				last = m.number
			}
		case m.weak && !notes[m.number] && (m.number != last+1 || !raised[m.number+1]):
			continue
		case m.number == last+1, m.number > last && m.number <= last+3 && notes[m.number]:
			last = m.number
		default:
			continue
		}
		kept = append(kept, m)
	}
	p.marks = kept
	p.tieNotes()
	if sure > 0 {
		return
	}
	// Stuck digits alone are anchors only if notes have their numbers.
	tied, stuck := 0, 0
	for _, m := range p.marks {
		if m.number > 0 {
			stuck++
			if m.note >= 0 {
				tied++
			}
		}
	}
	if tied*2 >= stuck && tied >= 1 {
		return
	}
	kept = p.marks[:0]
	for _, m := range p.marks {
		if m.number == 0 {
			kept = append(kept, m)
		}
	}
	p.marks = kept
}

// listsSources says whether the text has a numbered list of references, so that "[3]" is a citation.
func (p *parser) listsSources() bool {
	for _, b := range p.blocks {
		if b.kind == bibliography && noteNumber(b.text(p.text)) > 0 {
			return true
		}
	}
	return false
}

// appendAnchors finds what may be an anchor in a block.
func (p *parser) appendAnchors(out []anchorMark, block int) []anchorMark {
	b := p.blocks[block]
	text := p.text
	from := b.start
	if b.kind == footnote {
		from += noteMark(text[b.start:b.end])
	}
	var stars [4]int // runs of so many asterisks before
	for i := from; i < b.end; i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			j := i
			for j < b.end && text[j] >= '0' && text[j] <= '9' {
				j++
			}
			if i > from && j-i <= 3 && c != '0' && p.stuck(from, i, j, b.end) {
				weak := i-2 >= from && text[i-2] >= '0' && text[i-2] <= '9'
				out = append(out, anchorMark{start: i, end: j, number: number(text[i:j]), weak: weak, block: block, note: -1})
			}
			i = j - 1
		case c == '[' && i+2 < b.end && text[i+1] == '^':
			if n := strings.IndexByte(text[i:min(b.end, i+40)], ']'); n > 2 && (i > b.start || !strings.HasPrefix(text[i+n:], "]:")) {
				name := text[i+2 : i+n]
				out = append(out, anchorMark{start: i, end: i + n + 1, number: number(name), name: name, sure: true, block: block, note: -1})
				i += n
			}
		case c == '[' && i > from:
			j := i + 1
			for j < b.end && text[j] >= '0' && text[j] <= '9' {
				j++
			}
			if j > i+1 && j < i+5 && j < b.end && text[j] == ']' && p.noted[number(text[i+1:j])] {
				out = append(out, anchorMark{start: i, end: j + 1, number: number(text[i+1 : j]), sure: true, block: block, note: -1})
				i = j
			}
		case c == '*':
			j := i
			for j < b.end && text[j] == '*' {
				j++
			}
			if i > from && j-i <= 3 && !unicode.IsSpace(rune(text[i-1])) && (j == b.end || strings.IndexByte(" \n,.);:", text[j]) >= 0) && stars[j-i]%2 == 0 {
				out = append(out, anchorMark{start: i, end: j, name: text[i:j], block: block, note: -1})
			}
			if j-i < len(stars) {
				stars[j-i]++
			}
			i = j - 1
		case c >= utf8.RuneSelf && (c == 0xC2 || c == 0xE2):
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case IsRaised(r):
				j := i
				value := 0
				for j < b.end {
					r, size := utf8.DecodeRuneInString(text[j:])
					if !IsRaised(r) {
						break
					}
					value = min(value*10+raisedValue(r), 1<<20)
					j += size
				}
				if i > from && !unit(text[max(from, i-6):i]) {
					out = append(out, anchorMark{start: i, end: j, number: value, sure: true, block: block, note: -1})
				}
				i = j - 1
			case r == '†' || r == '‡':
				if i > from {
					out = append(out, anchorMark{start: i, end: i + size, name: string(r), block: block, note: -1})
				}
				i += size - 1
			}
		}
	}
	return out
}

// stuck says whether the digits from i to j are stuck to a word or its full stop, as extraction leaves anchors.
func (p *parser) stuck(from, i, j, end int) bool {
	text := p.text
	if j < end && (wordByte(text[j]) || text[j] == '-' || text[j] == '%' || text[j] == '.' && j+1 < end && text[j+1] >= '0' && text[j+1] <= '9') {
		return false
	}
	at := i
	for at > from && strings.IndexByte(".,;:)\"'?!", text[at-1]) >= 0 {
		at--
	}
	if at == i || at == from {
		// "Moscow12": a word of small letters, not "G7" or "U2".
		for closing := range strings.SplitSeq("”|’|»", "|") {
			if strings.HasSuffix(text[from:i], closing) {
				return true
			}
		}
		n := i
		for n > from && text[n-1]|0x20 >= 'a' && text[n-1]|0x20 <= 'z' {
			n--
		}
		return i-n >= 3 && text[i-1] >= 'a' && (n == from || !wordByte(text[n-1]) && text[n-1] != '/' && text[n-1] != '-')
	}
	mark, before := text[at], text[at-1]
	if before >= '0' && before <= '9' { // "1948.8 The", which may be a decimal
		return at+1 == i && (mark == ',' && j < end && text[j] == ' ' || mark == '.' && (j == end || j+1 < end && (text[j] == ' ' || text[j] == '\n') && unicode.IsUpper(first(text[j+1:end]))))
	}
	if mark == '.' && before < utf8.RuneSelf && before != ')' && (at-2 < from || !wordByte(text[at-2])) {
		return false // "p.8"
	}
	if mark == ':' || mark == '\'' {
		return false
	}
	if word := text[strings.LastIndexAny(text[from:at], " \n(")+from+1 : at]; mark == '.' && len(word) <= 4 && shortened[strings.ToLower(word)] {
		return false
	}
	return before == ')' || before >= utf8.RuneSelf || before|0x20 >= 'a' && before|0x20 <= 'z'
}

var shortened = set("no nos art vol pp sec para fig ch chap cap jan feb mar apr jun jul aug sept sep oct nov dec nr pt tab")

// unit says whether what stands before raised digits is a unit of measure.
func unit(s string) bool {
	word := s[strings.LastIndexAny(s, " \n0123456789")+1:]
	return word == "m" || word == "km" || word == "cm" || word == "mm" || word == "ft" || word == "mi"
}

func raisedValue(r rune) int {
	switch r {
	case '¹':
		return 1
	case '²':
		return 2
	case '³':
		return 3
	}
	return int(r - '⁰')
}

func number(s string) int {
	n := 0
	if !digits(s) || len(s) > 6 {
		return 0
	}
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// noteMark gives the length of the number or sign that a note begins with, 0 without one.
func noteMark(s string) int {
	if strings.HasPrefix(s, "[^") {
		if i := strings.Index(s[:min(len(s), 40)], "]:"); i > 2 {
			return i + 2
		}
	}
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !IsRaised(r) {
			break
		}
		i += size
	}
	if i > 0 {
		return i
	}
	if sign := noteSign(s); sign != "" {
		return len(sign)
	}
	open := strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(")
	if open {
		i = 1
	}
	for i < len(s) && i < 5 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || open && i == 1 || i >= len(s) || !open && i > 3 {
		return 0
	}
	if s[i] == '.' || s[i] == ')' || s[i] == ']' || s[i] == ':' {
		i++
	}
	if i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		rest := strings.TrimLeft(s[i:], " \t\"“‘'(*_[")
		if r := first(rest); unicode.IsLetter(r) {
			return i
		}
		if volume, title, _ := strings.Cut(rest, " "); digits(volume) && len(volume) <= 3 && inCapitals(title[:min(len(title), 24)]) { // "3 2 Proceedings …": the second volume
			return i
		}
	}
	return 0
}

// noteNumber is the number that a note begins with, 0 without one.
func noteNumber(s string) int {
	n := 0
	for _, r := range s[:noteMark(s)] {
		switch {
		case IsRaised(r):
			n = n*10 + raisedValue(r)
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		}
	}
	return n
}

// noteSign is the asterisk or dagger that a note begins with.
func noteSign(s string) string {
	for _, sign := range []string{"†", "‡", "***", "**", "*"} {
		if rest, ok := strings.CutPrefix(s, sign); ok && rest != "" && rest[0] != '*' {
			rest = strings.TrimPrefix(rest, " ")
			if r := first(rest); unicode.IsLetter(r) || r == '“' || r == '"' {
				if sign[0] == '*' && strings.Contains(rest[:min(len(rest), 60)], sign) {
					return "" // emphasis
				}
				return sign
			}
		}
	}
	return ""
}

// tieNotes ties anchors to the notes that have their number or sign: each note to the last such anchor before it that
// has none yet, notes at the end of a text to the first. Blocks that begin with the number of an anchor become notes.
func (p *parser) tieNotes() {
	waiting := map[string][]int{} // anchors without a note, by name
	at := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		for at < len(p.marks) && p.marks[at].block < i {
			m := p.marks[at]
			key := m.key()
			waiting[key] = append(waiting[key], at)
			at++
		}
		s := b.text(p.text)
		switch b.kind {
		case footnote, paragraph, list, heading:
		default:
			continue
		}
		key := ""
		if strings.HasPrefix(s, "[^") {
			key = s[1:max(1, strings.Index(s[:min(len(s), 40)], "]:"))]
		} else if n := noteNumber(s); n > 0 {
			key = anchorMark{number: n}.key()
		} else {
			if key = noteSign(s); b.kind == list && p.inList(i) {
				key = ""
			}
		}
		open := waiting[key]
		if key == "" || len(open) == 0 {
			continue
		}
		m := open[len(open)-1]
		if b.kind != footnote {
			if b.kind == heading && (strings.Contains(firstField(s), ".") || titled(s) && !strings.HasSuffix(s, ".") || s[0] == '#') || b.kind == list && p.counted(i) && p.marks[m].number > 0 && !p.follows(i) {
				continue
			}
			b.kind = footnote
		} else if len(open) > 1 && i > p.marks[open[0]].block+60 {
			m = open[0]
		}
		p.marks[m].note = i
		if m == open[0] {
			waiting[key] = open[1:]
		} else {
			waiting[key] = open[:len(open)-1]
		}
	}
}

func firstField(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func (m anchorMark) key() string {
	if m.sure && m.name != "" {
		return "^" + m.name
	}
	if m.number > 0 {
		return string(rune('0'+m.number%10)) + "#" + string(rune(m.number))
	}
	return m.name
}

// counted says whether a block is one of several numbered items.
func (p *parser) counted(i int) bool {
	n := noteNumber(p.blocks[i].text(p.text))
	return i > 0 && p.blocks[i-1].kind == list && noteNumber(p.blocks[i-1].text(p.text)) == n-1 ||
		i+1 < len(p.blocks) && p.blocks[i+1].kind == list && noteNumber(p.blocks[i+1].text(p.text)) == n+1
}

// follows says whether the block is the next note after the last one that was tied.
func (p *parser) follows(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if p.blocks[j].kind == footnote {
			return noteNumber(p.blocks[j].text(p.text)) == noteNumber(p.blocks[i].text(p.text))-1
		}
	}
	n := noteNumber(p.blocks[i].text(p.text))
	from := sort.Search(len(p.marks), func(k int) bool { return p.marks[k].block >= i-8 })
	for _, m := range p.marks[from:] {
		if m.block >= i {
			break
		}
		if m.number == n && p.lines[p.blocks[i].first].page == p.lines[p.blocks[m.block].first].page {
			return true
		}
	}
	return false
}

// tie writes into the regions which note an anchor points to, and back.
func (p *parser) tie(regions []Span) {
	anchorAt := map[int]int{}
	noteAt := map[int]int{}
	for i, r := range regions {
		switch r.Kind {
		case anchor:
			anchorAt[r.Start] = i
		case footnote:
			noteAt[r.Start] = i
		}
	}
	for _, m := range p.marks {
		a, ok := anchorAt[m.start]
		if !ok || m.note < 0 {
			continue
		}
		if n, ok := noteAt[p.blocks[m.note].start]; ok {
			regions[a].Target, regions[n].Target = n, a
		}
	}
}

// tieByOrder ties notes without a number to anchors by their place between notes that have one: what stands between
// notes 5 and 7 is note 6.
func (p *parser) tieByOrder() {
	markOf := map[int]int{} // by note
	free := map[int]int{}   // anchors without a note, by number
	for i, m := range p.marks {
		if m.note >= 0 {
			markOf[m.note] = i
		} else if m.number > 0 && m.name == "" {
			free[m.number] = i
		}
	}
	last, open := 0, false // the number of the note before; it stops in the middle of a sentence
	var between []int
	tie := func(notes []int, from int) {
		for k, note := range notes {
			if m, ok := free[from+k]; ok && p.marks[m].block < note {
				p.marks[m].note = note
			}
		}
	}
	for i, b := range p.blocks {
		if b.kind != footnote {
			continue
		}
		s := b.text(p.text)
		goesOn := open && opensLower(s)
		open = isOpen(p.text[b.start:p.endOf(i)])
		m, tied := markOf[i]
		switch {
		case tied && p.marks[m].number > 0:
			if last == 0 || len(between) != p.marks[m].number-last-1 { // only those right above
				between = between[len(between)-p.notesAbove(i, len(between)):]
			}
			tie(between, p.marks[m].number-len(between))
			last, between = p.marks[m].number, nil
		case noteMark(s) == 0 && !goesOn:
			between = append(between, i)
		}
	}
	if last > 0 && len(between) <= 3 {
		tie(between, last+1)
	}
}

// notesAbove counts the notes right above a note, up to a number of them.
func (p *parser) notesAbove(i, most int) int {
	n := 0
	for i--; i >= 0 && n < most; i-- {
		switch p.blocks[i].kind {
		case footnote:
			n++
		case continued, boilerplate:
		default:
			return n
		}
	}
	return n
}
