package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/exact"
	"hustings/models/tagger"
)

// votes are log-odds for each type of a surface, and how often it was found.
type votes struct {
	odds  [len(tagger.Types)]float64
	found int
}

// best returns the type with most, and by how much it leads.
func (v *votes) best() (kind string, lead float64) {
	top, second := 0, -1
	for t := 1; t < len(v.odds); t++ {
		switch {
		case v.odds[t] > v.odds[top]:
			top, second = t, top
		case second < 0 || v.odds[t] > v.odds[second]:
			second = t
		}
	}
	return tagger.Types[top], v.odds[top] - v.odds[second]
}

// sure is the probability from which a name keeps its type whatever the rest of the document says.
const sure = 0.97

// agree gives one surface one type: that with the larger sum of log-odds over the document. It then adds the uses of
// such names that the tagger did not see.
func (t *text) agree(found []span) []span {
	ballot := map[string]*votes{}
	for _, x := range found {
		name := surface(t.of(x))
		v := ballot[name]
		if v == nil {
			v = &votes{}
			ballot[name] = v
		}
		v.found++
		v.odds[slices.Index(tagger.Types[:], x.kind)] += weight(x.probability)
		if x.kind == "PERSON" && x.last-x.first > 1 && x.probability > 0.8 {
			t.support(ballot, x)
		}
	}
	for i := range found {
		x := &found[i]
		if x.probability < sure {
			if kind, lead := ballot[surface(t.of(*x))].best(); kind != x.kind && lead > weight(x.probability) {
				x.kind = kind
			}
		}
	}
	return t.complete(found, ballot)
}

// support lets a person's full name speak for its first and last word where they stand alone.
func (t *text) support(ballot map[string]*votes, x span) {
	words := t.of(x)
	for _, w := range []string{words[0], words[len(words)-1]} {
		name := surface([]string{w})
		v := ballot[name]
		if v == nil {
			v = &votes{}
			ballot[name] = v
		}
		v.odds[0] += weight(x.probability) / 2
	}
}

// weight is the log-odds of a probability, kept between 0.1 and 5.
func weight(p float64) float64 {
	return max(0.1, min(5, exact.Log(p/(1-min(p, 0.999)))))
}

// longest is the length, in words, of the longest names that are looked for again.
const longest = 8

// complete finds the uses of known names that are no names yet: the longest at each place, left to right.
func (t *text) complete(found []span, ballot map[string]*votes) []span {
	heads := map[string]int{}     // by first word: the most words of a name
	for name, v := range ballot { // a maximum: the order does not matter
		if _, lead := v.best(); v.found > 0 && lead >= 2 {
			first, rest, _ := strings.Cut(name, " ")
			heads[first] = max(heads[first], 1+len(strings.Fields(rest)))
		}
	}
	at := 0
	var added []span
	for s, words := range t.words {
		for i := 0; i < len(words); i++ {
			for at < len(found) && (found[at].sentence < s || found[at].sentence == s && found[at].last <= i) {
				at++
			}
			if at < len(found) && found[at].sentence == s && found[at].first <= i {
				i = found[at].last - 1
				continue
			}
			most := min(heads[word(words[i])], longest, len(words)-i)
			if at < len(found) && found[at].sentence == s {
				most = min(most, found[at].first-i)
			}
			if !isCapital(words[i]) {
				continue
			}
			for n := most; n > 0; n-- {
				v := ballot[surface(words[i:i+n])]
				if v == nil || v.found == 0 || n == 1 && (i == 0 || v.found < 2) {
					continue
				}
				if kind, lead := v.best(); lead >= 2 {
					added = append(added, span{sentence: s, first: i, last: i + n, kind: kind, probability: 0.6})
					i += n - 1
					break
				}
			}
		}
	}
	if len(added) == 0 {
		return found
	}
	found = append(found, added...)
	slices.SortFunc(found, func(a, b span) int { return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.first, b.first)) })
	return found
}

// surface is what a name is compared by.
func surface(words []string) string {
	if len(words) == 1 {
		return word(words[0])
	}
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = word(w)
	}
	return strings.Join(parts, " ")
}

var curls = strings.NewReplacer("’", "'", "‘", "'", "‑", "-", "‐", "-")

func word(w string) string {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return curls.Replace(w)
		}
	}
	return w
}

func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
