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
	return f.announced(above)
}

// announced finds the speaker of what is set off below a paragraph: in its last sentence, "X wrote:", "from a letter of X:"; else, if it
// ends in a colon, in the one before: "X has written a pamphlet. It says:".
func (f *finder) announced(p paragraph) (string, said) {
	colon := f.text(p.last-1) == ":"
	end := p.last
	for n := 0; n < 2 && end > p.first; n++ {
		start := end - 1
		for start > p.first && !stop(f.text(start-1)) {
			start--
		}
		in := span{start, end}
		if who := f.ahead(in); who.known() {
			who.rule = introduced
			return f.text(who.verb), who
		}
		if who := f.author(in); who.known() {
			return "", who
		}
		who := f.main(start, end)
		if who.name >= 0 && f.names[who.name].Type != "PERSON" && n > 0 {
			who = nobody
		}
		if who.known() && (colon || who.name >= 0 && f.names[who.name].Type == "PERSON") {
			who.rule = introduced
			return "", who
		}
		if k := f.nameIn(in, end, 2*reach); k >= 0 && colon {
			return "", said{k, -1, -1, introduced}
		}
		if !colon {
			break
		}
		end = start
	}
	return "", nobody
}

// author is who has written or said what a stretch tells of: "signed by X", "a speech by X", "X's reply".
func (f *finder) author(in span) said {
	for i := in.last - 1; i > in.first; i-- {
		if (f.low[i] == "by" || f.low[i] == "of" || f.low[i] == "from") && f.nameOf[i] < 0 {
			if who := f.object(i+1, in.last); who.name >= 0 && f.names[who.name].Type == "PERSON" {
				who.rule = introduced
				return who
			}
		}
	}
	if n := f.nameOf[in.first]; n >= 0 && f.names[n].Type == "PERSON" && int(f.names[n].Last) < in.last && (f.text(int(f.names[n].Last)) == "'s" || f.text(int(f.names[n].Last)) == "’s") {
		return said{int(n), -1, -1, introduced}
	}
	return nobody
}
