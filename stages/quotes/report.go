package quotes

import "slices"

// report is a reporting verb or noun with what depends on it.
type report struct {
	span
	who said
	cue string
}

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

// reportAt reads the report that turns on a word of a sentence; its subject is not before from.
func (f *finder) reportAt(s span, from, v int, last said) (report, bool) {
	w, next := f.low[v], ""
	if v+1 < s.last {
		next = f.low[v+1]
	}
	switch {
	case w == "according" && next == "to":
		who := f.object(v+2, s.last)
		words := span{s.first, v}
		if v == s.first && who.known() { // what it is about comes behind
			words = span{f.phraseEnd(who, v+2), s.last}
		}
		who.rule = accordingTo
		return report{words, who.at(v), "according to"}, who.known()
	case judgements[w] && toward[next]:
		return f.passedOn(s, from, v, last)
	case opinions[w] && (next == "that" || f.owned(v)):
		return f.opinion(s, from, v, last)
	case particles[w] && next == "that":
		for verb := v - 1; verb > max(s.first, v-5); verb-- {
			if stating[f.low[verb]] {
				return f.reports(span{v + 2, f.saidEnd(s, v, v+2)}, from, verb, last)
			}
		}
	case putting[w] && next == "it" && f.asPut(v, from):
		who := f.subject(v, from)
		return report{s, who, w}, who.known()
	case thinking[w] && f.thinksOf(v+1, s.last):
		return f.reports(span{v + 1, f.clauseEnd(v+1, s.last)}, from, v, last)
	case judging[w] && !f.isNoun(v), regarding[w] && f.holdsAs(v, s.last):
		return f.judges(s, from, v, last)
	case saying[w] && !f.isNoun(v):
		return f.clause(s, from, v, last)
	}
	return report{}, false
}

// judges reads a verb that takes whom it judges: "called Y a liar", "Y was called a liar by X"; not "called for Y".
func (f *finder) judges(s span, from, v int, last said) (report, bool) {
	end := f.clauseEnd(v+1, s.last)
	switch {
	case f.isPassive(v, s.first):
		who := f.agent(v, end)
		return report{span{f.clauseStart(v, s.first), end}, who.at(v), f.low[v]}, who.known()
	case judging[f.low[v]] && v+1 < s.last && linking[f.low[v+1]]:
		return report{}, false
	}
	return f.reports(span{v + 1, end}, from, v, last)
}

// opinion reads what somebody's opinion is: "X's claim that …", "in X's view", "with the remark that …".
func (f *finder) opinion(s span, from, v int, last said) (report, bool) {
	that := v+2 < s.last && f.low[v+1] == "that"
	who := last
	switch {
	case f.owned(v):
		who = f.owner(v, s.first)
	case !who.known():
		who = f.main(from, v)
	}
	who = who.at(v)
	switch {
	case !who.known():
	case that:
		return report{span{v + 2, s.last}, who, f.low[v]}, true
	case f.owned(v) && (v-2 >= s.first && f.low[v-1] == "the" && f.low[v-2] == "in" || f.inView(s, v)):
		return report{s, who, f.low[v]}, true
	}
	return report{}, false
}

// passedOn reads a judgement on somebody: "X's contempt for Y", "paid tribute to Y".
func (f *finder) passedOn(s span, from, v int, last said) (report, bool) {
	end := v + 2
	for to := f.clauseEnd(v+2, s.last); end < to && (f.nameOf[end] >= 0 || !passive[f.low[end]]); {
		end++
	}
	if f.owned(v) && f.low[v-1] != "the" {
		who := f.owner(v, s.first).at(v)
		return report{span{v + 2, end}, who, f.low[v]}, who.known()
	}
	if verb := f.passed(v, from); verb >= 0 && !f.isPassive(verb, s.first) {
		r, ok := f.reports(span{v + 2, end}, from, verb, last)
		r.cue = f.low[v]
		return r, ok
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

// longestReport is how many tokens a report reaches before and behind its verb, so that a sentence of nothing but verbs takes no longer.
const longestReport = 200

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
