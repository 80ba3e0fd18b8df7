// Package structure says what kind of text each stretch of a document is: a heading, a paragraph, a quotation, a
// citation, the bibliography, a note and the anchor that points to it, a byline, a list item, a table, a turn of a
// transcript or boilerplate.
//
// A document is lines (lines.go). Some lines tell by themselves what they are: what belongs to the page or the site
// (furniture.go, heads.go, mastheads.go, site.go), tables (tables.go), speakers' labels (turns.go), headings in capitals
// (headings.go). The others are joined to blocks (blocks.go), each of one kind, told by its own look and by what stands
// around it (kinds.go, with headings.go, bylines.go and setoff.go). Notes without a number are found by reading the blocks
// as pages, each some text and then its notes (pages.go); a paragraph that a page break, a note or a table interrupts goes
// on behind it, so that one region holds the whole and, inside it, what interrupts. Citations (citation.go, references.go),
// anchors (anchors.go) and quoted passages (quotations.go) are looked for inside blocks.
//
// All of it is linear in the length of the text.
package structure

import (
	"cmp"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/read"
)

// Stage makes the regions of a document.
var Stage = &pipeline.Stage{
	Name: "structure", Doc: "tells headings, paragraphs, quotations, citations, notes and boilerplate apart",
	Needs: []pipeline.Table{read.Documents},
	Makes: []pipeline.Table{Regions},
	Each: pipeline.Do(func(d *pipeline.Doc) error {
		regions := Parse(d.Text)
		rows := make([]Region, len(regions))
		for i, r := range regions {
			rows[i] = Region{Region: int32(i), Kind: r.Kind, Start: int32(d.Point(r.Start)), End: int32(d.Point(r.End)), Level: int32(r.Level), Page: int32(r.Page), Target: int32(r.Target)}
		}
		Regions.Add(d, rows...)
		return nil
	}),
}

// Span is one region in bytes.
type Span struct {
	Kind       string
	Start, End int // bytes, end exclusive
	Level      int // of a heading, from 1
	Page       int // from 1; 0 where the text has no page breaks
	Target     int // number of the region that it belongs to: of an anchor its note, of a note its anchor; -1 for none
}

// Parse finds the regions of a text: sorted by start, the longer first, nested or apart.
func Parse(text string) []Span {
	p := &parser{text: text, lines: splitLines(text)}
	p.margin, p.lines = margin(text, p.lines)
	noteLines(text, p.lines)
	labels(text, p.lines)
	furniture(text, p.lines)
	tables(text, p.lines)
	p.width, p.indent = wrapWidth(text, p.lines), usualIndent(p.lines)
	p.strongHeadings()
	p.cut()
	p.kinds()
	p.bibliography()
	p.anchors()
	p.pages()
	p.tieByOrder()
	p.join()
	p.quotations()
	levels(text, p.blocks)
	return p.spans()
}

// parser is the work on one text.
type parser struct {
	text   string
	lines  []line
	width  int // at which lines are wrapped, 0 if they are not
	indent int // the usual one
	blocks []block
	marks  []anchorMark // the anchors, by place
	noted  map[int]bool // the numbers of notes, so that "[3]" is an anchor; none where there is a numbered list of references
	quotes []Span       // quoted passages inside blocks
	margin []Span       // line numbers
}

// spans writes the blocks and what is inside them as regions.
func (p *parser) spans() []Span {
	var out []Span
	paged := len(p.lines) > 0 && p.lines[len(p.lines)-1].page > 0
	page := func(b block) int {
		if !paged {
			return 0
		}
		return p.lines[b.first].page + 1
	}
	for i, b := range p.blocks {
		if b.kind == continued || b.kind == ornament {
			continue
		}
		end := p.endOf(i)
		if b.kind == turn {
			end = p.turnEnd(i)
		}
		if b.kind == blockquote && p.lines[b.first].mark != angle {
			end = p.beforeCitation(b.start, end)
		}
		out = append(out, Span{b.kind, b.start, end, b.level, page(b), -1})
		if b.kind == turn {
			from := numberMark(b.text(p.text)[:b.label])
			out = append(out, Span{speaker, b.start + from, b.start + b.label, 0, page(b), -1})
		}
	}
	years := p.citesByYear()
	for i, b := range p.blocks {
		switch b.kind {
		case heading, boilerplate, bibliography, table, continued, ornament:
			continue
		}
		for ; i >= 0; i = p.blocks[i].next {
			if b.kind == footnote {
				out = references(out, p.text, p.blocks[i], page(b))
			}
			out = p.citations(out, p.blocks[i], page(b), years)
		}
	}
	out = append(append(out, p.quotes...), p.margin...)
	for _, m := range p.marks {
		out = append(out, Span{anchor, m.start, m.end, 0, 0, -1})
	}
	slices.SortStableFunc(out, func(a, b Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out = nest(out)
	if paged {
		spread(out)
	}
	p.tie(out)
	return out
}

// beforeCitation is where a quotation that is set off ends, if a citation follows its last sentence.
func (p *parser) beforeCitation(start, end int) int {
	s := p.text[start:end]
	s = strings.TrimRight(s, ".")
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") {
		return end
	}
	open := strings.LastIndexAny(s, "([")
	if open <= 0 || CitationAt(s, open) != len(s)-open {
		return end
	}
	if quote := strings.TrimRight(s[:open], " \n\t"); quote != "" && endsSentence(quote) {
		return start + len(quote)
	}
	return end
}

// spread gives regions without a page that of the region around them.
func spread(regions []Span) {
	last := 1
	for i := range regions {
		if regions[i].Page == 0 {
			regions[i].Page = last
		}
		last = regions[i].Page
	}
}

// nest drops what crosses a region that began before it, and a second region of the same kind and place.
func nest(regions []Span) []Span {
	out := regions[:0]
	var open []Span
	for _, r := range regions {
		for len(open) > 0 && open[len(open)-1].End <= r.Start {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 && (r.End > open[n-1].End || r.Start == open[n-1].Start && r.End == open[n-1].End && r.Kind == open[n-1].Kind) {
			continue
		}
		open = append(open, r)
		out = append(out, r)
	}
	return out
}
