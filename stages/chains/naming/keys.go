package naming

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// key is what a name is looked up by: a hash of its class, of what kind of key it is and of words. Two that happen to be
// equal cost a comparison.
type key uint64

func keyOf(c Class, kind byte, words ...string) key {
	h := (uint64(14695981039346656037) ^ uint64(c)<<8 ^ uint64(kind)) * 1099511628211
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return key(h)
}

// maxKeyed bounds the words of a name that keys are made of: as many from the front and from the end.
const maxKeyed = 3

func keyed[T any](words []T) []T {
	if len(words) <= 2*maxKeyed {
		return words
	}
	return append(slices.Clone(words[:maxKeyed]), words[len(words)-maxKeyed:]...)
}

// keysOf are the keys that a name is found by.
func keysOf(n *Name) []key {
	out := []key{keyOf(n.Class, '#', n.Key)}
	if n.Class == Person {
		for _, w := range keyed(n.parts) {
			if !w.initial() {
				out = append(out, keyOf(Person, 'w', w.sound), keyOf(Person, 's', skeleton(w)))
				if n.Bare {
					out = append(out, keyOf(Person, 'b', skeleton(w)))
				}
			}
		}
		out = append(out, n.pairs(false)...)
		if n.letters != "" {
			out = append(out, keyOf(Person, 'b', n.letters))
		}
		if initials := n.initials(); len(initials) > 1 {
			out = append(out, keyOf(Person, '=', initials), keyOf(Person, '=', initials[:len(initials)-1]))
		}
		if len(n.nick) > 0 {
			out = append(out, keyOf(Person, 'w', Sound(n.nick[0])))
		}
		if len(n.maiden) > 0 {
			out = append(out, keyOf(Person, 'w', Sound(n.maiden[len(n.maiden)-1])))
		}
		return out
	}
	if n.Acronym {
		return append(out, keyOf(n.Class, 'a', n.Words[0]))
	}
	for _, w := range keyed(n.Words) {
		if !small[w] {
			out = append(out, bodyKey(n.Class, w))
		}
	}
	if n.Qualifier != "" {
		out = append(out, keyOf(n.Class, 'q', n.Qualifier))
	}
	if len(n.Words) > 1 && len(n.Words) <= maxAbbreviated {
		ends := func(last string) key { return keyOf(n.Class, '=', string(first(n.Words[0])), string(first(last))) }
		out = append(out, ends(n.Words[len(n.Words)-1]))
		if q := strings.Fields(n.Qualifier); len(q) > 0 {
			out = append(out, ends(q[len(q)-1]))
		}
	}
	return out
}

// pairs are the keys of a full name: a word with the beginning of another, so that of two names which differ in one word,
// or are each other turned round, some are the same. sought says that they are to look by, not to be found by: a name
// with an initial looks for the words that it may stand for, and the other way round.
func (n *Name) pairs(sought bool) []key {
	if len(n.parts) < 2 {
		return nil
	}
	words, initials := byte('i'), byte('j') // where words are put, and where initials
	if sought {
		words, initials = initials, words
	}
	var out []key
	with := keyed(n.parts)
	bones := make([]string, len(with))
	for i, w := range with {
		bones[i] = skeleton(w)
	}
	for i, w := range with {
		if w.initial() {
			continue
		}
		for k, v := range with {
			if k == i {
				continue
			}
			if v.initial() {
				out = append(out, keyOf(Person, initials, bones[i], bones[k]), keyOf(Person, '2', bones[i], bones[k]))
				continue
			}
			out = append(out, keyOf(Person, '2', bones[i], beginning(bones[k])), keyOf(Person, words, bones[i], string(first(bones[k]))))
			for _, f := range formal[v.sound] {
				out = append(out, keyOf(Person, '2', bones[i], beginning(skeletonOf(f))))
			}
		}
	}
	last := bones[len(bones)-1]
	if len(n.nick) > 0 {
		out = append(out, keyOf(Person, '2', last, beginning(skeletonOf(n.nick[0]))))
	}
	if k := len(n.maiden); k > 0 {
		out = append(out, keyOf(Person, '2', skeletonOf(n.maiden[k-1]), beginning(bones[0])))
	}
	for _, r := range n.east {
		out = append(out, keyOf(Person, 'e', coarse(r.given)), keyOf(Person, 'e', korean(r.given)))
	}
	return out
}

// beginning is the first letters of a skeleton.
func beginning(bones string) string { return bones[:min(2, len(bones))] }

func skeletonOf(w string) string { return skeleton(part{word: w, sound: Sound(w)}) }

// initials are the first letters of a name of up to five words.
func (n *Name) initials() string {
	if len(n.parts) > 5 {
		return ""
	}
	var b strings.Builder
	for _, w := range n.parts {
		if r := first(w.word); r < utf8.RuneSelf {
			b.WriteByte(byte(r))
		}
	}
	return b.String()
}

// lookups are the keys by which to look for the groups that a name may belong to: the same name first, then by the
// rarest key.
func (b *Book) lookups(n *Name) []key {
	out := []key{keyOf(n.Class, '#', n.Key)}
	switch {
	case n.Class == Person:
		if len(n.parts) > 1 {
			out = append(out, n.pairs(true)...)
		}
		if n.Bare || n.front > 0 && n.front == len(n.parts)-1 {
			out = append(out, n.bareKeys()...)
		} else { // the bare names that may be short for it
			for _, w := range keyed(n.parts) {
				out = append(out, keyOf(Person, 'b', skeleton(w)))
				for _, short := range informal[w.sound] {
					out = append(out, keyOf(Person, 'b', short))
				}
			}
			for _, w := range slices.Concat(n.nick[:min(1, len(n.nick))], n.maiden) {
				out = append(out, keyOf(Person, 'b', skeletonOf(w)))
			}
			if initials := n.initials(); len(initials) > 1 {
				out = append(out, keyOf(Person, 'b', initials), keyOf(Person, 'b', initials[:len(initials)-1]))
			}
		}
		if n.letters != "" {
			out = append(out, keyOf(Person, '=', n.letters))
		}
	case n.Acronym:
		long := []rune(n.Words[0])
		out = append(out, keyOf(n.Class, 'a', n.Words[0]), keyOf(n.Class, '=', string(long[0]), string(long[len(long)-1])))
		if q := []rune(n.Qualifier); len(q) > 0 {
			out = append(out, keyOf(n.Class, '=', string(long[0]), string(q[len(q)-1])))
		}
	default:
		var words []string
		for _, w := range keyed(n.Words) {
			if !small[w] && len(b.index[bodyKey(n.Class, w)]) > 0 {
				words = append(words, w)
			}
		}
		size := func(w string) int { return len(b.index[bodyKey(n.Class, w)]) }
		sort.SliceStable(words, func(i, j int) bool { return size(words[i]) < size(words[j]) })
		for _, w := range words[:min(2, len(words))] {
			out = append(out, bodyKey(n.Class, w))
		}
		return append(out, keyOf(n.Class, 'q', strings.Join(n.Words, " ")))
	}
	sort.SliceStable(out[1:], func(i, j int) bool { return len(b.index[out[1+i]]) < len(b.index[out[1+j]]) })
	return out
}

// bodyKey is one word of a body's name in any language and spelling.
func bodyKey(c Class, w string) key { return keyOf(c, 'w', Sound(english(w))) }

func (n *Name) bareKeys() []key {
	var out []key
	for _, w := range keyed(n.parts) {
		out = append(out, keyOf(Person, 'w', w.sound), keyOf(Person, 's', skeleton(w)))
		for _, f := range formal[w.sound] {
			out = append(out, keyOf(Person, 'w', f))
		}
	}
	return out
}

// skeleton is what the spellings of a word have in common: its first letter and its consonants without h, those that
// stand for each other as one.
func skeleton(p part) string {
	w := p.sound
	if !isASCII(w) || w == "" {
		return w
	}
	var b strings.Builder
	last := byte(0)
	for i := range len(w) {
		c := w[i]
		switch {
		case vowel(c) && i == 0:
			c = 'a'
		case vowel(c), c == 'h' && i > 0:
			continue
		case strings.IndexByte("gjqkc", c) >= 0:
			c = 'k'
		case c == 'z':
			c = 's'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}
