package naming

import (
	"sort"
	"strings"
)

// Book gathers names into groups of one actor each. A name joins one group or begins one; groups are never joined, so
// that no chain of likenesses brings two people together. Give it long names first.
type Book struct {
	groups [][]Name // the names that others are compared with
	index  map[lookup][]int32
	seen   []int32 // the last search that looked at a group
	search int32
}

type lookup struct {
	class Class
	word  string
}

// Candidate is a group that a name may belong to.
type Candidate struct {
	Group int32
	Rule  string
	P     float64
}

// maxLooked bounds the groups that a name is compared with for each of its words.
const maxLooked = 512

// New begins a group and returns its number, from 0.
func (b *Book) New() int32 {
	b.groups, b.seen = append(b.groups, nil), append(b.seen, 0)
	return int32(len(b.groups) - 1)
}

// Add makes a name one that later names are compared with.
func (b *Book) Add(group int32, n Name) {
	if b.index == nil {
		b.index = map[lookup][]int32{}
	}
	b.groups[group] = append(b.groups[group], n)
	put := func(word string) {
		k := lookup{n.Class, word}
		if have := b.index[k]; len(have) == 0 || have[len(have)-1] != group {
			b.index[k] = append(have, group)
		}
	}
	put("#" + n.Key)
	switch {
	case n.Acronym:
	case n.Class == Person:
		for _, w := range n.Words {
			if !isInitial(w) {
				put(skeleton(w))
			}
		}
	default:
		for _, w := range n.Words {
			if !small[w] {
				put(w)
			}
		}
		if len(n.Words) > 1 && len(n.Words) <= maxAbbreviated {
			put("=" + string(first(n.Words[0])) + string(first(n.Words[len(n.Words)-1])))
			if q := strings.Fields(n.Qualifier); len(q) > 0 {
				put("=" + string(first(n.Words[0])) + string(first(q[len(q)-1])))
			}
		}
	}
}

// Find returns the groups that a name may belong to, best first. A group that has another full name of a person which
// the name does not fit is none of them.
func (b *Book) Find(n Name) []Candidate {
	b.search++
	var out []Candidate
	look := func(word string) {
		groups := b.index[lookup{n.Class, word}]
		for _, g := range groups[:min(len(groups), maxLooked)] {
			if b.seen[g] == b.search {
				continue
			}
			b.seen[g] = b.search
			if rule, p := b.fit(n, g); rule != "" {
				out = append(out, Candidate{g, rule, p})
			}
		}
	}
	look("#" + n.Key)
	for _, w := range b.rarest(n) {
		look(w)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].P != out[j].P {
			return out[i].P > out[j].P
		}
		return out[i].Group < out[j].Group
	})
	return out
}

// rarest are the words to look a name up by: of each two that differ in one word, one is among them.
func (b *Book) rarest(n Name) []string {
	switch {
	case n.Acronym:
		long := []rune(n.Words[0])
		return []string{"=" + string(long[0]) + string(long[len(long)-1])}
	case n.Class == Person:
		var out []string
		if k := len(n.Words); k > 0 {
			out = append(out, skeleton(n.Words[k-1]))
			if k > 1 && !isInitial(n.Words[0]) {
				out = append(out, skeleton(n.Words[0]))
			}
		}
		return out
	}
	var out []string
	for _, w := range n.Words {
		if !small[w] {
			out = append(out, w)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return len(b.index[lookup{n.Class, out[i]}]) < len(b.index[lookup{n.Class, out[j]}])
	})
	return out[:min(2, len(out))]
}

// fit compares a name with a group: the best rule by which it fits one of its names.
func (b *Book) fit(n Name, group int32) (string, float64) {
	best, bestP := "", 0.0
	for _, m := range b.groups[group] {
		if n.Class == Person && n.Full() && m.Class == Person && m.Bare { // "Hill" makes no Tom Hill hers
			continue
		}
		rule, p := Fit(n, m)
		if rule == "" && n.Class == Person && n.Full() && m.Full() {
			return "", 0
		}
		if p > bestP {
			best, bestP = rule, p
		}
	}
	return best, bestP
}
