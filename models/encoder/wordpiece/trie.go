package wordpiece

import (
	"sort"
	"strings"
)

const (
	none   = -1 // value of a state where no piece ends, and owner of a free unit
	nobody = -2 // owner of a root
)

// unit is one state of the trie, and the slot in which its parent looks for it.
type unit struct {
	base  int32 // the child for byte b is unit base+b
	owner int32 // the parent's index: a unit is the child only if its owner is the parent
	value int32 // id of the piece that ends here, or none
}

// trie holds the pieces by their bytes, as a double array (Aoe, "An efficient digital search algorithm by
// using a double-array structure", 1989): one step per byte, at any number of children.
type trie struct {
	units []unit
	start int32 // root of the pieces at a word's start
	inner int32 // root of the pieces inside a word, without their "##"
}

// longest returns the id of the longest piece that is a prefix of text and its length in bytes, or none
// and 0. seen is the number of bytes that it looked at, which is at most the longest piece's length + 1.
func (t *trie) longest(root int32, text []byte) (id int32, length, seen int) {
	units := t.units
	id = none
	at, base := root, units[root].base
	for i, b := range text {
		next := base + int32(b)
		if uint(next) >= uint(len(units)) || units[next].owner != at {
			return id, length, i + 1
		}
		at, base = next, units[next].base
		if value := units[next].value; value != none {
			id, length = value, i+1
		}
	}
	return id, length, len(text)
}

// entry is a piece on its way into the trie.
type entry struct {
	key string
	id  int32
}

// builder places states.
type builder struct {
	trie
	free int32 // no unit before it is free
}

func newTrie(pieces []string) *trie {
	var starts, inners []entry
	for id, piece := range pieces {
		if rest, ok := inner(piece); ok {
			inners = append(inners, entry{rest, int32(id)})
		} else if piece != "" {
			starts = append(starts, entry{piece, int32(id)})
		}
	}
	b := &builder{trie: trie{start: 0, inner: 1}, free: 2}
	b.grow(2)
	b.units[0].owner, b.units[1].owner = nobody, nobody
	for root, entries := range [][]entry{starts, inners} {
		sort.Slice(entries, func(i, j int) bool { return strings.Compare(entries[i].key, entries[j].key) < 0 })
		b.place(int32(root), entries)
	}
	return &b.trie
}

// job is a state whose children are not placed: all entries share their first depth bytes.
type job struct {
	state   int32
	depth   int
	entries []entry
}

// place adds the sorted entries below the root.
func (b *builder) place(root int32, entries []entry) {
	jobs := []job{{root, 0, entries}}
	var labels []byte
	var bounds []int
	for len(jobs) > 0 {
		j := jobs[len(jobs)-1]
		jobs = jobs[:len(jobs)-1]
		if len(j.entries) > 0 && len(j.entries[0].key) == j.depth {
			b.units[j.state].value = j.entries[0].id
			j.entries = j.entries[1:]
		}
		if len(j.entries) == 0 {
			continue
		}
		labels, bounds = labels[:0], bounds[:0]
		for i, e := range j.entries {
			if c := e.key[j.depth]; len(labels) == 0 || labels[len(labels)-1] != c {
				labels, bounds = append(labels, c), append(bounds, i)
			}
		}
		bounds = append(bounds, len(j.entries))
		base := b.find(labels)
		b.units[j.state].base = base
		for i, c := range labels {
			child := base + int32(c)
			b.units[child].owner = j.state
			jobs = append(jobs, job{child, j.depth + 1, j.entries[bounds[i]:bounds[i+1]]})
		}
	}
}

// find returns a base at which the units of all labels are free.
func (b *builder) find(labels []byte) int32 {
	first := int32(labels[0])
	at, taken := b.free, int32(0)
	for ; ; at++ {
		if at < first {
			continue
		}
		base := at - first
		b.grow(int(base) + 256)
		if b.units[at].owner != none {
			taken++
			continue
		}
		fits := true
		for _, c := range labels[1:] {
			if b.units[base+int32(c)].owner != none {
				fits = false
				break
			}
		}
		if !fits {
			continue
		}
		// Searching a nearly full stretch again and again would make the whole quadratic: leave its few
		// free units unused.
		if taken*20 >= (at-b.free+1)*19 {
			b.free = at
		}
		return base
	}
}

// grow makes the array at least n units long.
func (b *builder) grow(n int) {
	for len(b.units) < n {
		b.units = append(b.units, unit{owner: none, value: none})
	}
}
