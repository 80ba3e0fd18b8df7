package main

import (
	"strings"

	"hustings/models/passages"
	"hustings/stages/tokens"
)

// documentOf cuts a passage into sentences and words with its names; name gives the text of a mention.
func documentOf(p *passages.Passage, name func(e *passages.Entity, surface string) string) document {
	d := document{source: "authored"}
	for _, x := range p.Paragraphs {
		var text strings.Builder
		type place struct{ start, end, kind int }
		var named []place
		at := 0
		for _, m := range x.Mentions {
			if m.Described {
				continue
			}
			e := p.Entity(m.Entity)
			text.WriteString(x.Text[at:m.Start])
			start := text.Len()
			text.WriteString(name(e, x.Text[m.Start:m.End]))
			named = append(named, place{start, text.Len(), int(typesOf(e.Type))})
			at = m.End
		}
		text.WriteString(x.Text[at:])
		all := text.String()
		for _, cut := range tokens.Split(all) {
			spans := tokens.Words(all[cut.Start:cut.End])
			words := make([]string, len(spans))
			for i, s := range spans {
				words[i] = all[cut.Start+s.Start : cut.Start+s.End]
			}
			s := newSentence(words)
			for _, m := range named {
				first, last := -1, -1
				for i, w := range spans {
					if cut.Start+w.Start < m.end && cut.Start+w.End > m.start {
						if first < 0 {
							first = i
						}
						last = i + 1
					}
				}
				if first >= 0 {
					s.mark(first, last, types(m.kind), false)
				}
			}
			d.sentences = append(d.sentences, s)
		}
	}
	return d
}

func asWritten(_ *passages.Entity, surface string) string { return surface }
