package names

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// longest is the length, in words, of the longest names that are looked for again.
const longest = 8

// leadOfKnown is the log-odds by which a name's type must lead for its other uses to be added; ofKnown is the probability of
// a use, or of a type, that the document shows and not its own context.
const (
	leadOfKnown = 2.0
	ofKnown     = 0.6
)

// known are a document's names, as they are looked for.
type known struct {
	names map[string]name
	heads map[string]int // by first word: the most words of a name
}

type name struct {
	kind  string
	lead  float64
	found int
}

// learn collects the names whose type is clear; fold gives the form in which they are looked for.
func learn(ballot map[string]*votes, fold func(string) string) known {
	k := known{map[string]name{}, map[string]int{}}
	for _, key := range slices.Sorted(maps.Keys(ballot)) {
		v := ballot[key]
		kind, lead := v.best()
		if v.found == 0 || lead < leadOfKnown {
			continue
		}
		key = fold(key)
		if old, ok := k.names[key]; !ok || lead > old.lead {
			k.names[key] = name{kind, lead, v.found}
		}
		first, rest, _ := strings.Cut(key, " ")
		k.heads[first] = max(k.heads[first], 1+len(strings.Fields(rest)))
	}
	return k
}

// complete finds the uses of known names that are no names yet: the longest at each place, left to right. In lines of
// capitals letters are compared without case. A single word counts if it was found twice elsewhere and does not begin
// the sentence; in capitals, wherever it stands.
func (t *text) complete(found []span, ballot map[string]*votes) []span {
	written, upper := learn(ballot, func(s string) string { return s }), known{}
	var added []span
	at := 0
	for s, words := range t.words {
		k, shout := written, isShout(words)
		if shout {
			if upper.names == nil {
				upper = learn(ballot, strings.ToUpper)
			}
			k = upper
		}
		for i := 0; i < len(words); i++ {
			for at < len(found) && (found[at].sentence < s || found[at].sentence == s && found[at].last <= i) {
				at++
			}
			end := len(words)
			if at < len(found) && found[at].sentence == s {
				if found[at].first <= i {
					i = found[at].last - 1
					continue
				}
				end = found[at].first
			}
			if !isCapital(words[i]) {
				continue
			}
			for n := min(k.heads[word(words[i])], longest, end-i); n > 0; n-- {
				x, ok := k.names[surface(words[i:i+n])]
				if ok && (n > 1 || shout || i > 0 && x.found > 1) {
					added = append(added, span{sentence: s, first: i, last: i + n, kind: x.kind, probability: ofKnown})
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

// isShout says whether a sentence is written in capitals: three words of letters or more, four in five of them.
func isShout(words []string) bool {
	letters, upper := 0, 0
	for _, w := range words {
		small, capital := false, false
		for _, r := range w {
			small = small || unicode.IsLower(r)
			capital = capital || unicode.IsUpper(r)
		}
		if small || capital {
			letters++
		}
		if capital && !small {
			upper++
		}
	}
	return letters >= 3 && upper*5 >= letters*4
}
