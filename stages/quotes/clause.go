package quotes

import "strings"

// clause reads what depends on a verb of saying.
func (f *finder) clause(s span, from, v int, last said) (report, bool) {
	if f.isPassive(v, s.first) {
		return report{}, false
	}
	if r, ok := f.parenthesis(s, from, v); ok {
		return r, true
	}
	if i := f.conjunction(s, v); i >= 0 {
		return f.reports(span{i, f.saidEnd(s, v, i+1)}, from, v, last)
	}
	i := v + 1
	switch {
	case i+1 >= s.last || f.held[i] >= 0:
	case f.low[i] == ":" && f.held[i+1] < 0:
		return f.reports(span{i + 1, s.last}, from, v, last)
	case f.low[i] == "of" && f.low[s.last-1] != ":":
		return f.reports(span{i + 1, s.last}, from, v, last)
	case bare[f.low[v]] && (from == s.first || f.held[v-1] < 0 && f.low[v-1] == "and") && (f.nameOf[i] >= 0 || subjects[f.low[i]] || determiners[f.low[i]] && f.low[i] != "no"):
		return f.reports(span{i, f.saidEnd(s, v, i)}, from, v, last)
	}
	return report{}, false
}

// reports is the report of some words by the subject of a verb; not ok if there are none, or nobody.
func (f *finder) reports(words span, from, v int, last said) (report, bool) {
	who := f.doer(from, v, last)
	return report{words, who, f.low[v]}, words.first < words.last && (who.known() || who.rule == author)
}

// conjunction is the "that", "whether" or "if" behind a verb of saying, "told the House that"; -1 if there is none.
func (f *finder) conjunction(s span, v int) int {
	const far = 12
	for i := v + 1; i+3 < min(s.last, v+far+3) && f.held[i] < 0; i++ {
		x := f.low[i]
		if end := f.insertion(i, s.last); x == "," && end > 0 {
			i = end
			continue
		}
		if stop(x) || x == "," || i > v+1 && clauseWords[x] && x != "if" && x != "why" {
			break
		}
		if f.nameOf[i] < 0 && (x == "that" || x == "whether" || x == "if") && (x != "that" || i != v+1 || f.low[i+1] != ",") {
			return i
		}
	}
	return -1
}

// parenthesis reads a report that a tag with a verb of saying interrupts or ends: "the party, X said, had lost"; "the party had lost, said X."
func (f *finder) parenthesis(s span, from, v int) (report, bool) {
	if v <= s.first+2 {
		return report{}, false
	}
	var who said
	before, after := v, v+1
	inverted := f.low[v-1] == "," || f.low[v-1] == "–" || f.low[v-1] == "—"
	if inverted {
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
	if !who.known() || before == s.first || f.low[before] != "," || f.held[before-1] >= 0 && f.held[s.first] >= 0 {
		return report{}, false
	}
	switch {
	case after >= s.last || stop(f.low[after]):
		main := !inverted && opensClause[f.low[s.first]] // "When Y had gone, X laughed."
		return report{span{s.first, before}, who.at(v), f.low[v]}, !main
	case f.low[after] == ",":
		return report{s, who.at(v), f.low[v]}, true
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
	for i := from; i < min(v, from+longestPhrase); i++ {
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
