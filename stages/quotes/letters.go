package quotes

// letters finds the letters of a page of them: paragraphs from one that addresses the editor, "Sir, —", to the one that ends in a name behind
// a dash. A document that is one letter is its author's own.
func (f *finder) letters() {
	type letter struct {
		from, to int // blocks
		begin    int // the token behind the address
		signed   span
	}
	var all []letter
	begin, at := -1, -1
	for i, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" && p.kind != "speaker" && p.kind != "turn" {
			continue
		}
		if a := f.address(p.span); a >= 0 {
			begin, at = i, a
		}
		if begin < 0 {
			continue
		}
		if s := f.signature(p.span); s.first >= 0 {
			all = append(all, letter{begin, i, at, s})
			begin = -1
		}
	}
	if len(all) < 2 {
		return
	}
	for _, l := range all {
		who := said{f.nameIn(l.signed, l.signed.first, l.signed.last-l.signed.first), -1, -1, attributed}
		for i := l.signed.last - 1; i >= l.signed.first && who.name < 0 && who.token < 0; i-- {
			if noun(f.low[i]) {
				who.token = i
			}
		}
		for i := l.from; i <= l.to; i++ {
			words := f.blocks[i].span
			if i == l.from {
				words.first = l.begin
			}
			if i == l.to {
				words.last = l.signed.first - 1
			}
			if words.first < words.last && !f.covered(words) {
				f.add("turn", words, "", who)
			}
		}
	}
}

// address is where a letter begins behind "Sir,—", "Señor Director:", "Dear Editor,"; -1 if a paragraph does not begin so.
func (f *finder) address(p span) int {
	const longest = 6
	called := false
	for i := p.first; i < min(p.last-1, p.first+longest); i++ {
		called = called || addressed[f.low[i]]
		if w := f.text(i); called && (w == "," || w == ":" || w == "—" || w == ",—") {
			if next := f.text(i + 1); next == "—" || next == "–" {
				i++
			}
			return i + 1
		}
	}
	return -1
}

// signature is the name that ends a paragraph behind a dash; its first token is negative if none does.
func (f *finder) signature(p span) span {
	const longest = 16
	for i := p.last - 2; i > max(p.first, p.last-longest); i-- {
		if w := f.text(i); (w == "—" || w == "–") && (stop(f.text(i-1)) || mark(f.text(i-1))) {
			return span{i + 1, p.last}
		}
	}
	return span{-1, -1}
}

var addressed = set("sir sirs madam editor editors director chara señor señora monsieur comrades gentlemen")
