package quotes

import (
	"slices"
	"strings"
)

// rule is how a speaker was found.
type rule int

const (
	unknown     rule = iota
	author           // I said: nobody else
	verbName         // “…,” said X; X said: “…”
	described        // “…,” said the leader of the Y
	pronoun          // he said: the nearest person before, if coreference knows no better
	nearby           // a reporting verb, and a name near it
	accordingTo      // according to X, “…”
	colon            // X: “…”
	interrupted      // the second half of an interrupted quotation
	goingOn          // the speaker before speaks on
	turn             // a turn of a transcript
	answer           // A.: who is interviewed
	attributed       // — X, below a quotation that is set off
	introduced       // X wrote: above a quotation that is set off
)

// reach is how many tokens beside a quotation the reporting verb is looked for, and how many beside the verb the name.
const (
	reach    = 18
	nameNear = 9
)

// speaker looks for a reporting verb behind a quotation, then before it, and for who is its subject.
func (f *finder) speaker(p paragraph, q span) (cue string, who said) {
	// Behind, up to the sentence's end: “…,” said X.
	end := q.last
	for end < p.last && end < q.last+reach && !stop(f.text(end)) && !mark(f.text(end)) {
		end++
	}
	if !f.ends(q) || f.lower(q.last) {
		if who := f.behind(span{q.last, end}); who.verb >= 0 {
			return f.cue(who), who
		}
	}
	// “…” (X)
	if open := f.next(q.last, p.last, "*", "**", "."); f.text(open) == "(" {
		if who := f.bracketed(open+1, p.last); who.known() && (f.names[who.name].Type == "PERSON" || q.last-q.first > 2+fewest) {
			who.rule = attributed
			return "", who
		}
	}
	// “…,” X: whatever the verb is, who stands behind a comma in the quotation has said it.
	if w := f.low[q.last-2]; (w == "," || w == "?" || w == "!") && q.last < p.last {
		at := q.last
		if f.lower(at) && !determiners[f.low[at]] && f.nameOf[at] < 0 && (strings.HasSuffix(f.low[at], "ed") || strings.HasSuffix(f.low[at], "s")) {
			at++
		}
		if who := f.object(at, end); who.name >= 0 && f.names[who.name].Type != "GPE" || who.known() && w == "," {
			who.rule = nearby
			return "", who
		}
	}
	// Before, from the sentence's begin: X said: “…”; According to X, “…”.
	start := q.first
	for start > p.first && start > q.first-2*reach && !stop(f.text(start-1)) && !mark(f.text(start-1)) {
		start--
	}
	before := span{start, q.first}
	if who := f.ahead(before); who.verb >= 0 {
		return f.cue(who), who
	}
	if f.text(q.first-1) == ":" {
		if who := f.main(start, q.first-1); who.name >= 0 {
			who.rule = colon
			return "", who
		}
		if n := f.nameIn(before, q.first, nameNear); n >= 0 {
			return "", said{n, -1, -1, colon}
		}
	}
	// “….” X said. in a sentence of its own.
	if f.ends(q) {
		if who := f.behind(span{q.last, min(end, q.last+6)}); who.known() && who.verb >= 0 {
			return f.text(who.verb), who
		}
	}
	return "", nobody
}

// next is the first token of a stretch that is none of some words.
func (f *finder) next(i, to int, but ...string) int {
	for i < to && slices.Contains(but, f.text(i)) {
		i++
	}
	return i
}

// bracketed is the name that stands alone in the brackets that have just opened, or before a comma in them.
func (f *finder) bracketed(i, to int) said {
	if i >= to || f.nameOf[i] < 0 || !maySpeak[f.names[f.nameOf[i]].Type] {
		return nobody
	}
	n := f.nameOf[i]
	switch f.text(int(f.names[n].Last)) {
	case ")", ",", ";":
		return said{int(n), -1, -1, attributed}
	}
	return nobody
}

// cue is the word by which a speaker was found.
func (f *finder) cue(who said) string {
	if who.rule == accordingTo {
		return "according to"
	}
	return f.text(who.verb)
}

// behind finds the first reporting verb of a stretch behind a quotation, and who says it.
func (f *finder) behind(in span) said {
	for v := in.first; v < in.last; v++ {
		if f.nameOf[v] >= 0 {
			continue
		}
		if v > in.first && opensClause[f.low[v]] && f.low[in.first] != "," {
			break // “a game” of hers when he said so
		}
		if f.low[v] == "according" && f.text(v+1) == "to" {
			who := f.object(v+2, in.last).at(v)
			who.rule = accordingTo
			return who
		}
		if !saying[f.low[v]] || f.isNoun(v) {
			continue
		}
		if v > in.first+1 || v > in.first && f.low[in.first] != "," {
			if who := f.subject(v, in.first); who.known() || who.rule == author {
				return who
			}
		}
		if who := f.object(v+1, in.last); who.known() {
			return who.at(v)
		}
		return f.near(in, v)
	}
	return nobody
}

// ahead finds the last reporting verb of a stretch before a quotation, and who says it.
func (f *finder) ahead(in span) said {
	for v := in.last - 1; v >= in.first; v-- {
		w := f.low[v]
		switch {
		case f.nameOf[v] >= 0:
			continue
		case w == "according" && v+1 < in.last && f.low[v+1] == "to":
			who := f.object(v+2, in.last).at(v)
			who.rule = accordingTo
			return who
		case opinions[w] && f.owned(v):
			return f.owner(v, in.first).at(v)
		case f.isNoun(v) || !reporting(w) && (!regarding[w] || !f.holdsAs(v, in.last)):
			continue
		}
		if f.isPassive(v, in.first) {
			return f.agent(v, in.last).at(v)
		}
		if who := f.subject(v, in.first); who.known() || who.rule == author {
			return who
		}
		if f.inverted(v, in.first) {
			if who := f.object(v+1, in.last); who.known() {
				return who.at(v)
			}
		}
		if who := f.main(in.first, v); who.known() {
			return who.at(v)
		}
		return f.near(in, v)
	}
	return nobody
}

// near is the name nearest to a verb.
func (f *finder) near(in span, v int) said {
	if n := f.nameIn(in, v, nameNear); n >= 0 {
		return said{n, -1, v, nearby}
	}
	return said{-1, -1, v, unknown}
}

// inverted says whether a verb begins its part of the sentence, so that its subject stands behind it: “…”, said X.
func (f *finder) inverted(v, from int) bool {
	return v == from || f.low[v-1] == "," || mark(f.low[v-1])
}

// isPassive says whether a verb is one: "was called", "described by X".
func (f *finder) isPassive(v, from int) bool {
	if strings.HasSuffix(f.low[v], "ed") && v+1 < len(f.low) && f.low[v+1] == "by" {
		return true
	}
	for i := v - 1; i >= max(from, v-4); i-- {
		if passive[f.low[i]] {
			return true
		}
		if !helping[f.low[i]] && !strings.HasSuffix(f.low[i], "ly") {
			return false
		}
	}
	return false
}

// agent is by whom something is said: "was called a liar by X".
func (f *finder) agent(v, to int) said {
	for i := v + 1; i < min(to, v+reach); i++ {
		if f.low[i] == "by" && f.nameOf[i] < 0 {
			return f.object(i+1, to)
		}
		if stop(f.low[i]) {
			break
		}
	}
	return nobody
}

// main is the subject of a sentence, for verbs that have none of their own: the first pronoun or name that no other word governs.
func (f *finder) main(from, to int) said {
	for i := max(from, to-2*longestPhrase); i < to; i++ {
		w := f.low[i]
		n := f.nameOf[i]
		if n < 0 && !personal[w] && !speakers[w] {
			continue
		}
		governed := f.governed(i, from)
		if n >= 0 {
			i = int(f.names[n].Last) - 1
		}
		if governed || i+1 < to && (f.low[i+1] == "'s" || f.low[i+1] == "’s") {
			continue
		}
		switch {
		case n < 0 && speakers[w]:
			return said{-1, -1, -1, author}
		case n < 0:
			return f.byPronoun(i)
		case maySpeak[f.names[n].Type]:
			return said{int(n), -1, -1, nearby}
		}
	}
	return nobody
}

// owned says whether an opinion is somebody's: "X's claim", "his view", "the opinion of X".
func (f *finder) owned(v int) bool {
	if v == 0 {
		return false
	}
	w := f.low[v-1]
	return w == "'s" || w == "’s" || w == "’" || w == "'" || possessives[w] || w == "the" && f.text(v+1) == "of"
}

// owner is whose an opinion is.
func (f *finder) owner(v, from int) said {
	switch w := f.low[v-1]; {
	case possessives[w]:
		return f.byPronoun(v - 1)
	case w == "the":
		return f.object(v+2, min(len(f.words), v+reach))
	}
	return f.phrase(v-2, from)
}

// holdsAs says whether an "as" follows in the clause, behind whom a verb is about: "saw Y as", "was seen as".
func (f *finder) holdsAs(v, to int) bool {
	for i := v + 1; i < min(to, v+reach) && !stop(f.low[i]) && f.low[i] != ","; i++ {
		if f.low[i] == "as" {
			return i > v+1 || f.isPassive(v, max(0, v-reach))
		}
	}
	return false
}

// lower says whether a token begins with a small letter: a tag goes on with the quotation's sentence.
func (f *finder) lower(i int) bool {
	w := f.text(i)
	return w != "" && w[0] >= 'a' && w[0] <= 'z'
}

func stop(w string) bool { return w == "." || w == "!" || w == "?" || w == "…" || w == ";" }

func mark(w string) bool {
	_, ok := closings[w]
	return ok || w == "”" || w == "»"
}
