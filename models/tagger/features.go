package tagger

import (
	"math/bits"

	"hustings/models/gazetteer"
)

// Features calls visit with the features of each word of a document, in order; those of the second reading if the names
// that the first one found are given. ids is used again for the next word.
func Features(doc [][]string, first [][]Span, visit func(sentence, word int, ids []uint32)) {
	r := read(doc, gazetteer.Load())
	var f features
	var m *memory
	if first != nil {
		m = r.remember(first)
	}
	for s := range r.lines {
		for i := range r.lines[s].words {
			f.collect(r, &r.lines[s], i)
			if m != nil {
				f.recall(r, m, &r.lines[s], s, i)
			}
			visit(s, i, f.ids)
		}
	}
}

// features are hashed: the name of a feature and its value make one number of 32 bits.
type features struct{ ids []uint32 }

func (f *features) add(name uint64, value uint64) {
	h := (value ^ name*0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>29) * 0x94d049bb133111eb
	f.ids = append(f.ids, uint32(h>>32)|1)
}

func pair(a, b uint64) uint64 { return (a^b>>31)*0x9e3779b97f4a7c15 + b }

// edge stands for the words before and after a sentence.
var edge = word{text: 1, lower: 1, shape: 1, small: -1, form: mark}

// coarse are the classes that two words are combined by.
const coarse = gazetteer.Forename | gazetteer.Surname | gazetteer.Figure | gazetteer.PartyWord | gazetteer.OrgWord | gazetteer.Title |
	gazetteer.Country | gazetteer.Place | gazetteer.Group | gazetteer.EventWord | gazetteer.PlaceWord | gazetteer.WorkWord |
	gazetteer.Role | gazetteer.Speech | gazetteer.Common | gazetteer.PartyShort | gazetteer.Organisation | gazetteer.Calendar | gazetteer.Region

func (f *features) collect(r *reading, l *line, i int) {
	f.ids = f.ids[:0]
	get := func(j int) *word {
		if j < 0 || j >= len(l.words) {
			return &edge
		}
		return &r.words[l.words[j]]
	}
	w, p, n, pp, nn := get(i), get(i-1), get(i+1), get(i-2), get(i+2)
	u := &l.uses[i]
	shout := uint64(0)
	if l.shout {
		shout = 1
	}

	f.add(0, 0)
	f.add(1, w.text)
	f.add(2, w.lower)
	f.add(3, p.lower)
	f.add(4, n.lower)
	f.add(5, pp.lower)
	f.add(6, nn.lower)
	f.add(7, pair(p.lower, w.lower))
	f.add(8, pair(w.lower, n.lower))
	f.add(9, pair(p.lower, w.shape))
	f.add(10, pair(w.shape, n.lower))
	f.add(11, pair(pp.lower, pair(p.lower, w.shape)))
	f.add(12, pair(w.shape, shout))
	f.add(13, pair(p.shape, w.shape))
	f.add(14, pair(w.shape, n.shape))
	f.add(15, pair(p.shape, pair(w.shape, n.shape)))
	if w.form == lowered || w.form == mark || w.form == number {
		f.add(16, pair(uint64(p.class&coarse), w.lower))
		f.add(17, pair(uint64(n.class&coarse), w.lower))
	} else {
		for k := range w.starts {
			f.add(uint64(18+k), w.starts[k])
			f.add(uint64(21+k), w.ends[k])
		}
		f.add(24, pair(w.ends[1], n.lower))
		f.add(25, pair(p.ends[1], w.ends[1]))
		f.known(w, p, n)
		f.document(r, w, i == 0, shout)
	}
	f.phrase(l, u, i)
	if u.first >= 0 {
		f.run(u, i, get)
	}
	if i == 0 {
		f.add(80, w.shape)
	}
	if u.quoted {
		f.add(81, uint64(w.form))
	}
	if u.inside {
		f.add(82, pair(uint64(w.form), uint64(b(w.short))))
	}
}

// known adds what the gazetteer knows of the word and its neighbours.
func (f *features) known(w, p, n *word) {
	if w.class == 0 {
		f.add(30, pair(uint64(p.class&coarse), uint64(n.class&coarse)))
	}
	for c := w.class; c != 0; c &= c - 1 {
		bit := uint64(bits.TrailingZeros32(uint32(c)))
		f.add(31, bit)
		f.add(32, pair(bit, p.lower))
		f.add(33, pair(bit, n.lower))
	}
	f.add(34, uint64(w.class))
	f.add(35, pair(uint64(p.class&coarse), uint64(w.class&coarse)))
	f.add(36, pair(uint64(w.class&coarse), uint64(n.class&coarse)))
	for c := p.class & coarse; c != 0; c &= c - 1 {
		f.add(37, pair(uint64(bits.TrailingZeros32(uint32(c))), uint64(p.form)))
	}
	for c := n.class & coarse; c != 0; c &= c - 1 {
		f.add(38, pair(uint64(bits.TrailingZeros32(uint32(c))), uint64(n.form)))
	}
}

// document adds what the whole document says of the word.
func (f *features) document(r *reading, w *word, first bool, shout uint64) {
	small := uint64(0)
	if w.small >= 0 {
		small = 1
	}
	f.add(40, pair(small, pair(uint64(w.inner), pair(uint64(b(first)), shout))))
	for k := range signs {
		if w.signs&(1<<k) != 0 {
			f.add(41, uint64(k))
		}
	}
	f.add(42, uint64(w.signs))
	if w.head != 0 {
		f.add(43, w.head)
		for c := w.long & coarse; c != 0; c &= c - 1 {
			f.add(44, uint64(bits.TrailingZeros32(uint32(c))))
		}
	}
}

// phrase adds the gazetteer's phrases at the word and next to it.
func (f *features) phrase(l *line, u *use, i int) {
	for c := u.phrase; c != 0; c &= c - 1 {
		f.add(50, pair(uint64(bits.TrailingZeros32(uint32(c))), uint64(u.place)))
	}
	if i > 0 && l.uses[i-1].place == 3 {
		f.add(51, uint64(l.uses[i-1].phrase))
	}
	if i+1 < len(l.uses) && l.uses[i+1].place == 1 {
		f.add(52, uint64(l.uses[i+1].phrase))
	}
}

// run adds the run of capitalised words that the word stands in: its words, what is around it, the word's place.
func (f *features) run(u *use, i int, get func(int) *word) {
	first, last := int(u.first), int(u.last)
	size, place := uint64(min(last-first, 5)), uint64(min(i-first, 3))
	rest := uint64(min(last-1-i, 3))
	head, start := get(last-1), get(first)
	before, after := get(first-1), get(last)
	f.add(60, pair(size, place))
	f.add(61, head.lower)
	f.add(62, start.lower)
	f.add(63, pair(uint64(b(i == first)), before.lower))
	f.add(64, pair(uint64(b(rest == 0)), after.lower))
	f.add(65, pair(place, uint64(head.class&coarse)))
	f.add(66, pair(uint64(min(place, 1)), pair(size, uint64(start.class&coarse))))
	for c := u.run; c != 0; c &= c - 1 {
		f.add(67, pair(uint64(bits.TrailingZeros32(uint32(c))), min(size, 2)))
	}
	f.add(68, pair(uint64(before.class&coarse), size))
	f.add(69, pair(uint64(after.class&coarse), size))
	f.add(70, pair(before.lower, head.ends[1]))
	f.add(71, pair(size, pair(place, head.ends[2])))
}

func b(x bool) int {
	if x {
		return 1
	}
	return 0
}
