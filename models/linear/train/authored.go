package main

import (
	"hustings/models/linear"
	"hustings/models/passages"
	"hustings/stages/tokens"
)

// mention is a marked mention of a text; byte offsets.
type mention struct {
	passages.Mention
	kind string // type
}

// authored reads the examples of one file of passages.
func authored(path string) ([]example, error) {
	all, err := passages.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []example
	for i := range all {
		p := &all[i]
		last := ""
		for _, x := range p.Paragraphs {
			text, mentions := written(p, x)
			examples, end := paragraph(text, mentions, last)
			last = end
			for _, e := range examples {
				e.passage, e.heldOut = p.ID, p.HeldOut()
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// written gives the text of a paragraph, with the mark of a note or of an item of a list.
func written(p *passages.Passage, x passages.Paragraph) (string, []mention) {
	lead := x.Lead
	if lead == "## " || lead == "> " {
		lead = ""
	}
	var out []mention
	for _, m := range x.Mentions {
		m.Start, m.End = m.Start+len(lead), m.End+len(lead)
		out = append(out, mention{m, p.Entity(m.Entity).Type})
	}
	return lead + x.Text, out
}

// unjudged is the label of an actor whose polarity is not marked.
const unjudged = -1

// paragraph makes an example of each PERSON, PARTY and ORG mention. before is the sentence before the paragraph; last is the
// paragraph's last one.
func paragraph(text string, mentions []mention, before string) (out []example, last string) {
	quoted := quotedBytes(text)
	for _, s := range tokens.Split(text) {
		var inside []mention
		for _, m := range mentions {
			if m.Start >= s.Start && m.End <= s.End {
				inside = append(inside, m)
			}
		}
		previous := before
		before = text[s.Start:s.End]
		if len(inside) == 0 {
			continue
		}
		words, places := cut(text[s.Start:s.End])
		span := func(m mention) [2]int { return wordsOf(places, m.Start-s.Start, m.End-s.Start) }
		for _, m := range inside {
			label := m.Polarity + 1
			switch m.kind {
			case "PERSON", "PARTY":
			case "ORG":
				label = unjudged
			default:
				continue
			}
			at := span(m)
			t := linear.Target{First: at[0], Last: at[1], Kind: m.kind, Named: !m.Described, Quoted: quoted[m.Start]}
			for _, o := range inside {
				switch {
				case o == m:
				case o.Entity == m.Entity:
					t.Same = append(t.Same, span(o))
				case !o.Described && o.kind != "NORP":
					t.Names = append(t.Names, span(o))
				}
			}
			p := prose{Text: before, Target: [2]int{m.Start - s.Start, m.End - s.Start}, Named: !m.Described, Entity: m.Entity, Before: previous, Voice: m.Voice}
			out = append(out, example{words: words, target: t, label: label, prose: p})
		}
	}
	return out, before
}
