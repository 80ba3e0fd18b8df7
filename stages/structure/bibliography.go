package structure

import "strings"

var bibliographies = phrases("references, bibliography, works cited, literature, literature cited, reference list, list of references, select bibliography, selected bibliography, further reading, sources, sources and literature, bibliographie, literatur, literaturverzeichnis, bibliografía, referencias, références, notes and sources, primary sources, secondary sources, works consulted, bibliography and further reading")

var backMatter = phrases("appendix, about the author, about the authors, acknowledgements, acknowledgments, notes, endnotes, annex, index, glossary, abbreviations, external links, see also")

// bibliography makes one region of the entries below a heading like "References": up to a heading behind which there is
// running text. Page furniture inside it stays inside; notes of the last pages cut it.
func (p *parser) bibliography() {
	inside, open := false, -1
	for i := 0; i < len(p.blocks); i++ {
		b := &p.blocks[i]
		s := b.text(p.text)
		title := strings.ToLower(strings.Trim(strings.TrimLeft(bare(s), "0123456789.IVX "), ":. "))
		switch {
		case (b.kind == heading || b.kind == paragraph && len(s) < 40 && b.first == b.last) && bibliographies[title]:
			b.kind, b.level = heading, 0
			inside, open = true, -1
			continue
		case !inside:
			continue
		case b.kind == heading && (backMatter[title] || opensPart(s)), b.kind == heading && !isEntry(s) && (s[0] == '#' || inCapitals(s) || titled(s) && p.proseFollows(i)):
			inside, open = bibliographies[title], -1
			continue
		case b.kind == boilerplate:
			continue
		case b.kind == footnote && noteMark(s) > 0 && !isEntry(s) && prose(s), !isEntry(s) && proseWords(s, 3) >= 3 && bullet(s) == 0:
			b.kind, open = footnote, -1
			if noteMark(s) == 0 && !p.noteBefore(i) {
				b.kind, inside = paragraph, false
			}
			continue
		}
		if open < 0 {
			b.kind, b.level, b.label = bibliography, 0, 0
			open = i
			continue
		}
		p.blocks[open].next = i
		b.kind = continued
		open = i
	}
}

// noteBefore says whether a note with a number stands a few blocks before.
func (p *parser) noteBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if p.blocks[j].kind == footnote {
			return true
		}
	}
	return len(p.blocks) > i+1 && isEntry(p.blocks[i+1].text(p.text))
}

// proseFollows says whether the block after a heading is running text rather than entries.
func (p *parser) proseFollows(i int) bool {
	for _, b := range p.blocks[i+1 : min(i+3, len(p.blocks))] {
		if s := b.text(p.text); !isEntry(s) && prose(s) {
			return true
		}
	}
	return false
}

// isEntry knows an entry of a bibliography: a name, a year, a publisher or an address near each other.
func isEntry(s string) bool {
	head := s[:min(len(s), 400)]
	if bullet(head) > 0 && !prose(head) || strings.Contains(head, "http") || strings.Contains(head, "doi") {
		return true
	}
	body := head[noteMark(head):]
	if strings.HasPrefix(body, "—") || strings.HasPrefix(body, "___") || strings.HasPrefix(body, "---") {
		return true
	}
	years := false
	for w := range strings.FieldsSeq(body) {
		if year(strings.Trim(w, "().,;:[]")) || strings.Trim(w, "().,;:[]") == "n.d" || strings.Trim(w, "().,;:[]") == "forthcoming" {
			years = true
			break
		}
	}
	comma := strings.IndexByte(body, ',')
	return years && (comma > 0 && comma < 40 && proseWords(body[:comma], 1) == 0 && !strings.ContainsAny(body[:comma], "0123456789") || strings.Contains(body, ": ")) && proseWords(head, 4) < 4
}
