package quotes

import (
	"slices"
	"strings"
)

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

// report is a reporting verb or noun with what depends on it.
type report struct {
	span
	who said
	cue string
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

// reportAt reads the report that turns on a word of a sentence; its subject is not before from.
func (f *finder) reportAt(s span, from, v int, last said) (report, bool) {
	w := f.low[v]
	word := func(i int) string {
		if i < s.first || i >= s.last {
			return ""
		}
		return f.low[i]
	}
	switch {
	case w == "according" && word(v+1) == "to":
		who := f.object(v+2, s.last)
		said := span{s.first, v}
		if v == s.first && who.known() { // what it is about comes behind
			said = span{f.phraseEnd(who, v+2), s.last}
		}
		who.rule = accordingTo
		return report{said, who.at(v), "according to"}, who.known()
	case opinions[w] && word(v+1) == "that" && !f.owned(v) && v+2 < s.last:
		who := last
		if !who.known() {
			who = f.main(from, v)
		}
		return report{span{v + 2, s.last}, who.at(v), w}, who.known()
	case opinions[w] && f.owned(v):
		who := f.owner(v, s.first)
		if !who.known() {
			return report{}, false
		}
		who = who.at(v)
		switch {
		case word(v+1) == "that":
			return report{span{v + 2, s.last}, who, w}, v+2 < s.last
		case f.low[max(s.first, v-1)] == "the" && word(v-2) == "in" || f.inView(s, v):
			return report{s, who, w}, true
		}
		return report{}, false
	case judgements[w] && v+1 < s.last && toward[f.low[v+1]]:
		who := nobody
		if f.owned(v) && f.low[v-1] != "the" {
			who = f.owner(v, s.first).at(v)
		} else if verb := f.passed(v, from); verb >= 0 && !f.isPassive(verb, s.first) {
			who = f.doer(from, verb, last)
		}
		end := v + 2
		for to := f.clauseEnd(v+2, s.last); end < to && (f.nameOf[end] >= 0 || !passive[f.low[end]]); {
			end++
		}
		return report{span{v + 2, end}, who, w}, who.known() || who.rule == author
	case particles[w] && word(v+1) == "that" && v > s.first:
		verb := v - 1
		for verb > max(s.first, v-5) && !stating[f.low[verb]] {
			verb--
		}
		if !stating[f.low[verb]] {
			return report{}, false
		}
		who := f.doer(from, verb, last)
		return report{span{v + 2, f.saidEnd(s, v, v+2)}, who, f.low[verb]}, v+3 < s.last && (who.known() || who.rule == author)
	case putting[w] && word(v+1) == "it" && f.asPut(v, from):
		who := f.subject(v, from)
		return report{s, who, w}, who.known()
	case thinking[w] && f.thinksOf(v+1, s.last):
		who := f.doer(from, v, last)
		return report{span{v + 1, f.clauseEnd(v+1, s.last)}, who, w}, who.known() || who.rule == author
	case judging[w] && (w != "thanks" || word(v+1) != "to"):
		if f.isNoun(v) {
			return report{}, false
		}
		if f.isPassive(v, s.first) {
			who := f.agent(v, f.clauseEnd(v+1, s.last))
			return report{span{f.clauseStart(v, s.first), f.clauseEnd(v+1, s.last)}, who.at(v), w}, who.known()
		}
		if linking[word(v+1)] { // "called for", "hailed from"
			return report{}, false
		}
		who := f.doer(from, v, last)
		end := f.clauseEnd(v+1, s.last)
		return report{span{v + 1, end}, who, w}, end > v+1 && (who.known() || who.rule == author)
	case regarding[w] && f.holdsAs(v, s.last):
		if f.isPassive(v, s.first) {
			who := f.agent(v, f.clauseEnd(v+1, s.last))
			return report{span{f.clauseStart(v, s.first), f.clauseEnd(v+1, s.last)}, who.at(v), w}, who.known()
		}
		who := f.doer(from, v, last)
		end := f.clauseEnd(v+1, s.last)
		return report{span{v + 1, end}, who, w}, end > v+1 && (who.known() || who.rule == author)
	case saying[w]:
		if f.isNoun(v) {
			return report{}, false
		}
		return f.clause(s, from, v, last)
	}
	return report{}, false
}

// passed is the verb by which a judgement is passed, "paid (warm) tribute"; -1 if none stands there.
func (f *finder) passed(v, from int) int {
	const near = 5
	for i := v - 1; i >= max(from, v-near) && !stop(f.low[i]) && f.low[i] != ","; i-- {
		if passing[f.low[i]] && f.nameOf[i] < 0 {
			return i
		}
	}
	return -1
}

// asPut says whether a verb ends "as X put it".
func (f *finder) asPut(v, from int) bool {
	who := f.subject(v, from)
	if !who.known() {
		return false
	}
	at := f.phraseStart(who, v)
	return at > from && f.low[at-1] == "as"
}

// thinksOf says whether a verb is followed by whom and what one thinks of him: "him a fool", "Y too mild", "them to be traitors".
func (f *finder) thinksOf(i, to int) bool {
	switch {
	case i+1 >= to || f.held[i] >= 0:
		return false
	case f.nameOf[i] >= 0:
		i = int(f.names[f.nameOf[i]].Last)
	case objects[f.low[i]]:
		i++
	default:
		return false
	}
	if i >= to {
		return false
	}
	w := f.low[i]
	return w == "a" || w == "an" || w == "too" || w == "so" || w == "very" || w == "more" || w == "less" || w == "guilty" || w == "unfit" ||
		w == "to" && i+1 < to && (f.low[i+1] == "be" || f.low[i+1] == "have") || f.held[i] >= 0 && f.nameOf[i] < 0
}

// clause reads what depends on a verb of saying.
func (f *finder) clause(s span, from, v int, last said) (report, bool) {
	w := f.low[v]
	if f.isPassive(v, s.first) {
		return report{}, false
	}
	// A parenthesis: "the party, X said, had lost"; "the party had lost, said X."
	if v > s.first+2 {
		var who said
		before, after := v, v+1
		if f.low[v-1] == "," || f.low[v-1] == "–" || f.low[v-1] == "—" {
			if who = f.object(v+1, s.last); who.known() {
				before, after = v-1, f.phraseEnd(who, v+1)
			}
		} else if who = f.subject(v, from); who.known() {
			if before = f.phraseStart(who, v); before > s.first {
				before--
			}
			if before > s.first && f.low[before] == "so" { // "as X said" agrees with him
				before--
			}
		}
		if who.rule == pronoun && after == v+1 { // "he complained to the office,"
			for after < min(v+8, s.last) && f.held[after] < 0 && f.low[after] != "," && !stop(f.low[after]) && f.low[after] != "that" {
				after++
			}
		}
		if who.known() && before > s.first && f.low[before] == "," && (f.held[before-1] < 0 || f.held[s.first] < 0) && !(after == v+1 && opensClause[f.low[s.first]] && (after >= s.last || stop(f.low[after]))) && (after >= s.last || f.low[after] == "," || stop(f.low[after])) {
			if after >= s.last || stop(f.low[after]) {
				return report{span{s.first, before}, who.at(v), w}, true
			}
			return report{s, who.at(v), w}, true
		}
	}
	const far = 12
	for i := v + 1; i < min(s.last, v+far) && f.held[i] < 0; i++ {
		x := f.low[i]
		if x == "," && f.insertion(i, s.last) > 0 {
			i = f.insertion(i, s.last)
			continue
		}
		if stop(x) || x == "," || i > v+1 && clauseWords[x] && x != "if" && x != "why" {
			break
		}
		if f.nameOf[i] < 0 && (x == "that" || x == "whether" || x == "if") && (x != "that" || i+1 >= s.last || i != v+1 || f.low[i+1] != ",") {
			who := f.doer(from, v, last)
			return report{span{i, f.saidEnd(s, v, i+1)}, who, w}, i+3 < s.last && (who.known() || who.rule == author)
		}
	}
	i := v + 1
	if i < s.last && f.low[i] == ":" && f.held[i] < 0 && i+1 < s.last && f.held[i+1] < 0 {
		who := f.doer(from, v, last)
		return report{span{i + 1, s.last}, who, w}, who.known() || who.rule == author
	}
	if i+1 < s.last && f.low[i] == "of" && f.low[s.last-1] != ":" {
		who := f.doer(from, v, last)
		return report{span{i + 1, s.last}, who, w}, who.known() || who.rule == author
	}
	if bare[w] && (from == s.first || f.held[v-1] < 0 && f.low[v-1] == "and") && i+1 < s.last && f.held[i] < 0 && (f.nameOf[i] >= 0 || subjects[f.low[i]] || determiners[f.low[i]]) {
		who := f.doer(from, v, last)
		return report{span{i, f.saidEnd(s, v, i)}, who, w}, who.known() || who.rule == author
	}
	return report{}, false
}

// insertion is the comma that ends an insertion before "that", "observed, rather coarsely, that"; 0 if there is none.
func (f *finder) insertion(i, to int) int {
	const longest = 12
	for j := i + 1; j+1 < min(to, i+longest) && f.held[j] < 0 && !stop(f.low[j]); j++ {
		if f.low[j] == "," {
			if f.low[j+1] == "that" {
				return j
			}
			return 0
		}
	}
	return 0
}

// saidEnd is where what a verb of saying reports ends: at a semicolon, if it does not go on behind it with "that"; at a comma, if the verb
// stands in a clause that another follows: "When X said that she had lost, Y laughed."
func (f *finder) saidEnd(s span, v, i int) int {
	to := min(s.last, i+longestReport)
	inner := f.subordinate(s.first, v)
	for ; i < to; i++ {
		if f.held[i] >= 0 {
			continue
		}
		that := i+1 < to && f.low[i+1] == "that" || i+2 < to && f.low[i+2] == "that"
		if inner && f.low[i] == "," || f.low[i] == ";" && !that {
			return i
		}
	}
	return to
}

// subordinate says whether the clause of a verb is one that begins the sentence and that the main clause follows.
func (f *finder) subordinate(from, v int) bool {
	if w := f.low[from]; w == "and" || w == "but" || w == "so" {
		from++
	}
	if f.held[from] >= 0 || !opensClause[f.low[from]] {
		return false
	}
	for i := from; i < v; i++ {
		if f.low[i] == "," {
			return false
		}
	}
	return true
}

// bare are the verbs that take a clause without "that".
var bare = set("said says say saying thinks thought think believed believes believe claimed claims argued argues insisted insists told tells felt feels hoped fears feared admitted conceded alleged alleges feel suggested")

// doer is the subject of a verb, or of the one before it that it goes on from.
func (f *finder) doer(from, v int, last said) said {
	if who := f.subject(v, from); who.known() || who.rule == author {
		return who
	}
	if last.known() || last.rule == author {
		return last.at(v)
	}
	return f.main(from, v).at(v)
}

// isNoun says whether a word that may be a verb is a noun where it stands: "the claims", "Hill's calls", "a report".
func (f *finder) isNoun(v int) bool {
	if v == 0 {
		return false
	}
	w := f.low[v-1]
	if n := f.nameOf[v-1]; n >= 0 {
		return bases[f.low[v]] && f.names[n].Type == "PERSON"
	}
	if bases[f.low[v]] && !helping[w] && !personal[w] && !speakers[w] && !relative[w] && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ly") && !people[w] && w != "and" {
		return true
	}
	return determiners[w] && w != "that" && w != "most" && w != "many" && w != "some" || w == "'s" || w == "’s" || w == "so" && f.low[v] == "called"
}

// inView says whether an opinion stands in "in X's view".
func (f *finder) inView(s span, v int) bool {
	for i := v - 2; i >= max(s.first, v-8); i-- {
		if f.low[i] == "in" {
			return true
		}
		if f.low[i] == "," {
			break
		}
	}
	return false
}

// clauseEnd is where the clause that goes on at a token ends.
func (f *finder) clauseEnd(i, to int) int {
	to = min(to, i+longestReport)
	for ; i < to; i++ {
		if f.nameOf[i] >= 0 {
			continue
		}
		if f.held[i] >= 0 { // a quotation belongs to it
			i = min(to, int(f.found[f.held[i]].Last)) - 1
			continue
		}
		switch w := f.low[i]; {
		case stop(w) || w == "," || w == ":" || w == "—" || w == "–" || w == ")":
			return i
		case w == "and" || w == "or":
			if i+1 < to && (reporting(f.low[i+1]) || personal[f.low[i+1]]) {
				return i
			}
		case clauseWords[w] && w != "as" && w != "than" && w != "so" && w != "since":
			return i
		}
	}
	return to
}

// clauseStart is where the clause of a verb begins.
func (f *finder) clauseStart(v, from int) int {
	from = max(from, v-longestReport)
	i := v
	for i > from {
		w := f.low[i-1]
		if f.nameOf[i-1] < 0 && (stop(w) || w == "," || w == ":" || w == "—" || w == "–" || w == "(" || clauseWords[w] || w == "that") || f.held[i-1] >= 0 {
			break
		}
		i--
	}
	return i
}

// phraseStart is where a subject that was found before a verb begins.
func (f *finder) phraseStart(who said, v int) int {
	i := v
	if who.token >= 0 {
		i = who.token
	} else if who.name >= 0 {
		i = int(f.names[who.name].First)
	}
	for i > 0 && f.nameOf[i-1] < 0 && (determiners[f.low[i-1]] || noun(f.low[i-1])) && v-i < reach {
		i--
	}
	return i
}

// phraseEnd is where a subject that was found behind a verb ends.
func (f *finder) phraseEnd(who said, i int) int {
	if who.name >= 0 && who.token < 0 {
		return int(f.names[who.name].Last)
	}
	if who.token >= 0 {
		return who.token + 1
	}
	return i
}

// longestReport is how many tokens a report reaches before and behind its verb, so that a sentence of nothing but verbs takes no longer.
const longestReport = 200

// report adds a row for what is reported; a quotation that reaches beyond it is no part of it.
func (f *finder) report(r report) {
	r.first, r.last = max(r.first, r.who.verb-longestReport), min(r.last, max(r.first, r.who.verb)+longestReport)
	if r.first >= r.last {
		return
	}
	for r.first < r.last && f.held[r.first] < 0 && (!letter(f.low[r.first]) || r.first+1 < r.last && f.low[r.first] == "that" && !noun(f.low[r.first+1])) && f.nameOf[r.first] < 0 {
		r.first++
	}
	for r.first < r.last && f.held[r.last-1] < 0 && !letter(f.low[r.last-1]) && f.low[r.last-1] != ")" {
		r.last--
	}
	if r.first == r.last || !f.tells(r.span) {
		return
	}
	if q := f.held[r.last-1]; q >= 0 && int(f.found[q].Last) > r.last {
		r.last = int(f.found[q].First)
	}
	if r.first < r.last {
		if q := f.held[r.first]; q >= 0 && int(f.found[q].First) < r.first {
			r.first = int(f.found[q].Last)
		}
	}
	if r.first < r.last {
		f.add("indirect", r.span, r.cue, r.who)
	}
}

// tells says whether a stretch says more than the quotations in it.
func (f *finder) tells(s span) bool {
	for i := s.first; i < s.last; i++ {
		if f.held[i] < 0 && letter(f.low[i]) && f.low[i] != "that" {
			return true
		}
	}
	return false
}

// nested gives the rows in their order, each cut to the one that it begins in.
func (f *finder) nested() []Quotation {
	rows := f.found
	slices.SortStableFunc(rows, func(a, b Quotation) int {
		if a.First != b.First {
			return int(a.First - b.First)
		}
		return int(b.Last - a.Last)
	})
	var open []int32 // where those around end
	for i := range rows {
		for len(open) > 0 && open[len(open)-1] <= rows[i].First {
			open = open[:len(open)-1]
		}
		if n := len(open); n > 0 && rows[i].Last > open[n-1] {
			rows[i].Last = open[n-1]
			rows[i].End = f.words[rows[i].Last-1].End
		}
		open = append(open, rows[i].Last)
	}
	return rows
}
