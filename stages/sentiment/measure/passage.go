package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"hustings/models/passages"
)

// A case is an annotated passage as one document.
type passage struct {
	id       string
	text     string
	types    []string // of its entities
	mentions []mention
}

// mention is a marked mention; offsets in code points.
type mention struct {
	start, end int
	entity     int
	named      bool
	polarity   bool
	holder     int  // whose judgement it is, -1 for the author's
	quoted     bool // the holder's words are given: in marks, set off, or in a turn of a transcript
	marks      bool // it stands in quotation marks
}

// read makes a document of a passage.
func read(from *passages.Passage) passage {
	p := passage{id: from.ID}
	number := map[string]int{"": -1}
	for i, e := range from.Entities {
		number[e.ID] = i
		p.types = append(p.types, e.Type)
	}
	labels := 0 // two make a transcript, or one with a colon: a speech
	for _, x := range from.Paragraphs {
		if found := label.FindString(x.Text); found != "" {
			labels++
			if strings.HasSuffix(found, "):") {
				labels++
			}
		}
	}
	turn := -1 // whose turn of a transcript it is
	for i, x := range from.Paragraphs {
		if i > 0 {
			p.text += "\n\n"
		}
		p.text += x.Lead
		marks := inMarks(x.Text)
		labelled := 0
		if labels > 1 {
			labelled = len(label.FindString(x.Text))
		}
		said := labelled > 0 || x.Lead == "> "
		if said {
			turn = -1
			for _, m := range x.Mentions {
				who := m.Voice
				if m.Start < labelled && !strings.Contains(x.Text[:labelled], "?") {
					who = m.Entity
				}
				if who != "" && !marks[m.Start] {
					turn = number[who]
					break
				}
			}
		}
		start := utf8.RuneCountInString(p.text)
		for _, m := range x.Mentions {
			holder := number[m.Voice]
			p.mentions = append(p.mentions, mention{start: start + utf8.RuneCountInString(x.Text[:m.Start]), end: start + utf8.RuneCountInString(x.Text[:m.End]),
				entity: number[m.Entity], named: !m.Described, polarity: m.Polarity != 0, holder: holder,
				quoted: holder >= 0 && (marks[m.Start] || holder == turn || said && turn < 0), marks: marks[m.Start]})
		}
		p.text += x.Text
	}
	return p
}

// label is what a turn of a transcript begins with, a letter, or an answer's paragraph: a question in other type, or in the same one before a dash.
var label = regexp.MustCompile(`^(?:—|–|[QA]\.|[\p{L} ]{1,20}, ?— ?|\*\*[^*]*\?\*\*|\*[^*]*\?\*|[^?]*(?:\?|\.\.\.) — |(?:The |M\. |Mr\.? |Mrs\.? |Ms\.? |Miss |Dr\.? |Hon\. |Shri |SHRI |SMT )?[\p{L}.’'\- ]{1,40}(?:\([^)]*\)[.,]?)?(?:, [A-Z]+)?(?::| —|\. —|\.—)|[\p{Lu}.’'\- ]{4,40}\.)`)

// inMarks says of each byte of a paragraph whether it stands in double quotation marks. A mark that nothing closes counts where it
// opens the paragraph.
func inMarks(text string) []bool {
	out := make([]bool, len(text)+1)
	closing := map[rune]rune{'"': '"', '“': '”', '«': '»', '「': '」'}
	open, until := -1, rune(0)
	for i, r := range text {
		switch {
		case open < 0 && closing[r] != 0:
			open, until = i, closing[r]
		case open >= 0 && r == until:
			for k := open; k < i; k++ {
				out[k] = true
			}
			open = -1
		}
	}
	if open == 0 {
		for k := range out {
			out[k] = true
		}
	}
	return out
}
