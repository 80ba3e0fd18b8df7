package structure

import (
	"strings"
	"unicode"
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
	s := sorter{parser: p, numbers: p.numbersParagraphs(), personal: p.isPersonal(), front: true}
	for i := range p.blocks {
		s.next(i)
		s.blocks[i].kind = s.kind()
		s.learn()
	}
}

// sorter goes over the blocks of a text and says of what kind each is.
type sorter struct {
	*parser
	numbers  bool // the text numbers its paragraphs
	personal bool // its author says "I" and "we"
	front    bool // no running text has been seen yet
	notes    bool // in a section of notes
	signed   bool // below "Yours sincerely,"

	headings int // seen

	i      int
	b      *block
	s      string // its text
	mark   mark   // of its first line
	before string // the kind of the block before
}

func (s *sorter) next(i int) {
	s.i, s.b = i, &s.blocks[i]
	s.s = s.b.text(s.text)
	s.mark = s.lines[s.b.first].mark
	s.before = ""
	if i > 0 {
		s.before = s.blocks[i-1].kind
		s.b.transcript = s.blocks[i-1].transcript || s.blocks[i-1].label > 0
	}
	if s.before == continued { // only bylines have been joined yet
		s.before = byline
	}
}

// kind is the kind of the block at hand: of what its lines tell, its mark, its place, its look, in this order.
func (s *sorter) kind() string {
	switch {
	case (s.before == list || s.before == footnote) && s.hangs():
		s.b.hung = true
		return s.before
	case s.b.label > 0:
		return turn
	case s.b.kind == heading && s.i+1 == len(s.blocks): // nothing that it could be the heading of
		return paragraph
	case s.i == 0 && isLetterhead(s.text, s.blocks):
		return boilerplate
	case s.b.kind != "": // told by its lines
		return s.b.kind
	case !strings.ContainsFunc(s.s, isWord):
		return ornament
	case s.mark == hash:
		return heading
	case s.mark == angle:
		return blockquote
	case s.mark == fence:
		return table
	case s.mark == note, IsRaised(first(s.s)) && len(s.s) > 4, s.notes && noteNumber(s.s) > 0:
		return footnote
	case s.goesOnByline():
		s.blocks[s.i-1].next = s.i
		return continued
	case s.isByline():
		return byline
	case s.mark == item && s.numbers && noteNumber(s.s) > 0 && !titled(s.s):
		return paragraph
	case s.isHeading():
		return heading
	case s.mark == item && s.numbers && noteNumber(s.s) > 0:
		return paragraph
	case s.mark == item && (bullet(s.s) > 0 || len(s.s) < longText || s.inList(s.i)):
		if s.notes {
			return footnote
		}
		return list
	case s.isSetOff():
		return blockquote
	}
	return paragraph
}

// learn keeps what the block says about those after it.
func (s *sorter) learn() {
	s.signed = isValediction(s.s) || s.signed && s.b.kind == byline
	switch {
	case s.b.kind == heading:
		s.headings++
		s.notes = noteSections[strings.ToLower(strings.Trim(strings.TrimLeft(bare(s.s), "0123456789. "), ":. "))]
	case s.b.kind == paragraph && len(s.s) > longestHeader:
		s.front = false
	}
}

var noteSections = phrases("notes, endnotes, footnotes, notes and references, notes to the text, references and notes, anmerkungen, notas, notes de fin")

// hangs says whether the block stands deeper than the list item or note before it, and so goes on with it.
func (s *sorter) hangs() bool {
	above := s.blocks[s.i-1]
	a, b := s.lines[above.first], s.lines[s.b.first]
	return s.b.kind == "" && s.b.label == 0 && b.mark == none && a.page == b.page && b.indent >= a.indent+2 && (a.mark == item || a.mark == note || above.hung)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numbersParagraphs says whether the text numbers its paragraphs, as records of meetings do: what has a number is long.
func (p *parser) numbersParagraphs() bool {
	n, length := 0, 0
	for _, b := range p.blocks {
		if s := b.text(p.text); p.lines[b.first].mark == item && s[0] >= '0' && s[0] <= '9' {
			n++
			length += len(s)
		}
	}
	return n >= 5 && length/n >= 160
}

// isPersonal says whether the author speaks in the first person in three blocks that are not in quotation marks.
func (p *parser) isPersonal() bool {
	n := 0
	for _, b := range p.blocks {
		if s := b.text(p.text); len(s) > 60 && b.label == 0 && !strings.ContainsAny(s[:4], "\"“‘«>") && firstPerson(s) {
			if n++; n >= 3 {
				return true
			}
		}
	}
	return false
}

// inList says whether a block that begins as a list item has a neighbour that does.
func (p *parser) inList(i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(p.blocks) && p.lines[p.blocks[j].first].mark == item
	}
	return near(i-1) || near(i+1)
}
