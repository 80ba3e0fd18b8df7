package structure

import (
	"strings"
	"unicode"
)

// A block is a paragraph, a heading or whatever else stands by itself: one line or several that belong together.
type block struct {
	start, end  int // bytes, without white space at the ends
	first, last int // its lines, the last inclusive
	kind        string
	level       int
	label       int  // length of the speaker's label that it begins with
	hung        bool // it goes on with the list item or note before it
	transcript  bool // a turn stands before it
	listed      bool // its first line begins as a list item
	next        int  // the block that goes on with it behind an interruption, -1 for none
}

func (b block) text(text string) string { return text[b.start:b.end] }

// cut joins lines to blocks.
func (p *parser) cut() {
	text, lines := p.text, p.lines
	out := make([]block, 0, len(lines)/2+1)
	fenced, fences := false, 0
	for _, l := range lines {
		if l.mark == fence {
			fences++
		}
	}
	for i, l := range lines {
		was := fenced
		if l.mark == fence {
			fences--
			fenced = !fenced && fences > 0 // one that nothing closes holds nothing
		}
		if i > 0 && (was || p.joins(out[len(out)-1], i)) {
			b := &out[len(out)-1]
			b.end, b.last = l.end, i
			if isRule(text[l.start:l.end]) && lines[i-1].kind == heading {
				b.kind = heading
			}
			continue
		}
		out = append(out, block{start: l.start, end: l.end, first: i, last: i, kind: l.kind, label: l.label, listed: l.mark == item, next: -1})
	}
	for i := range out {
		b := &out[i]
		for b.last > b.first && text[lines[b.last].start:lines[b.last].end] == ">" { // a quotation's last, empty line
			b.last--
			b.end = lines[b.last].end
		}
	}
	p.blocks = out
}

// usualIndent is the indent of most lines.
func usualIndent(lines []line) int {
	counts := map[int]int{}
	best := 0
	for _, l := range lines {
		counts[l.indent] += l.end - l.start
		if n := counts[l.indent]; n > counts[best] || n == counts[best] && l.indent < best {
			best = l.indent
		}
	}
	return best
}

// joins says whether line i goes on with the block of the line before it.
func (p *parser) joins(b block, i int) bool {
	text, lines, width, margin := p.text, p.lines, p.width, p.indent
	before, l := lines[i-1], lines[i]
	s := text[before.start:before.end]
	switch {
	case l.kind == table && before.kind == table && l.page == before.page && isNumbers(text[l.start:l.end]) && !hasColumns(text[l.start:l.end]):
		return true
	case l.after || before.kind == boilerplate || l.kind == boilerplate:
		return false
	case isRule(text[l.start:l.end]) && b.first == b.last && before.kind == heading: // a setext heading
		return true
	case isRule(s) && before.kind == heading:
		return false
	case before.kind == table || l.kind == table:
		return before.kind == l.kind
	case l.kind == caption && before.kind == caption && isCredit(text[l.start:l.end]):
		return true
	case l.kind == caption && before.kind == caption && !isCaption(text[l.start:l.end]) && !strings.HasPrefix(text[l.start:l.end], "Source") && !strings.HasPrefix(text[l.start:l.end], "Note"):
		return true
	case l.mark == item && width > 0 && lines[b.first].mark != item && before.end-before.start >= width*8/10 && !endsSentence(s):
		return true // a number or a dash that the wrapping has put there
	case l.mark == hash || l.mark == item || l.mark == note || l.mark == fence || before.mark == hash || l.label > 0 || l.kind == caption || before.kind == caption:
		return false
	case l.mark == angle:
		return before.mark == angle
	case before.mark == angle:
		return width > 0 && lines[b.first].mark == angle // lazy continuation
	case (before.kind == heading || before.after) && isByline(text[l.start:l.end]) && !isByline(s):
		return false
	case before.kind == heading || l.kind == heading:
		return before.kind == l.kind && numbered(s) == 0 && numbered(text[l.start:l.end]) == 0
	case before.indent >= margin+3 && l.indent >= margin+3 && lines[b.first].indent >= margin+3 && lines[b.first].mark == none && (width == 0 || before.end-before.start < width*7/10) && !inCapitals(s):
		return true // verse that is set off
	case width == 0:
		return lines[b.first].mark == item && l.indent > lines[b.first].indent
	}
	if first := lines[b.first]; first.mark == item && l.indent < first.indent {
		return false
	}
	if b.first == b.last && before.after && l.before && strings.HasSuffix(s, ":") && titled(s) && titled(text[l.start:l.end]) && len(s) < longestHeader && !prose(s) {
		return true // a title and its second line
	}
	// Where the next word would have fitted, the line was ended on purpose.
	fits := before.end-before.start+1+strings.IndexAny(text[l.start:l.end]+" ", " \n") < width-2 && before.indent < margin+3
	full := before.end-before.start >= width*6/10
	starts := unicode.IsUpper(first(strings.TrimLeft(text[l.start:l.end], "\"'“‘(")))
	switch ended := endsSentence(s); {
	case l.indent >= before.indent+2 && l.indent > margin && lines[b.first].mark != item && (ended || strings.HasSuffix(s, ":")):
		return false // the first line of a paragraph, or of a quotation
	case l.indent+2 <= before.indent && b.last > b.first && before.indent >= margin+3 && ended:
		return false // an indented quotation is over
	case (!full || fits && starts) && ended:
		return false
	case !full && starts && b.first == b.last && i+1 < len(lines) && !lines[i+1].after && l.end-l.start >= width*7/10 && !dangling(s):
		return false // a title, a name or a date above a paragraph
	}
	return true
}

// isRule knows the line under a Markdown heading.
func isRule(s string) bool {
	return len(s) >= 3 && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// dangling says whether a stretch stops at a word that another must follow.
func dangling(s string) bool {
	s = strings.TrimRightFunc(s, IsRaised)
	if strings.HasSuffix(s, ",") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—") {
		return true
	}
	return wantsMore(s)
}

// wantsMore says whether the last word of a stretch is one that another must follow.
func wantsMore(s string) bool {
	return followedWords[strings.ToLower(s[strings.LastIndexAny(s, " \n\t\u00a0")+1:])]
}

var followedWords = set("a an the of and or but nor in on at to for from by with as into upon under over between among against through during without within about after before since until while that which who whom whose when where because if than so such both either neither not no is are was were be been being has have had will would shall should can could may might must do does did its his her their our my your this these those very more most less mr mrs ms dr")

// longText is the length from which a block is a paragraph whatever it looks like.
const longText = 2 * longestHeader

// usual are the marks that a heading or a name may stand in.
const dress = "\"'“”‘’*_`# \t"

func bare(s string) string { return strings.Trim(s, dress) }
