package naming

import "sort"

// Book gathers names into groups of one actor each. A name joins one group or begins one; groups are never joined, so
// that no chain of likenesses brings two people together. Give it long names first.
//
// A name is compared only with the groups that share a key with it (see keys.go), and with at most maxLooked of them, so
// that the time for one name does not grow with the book: first the same name, then those of the rarest key. Where a key
// is too common to be looked through ("Khan" of ten thousand), those that were added first stand for all: two that fit
// make the name ambiguous, as all would, and one alone proves nothing, so it is no candidate unless it is the same name.
type Book struct {
	groups   [][]Name // the names that others are compared with
	index    map[key][]int32
	seen     []int32 // the last search that looked at a group
	search   int32
	compared int // pairs of names, for tests
}

// Candidate is a group that a name may belong to.
type Candidate struct {
	Group int32
	Rule  string
	P     float64
}

const (
	// maxLooked bounds the groups that a name is compared with.
	maxLooked = 512
	// maxNames bounds the names of a group that others are compared with: the first are the longest.
	maxNames = 64
)

// New begins a group and returns its number, from 0.
func (b *Book) New() int32 {
	b.groups, b.seen = append(b.groups, nil), append(b.seen, 0)
	return int32(len(b.groups) - 1)
}

// Add makes a name one that later names are compared with.
func (b *Book) Add(group int32, n Name) {
	if b.index == nil {
		b.index = map[key][]int32{}
	}
	put := func(k key) {
		if have := b.index[k]; len(have) == 0 || have[len(have)-1] != group {
			b.index[k] = append(have, group)
		}
	}
	if len(b.groups[group]) >= maxNames {
		return
	}
	b.groups[group] = append(b.groups[group], n)
	for _, k := range keysOf(&n) {
		put(k)
	}
}

// Find returns the groups that a name may belong to, best first. A group that has another full name of a person which
// the name does not fit is none of them.
func (b *Book) Find(n Name) []Candidate {
	b.search++
	var out []Candidate
	looked, unsure := 0, false // unsure: the only fit is by a key that was cut off
	for _, k := range b.lookups(&n) {
		before := len(out)
		for _, g := range b.index[k] {
			if b.seen[g] == b.search {
				continue
			}
			if looked == maxLooked {
				unsure = before == 0 && len(out) == 1
				break
			}
			b.seen[g] = b.search
			looked++
			if rule, p := b.fit(&n, g); rule != "" {
				out = append(out, Candidate{g, rule, p})
			}
		}
	}
	if unsure && len(out) == 1 && out[0].Rule != "same" {
		return nil
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].P != out[j].P {
			return out[i].P > out[j].P
		}
		return out[i].Group < out[j].Group
	})
	return out
}

// fit compares a name with a group: the best rule by which it fits one of its names.
func (b *Book) fit(n *Name, group int32) (string, float64) {
	best, bestP := "", 0.0
	for i := range b.groups[group] {
		m := &b.groups[group][i]
		b.compared++
		rule, p := fitNames(n, m)
		if rule == "" && n.Class == Person && n.Full() && m.Full() {
			return "", 0
		}
		if p > bestP {
			best, bestP = rule, p
		}
	}
	return best, bestP
}
