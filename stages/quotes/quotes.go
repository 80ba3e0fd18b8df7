// Package quotes finds what somebody else says: stretches in quotation marks, quotations that are set off, and the
// turns of a transcript, each with the name of its speaker where the text gives it.
//
// A stretch in marks is a quotation if it has five words or more, or two and a reporting verb beside it, or ends as a
// sentence does; anything shorter is a title or a word that the author distances himself from, and stays his own.
package quotes

import (
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/names"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// Stage makes the quotations of a document.
var Stage = &pipeline.Stage{
	Name: "quotes", Doc: "finds quotations and who says them",
	Needs: []pipeline.Table{structure.Regions, tokens.Sentences, tokens.Tokens, names.Names},
	Makes: []pipeline.Table{Quotations},
	Each: pipeline.Do(func(d *pipeline.Doc) error {
		f := &finder{words: tokens.Tokens.Of(d), sentences: tokens.Sentences.Of(d), names: names.Names.Of(d), regions: structure.Regions.Of(d)}
		f.held = make([]bool, len(f.words))
		f.paragraphs()
		f.turns()
		f.unmarkedTurns()
		for i := range f.blocks {
			f.block(i)
		}
		rows := f.found
		slices.SortStableFunc(rows, func(a, b Quotation) int { return int(a.First - b.First) })
		for i := range rows {
			rows[i].Quote = int32(i)
		}
		Quotations.Add(d, rows...)
		return nil
	}),
}

// finder is the work on one document.
type finder struct {
	words     []tokens.Token
	sentences []tokens.Sentence
	names     []names.Name
	regions   []structure.Region

	blocks []paragraph
	found  []Quotation
	held   []bool // of each token: it is in a quotation that was found
	open   bool   // the last one goes on in the next paragraph
}

// paragraph is the sentences and tokens of one block of the text.
type paragraph struct {
	region int32
	kind   string
	span
	lastSentence int // number of its last sentence
}

// paragraphs groups the tokens by the block that they stand in.
func (f *finder) paragraphs() {
	for i := 0; i < len(f.words); {
		s := f.sentences[f.words[i].Sentence]
		j := i
		last := int(s.Sentence)
		for j < len(f.words) && f.sentences[f.words[j].Sentence].Paragraph == s.Paragraph && (s.Paragraph >= 0 || f.words[j].Sentence == s.Sentence) {
			last = int(f.words[j].Sentence)
			j++
		}
		kind := ""
		if s.Paragraph >= 0 {
			kind = f.regions[s.Paragraph].Kind
		}
		f.blocks = append(f.blocks, paragraph{s.Paragraph, kind, span{i, j}, last})
		i = j
	}
}

// fewest is the number of words from which a stretch in marks is a quotation whatever stands around it.
const fewest = 5

// block finds the quotations of one paragraph.
func (f *finder) block(i int) {
	p := f.blocks[i]
	defer func() { f.open = f.open && len(f.found) > 0 && int(f.found[len(f.found)-1].Last) == p.last }()
	switch {
	case p.kind == "blockquote":
		if !f.covered(p.span) {
			cue, who := f.setOff(i)
			f.add("block", p.span, cue, who)
		}
		return
	case p.kind == "bibliography" || f.covered(p.span):
		return
	}
	before, speaker := span{}, nobody
	for _, q := range quoted(f.words, p.first, p.last, func(at int) bool { return f.goesOnBelow(i, at) }) {
		n := 0
		for _, w := range f.words[q.first:q.last] {
			if letter(w.Text) {
				n++
			}
		}
		cue, who := f.speaker(p, q)
		if who.name < 0 && speaker.name >= 0 && f.goesOn(before, q, speaker) {
			cue, who = f.text(speaker.verb), said{speaker.name, speaker.verb, interrupted}
		}
		if who.name < 0 && q.first == p.first && i > 0 && f.open {
			last := f.found[len(f.found)-1]
			cue, who = last.Cue, said{int(last.SpeakerName), -1, interrupted}
		}
		f.open = q.last == p.last && !mark(f.text(q.last-1))
		if n >= fewest || n >= 2 && (cue != "" || f.ends(q)) {
			f.add("direct", q, cue, who)
			before, speaker = q, who
		}
	}
}

// goesOnBelow says whether a mark that is not closed in a paragraph opens a quotation of several: it stands where one
// begins, and the next paragraph opens with the same mark.
func (f *finder) goesOnBelow(i, at int) bool {
	if i+1 == len(f.blocks) || f.text(f.blocks[i+1].first) != f.text(at) {
		return false
	}
	before := f.text(at - 1)
	return at == f.blocks[i].first || before == ":" || before == "," || Reporting(strings.ToLower(before))
}

// goesOn says whether a quotation goes on after the one before it: “…,” X said, “…”, or “…” and “…” in one sentence.
func (f *finder) goesOn(before, q span, speaker said) bool {
	if q.first-before.last > reach {
		return false
	}
	if speaker.verb >= before.last && speaker.verb < q.first {
		return true
	}
	for i := before.last; i < q.first; i++ {
		if stop(f.text(i)) {
			return false
		}
	}
	return !f.ends(before)
}

// ends says whether a stretch in marks ends as a sentence does.
func (f *finder) ends(q span) bool {
	w := f.text(q.last - 2)
	return w == "." || w == "!" || w == "?" || w == "…"
}

func (f *finder) text(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Text
}

// covered says whether a quotation that was found reaches over a stretch.
func (f *finder) covered(p span) bool { return slices.Contains(f.held[p.first:p.last], true) }

func (f *finder) add(kind string, q span, cue string, who said) {
	row := Quotation{Kind: kind, Start: f.words[q.first].Start, End: f.words[q.last-1].End, First: int32(q.first), Last: int32(q.last), Cue: cue, SpeakerName: int32(who.name)}
	if who.name >= 0 {
		row.Probability = shares[who.rule]
	}
	f.found = append(f.found, row)
	for i := q.first; i < q.last; i++ {
		f.held[i] = true
	}
}
