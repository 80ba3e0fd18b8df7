package names

import (
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
				x.kind, x.probability = kind, ofKnown
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
