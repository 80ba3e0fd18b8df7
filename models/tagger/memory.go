package tagger

// A memory is what a first reading of a document found, for the second: the names at each word, and for each word the
// names that its other uses stand in.
type memory struct {
	lines [][]found
	words []tally // by word.same
}

// found is a word's part in a name that was found.
type found struct {
	kind   int8 // index of Types; -1 for none
	place  place
	weight int32 // of the name's probability, in sixteenths
}

type place uint8

const (
	alone place = iota
	opens
	within
	closes
	places = iota
)

// A tally counts a word's uses with a capital, and weighs the names that these stand in.
type tally struct {
	uses  int32
	named [len(Types)]int32
	parts [places][len(Types)]int32
}

func (t *tally) add(f found, sign int32) {
	t.uses += sign
	if f.kind >= 0 {
		t.named[f.kind] += sign * f.weight
		t.parts[f.place][f.kind] += sign * f.weight
	}
}

// top returns the type with most weight, the earlier of two equal ones, and that weight; -1 for none.
func top(weights *[len(Types)]int32) (kind int, most int32) {
	kind = -1
	for t, w := range weights {
		if w > most {
			kind, most = t, w
		}
	}
	return kind, most
}

func (r *reading) remember(names [][]Span) *memory {
	m := &memory{lines: make([][]found, len(r.lines)), words: make([]tally, len(r.words))}
	for s := range r.lines {
		l := &r.lines[s]
		m.lines[s] = make([]found, len(l.words))
		for i := range l.words {
			m.lines[s][i].kind = -1
		}
		for _, x := range names[s] {
			kind := int8(typeIndex(x.Type))
			for i := x.First; i < x.Last; i++ {
				f := found{kind, within, 1 + int32(x.Probability*15)}
				switch {
				case x.Last-x.First == 1:
					f.place = alone
				case i == x.First:
					f.place = opens
				case i == x.Last-1:
					f.place = closes
				}
				m.lines[s][i] = f
			}
		}
		for i := range l.words {
			if w := r.at(l, i); w.form.upper() {
				m.words[w.same].add(m.lines[s][i], 1)
			}
		}
	}
	return m
}

func typeIndex(name string) int {
	for t, x := range Types {
		if x == name {
			return t
		}
	}
	panic("tagger: no type " + name)
}

// others is what a word's other uses say: the type, and how much of them and how many they are.
type others struct {
	kind        int
	share, many uint64
}

func (t *tally) of(weights *[len(Types)]int32) others {
	kind, most := top(weights)
	o := others{kind: kind}
	if t.uses > 0 {
		o.share = uint64(min(4*most/(16*t.uses), 4))
		o.many = uint64(min(t.uses, 3))
		if t.uses > 8 {
			o.many = 4
		}
	}
	return o
}

// recall adds what the first reading found at a word, next to it, and at the word's other uses.
func (f *features) recall(r *reading, m *memory, l *line, s, i int) {
	at := func(j int) found {
		if j < 0 || j >= len(l.words) {
			return found{kind: -1}
		}
		return m.lines[s][j]
	}
	here, before, after := at(i), at(i-1), at(i+1)
	own := label(here)
	f.add(90, pair(own, uint64(here.weight/4)))
	f.add(91, pair(own, label(before)))
	f.add(92, pair(own, label(after)))
	f.add(93, pair(label(before), pair(own, label(after))))
	w := r.at(l, i)
	f.add(94, pair(own, w.lower))
	if !w.form.upper() {
		return
	}
	t := m.words[w.same] // a copy
	t.add(here, -1)
	all := t.of(&t.named)
	f.add(95, pair(uint64(all.kind+1), pair(all.share, all.many)))
	f.add(96, pair(uint64(all.kind+1), pair(own, pair(all.share, uint64(here.weight/8)))))
	for p := range t.parts {
		part := t.of(&t.parts[p])
		if part.kind >= 0 {
			f.add(97, pair(uint64(p), pair(uint64(part.kind), part.share)))
			f.add(98, pair(uint64(p), pair(uint64(part.kind), own)))
		}
	}
	u := &l.uses[i]
	if last := int(u.last) - 1; u.first >= 0 && last != i {
		h := m.words[r.at(l, last).same]
		h.add(at(last), -1)
		head := h.of(&h.named)
		f.add(99, pair(uint64(head.kind+1), pair(head.share, own)))
	}
	if first := int(u.first); first >= 0 && first != i {
		h := m.words[r.at(l, first).same]
		h.add(at(first), -1)
		head := h.of(&h.named)
		f.add(100, pair(uint64(head.kind+1), pair(head.share, own)))
	}
}

// label tells a name's first word from the others.
func label(f found) uint64 {
	switch {
	case f.kind < 0:
		return 0
	case f.place == alone || f.place == opens:
		return uint64(2*f.kind + 1)
	}
	return uint64(2*f.kind + 2)
}
