package quotes

// setOff finds the speaker of a quotation that is set off: in the line "— X" that ends it, or in the sentence above it.
func (f *finder) setOff(i int) (string, said) {
	p := f.blocks[i]
	first := p.last - 1
	for first > p.first && first > p.last-reach && f.text(first) != "—" && f.text(first) != "–" {
		first--
	}
	if w := f.text(first); w == "—" || w == "–" {
		if n := f.nameIn(span{first, p.last}, first, nameNear); n >= 0 {
			return "", said{n, -1, -1, attributed}
		}
	}
	if i+1 < len(f.blocks) { // below it: "— Jane Hill, 1994"
		below := f.blocks[i+1].span
		for at := below.first; at < min(below.first+2, below.last); at++ {
			if w := f.text(at); w != "—" && w != "–" || below.last-below.first > reach {
				continue
			}
			if n := f.nameIn(below, at, nameNear); n >= 0 {
				return "", said{n, -1, -1, attributed}
			}
		}
	}
	if i == 0 || f.blocks[i-1].kind == "heading" {
		return "", nobody
	}
	above := f.blocks[i-1]
	if above.kind == "blockquote" && len(f.found) > 0 { // a quotation of several paragraphs
		last := f.found[len(f.found)-1]
		if last.Kind == "block" && int(last.Last) == above.last {
			return last.Cue, said{int(last.SpeakerName), int(last.SpeakerToken), -1, introduced}
		}
		return "", nobody
	}
	start := above.last - 1
	for start > above.first && !stop(f.text(start-1)) {
		start--
	}
	in := span{start, above.last}
	if who := f.ahead(in); who.known() {
		who.rule = introduced
		return f.text(who.verb), who
	}
	if f.text(above.last-1) == ":" {
		who := f.main(start, above.last)
		if !who.known() {
			who.name = f.nameIn(in, above.last, 2*reach)
		}
		who.rule = introduced
		return "", who
	}
	return "", nobody
}
