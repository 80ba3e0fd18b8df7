// Package structure says what kind of text each stretch of a document is: a heading, a paragraph, a quotation that is
// set off, a citation, the bibliography, a note, a byline, a list item or boilerplate.
//
// A document is lines; lines make blocks (a paragraph that is wrapped over lines is one block); each block is of one
// kind, told by its own look and by what stands around it; citations are looked for inside blocks. Everything is done
// in one pass over bytes, in linear time.
package structure

import (
	"slices"

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
			rows[i] = Region{Region: int32(i), Kind: r.Kind, Start: int32(d.Point(r.Start)), End: int32(d.Point(r.End)), Level: int32(r.Level)}
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
}

// Parse finds the regions of a text: sorted by start, the longer first, nested or apart.
func Parse(text string) []Span {
	blocks := classify(text, cut(text))
	var out []Span
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		out = append(out, Span{b.kind, b.start, b.end, b.level})
		if b.kind != heading && b.kind != boilerplate && b.kind != bibliography {
			out = appendCitations(out, text, b)
		}
	}
	slices.SortStableFunc(out, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return out
}

func appendCitations(out []Span, text string, b block) []Span {
	for at := b.start; at < b.end; {
		n := 0
		switch c := text[at]; {
		case c == '(' || c == '[':
			n = CitationAt(text[:b.end], at)
		case (c == 'I' || c == 'i') && (at == b.start || !wordByte(text[at-1])):
			n = ibidAt(text[:b.end], at)
		}
		if n == 0 {
			at++
			continue
		}
		if at > b.start || at+n < b.end { // a block that is nothing else keeps its own kind
			out = append(out, Span{citation, at, at + n, 0})
		}
		at += n
	}
	return out
}
