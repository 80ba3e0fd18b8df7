// Package quotes finds what somebody else says: stretches in quotation marks, quotations that are set off, and the
// turns of a transcript, each with the name of its speaker where the text gives it.
//
// A stretch in marks is a quotation if it has five words or more, or two and a reporting verb beside it, or ends as a
// sentence does; anything shorter is a title or a word that the author distances himself from, and stays his own.
// What is reported without marks is found by the verbs and nouns that report; such rows and quotations nest.
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
		f := &finder{interviewee: nobody, words: tokens.Tokens.Of(d), sentences: tokens.Sentences.Of(d), names: names.Names.Of(d), regions: structure.Regions.Of(d)}
		f.prepare()
		f.paragraphs()
		f.letters()
		f.turns()
		f.unmarkedTurns()
		f.dialogue()
		for i := range f.blocks {
			f.block(i)
		}
		f.indirect()
		rows := f.nested()
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

	low         []string // the tokens in small letters
	nameOf      []int32  // of each token: the name that covers it, -1 for none
	blocks      []paragraph
	found       []Quotation
	held        []int32 // of each token: the quotation in marks or set off that it is in, -1 for none
	spoken      []int32 // of each token: the turn that it is in, -1 for none
	minutes     bool    // it reports what one after the other said
	running     running // what the sentence at hand may go on with
	interviewee said    // who answers where the answers do not say
	open        bool    // the last one goes on in the next paragraph
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
	switch p.kind {
	case "blockquote":
		if !f.covered(p.span) {
			cue, who := f.setOff(i)
			if !who.known() && mark(f.text(p.first)) {
				who = f.introduced(i, p.span)
			}
			f.add("block", p.span, cue, who)
		}
		return
	case "bibliography":
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
		if !who.known() && speaker.known() && f.goesOn(before, q, speaker) {
			cue, who = f.text(speaker.verb), said{speaker.name, speaker.token, speaker.verb, interrupted}
		}
		if !who.known() && q.first == p.first && i > 0 && f.open {
			last := f.found[len(f.found)-1]
			cue, who = last.Cue, said{int(last.SpeakerName), int(last.SpeakerToken), -1, interrupted}
		}
		if !who.known() && who.rule != author && who.verb < 0 && f.spoken[q.first] < 0 {
			who = f.speaksOn(i, q, speaker)
		}
		f.open = q.last == p.last && !mark(f.text(q.last-1))
		if n >= fewest || f.shortQuotation(q, n, cue, who) {
			f.add("direct", q, cue, who)
			before, speaker = q, who
		}
	}
}

// shortQuotation says whether a stretch of few words is a quotation: it ends as a sentence does, or is introduced as what is said.
// “Countering ‘communism’” is not; nor is one word, but for “‘Traitors,’ said X”.
func (f *finder) shortQuotation(q span, words int, cue string, who said) bool {
	switch {
	case words == 0:
		return false
	case words == 1:
		return cue != "" && who.verb >= q.last && f.low[q.last-2] == ","
	case who.verb == q.first-1 && strings.HasSuffix(cue, "ing") && cue != "saying":
		return false
	}
	return cue != "" || who.rule == attributed || f.ends(q)
}

// goesOnBelow says whether a mark that is not closed in a paragraph opens a quotation of several: it stands where one
// begins, and the next paragraph opens with the same mark.
func (f *finder) goesOnBelow(i, at int) bool {
	if i+1 == len(f.blocks) || f.text(f.blocks[i+1].first) != f.text(at) {
		return false
	}
	before := f.text(at - 1)
	return at == f.blocks[i].first || before == ":" || before == "," || reporting(strings.ToLower(before))
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

// speaksOn guesses the speaker of a quotation that nothing says who says: who spoke before in the paragraph, else who is interviewed,
// else the subject of the sentence before.
func (f *finder) speaksOn(i int, q span, before said) said {
	p := f.blocks[i]
	switch {
	case before.known():
		before.rule = goingOn
		return before
	case f.interviewee.known():
		return f.interviewee
	}
	at := q.first - 1
	if q.first == p.first {
		return f.introduced(i, q)
	}
	from := max(p.first, at-3*longestPhrase)
	start := at
	for start > from && !stop(f.text(start-1)) {
		start--
	}
	if stop(f.text(at)) {
		for start = max(from, start-1); start > from && !stop(f.text(start-1)); start-- {
		}
	}
	for start < at && speakers[f.low[start]] {
		start++ // "I ask what he thinks."
	}
	who := f.main(start, at)
	if !who.known() || who.name >= 0 && f.names[who.name].Type != "PERSON" {
		return nobody
	}
	who.rule = goingOn
	return who
}

// introduced guesses who says a whole paragraph: who said the one above it, else who is named first there.
func (f *finder) introduced(i int, q span) said {
	if i == 0 || q.last < f.blocks[i].last-1 {
		return nobody
	}
	above := f.blocks[i-1]
	if k := f.held[above.last-1]; k >= 0 {
		if f.held[above.first] != k {
			return nobody
		}
		last := f.found[k]
		return said{int(last.SpeakerName), int(last.SpeakerToken), -1, goingOn}
	}
	for t := above.first; t < above.last; t++ {
		if n := f.nameOf[t]; n >= 0 && f.names[n].Type == "PERSON" {
			return said{int(n), -1, -1, goingOn}
		}
	}
	return nobody
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
func (f *finder) covered(p span) bool {
	in := func(q int32) bool { return q >= 0 }
	return slices.ContainsFunc(f.held[p.first:p.last], in) || slices.ContainsFunc(f.spoken[p.first:p.last], in)
}

func (f *finder) add(kind string, q span, cue string, who said) {
	row := Quotation{Kind: kind, Start: f.words[q.first].Start, End: f.words[q.last-1].End, First: int32(q.first), Last: int32(q.last), Cue: cue,
		SpeakerName: int32(who.name), SpeakerToken: int32(who.token)}
	if who.known() {
		row.Probability = shares[who.rule]
	}
	if in := f.held; kind != "indirect" {
		if kind == "turn" {
			in = f.spoken
		}
		for i := q.first; i < q.last; i++ {
			in[i] = int32(len(f.found))
		}
	}
	f.found = append(f.found, row)
}

// prepare lays out what is asked of each token.
func (f *finder) prepare() {
	f.held, f.spoken, f.nameOf, f.low = make([]int32, len(f.words)), make([]int32, len(f.words)), make([]int32, len(f.words)), make([]string, len(f.words))
	for i, w := range f.words {
		f.held[i], f.spoken[i], f.nameOf[i], f.low[i] = -1, -1, -1, strings.ToLower(w.Text)
	}
	for n, r := range f.names {
		for i := r.First; i < r.Last; i++ {
			f.nameOf[i] = int32(n)
		}
	}
}
