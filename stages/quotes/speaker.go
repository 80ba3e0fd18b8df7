package quotes

import (
	"sort"
	"strings"
)

// rule is how a speaker was found.
type rule int

const (
	unknown     rule = iota
	verbName         // “…,” said X; X said: “…”
	accordingTo      // according to X, “…”
	colon            // X: “…”
	pronoun          // he said: the nearest person before
	interrupted      // the second half of an interrupted quotation
	turn             // a turn of a transcript
	attributed       // — X, below a quotation that is set off
	introduced       // X wrote: above a quotation that is set off
)

// said is who says a quotation: a row of names (-1: unknown), the token of the verb (-1: none) and the rule.
type said struct {
	name, verb int
	rule       rule
}

var nobody = said{-1, -1, unknown}

// reach is how many tokens beside a quotation the reporting verb is looked for, and how many beside the verb the name.
const (
	reach    = 14
	nameNear = 9
)

// speaker looks for a reporting verb behind a quotation, then before it, and for the name beside the verb.
func (f *finder) speaker(p paragraph, q span) (cue string, who said) {
	// Behind, up to the sentence's end: “…,” said X.
	end := q.last
	for end < p.last && end < q.last+reach && !stop(f.text(end)) && !mark(f.text(end)) {
		end++
	}
	if !f.ends(q) || f.lower(q.last) {
		if who := f.byVerb(p, span{q.last, end}, q, true); who.verb >= 0 {
			return f.text(who.verb), who
		}
	}
	// Before, from the sentence's begin: X said: “…”; According to X, “…”.
	start := q.first
	for start > p.first && start > q.first-2*reach && !stop(f.text(start-1)) && !mark(f.text(start-1)) {
		start--
	}
	before := span{start, q.first}
	if who := f.according(before); who.name >= 0 {
		return "according to", who
	}
	if who := f.byVerb(p, before, q, false); who.verb >= 0 {
		return f.text(who.verb), who
	}
	if f.text(q.first-1) == ":" {
		if n := f.nameIn(span{max(start, q.first-6), q.first}, q.first, nameNear); n >= 0 {
			return "", said{n, -1, colon}
		}
	}
	// “….” X said. in a sentence of its own.
	if f.ends(q) {
		if who := f.byVerb(p, span{q.last, min(end, q.last+6)}, q, true); who.name >= 0 && who.verb >= 0 {
			return f.text(who.verb), who
		}
	}
	return "", nobody
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

// byVerb finds the reporting verb nearest to the quotation in a stretch, and the name nearest to it.
func (f *finder) byVerb(p paragraph, in, q span, behind bool) said {
	best := -1
	for i := in.first; i < in.last; i++ {
		if Reporting(strings.ToLower(f.text(i))) && f.nameAt(i) < 0 {
			best = i
			if behind {
				break
			}
		}
	}
	if best < 0 {
		return nobody
	}
	if n := f.nameIn(in, best, nameNear); n >= 0 {
		return said{n, best, verbName}
	}
	for _, i := range []int{best - 1, best + 1, best - 2} {
		if i >= in.first && i < in.last && pronouns[f.text(i)] {
			return said{f.personBefore(min(q.first, best)), best, pronoun}
		}
	}
	return said{-1, best, unknown}
}

// according knows "according to X".
func (f *finder) according(in span) said {
	for i := in.first; i+2 < in.last; i++ {
		if strings.EqualFold(f.text(i), "according") && f.text(i+1) == "to" {
			if n := f.nameIn(span{i + 2, in.last}, i+2, nameNear); n >= 0 {
				return said{n, i, accordingTo}
			}
		}
	}
	return nobody
}

// nameIn is the name of a person, party or organisation nearest to a token within a stretch: the one before it first,
// for it is the subject; -1 if none is near.
func (f *finder) nameIn(in span, at, near int) int {
	best, least := -1, near+1
	i := sort.Search(len(f.names), func(i int) bool { return int(f.names[i].Last) > in.first })
	for ; i < len(f.names) && int(f.names[i].First) < in.last; i++ {
		n := f.names[i]
		if n.Type != "PERSON" && n.Type != "PARTY" && n.Type != "ORG" || int(n.First) < in.first || int(n.Last) > in.last {
			continue
		}
		distance := at - int(n.Last)
		if distance < 0 {
			distance = int(n.First) - at
		}
		if n.Type != "PERSON" {
			distance += 3 // "the PPP's Hill said": people speak more often
		}
		if distance < least {
			best, least = i, distance
		}
	}
	return best
}

// nameAt is the name that covers a token, -1 if none does.
func (f *finder) nameAt(at int) int {
	i := sort.Search(len(f.names), func(i int) bool { return int(f.names[i].Last) > at })
	if i < len(f.names) && int(f.names[i].First) <= at {
		return i
	}
	return -1
}

// personBefore is the last person named before a token and not far from it.
func (f *finder) personBefore(at int) int {
	const back = 150
	for i := sort.Search(len(f.names), func(i int) bool { return int(f.names[i].First) >= at }) - 1; i >= 0; i-- {
		if int(f.names[i].First) < at-back {
			break
		}
		if f.names[i].Type == "PERSON" {
			return i
		}
	}
	return -1
}

// setOff finds the speaker of a quotation that is set off: in the line "— X" that ends it, or in the sentence above it.
func (f *finder) setOff(i int) (string, said) {
	p := f.blocks[i]
	first := p.last - 1
	for first > p.first && first > p.last-reach && f.text(first) != "—" && f.text(first) != "–" {
		first--
	}
	if w := f.text(first); w == "—" || w == "–" {
		if n := f.nameIn(span{first, p.last}, first, nameNear); n >= 0 {
			return "", said{n, -1, attributed}
		}
	}
	if i+1 < len(f.blocks) { // below it: "— Jane Hill, 1994"
		below := f.blocks[i+1].span
		for at := below.first; at < min(below.first+2, below.last); at++ {
			if w := f.text(at); w != "—" && w != "–" || below.last-below.first > reach {
				continue
			}
			if n := f.nameIn(below, at, nameNear); n >= 0 {
				return "", said{n, -1, attributed}
			}
		}
	}
	if i == 0 || f.blocks[i-1].kind == "heading" {
		return "", nobody
	}
	above := f.blocks[i-1]
	if above.kind == "blockquote" && len(f.found) > 0 { // a quotation of several paragraphs
		last := f.found[len(f.found)-1]
		if last.Kind == "block" && last.SpeakerName >= 0 && int(last.Last) == above.last {
			return last.Cue, said{int(last.SpeakerName), -1, introduced}
		}
		return "", nobody
	}
	start := above.last - 1
	for start > above.first && !stop(f.text(start-1)) {
		start--
	}
	in := span{start, above.last}
	if who := f.byVerb(above, in, p.span, false); who.name >= 0 {
		who.rule = introduced
		return f.text(who.verb), who
	}
	if f.text(above.last-1) == ":" {
		if n := f.nameIn(in, above.last, 2*reach); n >= 0 {
			return "", said{n, -1, introduced}
		}
	}
	return "", nobody
}
