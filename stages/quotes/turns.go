package quotes

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// turns makes a quotation of what each speaker of a transcript says at a time: one a run of blocks, so that a note or a
// running header between them is not among the speaker's words.
func (f *finder) turns() {
	label, own := -1, -1 // the block of the label at hand, or the name that a paragraph begins with in its place
	end := int32(0)
	next := 0 // the region to come
	var words span
	var answers []int // rows of quotations
	flush := func() {
		if words.last > words.first {
			who := nobody
			if own >= 0 {
				who = said{own, -1, -1, turn}
			} else if label >= 0 {
				if who = f.labelled(f.blocks[label].span); who.rule == answer {
					answers = append(answers, len(f.found))
				}
			}
			f.add("turn", words, "", who)
		}
		words = span{}
	}
	for i, p := range f.blocks {
		start := f.words[p.first].Start
		for next < len(f.regions) && f.regions[next].Start <= start {
			if r := f.regions[next]; r.Kind == "turn" {
				flush()
				label, own, end = -1, -1, r.End
			}
			next++
		}
		switch {
		case start >= end:
			flush()
			label, own = -1, -1
		case p.kind == "speaker":
			label, own = i, -1
		case p.kind == "turn" || p.kind == "paragraph" || p.kind == "list" || p.kind == "blockquote":
			if n := f.answerer(p); n >= 0 && label >= 0 {
				flush()
				label, own = -1, n
				words.first = int(f.names[n].Last) + 1
			} else if words.last != p.first {
				flush()
				words.first = p.first
			}
			words.last = p.last
		default:
			flush()
		}
	}
	flush()
	if len(answers) == 0 {
		return
	}
	if n := f.interviewed(f.firstLabel()); n >= 0 {
		for _, i := range answers {
			f.found[i].SpeakerName, f.found[i].Probability = int32(n), shares[answer] //nolint:gosec // rows of names
		}
	}
}

// labelled is who a speaker's label names or stands for: "Ms ORU (Harbour Party):", "ORU:", "PO:" for the Pio Oru that the text
// names elsewhere, "A." for who is interviewed, "The Minister:".
func (f *finder) labelled(label span) said {
	if n := f.nameIn(label, label.first, label.last-label.first); n >= 0 {
		return said{n, -1, -1, turn}
	}
	word, at := "", -1
	words := 0
	for i := label.first; i < label.last && f.text(i) != "("; i++ {
		if letter(f.text(i)) {
			word, at = f.text(i), i
			words++
		}
	}
	switch {
	case words == 1 && (word == "A" || word == "Answer" || word == "A."):
		return said{-1, -1, -1, answer}
	case words == 0 || utf8.RuneCountInString(word) < 2:
		return nobody
	}
	for i, n := range f.names {
		if n.Type != "PERSON" || words > 2 {
			continue
		}
		parts := strings.Fields(n.Text)
		if len(parts) > 0 && (strings.EqualFold(parts[len(parts)-1], word) || len(parts) > 1 && words == 1 && initials(parts) == strings.ReplaceAll(word, ".", "")) {
			return said{i, -1, -1, turn}
		}
	}
	return said{-1, at, -1, turn}
}

// interviewed is who answers in an interview whose answers do not say: who has a label with a name, else who is named above the first
// question, else who is addressed by name in a question; -1 if nobody is. first is where the questions begin.
func (f *finder) interviewed(first int) int {
	for _, q := range f.found {
		if q.Kind == "turn" && q.SpeakerName >= 0 {
			return int(q.SpeakerName)
		}
	}
	for i, n := range f.names {
		if n.Type != "PERSON" {
			continue
		}
		if int(n.First) < first {
			return i
		}
		if next := f.text(int(n.Last)); (next == ":" || next == ".") && f.begins(int(n.First)) {
			return i // an answer with its speaker
		}
		// "Mr X, did you …", "…, Mr X?"
		before, after := f.text(int(n.First)-1), f.text(int(n.Last))
		if titles[strings.Trim(before, ".")] {
			before = f.text(int(n.First) - 2)
		}
		begins := before == "" || before == "—" || before == "–" || before == ":" || before == "Q" || before == "." || before == "*" || before == "**"
		if begins && after == "," || (before == "," || begins) && (after == "?" || after == ".") {
			return i
		}
	}
	return -1
}

var titles = set("Mr Mrs Ms Miss Dr Sir Lord Lady Professor Senator Minister President Comrade Captain Major General Colonel Sister Brother Señor Señora Madame Monsieur Herr Frau")

// answerer is the name in capitals that a paragraph begins with, before a stop: "LENA MARR. It had left me."; -1 if it does not.
func (f *finder) answerer(p paragraph) int {
	n := f.nameOf[p.first]
	if n < 0 || f.names[n].Type != "PERSON" || strings.ToUpper(f.names[n].Text) != f.names[n].Text || int(f.names[n].Last)+1 >= p.last {
		return -1
	}
	if next := f.text(int(f.names[n].Last)); next != "." && next != ":" {
		return -1
	}
	return int(n)
}

// begins says whether a paragraph begins at a token, a title aside.
func (f *finder) begins(at int) bool {
	for at > 0 && (titles[strings.Trim(f.text(at-1), ".")] || f.text(at-1) == "—" || f.text(at-1) == "–") {
		at--
	}
	i := sort.Search(len(f.blocks), func(i int) bool { return f.blocks[i].last > at })
	return i < len(f.blocks) && f.blocks[i].first == at
}

// firstLabel is where the first label of a transcript stands.
func (f *finder) firstLabel() int {
	for _, p := range f.blocks {
		if p.kind == "speaker" {
			return p.first
		}
	}
	return 0
}

// initials are the first letters of a name's words, in capitals.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}
