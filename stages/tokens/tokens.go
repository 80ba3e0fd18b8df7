// Package tokens cuts a document into sentences and words.
//
// Blocks of text (paragraphs, headings, quotations: the outermost regions that structure tells apart) are cut into
// sentences by [Split], and these into tokens by [Words]. Every character that is not white space ends up in exactly
// one token, and a token's text is what stands at its place.
package tokens

import (
	"sort"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/structure"
)

// Stage makes the sentences and tokens of a document.
var Stage = &pipeline.Stage{
	Name: "tokens", Doc: "cuts text into sentences and words",
	Needs: []pipeline.Table{read.Documents, structure.Regions},
	Makes: []pipeline.Table{Sentences, Tokens},
	Each: pipeline.Do(func(d *pipeline.Doc) error {
		c := cutting{doc: d, regions: structure.Regions.Of(d)}
		c.blocks()
		Sentences.Add(d, c.sentences...)
		Tokens.Add(d, c.tokens...)
		return nil
	}),
}

// cutting is the work on one document.
type cutting struct {
	doc       *pipeline.Doc
	regions   []structure.Region
	sentences []Sentence
	tokens    []Token
	at, point int // a byte offset and its code point offset: offsets only go up, so each is counted from the last
}

// blocks goes over the outermost regions; text that stands in none is cut as a block of its own.
func (c *cutting) blocks() {
	done := int32(0)
	for i, r := range c.regions {
		if r.Start < done {
			continue // inside the one before
		}
		if r.Start > done {
			c.block(done, r.Start, -1)
		}
		c.block(r.Start, r.End, int32(i))
		done = r.End
	}
	c.block(done, 1<<30, -1)
}

// block cuts one block. The entries of a bibliography and the lines of boilerplate are cut at line breaks, for they
// need not end as sentences do.
func (c *cutting) block(start, end, region int32) {
	from, to := c.doc.Byte(int(start)), c.doc.Byte(int(end))
	text := c.doc.Text[from:to]
	kind := ""
	if region >= 0 {
		kind = c.regions[region].Kind
	}
	if kind == "heading" || kind == "byline" {
		c.sentence(from, to, region, kind)
		return
	}
	for _, l := range lines(text, kind == "bibliography" || kind == "boilerplate" || region < 0) {
		for _, s := range Split(text[l.Start:l.End]) {
			c.sentence(from+l.Start+s.Start, from+l.Start+s.End, region, kind)
		}
	}
}

// lines cuts a text at its line breaks, if asked to.
func lines(text string, cut bool) []Span {
	if !cut {
		return []Span{{0, len(text)}}
	}
	var out []Span
	start := 0
	for i := range len(text) {
		if text[i] == '\n' {
			out = append(out, Span{start, i})
			start = i + 1
		}
	}
	return append(out, Span{start, len(text)})
}

func (c *cutting) sentence(from, to int, region int32, kind string) {
	words := Words(c.doc.Text[from:to])
	if len(words) == 0 {
		return
	}
	n := int32(len(c.sentences))
	from, to = from+words[0].Start, from+words[len(words)-1].End
	base := from - words[0].Start
	for _, w := range words {
		start := c.pointOf(base + w.Start)
		c.tokens = append(c.tokens, Token{Token: int32(len(c.tokens)), Sentence: n, Start: start, End: c.pointOf(base + w.End), Text: c.doc.Text[base+w.Start : base+w.End]})
	}
	s := Sentence{Sentence: n, Start: c.tokens[len(c.tokens)-len(words)].Start, End: c.tokens[len(c.tokens)-1].End, Fragments: 1,
		Text: c.doc.Text[from:to], Paragraph: region, RegionKind: kind}
	if region >= 0 {
		s.RegionKind = c.innermost(region, s.Start, s.End)
	}
	c.sentences = append(c.sentences, s)
}

// innermost is the kind of the innermost region that a sentence begins in; a citation counts only if the sentence is
// nothing else.
func (c *cutting) innermost(region, start, end int32) string {
	kind := c.regions[region].Kind
	// Inner regions follow the outer one and are sorted by their start.
	inner := c.regions[region+1:]
	for _, r := range inner[:sort.Search(len(inner), func(i int) bool { return inner[i].Start > start })] {
		if r.End > start && (r.Kind != "citation" || r.End >= end) {
			kind = r.Kind
		}
	}
	return kind
}

// pointOf is the code point offset of a byte offset not before the last one asked for.
func (c *cutting) pointOf(at int) int32 {
	if at < c.at {
		c.at, c.point = 0, 0
	}
	for _, b := range []byte(c.doc.Text[c.at:at]) {
		if b&0xC0 != 0x80 { // not in the middle of a code point
			c.point++
		}
	}
	c.at = at
	return int32(c.point)
}
