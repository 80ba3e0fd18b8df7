package roles

import (
	"strconv"
	"strings"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/chains/naming"
	"hustings/stages/tokens"
)

// item is a word or a mention of a sentence.
type item struct {
	at         int // where it begins in the line's text
	start, end int32
	mention    int32 // -1 for a word
	kind       byte  // p for a person, q for a party or organisation, g for a place or people, o for anything else; 0 for a word
	word       string
	party      bool // known for a party, not an organisation that may be one
}

// line is a sentence as the patterns read it: words in small letters, one symbol a mention, a blank behind each.
//
//	<p4> , general secretary of the <q5> , spoke .
//
// Citations and note numbers are not in it.
type line struct {
	text  string
	items []item
	doc   *pipeline.Doc
}

// longest is how many bytes a word of a line may have; longer ones are no words.
const longest = 40

// newLine renders the tokens of one sentence and the mentions in it.
func newLine(d *pipeline.Doc, words []tokens.Token, mentions []chains.Mention) *line {
	l := &line{doc: d}
	var b strings.Builder
	add := func(x item, text string) {
		x.at, x.word = b.Len(), text
		b.WriteString(text)
		b.WriteByte(' ')
		l.items = append(l.items, x)
	}
	word := func(text string, start, end int32) {
		text = plain(text)
		if len(text) > longest || strings.ContainsAny(text, "<> ") || text == "" {
			text = "·"
		}
		add(item{start: start, end: end, mention: -1}, text)
	}
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.RegionKind == "anchor" || w.RegionKind == "citation" {
			continue
		}
		for len(mentions) > 0 && mentions[0].Last <= w.Token {
			mentions = mentions[1:]
		}
		if len(mentions) == 0 || mentions[0].First > w.Token {
			word(w.Text, w.Start, w.End)
			continue
		}
		m := mentions[0]
		last := min(i+int(m.Last-w.Token), len(words)) - 1 // its last token
		start, end := m.Start, m.End
		if w.Start < start {
			word(d.Slice(w.Start, start), w.Start, start) // ex-HP
		}
		for ; m.Type == "PERSON" && i < last && titles[strings.TrimSuffix(plain(words[i].Text), ".")]; i++ {
			word(words[i].Text, words[i].Start, words[i].End)
			start = words[i+1].Start
		}
		possessive := int32(0)
		if tail := plain(words[last].Text); tail == "'s" || tail == "'" {
			possessive = words[last].End - words[last].Start
		} else if strings.HasSuffix(tail, "'s") {
			possessive = 2
		}
		if words[last].End == end && end-possessive > start {
			end -= possessive
		}
		kind := kindOf(m.Type)
		add(item{start: start, end: end, mention: m.Mention, kind: kind, party: m.Type == "PARTY"}, "<"+string(kind)+strconv.Itoa(int(m.Mention))+">")
		if end < words[last].End {
			word(d.Slice(end, words[last].End), end, words[last].End) // 's, -led
		}
		if m.Form == "pronoun" && m.Type != "PERSON" {
			word("'s", end, end) // its
		}
		i = last
	}
	l.text = b.String()
	return l
}

func kindOf(kind string) byte {
	switch kind {
	case "PERSON":
		return 'p'
	case "PARTY", "ORG":
		return 'q'
	case "GPE", "LOC", "NORP":
		return 'g'
	}
	return 'o'
}

// plain is a word in small letters, its apostrophe straight.
func plain(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

// How many words and mentions before and after a person are read.
const (
	behind = 18
	ahead  = 28
)

// around gives the line before and after an item.
func (l *line) around(i int) (before, after string) {
	return l.text[l.items[max(0, i-behind)].at:l.items[i].at], l.text[l.at(i+1):l.at(min(len(l.items), i+1+ahead))]
}

// at is where an item begins; one past the last begins at the end.
func (l *line) at(i int) int {
	if i < len(l.items) {
		return l.items[i].at
	}
	return len(l.text)
}

// find gives the item that begins at a place of the text.
func (l *line) find(at, from int) int {
	for from > 0 && l.items[from-1].at >= at {
		from--
	}
	for from < len(l.items) && l.items[from].at < at {
		from++
	}
	return from
}

// word is the word of an item, or "" if there is none.
func (l *line) word(i int) string {
	if i < 0 || i >= len(l.items) {
		return ""
	}
	return l.items[i].word
}

func (l *line) kind(i int) byte {
	if i < 0 || i >= len(l.items) {
		return 0
	}
	return l.items[i].kind
}

// original is an item as the text has it.
func (l *line) original(i int) string {
	return naming.Fold(l.doc.Slice(l.items[i].start, l.items[i].end))
}
