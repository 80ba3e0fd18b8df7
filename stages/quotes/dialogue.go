package quotes

import "strings"

// unmarkedTurns finds turns where the text has too few for structure to call it a transcript: "Mr. X (Place): …", "X. — …",
// paragraphs that begin with a name and a colon or dash. One such paragraph alone is not a transcript.
func (f *finder) unmarkedTurns() {
	type found struct {
		words span
		name  int
	}
	var all []found
	for _, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" && p.kind != "blockquote" || f.covered(p.span) {
			continue
		}
		if w := f.text(p.first); w == "—" || w == "–" {
			continue // a dialogue
		}
		const opening = 16
		for i := p.first + 1; i < min(p.last, p.first+opening); i++ {
			w := f.text(i)
			dash := (w == "—" || w == "–") && (f.nameOf[i-1] >= 0 || f.low[i-1] == "." || f.low[i-1] == ")")
			if stop(w) && i > p.first+2 && f.nameOf[i-1] < 0 && f.low[i-1] != ")" || mark(w) {
				break
			}
			if w != ":" && !dash {
				continue
			}
			n := f.nameIn(span{p.first, i}, i, opening)
			if first := f.main(p.first, i); first.name >= 0 && f.names[first.name].Type == "PERSON" {
				n = first.name
			}
			far := 8 // a title stands before the name
			if dash {
				far = 2
			}
			if n >= 0 && f.names[n].Type == "PERSON" && int(f.names[n].First)-p.first <= far && i+1 < p.last && !mark(f.text(i+1)) {
				all = append(all, found{span{i + 1, p.last}, n})
			}
			break
		}
	}
	const few = 2
	if len(all) == 1 && f.labelledOnce(all[0].words, said{all[0].name, -1, -1, turn}) {
		return
	}
	if len(all) == 1 && f.opening(all[0].words.first-1) && len(f.found) == 0 {
		// One speaker alone, at the begin: a speech.
		for _, p := range f.blocks {
			switch {
			case p.last <= all[0].words.first || p.kind != "paragraph" && p.kind != "list":
			case p.first < all[0].words.first:
				f.add("turn", all[0].words, "", said{all[0].name, -1, -1, turn})
			default:
				f.add("turn", p.span, "", said{all[0].name, -1, -1, turn})
			}
		}
		return
	}
	if len(all) < few {
		return
	}
	for _, t := range all {
		f.add("turn", t.words, "", said{t.name, -1, -1, turn})
	}
}

// labelledOnce makes turns of an interview whose first answer alone has a label: from there on answer and question alternate,
// if more speaks for that than against it.
func (f *finder) labelledOnce(answer span, who said) bool {
	at := []int{}
	for i, p := range f.blocks {
		if p.last <= answer.first || p.kind != "paragraph" && p.kind != "list" {
			continue
		}
		if len(at) > 0 && (at[len(at)-1] != i-1 || f.covered(p.span)) {
			break
		}
		at = append(at, i)
	}
	const few = 5
	if len(at) < few || f.blocks[at[0]].last != answer.last || f.asking(at, 1) < len(at) || f.asking(at, 1) < 2*f.asking(at[1:], 1) {
		return false
	}
	for k := 0; k < len(at); k += 2 {
		words := f.blocks[at[k]].span
		words.first = max(words.first, answer.first)
		f.add("turn", words, "", who)
	}
	return true
}

// dialogue finds the turns of an interview without labels: paragraphs that begin with a dash, or questions that are set in
// another type, with their answers below.
func (f *finder) dialogue() {
	const few = 3
	var dashes, questions, plain []int
	var within []span // answers behind a question in the same paragraph
	for i, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" && p.kind != "heading" || f.covered(p.span) || p.last-p.first < 3 {
			continue
		}
		if i := f.answerWithin(p.span); i >= 0 {
			within = append(within, span{i, p.last})
		}
		switch w := f.text(p.first); {
		case w == "—" || w == "–":
			dashes = append(dashes, i)
		case (w == "*" || w == "**" || w == "_") && f.asked(p.span) >= 0:
			questions = append(questions, i)
		case f.text(p.last-1) == "?" && p.last-p.first < 3*longestPhrase:
			plain = append(plain, i)
		}
	}
	if len(questions) == 0 && len(plain) >= few && f.addressing(plain) {
		questions = plain
	}
	if len(dashes) >= few {
		f.dashes(dashes, len(questions) > 0)
		return
	}
	if len(within) >= few {
		who := said{f.interviewed(within[0].first), -1, -1, answer}
		for _, w := range within {
			f.add("turn", w, "", who)
		}
		return
	}
	if len(questions) < 2 || !f.putToSomebody(questions) {
		return
	}
	f.answers(questions)
}

// answers makes turns of what stands below questions, or behind them in their paragraph.
func (f *finder) answers(questions []int) {
	who := said{f.interviewed(f.blocks[questions[0]].first), -1, -1, answer}
	f.interviewee = who
	for k, i := range questions {
		p := f.blocks[i]
		end := f.asked(p.span)
		if end >= 0 && end < p.last && !mark(f.text(end)) {
			f.add("turn", span{end, p.last}, "", who)
		}
		to := min(i+2, len(f.blocks)) // how long the last answer is, nothing says
		if k+1 < len(questions) {
			to = questions[k+1]
		} else if end >= 0 && end < p.last {
			break
		}
		for j := i + 1; j < to; j++ {
			if b := f.blocks[j]; b.kind == "paragraph" && !f.covered(b.span) && !mark(f.text(b.first)) {
				f.add("turn", b.span, "", who)
			}
		}
	}
}

// addressing says whether paragraphs that are questions are put to somebody: no two follow each other, and half of them say "you".
func (f *finder) addressing(questions []int) bool {
	n := 0
	for k, i := range questions {
		if k > 0 && questions[k-1] == i-1 {
			return false
		}
		for _, w := range f.low[f.blocks[i].first:f.blocks[i].last] {
			if w == "you" || w == "your" {
				n++
				break
			}
		}
	}
	return 2*n >= len(questions)
}

// answerWithin is where the answer begins in a paragraph that holds a question and its answer: "Do you regret it? — No."; -1 if it does not.
func (f *finder) answerWithin(p span) int {
	for i := p.first + 1; i+1 < min(p.last, p.first+2*longestPhrase); i++ {
		if w := f.text(i); (w == "—" || w == "–") && (f.text(i-1) == "?" || f.text(i-1) == "…" || f.text(i-1) == "...") {
			return i + 1
		}
	}
	return -1
}

// dashes makes turns of paragraphs that begin with a dash: question and answer alternate, unless the questions are set in another type.
func (f *finder) dashes(at []int, answersOnly bool) {
	who := said{f.interviewed(f.blocks[at[0]].first), -1, -1, answer}
	for first := 0; first < len(at); {
		last := first + 1
		for last < len(at) && at[last] == at[last-1]+1 {
			last++
		}
		asks := 0 // which of two in turn asks
		if f.asking(at[first:last], 1) > f.asking(at[first:last], 0) {
			asks = 1
		}
		for k := first; k < last; k++ {
			speaker := nobody
			if (answersOnly || (k-first)%2 != asks) && who.name >= 0 {
				speaker = who
			}
			words := span{f.blocks[at[k]].first + 1, f.blocks[at[k]].last}
			if n := f.nameOf[words.first]; n >= 0 && f.names[n].Type == "PERSON" && f.text(int(f.names[n].Last)) == ":" && int(f.names[n].Last)+1 < words.last {
				words.first, speaker = int(f.names[n].Last)+1, said{int(n), -1, -1, turn}
			}
			f.add("turn", words, "", speaker)
		}
		first = last
	}
}

// asking counts how much speaks for it that every second one of some paragraphs, from the first or the second, asks, and that the others answer.
func (f *finder) asking(at []int, from int) int {
	n := 0
	if p := at[0] - 1; p >= 0 && f.text(f.blocks[p].last-1) == "?" && from == 1 {
		n += 2 // the first question stands above
	}
	for k, i := range at {
		p := f.blocks[i]
		asks := k%2 == from
		if asks && f.text(p.last-1) == "?" {
			n += 2
		}
		for j := p.first; j < min(p.last, p.first+longestPhrase); j++ {
			if w := f.low[j]; asks && (w == "you" || w == "your") || !asks && (w == "i" || w == "we" || w == "my" || w == "our") {
				n++
				break
			}
		}
	}
	return n
}

// putToSomebody says whether questions are put to somebody: one has "you" in it, or what follows speaks of itself.
func (f *finder) putToSomebody(questions []int) bool {
	first := f.blocks[questions[0]].first
	for _, w := range f.low[first:] {
		if w == "you" || w == "your" || w == "i" || w == "my" {
			return true
		}
	}
	return false
}

// asked is where the question ends that a paragraph begins with between asterisks; -1 if it does not.
func (f *finder) asked(p span) int {
	for i := p.first + 1; i < p.last; i++ {
		if w := f.text(i); (w == "*" || w == "**" || w == "_") && f.text(i-1) == "?" {
			return i + 1
		}
	}
	return -1
}

// opening says whether a label that ends at a token stands in the first paragraph and is marked as a speaker's by a bracket or capitals.
func (f *finder) opening(colon int) bool {
	for _, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" {
			continue
		}
		if colon >= p.last || f.text(colon) != ":" {
			return false
		}
		for i := p.first; i < colon; i++ {
			if w := f.text(i); w == ")" || len(w) > 3 && strings.ToUpper(w) == w {
				return true
			}
		}
		return false
	}
	return false
}
