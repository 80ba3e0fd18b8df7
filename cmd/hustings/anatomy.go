package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// anatomyWidth is how many characters of text stand on a line.
const anatomyWidth = 96

// showAnatomy prints a document as it was taken apart: block by block as it stands in the text, with the kind of each
// block and the number of each sentence in the margin, and citations, anchors and quoted passages in ‹ ›.
func showAnatomy(ctx context.Context, w io.Writer, out, name string) error {
	id, doc, err := findDocument(ctx, out, name)
	if err != nil {
		return err
	}
	d := pipeline.NewDoc(id, doc.Text)
	regions, err := pipeline.ReadDoc(ctx, out, structure.Regions, id)
	if err != nil {
		return err
	}
	sentences, err := pipeline.ReadDoc(ctx, out, tokens.Sentences, id)
	if err != nil {
		return err
	}
	words, err := pipeline.ReadDoc(ctx, out, tokens.Tokens, id)
	if err != nil {
		return err
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s, %s, %s\n", id, count(utf8.RuneCountInString(doc.Text), "character"), count(len(regions), "region"), count(len(sentences), "sentence"))
	slices.SortStableFunc(words, func(a, b tokens.Token) int { return cmp.Compare(a.Start, b.Start) })
	v := view{doc: d, regions: regions, sentences: sentences, inline: inlineRegions(regions, sentences), out: &text, block: -2}
	for i := 0; i < len(words); {
		n := i
		for n < len(words) && words[n].Sentence == words[i].Sentence {
			n++
		}
		v.fragment(words[i:n])
		i = n
	}
	_, err = io.WriteString(w, text.String())
	return err
}

// findDocument finds a published document by its id, or by the end of it if that is the end of one alone.
func findDocument(ctx context.Context, out, name string) (id string, doc read.Document, err error) {
	var ids, similar []string
	exact := false
	err = pipeline.ReadDocs(ctx, out, read.Documents, func(have string, rows []read.Document) bool {
		ids = append(ids, have)
		ends := have == name || strings.HasSuffix(have, "/"+name) || strings.TrimSuffix(path.Base(have), path.Ext(have)) == name
		if ends && len(rows) == 1 {
			similar = append(similar, have)
			id, doc, exact = have, rows[0], have == name
		}
		return !exact
	})
	switch {
	case err != nil:
		return "", doc, err
	case exact || len(similar) == 1:
		return id, doc, nil
	case len(similar) > 1:
		return "", doc, usage{fmt.Errorf("explain: %q is more than one document: %s", name, strings.Join(similar, ", "))}
	}
	return "", doc, usage{fmt.Errorf("explain: no document %q in %q, which has %s; what could not be read is in the table rejects", name, out, some(ids))}
}

// some names the first few of a list.
func some(ids []string) string {
	const few = 6
	if len(ids) <= few {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:few], ", "), len(ids)-few)
}

// inlineRegions are the regions that stand inside sentences rather than hold them, sorted by start.
func inlineRegions(regions []structure.Region, sentences []tokens.Sentence) []structure.Region {
	blocks := map[int32]bool{}
	for _, s := range sentences {
		blocks[s.Paragraph] = true
	}
	var out []structure.Region
	for _, r := range regions {
		if !blocks[r.Region] {
			out = append(out, r)
		}
	}
	return out
}

// view is a document being printed.
type view struct {
	doc       *pipeline.Doc
	regions   []structure.Region
	sentences []tokens.Sentence
	inline    []structure.Region
	out       *strings.Builder
	block     int32 // the block printed last
}

// fragment prints a stretch of one sentence.
func (v *view) fragment(words []tokens.Token) {
	s := v.sentences[words[0].Sentence]
	label, depth := "", 0
	if s.Paragraph >= 0 {
		r := v.regions[s.Paragraph]
		label, depth = v.label(r), v.depth(r)
	}
	if s.Paragraph != v.block {
		v.out.WriteByte('\n')
	} else {
		label = ""
	}
	v.block = s.Paragraph
	number := strconv.Itoa(int(s.Sentence))
	if words[0].Start > s.Start {
		number = "…" + number // the sentence began above
	}
	if words[len(words)-1].End < s.End {
		number += "…"
	}
	body := v.marked(words[0].Start, words[len(words)-1].End)
	for i, line := range wrap(strings.Fields(body), anatomyWidth-2*depth) {
		if i > 0 {
			label, number = "", ""
		}
		fmt.Fprintf(v.out, "%-18s %6s │ %s%s\n", strings.Repeat("  ", depth)+label, number, strings.Repeat("  ", depth), line)
	}
}

func (v *view) label(r structure.Region) string {
	switch {
	case r.Kind == "heading":
		return "heading " + strconv.Itoa(int(r.Level))
	case r.Kind == "footnote" && r.Target >= 0:
		at := v.regions[r.Target]
		return "footnote to " + strings.Trim(v.doc.Slice(at.Start, at.End), "[]^")
	}
	return r.Kind
}

// depth is in how many regions a region stands.
func (v *view) depth(r structure.Region) int {
	n := 0
	for _, o := range v.regions[:r.Region] {
		if o.End > r.Start {
			n++
		}
	}
	return n
}

// marked is a stretch of the text with marks around the inline regions in it; a mark that the stretch does not close is
// closed in a later one.
func (v *view) marked(start, end int32) string {
	var out strings.Builder
	var open []structure.Region
	at := start
	upTo := func(to int32) {
		out.WriteString(printable(v.doc.Slice(at, to)))
		at = to
	}
	closeUpTo := func(to int32) {
		for len(open) > 0 && open[len(open)-1].End <= to {
			upTo(open[len(open)-1].End)
			out.WriteString("›")
			open = open[:len(open)-1]
		}
	}
	for len(v.inline) > 0 && v.inline[0].End <= start {
		v.inline = v.inline[1:]
	}
	for _, r := range v.inline {
		if r.Start >= end {
			break
		}
		if r.End <= start {
			continue
		}
		closeUpTo(r.Start)
		if r.Start >= start {
			upTo(r.Start)
			out.WriteString("‹" + r.Kind + ": ")
		}
		open = append(open, r)
	}
	closeUpTo(end)
	upTo(end)
	return out.String()
}

// printable leaves out what would steer a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, s)
}

// wrap breaks words into lines of at most a width, longer words apart.
func wrap(words []string, width int) []string {
	var lines []string
	line, length := "", 0
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		if length > 0 && length+1+n > max(width, 20) {
			lines = append(lines, line)
			line, length = "", 0
		}
		if length > 0 {
			line += " "
			length++
		}
		line += w
		length += n
	}
	return append(lines, line)
}
