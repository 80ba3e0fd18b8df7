package quotes

// indirect finds what is reported without marks, sentence by sentence.
func (f *finder) indirect() {
	f.running = running{who: nobody, paragraph: -2}
	f.minutes = f.areMinutes()
	for i := 0; i < len(f.words); {
		j := i
		for j < len(f.words) && f.words[j].Sentence == f.words[i].Sentence && f.spoken[j] == f.spoken[i] {
			j++
		}
		f.reported(span{i, j})
		i = j
	}
}

// reported finds the reports of one sentence.
func (f *finder) reported(s span) {
	last := nobody // who spoke last in the sentence
	before := f.running
	if f.running.paragraph != f.sentences[f.words[s.first].Sentence].Paragraph {
		before = running{who: nobody}
	}
	paragraph := f.sentences[f.words[s.first].Sentence].Paragraph
	f.running = running{who: nobody, paragraph: paragraph}
	any := false
	from := s.first // behind the last quotation: no subject stands before it
	for v := s.first; v < s.last; v++ {
		if f.held[v] >= 0 {
			from = v + 1
			continue
		}
		if f.nameOf[v] >= 0 {
			continue
		}
		r, ok := f.reportAt(s, from, v, last)
		if !ok {
			continue
		}
		any = true
		if r.who.rule == author {
			last = r.who
			continue
		}
		if saying[f.low[v]] && (r.last >= s.last-1 || v >= r.last) {
			f.running.who, f.running.cue, f.running.length = r.who, r.cue, before.length+1
		}
		if r.who.known() {
			last = r.who
		}
		if saying[f.low[v]] && f.topic(s, v) {
			r.first = s.first
		}
		f.report(r)
	}
	if !any && before.who.known() && before.paragraph == paragraph && (before.length > 1 || f.minutes) && f.runsOn(s) {
		f.running = before
		who := before.who
		who.rule = goingOn
		f.report(report{s, who, before.cue})
	} else if !any && f.minutes && before.paragraph == paragraph {
		f.running = before
	}
}

// topic says whether a sentence first tells what the report is about: "As for the Y, X said that it …", "Of Y she said only that …".
func (f *finder) topic(s span, v int) bool {
	w := f.low[s.first]
	return w == "as" && s.first+1 < v && (f.low[s.first+1] == "for" || f.low[s.first+1] == "to") || w == "of" || w == "about"
}

// running is a report that the next sentence of its paragraph may go on with.
type running struct {
	who       said
	cue       string
	paragraph int32
	length    int // in sentences
}

// runsOn says whether a sentence goes on with what the one before it reports, its tense set back.
func (f *finder) runsOn(s span) bool {
	for i := s.first; i < s.last; i++ {
		if f.held[i] >= 0 || speakers[f.low[i]] {
			return false
		}
	}
	for i := s.first; i < s.last; i++ {
		if w := f.low[i]; w == "had" || w == "would" || f.minutes && (w == "was" || w == "were" || w == "did" || w == "could" || w == "should") {
			return true
		}
	}
	return false
}

// areMinutes says whether a document reports what one after the other said, as minutes do: three of its paragraphs or more, and a third
// of all, begin with a person and a verb of saying.
func (f *finder) areMinutes() bool {
	n, all := 0, 0
	for _, p := range f.blocks {
		if p.kind != "paragraph" && p.kind != "list" {
			continue
		}
		all++
		person := false
		for i := p.first; i < min(p.last, p.first+reach); i++ {
			if k := f.nameOf[i]; k >= 0 {
				person = person || f.names[k].Type == "PERSON" && i < p.first+6
				continue
			}
			if person && saying[f.low[i]] {
				n++
				break
			}
			if stop(f.low[i]) && i > p.first+4 || f.held[i] >= 0 {
				break
			}
		}
	}
	return n >= 2 && 5*n >= all
}
