// Package tokens cuts a document into sentences and words.
//
// A document is read block by block (block.go): a paragraph, a heading, a list item. What interrupts a block, a note, a
// running header, is read after it, so that a sentence that goes on behind it is whole; hyphens at the ends of lines are
// taken out where the joined word is known (hyphens.go). The text that is left is cut into sentences by [Split], and
// these into tokens by [Words]. Every character that is not white space ends up in exactly one token, and offsets are
// those of the document.
package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
		c := cutting{doc: d, text: d.Text, regions: structure.Regions.Of(d)}
		c.document()
		Sentences.Add(d, c.sentences...)
		Tokens.Add(d, c.tokens...)
		return nil
	}),
}

// cutting is the work on one document.
type cutting struct {
	doc       *pipeline.Doc
	text      string
	regions   []structure.Region
	known     map[string]bool // the words of the document, once a hyphen needs them
	sentences []Sentence
	tokens    []Token
	at, point int // a byte offset and its code point offset: offsets mostly go up, so each is counted from the last
}

// document goes over the outermost regions; text that stands in none is cut as a block of its own.
func (c *cutting) document() {
	done := int32(0)
	for i := 0; i < len(c.regions); {
		r := c.regions[i]
		if r.Start > done {
			c.bare(done, r.Start)
		}
		c.block(i)
		done = max(done, r.End)
		for i++; i < len(c.regions) && c.regions[i].Start < done; i++ {
		}
	}
	c.bare(done, int32(1<<30))
}

// bare cuts text that stands in no region.
func (c *cutting) bare(start, end int32) {
	from, to := c.doc.Byte(int(start)), c.doc.Byte(int(end))
	if strings.TrimSpace(c.text[from:to]) != "" {
		c.stretch(-1, []piece{{from: from, to: to, open: true}}, nil)
	}
}

// stretch cuts the pieces of one block into sentences and tokens. The entries of a bibliography, the rows of a table and
// the lines of boilerplate are cut at line breaks, for they need not end as sentences do; a heading is one sentence.
func (c *cutting) stretch(region int, pieces []piece, anchors []structure.Region) {
	kind := ""
	if region >= 0 {
		kind = c.regions[region].Kind
	}
	j := c.join(pieces, anchors)
	var cuts []Span
	switch kind {
	case "heading", "byline", "speaker":
		cuts = []Span{{0, len(j.text)}}
	default:
		for _, l := range lines(j.text, kind == "bibliography" || kind == "table" || kind == "boilerplate" || region < 0) {
			for _, s := range Split(j.text[l.Start:l.End]) {
				cuts = append(cuts, Span{l.Start + s.Start, l.Start + s.End})
			}
		}
	}
	inner := c.inside(region)
	for i, s := range cuts {
		words := Words(j.text[s.Start:s.End])
		first := len(c.tokens)
		for _, w := range words {
			from, to := s.Start+w.Start, s.Start+w.End
			for from < to {
				end := j.untilTaken(from, to)
				start := j.place(from)
				anchors = c.anchorsUpTo(anchors, start, &inner)
				c.token(start, j.placeEnd(end), j.text[from:end], &inner)
				from = end
			}
		}
		if limit := len(c.text); len(anchors) > 0 { // those right behind a sentence belong to it
			if i+1 < len(cuts) {
				limit = j.place(cuts[i+1].Start)
			}
			anchors = c.anchorsUpTo(anchors, limit, &inner)
		}
		c.sentence(first, region, kind)
	}
	if len(cuts) == 0 && len(anchors) > 0 {
		first := len(c.tokens)
		c.anchorsUpTo(anchors, len(c.text), &inner)
		c.sentence(first, region, kind)
	}
}

// anchorsUpTo adds the anchors that begin before a place as tokens, and returns the others.
func (c *cutting) anchorsUpTo(anchors []structure.Region, at int, inner *inner) []structure.Region {
	for len(anchors) > 0 {
		start := c.doc.Byte(int(anchors[0].Start))
		if start >= at {
			break
		}
		end := c.doc.Byte(int(anchors[0].End))
		c.token(start, end, c.text[start:end], inner)
		anchors = anchors[1:]
	}
	return anchors
}

func (c *cutting) token(start, end int, text string, inner *inner) {
	t := Token{Token: int32(len(c.tokens)), Sentence: int32(len(c.sentences)), Start: c.pointOf(start), End: c.pointOf(end), Text: text}
	t.RegionKind = inner.kind(t.Start)
	c.tokens = append(c.tokens, t)
}

// sentence makes the tokens from first on a sentence.
func (c *cutting) sentence(first, region int, kind string) {
	if first == len(c.tokens) {
		return
	}
	mine := c.tokens[first:]
	s := Sentence{Sentence: int32(len(c.sentences)), Start: mine[0].Start, End: mine[len(mine)-1].End, Paragraph: int32(region), RegionKind: mine[0].RegionKind}
	s.Text, s.Fragments = Text(c.doc, mine)
	if s.RegionKind == "citation" && mine[len(mine)-1].RegionKind != "citation" || s.RegionKind == "anchor" {
		s.RegionKind = kind
	}
	c.sentences = append(c.sentences, s)
}

// Text gives the text of successive tokens of one sentence, as it stands in the document, but without what interrupts
// the sentence and without the hyphens at line ends that were taken out; and in how many pieces it stands.
func Text(d *pipeline.Doc, tokens []Token) (text string, fragments int32) {
	fragments = 1
	joined := false
	for i, t := range tokens {
		joined = joined || quoteMark(d, t)
		if i > 0 && interrupted(d, tokens[i-1], t) {
			fragments++
		}
		if length := int(t.End - t.Start); length != len(t.Text) && length != utf8.RuneCountInString(t.Text) {
			joined = true
			if solid(d.Slice(t.Start, t.End)) > solid(t.Text)+1 { // a word that a page's end cut in two
				fragments++
			}
		}
	}
	if fragments == 1 && !joined {
		return d.Slice(tokens[0].Start, tokens[len(tokens)-1].End), 1
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && quoteMark(d, t) {
			continue
		}
		if i > 0 && quoteMark(d, tokens[i-1]) && i > 1 {
			b.WriteByte(' ')
		} else if i > 0 {
			if interrupted(d, tokens[i-1], t) {
				b.WriteByte(' ')
			} else {
				b.WriteString(d.Slice(tokens[i-1].End, t.Start))
			}
		}
		b.WriteString(t.Text)
	}
	return b.String(), fragments
}

// quoteMark says whether a token is the mark that Markdown puts before the lines of a quotation, and not the first.
func quoteMark(d *pipeline.Doc, t Token) bool {
	return t.Text == ">" && t.Start > 0 && d.Slice(t.Start-1, t.Start) == "\n"
}

// solid counts the characters that are not white space.
func solid(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// interrupted says whether something that is no part of the sentence stands between two tokens.
func interrupted(d *pipeline.Doc, a, b Token) bool {
	return b.Start > a.End+1 && strings.IndexFunc(d.Slice(a.End, b.Start), func(r rune) bool { return !unicode.IsSpace(r) }) >= 0
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

// pointOf is the code point offset of a byte offset.
func (c *cutting) pointOf(at int) int32 {
	if at < c.at {
		if c.at-at > 1<<12 {
			c.at, c.point = at, c.doc.Point(at)
			return int32(c.point)
		}
		for _, b := range []byte(c.text[at:c.at]) {
			if b&0xC0 != 0x80 { // not in the middle of a code point
				c.point--
			}
		}
		c.at = at
		return int32(c.point)
	}
	if at-c.at > 1<<12 {
		c.at, c.point = at, c.doc.Point(at)
		return int32(c.point)
	}
	for _, b := range []byte(c.text[c.at:at]) {
		if b&0xC0 != 0x80 {
			c.point++
		}
	}
	c.at = at
	return int32(c.point)
}
