package structure

import (
	"math"
	"slices"
	"strings"

	"hustings/models/exact"
)

// pages tells which blocks are notes at the foot of a page although they have no number (extraction loses raised
// digits): it reads the blocks as pages, each some text and then its notes, in the way that costs least. Text that
// stops in the middle of a sentence wants to go on on the next page; an anchor wants a note; notes are short.
//
// A Viterbi search over (text or note, whether the last block of the other sort stopped in the middle of a sentence,
// how many anchors of the page still lack their note).
func (p *parser) pages() {
	marked := 0
	for _, b := range p.blocks {
		if b.kind == footnote {
			marked++
		}
	}
	if len(p.marks) < 2 || marked == 0 {
		return
	}
	anchors := make([]int, len(p.blocks))
	for _, m := range p.marks {
		anchors[m.block]++
	}
	texts, notes := p.usualLengths()
	paged := p.lines[len(p.lines)-1].page > 0
	var seq []pageBlock
	for i, b := range p.blocks {
		s := b.text(p.text)
		x := pageBlock{index: i, open: isOpen(s), lower: opensLower(s), wants: dangling(s), quotes: strings.ContainsRune("\"“‘«„'", first(s)), anchors: anchors[i]}
		if paged {
			x.page = p.lines[b.first].page + 1
		}
		x.asText, x.asNote = unlike(len(s), texts), unlike(len(s), notes)
		switch b.kind {
		case footnote:
			x.fixed = inNotes + 1
			rest := strings.TrimSpace(s[noteMark(s):])
			x.lower = false
			x.open = isOpen(rest)
		case paragraph, blockquote:
			x.pronoun = pronouns[firstWord(s)]
			x.source = startsAsSource(s)
			if p.lines[b.first].mark == angle {
				x.fixed = inText + 1
			}
		case boilerplate, caption, table, byline:
			continue
		case bibliography:
			p.label(seq)
			seq = seq[:0]
			continue
		default:
			x.fixed, x.open, x.lower = inText+1, false, false
		}
		seq = append(seq, x)
	}
	p.label(seq)
}

// usualLengths are the medians of the lengths of paragraphs and of the notes that have a number.
func (p *parser) usualLengths() (texts, notes int) {
	var a, b []int
	for _, x := range p.blocks {
		switch x.kind {
		case paragraph:
			a = append(a, x.end-x.start)
		case footnote:
			b = append(b, x.end-x.start)
		}
	}
	slices.Sort(a)
	slices.Sort(b)
	texts, notes = 500, 200
	if len(a) >= 4 {
		texts = a[len(a)/2]
	}
	if len(b) >= 4 {
		notes = b[len(b)/2]
	}
	return max(texts, notes), notes
}

// unlike is the cost of a length where another is usual: lengths are log-normal, their deviation .8.
func unlike(length, usual int) float64 {
	d := exact.Log(float64(length)/float64(usual)) / .8
	return min(d*d/2, 5)
}

const (
	inText = iota
	inNotes
)

const mostPending = 7

// pageBlock is what the search knows of a block.
type pageBlock struct {
	index          int
	open, lower    bool    // it stops in the middle of a sentence; it begins with a small letter
	wants, quotes  bool    // it stops at a word that another must follow; it begins with a quotation mark
	pronoun        bool    // it begins with one
	source         bool    // it begins as a reference does
	asText, asNote float64 // how unlike the length of a paragraph, or of a note, its own is
	anchors        int
	page           int // 0 where the text has no page breaks
	fixed          int // 1 + what it is for sure; 0 if that is to be found
}

var pronouns = set("They It This These He She His Her Their Its")

func startsAsSource(s string) bool {
	switch firstWord(s) {
	case "See", "Ibid", "ibid", "Cf", "cf", "Quoted", "Cited", "Op", "Interview", "For":
		return true
	}
	return false
}

// label finds the labels of a run of blocks and turns paragraphs into notes.
func (p *parser) label(seq []pageBlock) {
	const states = 2 * 2 * (mostPending + 1)
	if len(seq) == 0 {
		return
	}
	at := func(label, other, pending int) int { return (label*2+other)*(mostPending+1) + pending }
	cost := make([]float64, states)
	for i := range cost {
		cost[i] = math.Inf(1)
	}
	start := at(inText, 0, 0)
	cost[start] = 0
	back := make([][states]int16, len(seq))
	next := make([]float64, states)
	for i := range seq {
		for j := range next {
			next[j] = math.Inf(1)
		}
		for s, c := range cost {
			if math.IsInf(c, 1) {
				continue
			}
			label, other, pending := s/(2*(mostPending+1)), s/(mostPending+1)%2, s%(mostPending+1)
			for to := inText; to <= inNotes; to++ {
				if seq[i].fixed > 0 && seq[i].fixed-1 != to {
					continue
				}
				d, o, n := step(seq, i, label, other, pending, to)
				if t := at(to, o, n); c+d < next[t] {
					next[t] = c + d
					back[i][t] = int16(s)
				}
			}
		}
		cost, next = next, cost
	}
	best := -1
	for s, c := range cost {
		if c += unnoted * float64(s%(mostPending+1)); best < 0 || c < cost[best]+unnoted*float64(best%(mostPending+1)) {
			best = s
		}
	}
	goesOn := make([]bool, len(seq))
	for i := len(seq) - 1; i >= 0; i-- {
		if label := best / (2 * (mostPending + 1)); label == inNotes {
			b := &p.blocks[seq[i].index]
			fixed := b.kind == footnote
			b.kind = footnote
			if !fixed && i > 0 { // does it go on with the note before it?
				from := int(back[i][best])
				if fromNote := from / (2 * (mostPending + 1)); fromNote == inNotes && p.lines[b.first].page == p.lines[p.blocks[seq[i-1].index].last].page && (seq[i-1].open || seq[i].lower || seq[i].pronoun) {
					b.kind = continued
					goesOn[i] = true
				}
			}
		}
		best = int(back[i][best])
	}
	// What goes on with a note belongs to it.
	for i := 1; i < len(seq); i++ {
		if goesOn[i] {
			p.blocks[seq[i-1].index].next = seq[i].index
		}
	}
}

// unnoted is the cost of an anchor without a note on its page.
const unnoted = 1.5

// step gives the cost of one block's label, and the state after it.
func step(seq []pageBlock, i, label, other, pending, to int) (cost float64, newOther, newPending int) {
	b := seq[i]
	before := i > 0 && seq[i-1].open
	opened := 0
	if before {
		opened = 1
	}
	turned := b.page > 0 && i > 0 && seq[i-1].page != b.page
	pick := func(condition bool, yes, no float64) float64 {
		if condition {
			return yes
		}
		return no
	}
	switch {
	case to == inText && label == inText:
		wants := i > 0 && seq[i-1].wants
		cost = pick(b.lower, pick(before, -1, 3), pick(before && (!b.quotes || !wants), pick(wants, 2.5, 1.5), 0))
		newOther, newPending = other, min(mostPending, pending+b.anchors)
	case to == inText: // a new page
		cost = .5 + unnoted*float64(pending) + pick(b.lower, pick(other == 1, -3, 4), pick(other == 1, pick(b.quotes, -1, .5), 0))
		newOther, newPending = opened, min(mostPending, b.anchors)
	default:
		goesOn := false
		if label == inText { // the foot of a page
			if b.fixed == 0 {
				cost = pick(before, 1, pick(pending > 0, 2, 3.5))
			}
			goesOn = other == 1 && b.lower
			cost += pick(b.lower, pick(other == 1, -2, 2), pick(other == 1 && b.fixed == 0, 1, 0))
			newOther = opened
		} else {
			goesOn = before || b.pronoun
			cost = pick(b.lower, pick(before, -1, 2), pick(before && b.fixed == 0, .5, 0))
			newOther = other
		}
		newPending = pending
		switch {
		case b.fixed > 0:
			newPending = max(0, pending-1)
		case goesOn:
		case pending > 0:
			cost += 1
			newPending--
		case label == inNotes:
			cost += 1
		default:
			cost += 2.5
		}
		if b.fixed == 0 {
			cost += b.asNote
			if b.anchors > 0 { // notes have none
				cost += 3
			}
			if b.source {
				cost -= 2
			}
		}
	}
	if to == inText && b.fixed == 0 {
		cost += b.asText
	}
	switch { // a page begins with text and ends with notes
	case turned && label == inNotes && to == inNotes && b.fixed == 0:
		cost += 2
	case !turned && b.page > 0 && label == inNotes && to == inText:
		cost += 4
	}
	return cost, newOther, newPending
}

// join joins the pieces of paragraphs that a page break, a note, a table or page furniture interrupts.
func (p *parser) join() {
	for i := range p.blocks {
		if p.blocks[i].hung && i > 0 && (p.blocks[i].kind == list || p.blocks[i].kind == footnote) {
			p.blocks[i-1].next, p.blocks[i].kind = i, continued
		}
	}
	last := -1 // the piece that may go on
	interrupted := false
	for i := range p.blocks {
		b := &p.blocks[i]
		switch b.kind {
		case boilerplate, footnote, caption, table, continued:
			interrupted = true
			continue
		case paragraph, blockquote, list, turn:
		default:
			last, interrupted = -1, false
			continue
		}
		s := b.text(p.text)
		if last >= 0 && b.kind == paragraph || last >= 0 && b.kind == blockquote && p.blocks[last].kind == paragraph && interrupted {
			if p.goesOn(last, i, interrupted) {
				p.blocks[last].next = i
				b.kind = continued
			}
		}
		last, interrupted = i, false
		if !isOpen(s) || len(s) < 30 && b.kind != paragraph {
			last = -1
		}
	}
}

// goesOn says whether block i goes on with the sentence that block last stops in.
func (p *parser) goesOn(last, i int, interrupted bool) bool {
	a, b := p.blocks[last], p.blocks[i]
	s, t := a.text(p.text), b.text(p.text)
	interrupted = interrupted || p.lines[a.last].page != p.lines[b.first].page
	switch {
	case a.kind == blockquote && p.lines[a.first].mark == angle, p.lines[b.first].mark != none && p.lines[b.first].mark != item:
		return false
	case opensLower(t):
		return len(s) >= 40 || interrupted || !p.lines[b.first].after && len(strings.Fields(s)) >= 3
	case wantsMore(s), dangling(s) && interrupted:
		return len(s) >= 40
	case !interrupted || len(strings.Fields(s)) < 9:
		return false
	}
	// In the middle of a page only what is sure; behind an interruption a sentence that is not over goes on.
	return a.kind != list && !strings.HasSuffix(s, ")") && p.lines[b.first].mark == none
}
