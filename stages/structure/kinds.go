package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of regions.
const (
	heading      = "heading"
	paragraph    = "paragraph"
	list         = "list"
	table        = "table"
	caption      = "caption"
	blockquote   = "blockquote"
	turn         = "turn"
	speaker      = "speaker"
	citation     = "citation"
	bibliography = "bibliography"
	footnote     = "footnote"
	anchor       = "anchor"
	byline       = "byline"
	boilerplate  = "boilerplate"

	ornament  = "ornament"  // a rule or a row of stars: no region
	continued = "continued" // a block that belongs to one before it
)

// kinds gives each block its kind by its own look and what stands around it.
func (p *parser) kinds() {
	text, blocks := p.text, p.blocks
	margin := usualIndent(p.lines)
	endnotes, front := false, true // in a section of notes; before the first running text
	numbers := p.numberedParagraphs()
	signed := false // below "Yours sincerely,"
	for i := range blocks {
		b := &blocks[i]
		s := b.text(text)
		b.transcript = i > 0 && (blocks[i-1].transcript || blocks[i-1].label > 0)
		before := ""
		if i > 0 {
			before = blocks[i-1].kind
		}
		if before == continued {
			before = byline
		}
		m := p.lines[b.first].mark
		switch {
		case (before == list || before == footnote) && p.hangs(i):
			b.kind, b.hung = before, true
		case b.label > 0:
			b.kind = turn
		case b.kind == heading && i+1 == len(blocks): // nothing that it could be the heading of
			b.kind = paragraph
		case i == 0 && isLetterhead(text, blocks):
			b.kind = boilerplate
		case b.kind != "": // told by its lines
		case !strings.ContainsFunc(s, isWord):
			b.kind = ornament
		case m == hash:
			b.kind = heading
		case m == angle:
			b.kind = blockquote
		case m == fence:
			b.kind = table
		case m == note || isRaised(first(s)) && len(s) > 4:
			b.kind = footnote
		case endnotes && noteNumber(s) > 0:
			b.kind = footnote
		case before == byline && b.first == blocks[i-1].last+1 && !p.lines[b.first].after && (isByline(s) || isAffiliation(s) || isDate(s)):
			b.kind = continued
			blocks[i-1].next = i
			blocks[i].kind = continued
		case before == byline && i > 3 && isDate(s) && blocks[i-1].kind == byline && i+5 > len(blocks):
			b.kind = continued
			blocks[i-1].next = i
		case before == paragraph && isName(s) && i+1 < len(blocks) && p.lines[b.first].after && !p.lines[blocks[i+1].first].after && p.lines[blocks[i+1].last].before && len(blocks[i+1].text(text)) < 40 && !endsSentence(blocks[i+1].text(text)) && blocks[i+1].kind == "" && i > 4:
			b.kind, b.next = byline, i+1
			blocks[i+1].kind = continued
		case isDateline(s):
			b.kind = byline
		case (signed || i*2 > len(blocks) && p.signers(i)) && isSigner(s):
			b.kind = byline
		case isSignature(text, blocks, i), isByline(s) && len(s) < 240 || front && isFrontMatter(s, before, blocks, i):
			b.kind = byline
		case !(m == item && numbers && noteNumber(s) > 0 && !titled(s)) && isHeading(text, p.lines, blocks, i):
			b.kind = heading
		case m == item && numbers && noteNumber(s) > 0:
			b.kind = paragraph
		case m == item && (bullet(s) > 0 || len(s) < longText || p.lists(i)):
			b.kind = list
		case p.isSetOff(i, margin):
			b.kind = blockquote
		default:
			b.kind = paragraph
		}
		signed = isValediction(s) || signed && b.kind == byline
		switch {
		case b.kind == heading:
			endnotes = noteSections[strings.ToLower(strings.Trim(strings.TrimLeft(bare(s), "0123456789. "), ":. "))]
		case endnotes && b.kind == list:
			b.kind = footnote
		case b.kind == paragraph && len(s) > longestHeader:
			front = false
		}
	}
}

var noteSections = phrases("notes, endnotes, footnotes, notes and references, notes to the text, references and notes, anmerkungen, notas, notes de fin")

// signers says whether a block and a neighbour are each a name and, behind a comma, what the person is.
func (p *parser) signers(i int) bool {
	roled := func(j int) bool {
		if j < 0 || j >= len(p.blocks) {
			return false
		}
		s := p.blocks[j].text(p.text)
		return strings.Contains(s, ",") && isSigner(s) && p.lines[p.blocks[j].first].mark == none
	}
	return roled(i) && (roled(i-1) || roled(i+1))
}

// hangs says whether a block stands deeper than the list item or note before it, and so goes on with it.
func (p *parser) hangs(i int) bool {
	a, b := p.lines[p.blocks[i-1].first], p.lines[p.blocks[i].first]
	return b.mark == none && b.label == 0 && p.blocks[i].kind == "" && a.page == b.page && b.indent >= a.indent+2 && (a.mark == item || a.mark == note || p.blocks[i-1].hung)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numberedParagraphs says whether the text numbers its paragraphs, as records of meetings do: what has a number is long.
func (p *parser) numberedParagraphs() bool {
	n, length := 0, 0
	for _, b := range p.blocks {
		if s := b.text(p.text); p.lines[b.first].mark == item && s[0] >= '0' && s[0] <= '9' {
			n++
			length += len(s)
		}
	}
	return n >= 5 && length/n >= 160
}

// lists says whether a block that begins as a list item has a neighbour that does.
func (p *parser) lists(i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(p.blocks) && p.lines[p.blocks[j].first].mark == item
	}
	return near(i-1) || near(i+1)
}

// isFrontMatter knows the author's name, affiliation and date near the top of a text, or below a headline.
func isFrontMatter(s, before string, blocks []block, i int) bool {
	if len(s) > 200 || i == 0 || i > 16 {
		return false
	}
	headed := before == heading || before == byline
	s = strings.Trim(s, "*_")
	switch {
	case headed && (isDate(s) || hasDate(s) && len(s) < longestHeader && !prose(s) && !endsSentence(strings.TrimRight(s, "*_"))):
		return true
	case headed && !inCapitals(s) && isName(strings.TrimRight(stripAnchors(s), "*†‡¹²³ ,")) && !opensPart(s):
		return true
	case before == byline && isAffiliation(s):
		return true
	}
	return false
}

func stripAnchors(s string) string { return strings.TrimRight(s, "0123456789") }

// isSetOff says whether a block is a quotation that is set off: indented against the text around it, or one long
// quotation in marks.
func (p *parser) isSetOff(i, margin int) bool {
	b := p.blocks[i]
	s := b.text(p.text)
	if isQuoted(s) {
		return true
	}
	if p.lines[b.first].mark == none && i > 0 && b.last > b.first-1 && (announces(p.blocks[i-1].text(p.text)) || speaksUp(p.blocks[i-1].text(p.text), s)) && p.blocks[i-1].kind == paragraph && len(s) >= 60 && !strings.HasSuffix(s, ":") {
		return true
	}
	// Every line stands in, two lines at least or one below a colon, and it is running text.
	if len(s) < 60 || !prose(s) {
		return false
	}
	for _, l := range p.lines[b.first : b.last+1] {
		if l.indent < margin+3 {
			return false
		}
	}
	return b.last > b.first || i > 0 && strings.HasSuffix(p.blocks[i-1].text(p.text), ":")
}

// announces says whether a paragraph ends by announcing words of somebody else's: "… the clause reads in full:".
func announces(s string) bool {
	rest, ok := strings.CutSuffix(strings.TrimRight(s, "—–- "), ":")
	if !ok {
		return false
	}
	words := strings.Fields(rest)
	for _, w := range words[max(0, len(words)-7):] {
		if announcing[strings.ToLower(strings.Trim(w, ",.;()\"'“”"))] {
			return true
		}
	}
	return false
}

// speaksUp says whether a block below a colon speaks in the first person, and the sentence above does not.
func speaksUp(above, s string) bool {
	if !strings.HasSuffix(strings.TrimRight(above, "—–- "), ":") || len(s) < 100 {
		return false
	}
	return firstPerson(s) && !firstPerson(above[max(0, len(above)-300):])
}

func firstPerson(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.Trim(w, ".,;:!?()“”‘’\"'") {
		case "I", "we", "We", "our", "Our", "us", "my", "My", "me", "ours", "ourselves", "myself", "I’m", "I've", "I’ve", "I'm", "we’re", "we've":
			return true
		}
	}
	return false
}

var announcing = set("terms reads read ran runs writes wrote written states stated declares declared says said argues argued recalls recalled puts put notes noted explains explained observed observes provides provided announced proclaims proclaimed full words text clause article follows resolution quotes quoted concluded concludes excerpt passage extract replied answered describes described remembers remembered memoir letter testimony witness testified recounts recounted relates")

// isQuoted says whether a block is one long quotation: marks at both ends, none that closes between, and more than a
// remark.
func isQuoted(s string) bool {
	if len(s) < 80 {
		return false
	}
	open, size := utf8.DecodeRuneInString(s)
	closing, ok := closingMarks[open]
	if !ok || len(strings.Fields(s)) < 20 {
		return false
	}
	end := quotationEnd(s, size, open, closing)
	if end < 0 {
		return false
	}
	return strings.Trim(s[end:], ".,; ") == ""
}

// isAttribution knows "— Jane Hill, 1994" behind a quotation.
func isAttribution(s string) bool {
	rest := strings.TrimLeft(s, "—–- \n")
	return rest != s && len(rest) < 100 && !prose(rest)
}
