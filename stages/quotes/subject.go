package quotes

import (
	"sort"
	"strings"
)

// said is who says something: a row of names (-1: unknown), the token of a pronoun or of a description's noun (-1: none), the
// token of the verb (-1: none) and the rule.
type said struct {
	name, token, verb int
	rule              rule
}

var nobody = said{-1, -1, -1, unknown}

func (s said) known() bool { return s.name >= 0 || s.token >= 0 }

// at is the same speaker, found by a verb.
func (s said) at(verb int) said {
	s.verb = verb
	return s
}

// longestPhrase is how many tokens a subject and what stands between it and its verb may have, longestObject how many are read of one
// behind its verb.
const (
	longestPhrase = 40
	longestObject = 16
)

// subject reads the subject of a verb back from it, not beyond a token: "X said", "the leader of the Y had said", "X, the
// deputy for Z, said", "X, who said". A verb without one of its own ("and called", "calling", "to call") has none here.
func (f *finder) subject(v, from int) said {
	from = max(from, v-longestPhrase)
	i := v - 1
	for i >= from && f.nameOf[i] < 0 && (helping[f.low[i]] || strings.HasSuffix(f.low[i], "ly")) {
		i--
	}
	if i < from || i < v-1 && f.low[i+1] == "to" || f.low[v-1] == "to" || strings.HasSuffix(f.low[v], "ing") && (i == v-1 || !passive[f.low[i+1]]) {
		return nobody
	}
	switch w := f.low[i]; {
	case speakers[w]:
		return said{-1, -1, v, author}
	case w == "who" || w == "which":
		if i--; i >= from && f.low[i] == "," {
			i--
		}
	case w == ")":
		for i--; i > from && f.low[i] != "("; i-- {
		}
		i--
	case w == ",":
		comma := i - 1
		for comma >= from && f.low[comma] != "," {
			comma--
		}
		if comma < from {
			return nobody
		}
		if n := f.nameOf[i-1]; n >= 0 && f.names[n].Type == "PERSON" && comma == int(f.names[n].First)-1 {
			return said{int(n), -1, v, verbName} // "his rival, X, said"
		}
		if n := f.named(i, from); n >= 0 {
			return said{n, -1, v, verbName}
		}
		i = comma - 1
	}
	return f.phrase(i, from).at(v)
}

// named is the last person named before a token, and not beyond another, with an apposition: "X, the leader of the Y"; -1 if none is.
func (f *finder) named(at, from int) int {
	for k := at; k >= from; k-- {
		n := f.nameOf[k]
		if n < 0 {
			if stop(f.low[k]) || f.low[k] == "that" {
				break
			}
			continue
		}
		k = int(f.names[n].First)
		if next := f.low[f.names[n].Last]; f.names[n].Type == "PERSON" && (next == "," || next == "(") && !f.governed(k, from) {
			return int(n)
		}
	}
	return -1
}

// governed says whether a name or pronoun that begins at a token depends on a preposition.
func (f *finder) governed(at, from int) bool {
	b := at - 1
	for b >= from && f.nameOf[b] < 0 && (determiners[f.low[b]] || f.low[b] != f.text(b) && !linking[f.low[b]]) {
		b--
	}
	return b >= from && f.nameOf[b] < 0 && linking[f.low[b]]
}

// phrase reads the noun phrase that ends at a token, not beyond another.
func (f *finder) phrase(i, from int) said {
	if i < from {
		return nobody
	}
	if f.low[i] == ")" { // X (Harbour Party)
		for i--; i > from && f.low[i] != "("; i-- {
		}
		i--
		if i < from {
			return nobody
		}
	}
	if n := f.nameOf[i]; n >= 0 {
		b := int(f.names[n].First) - 1
		for b >= from && f.nameOf[b] < 0 && (determiners[f.low[b]] || f.low[b] != f.text(b) && f.text(b) != "" && !linking[f.low[b]]) {
			b-- // titles
		}
		if b > from && linking[f.low[b]] && f.nameOf[b] < 0 {
			switch outer := f.phrase(b-1, from); {
			case outer.token >= 0 && people[f.low[outer.token]] && f.isBody(n):
				return said{int(n), -1, -1, described}
			case outer.known():
				return f.within(outer, n)
			}
		}
		if !maySpeak[f.names[n].Type] {
			return nobody
		}
		return said{int(n), -1, -1, verbName}
	}
	w := f.low[i]
	if personal[w] {
		return f.byPronoun(i)
	}
	if !noun(w) {
		return nobody
	}
	j := i - 1
	for j >= from && i-j <= 5 && f.nameOf[j] < 0 && noun(f.low[j]) && !personal[f.low[j]] {
		j--
	}
	if j >= from {
		switch l := f.low[j]; {
		case f.nameOf[j] >= 0:
			if (people[w] || ownWords[w]) && f.isBody(f.nameOf[j]) {
				return said{int(f.nameOf[j]), -1, -1, described}
			}
			return f.within(said{-1, i, -1, described}, f.nameOf[j])
		case (l == "'s" || l == "’s" || l == "'" || l == "’") && ownWords[w]:
			return f.phrase(j-1, from)
		case possessives[l] && ownWords[w] || l == "its":
			return said{-1, j, -1, described}
		case linking[l]:
			if outer := f.phrase(j-1, from); outer.known() {
				return outer
			}
		}
	}
	return said{-1, i, -1, described}
}

// within is a speaker who is described, and counts as the body that he speaks for where he is no mention of anybody known: "a spokesman
// for the Y".
func (f *finder) within(who said, body int32) said {
	if who.name < 0 && who.token >= 0 && body >= 0 && f.isBody(body) && officers[f.low[who.token]] {
		who.name = int(body)
	}
	return who
}

// noun says whether a word may be a noun or an adjective.
func noun(w string) bool {
	return letter(w) && !determiners[w] && !linking[w] && !clauseWords[w] && !helping[w] && !relative[w] && !speakers[w] && !reporting(w) && w != "there"
}

// object reads the noun phrase that begins at a token: "said X", "said the party's leader, X", "by the minister".
func (f *finder) object(i, to int) said {
	if i >= to {
		return nobody
	}
	if personal[f.low[i]] && f.nameOf[i] < 0 || (f.low[i] == "him" || f.low[i] == "her" || f.low[i] == "them") && (i+1 == to || !noun(f.low[i+1])) {
		return f.byPronoun(i)
	}
	head, body := -1, int32(-1)
	described := func() said {
		if head < 0 {
			return nobody
		}
		return f.within(said{-1, head, -1, described}, body)
	}
	to = min(to, i+longestObject)
	for k := i; k < to; k++ {
		n := f.nameOf[k]
		switch w := f.low[k]; {
		case n >= 0:
			k = int(f.names[n].Last) - 1
			owner := k+1 < to && (f.low[k+1] == "'s" || f.low[k+1] == "’s")
			more := k+1 < to && noun(f.low[k+1]) && f.names[n].Type != "PERSON" && f.nameOf[k+1] < 0 || k+1 < to && f.nameOf[k+1] >= 0
			if !owner && !more && maySpeak[f.names[n].Type] {
				return said{int(n), -1, -1, verbName}
			}
			body = n
		case w == "," && head >= 0:
			if k+1 < to && f.nameOf[k+1] >= 0 && f.names[f.nameOf[k+1]].Type == "PERSON" {
				return said{int(f.nameOf[k+1]), -1, -1, verbName}
			}
			return described()
		case linking[w] && head >= 0:
			if who := f.object(k+1, to); who.name >= 0 && f.isBody(int32(who.name)) { //nolint:gosec // rows of names
				if people[f.low[head]] {
					return who
				}
				body = int32(who.name) //nolint:gosec // rows of names
			}
			return described()
		case determiners[w] || w == "'s" || w == "’s":
		case noun(w):
			head = k
		default:
			return described()
		}
	}
	return described()
}

// maySpeak are the types of what can say something.
var maySpeak = map[string]bool{"PERSON": true, "PARTY": true, "ORG": true, "GPE": true, "NORP": true}

// isBody says whether a name is of several people.
func (f *finder) isBody(n int32) bool { return f.names[n].Type == "PARTY" || f.names[n].Type == "ORG" }

// nameIn is the name of a person, party or organisation nearest to a token within a stretch; -1 if none is near.
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

// byPronoun is who a pronoun stands for; which person, coreference knows better than the guess made here.
func (f *finder) byPronoun(i int) said {
	switch f.low[i] {
	case "he", "him", "his", "she", "her":
		return said{f.personBefore(i), i, -1, pronoun}
	}
	return said{-1, i, -1, pronoun}
}

// personBefore is the last person named before a token and not far from it, in a turn of a transcript not beyond its begin; -1 if nobody is.
func (f *finder) personBefore(at int) int {
	const back = 150
	from := at - back
	if q := f.spoken[at]; q >= 0 {
		from = max(from, int(f.found[q].First))
	}
	for i := sort.Search(len(f.names), func(i int) bool { return int(f.names[i].First) >= at }) - 1; i >= 0; i-- {
		if int(f.names[i].First) < from {
			break
		}
		if f.names[i].Type == "PERSON" {
			return i
		}
	}
	return -1
}
