package linear

import "math/bits"

// feature is one thing that is the case, with the word that it is about (-1 if none).
type feature struct {
	id   uint32
	word int32
}

// view is a sentence as one target sees it: names are one item each, whoever they are.
type view struct {
	items   []item
	at      int    // the target's item
	segment []int  // number of the stretch between commas, by item
	clause  []int  // number of the stretch between stops and joints
	before  []kind // kind of the nearest actor at or before the item: target, same, name, pronoun or plain
	after   []kind
	target  Target
	own     []item // the target's words
	found   []feature
}

// templates number the kinds of features; they are mixed into the ids.
type template uint64

const (
	tBias template = iota + 1
	tBag
	tRole
	tRoleSegment
	tStem
	tStemBag
	tNegated
	tQuoted
	tBigram
	tBigramRole
	tValence
	tValenceNear
	tVerb
	tVerbPolarity
	tSum
	tSumNear
	tSumClause
	tSumContrast
	tPlace
	tPair
	tTriple
	tFirst
	tInside
	tShape
)

// id mixes a template with up to three values. It is never 0.
func (t template) id(values ...uint64) uint32 {
	h := uint64(t) * 0x9E3779B97F4A7C15
	for _, v := range values {
		h = (h ^ v) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return uint32(h>>32)>>1<<1 ^ uint32(h)&0xffff | 1
}

func (v *view) add(t template, word int32, values ...uint64) {
	v.found = append(v.found, feature{t.id(values...), word})
}

// features lists what is the case around the target.
func features(s *Sentence, t Target) []feature {
	v := see(s, t)
	if v == nil {
		return nil
	}
	return v.features()
}

func (v *view) features() []feature {
	v.found = make([]feature, 0, 24*len(v.items)+64)
	v.lexical()
	v.local()
	v.sums()
	v.shape()
	return v.found
}

// Reach is how many words on either side of a target are looked at.
const Reach = 120

// see collapses the names and finds segments and nearest actors. It returns nil if the target is not in the sentence.
func see(s *Sentence, t Target) *view {
	first, last := max(t.First, 0), min(t.Last, len(s.items)-1)
	if first > last {
		return nil
	}
	begin := max(first-Reach, 0)
	near := s.items[begin:min(last+1+Reach, len(s.items))]
	n := len(near)
	role := make([]kind, n)   // what a word is part of
	starts := make([]bool, n) // it is the first of it
	mark := func(from, to int, k kind) {
		from, to = max(from-begin, 0), min(to-begin, n-1)
		for i := from; i <= to; i++ {
			if role[i] != plain {
				return
			}
		}
		for i := from; i <= to; i++ {
			role[i], starts[i] = k, i == from
		}
	}
	mark(first, last, target)
	for _, x := range t.Same {
		mark(x[0], x[1], same)
	}
	for _, x := range t.Names {
		mark(x[0], x[1], name)
	}
	v := &view{items: make([]item, 0, n), target: t, own: s.items[first : last+1]}
	for i, it := range near {
		switch {
		case role[i] == plain:
			v.items = append(v.items, it)
		case starts[i]:
			if role[i] == target {
				v.at = len(v.items)
			}
			id := uint64(role[i])
			v.items = append(v.items, item{id: id, stem: id, word: it.word, kind: role[i]})
		}
	}
	v.mark()
	v.divide()
	return v
}

// mark finds what stands in quotation marks and in the scope of a negator. Names count as one word and are never either.
func (v *view) mark() {
	open, negated := false, 0
	for i := range v.items {
		it := &v.items[i]
		switch it.kind {
		case quote:
			open = it.opens.after(open)
		case negator:
			negated = scope
		case comma, stop, contrast:
			negated = 0
		case plain:
			it.negated = negated > 0
		}
		it.quoted = open && it.kind != quote
		negated = max(negated-1, 0)
	}
}

// scope is how far a negator reaches, in words, itself one of them.
const scope = 6

func (v *view) divide() {
	n := len(v.items)
	v.segment, v.clause = make([]int, n), make([]int, n)
	v.before, v.after = make([]kind, n), make([]kind, n)
	segment, clause, actor := 0, 0, plain
	for i, it := range v.items {
		switch it.kind {
		case comma:
			segment++
		case stop, joint, contrast:
			segment++
			clause++
		case target, same, name, pronoun:
			actor = it.kind
		}
		v.segment[i], v.clause[i], v.before[i] = segment, clause, actor
	}
	actor = plain
	for i := n - 1; i >= 0; i-- {
		switch k := v.items[i].kind; k {
		case target, same, name, pronoun:
			actor = k
		}
		v.after[i] = actor
	}
}

func mine(k kind) bool { return k == target || k == same }

// role says how an item stands to the target: before or after it, and whether another actor is nearer.
func (v *view) role(i int) uint64 {
	switch {
	case mine(v.before[i]) && mine(v.after[i]):
		return 1
	case mine(v.after[i]):
		return 2
	case mine(v.before[i]):
		return 3
	case i < v.at:
		return 4
	}
	return 5
}

func band(distance int) uint64 {
	if distance < 0 {
		distance = -distance
	}
	switch {
	case distance <= 2:
		return 0
	case distance <= 5:
		return 1
	case distance <= 10:
		return 2
	}
	return 3
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// lexical features: every content word, alone and by its role toward the target.
func (v *view) lexical() {
	for i := range v.items {
		it := &v.items[i]
		if i > 0 && it.kind != comma && it.kind != stop && it.kind != quote {
			prev := &v.items[i-1]
			if (it.content || prev.content || it.kind == target || prev.kind == target) && prev.kind != comma && prev.kind != stop && prev.kind != quote {
				v.add(tBigram, it.word, prev.id, it.id)
			}
		}
		if !it.content {
			continue
		}
		role := v.role(i)
		near := flag(v.segment[i] == v.segment[v.at])
		clause := flag(v.clause[i] == v.clause[v.at])
		v.add(tBag, it.word, it.id)
		v.add(tRole, it.word, it.id, role)
		v.add(tRoleSegment, it.word, it.id, role<<1|near)
		v.add(tStemBag, it.word, it.stem)
		v.add(tStem, it.word, it.stem, role)
		if it.negated {
			v.add(tNegated, it.word, it.id)
		}
		if it.quoted {
			v.add(tQuoted, it.word, it.stem, flag(v.items[v.at].quoted))
		}
		if it.valence != 0 {
			val := uint64(it.lean() + 2)
			v.add(tValence, it.word, val, role, clause)
			v.add(tValenceNear, it.word, val, role<<1|near, band(i-v.at))
		}
		if it.group != 0 {
			passive := flag(i > 0 && v.items[i-1].kind == being || i > 1 && v.items[i-2].kind == being)
			v.add(tVerb, it.word, uint64(it.group), role, passive<<1|clause)
			v.add(tVerbPolarity, it.word, uint64(it.act+1), role, passive<<2|clause<<1|flag(it.negated))
		}
	}
}

// lean is the word's valence, turned round by a negator.
func (it *item) lean() int8 {
	if it.negated {
		return -it.valence
	}
	return it.valence
}

// local features: what stands next to the target, function words and punctuation included.
func (v *view) local() {
	id := func(i int) uint64 {
		if i < 0 || i >= len(v.items) {
			return 99
		}
		return v.items[i].id
	}
	word := func(i int) int32 {
		if i < 0 || i >= len(v.items) {
			return -1
		}
		return v.items[i].word
	}
	for d := 1; d <= 4; d++ {
		v.add(tPlace, word(v.at-d), id(v.at-d), uint64(d))
		v.add(tPlace, word(v.at+d), id(v.at+d), uint64(d+8))
	}
	v.add(tPair, word(v.at-1), id(v.at-2), id(v.at-1), 0)
	v.add(tPair, word(v.at+1), id(v.at+1), id(v.at+2), 1)
	v.add(tPair, word(v.at+1), id(v.at-1), id(v.at+1), 2)
	v.add(tTriple, word(v.at-1), id(v.at-3), id(v.at-2)^id(v.at-1)*31, 0)
	v.add(tTriple, word(v.at+2), id(v.at+1), id(v.at+2)^id(v.at+3)*31, 1)
	n := 0
	for i := v.at + 1; i < len(v.items) && n < 3; i++ {
		if v.items[i].content {
			v.add(tFirst, v.items[i].word, v.items[i].stem, uint64(n))
			n++
		}
	}
	n = 0
	for i := v.at - 1; i >= 0 && n < 3; i-- {
		if v.items[i].content {
			v.add(tFirst, v.items[i].word, v.items[i].stem, uint64(n+8))
			n++
		}
	}
}

// sums of valence, in the sentence and near the target.
func (v *view) sums() {
	var all, near, clause, before, after int
	contrastAt := -1
	for i := range v.items {
		it := &v.items[i]
		if it.kind == contrast {
			contrastAt = i
		}
		x := int(it.lean())
		if x == 0 {
			continue
		}
		all += x
		if mine(v.before[i]) || mine(v.after[i]) {
			near += x
		}
		if v.clause[i] == v.clause[v.at] {
			clause += x
		}
		if contrastAt < 0 {
			before += x
		} else {
			after += x
		}
	}
	v.add(tSum, -1, cut(all))
	v.add(tSumNear, -1, cut(near))
	v.add(tSumClause, -1, cut(clause))
	v.add(tSumClause, -1, cut(clause), cut(all))
	if contrastAt >= 0 {
		v.add(tSumContrast, -1, sign(before), sign(after), flag(v.at > contrastAt))
	}
}

func cut(x int) uint64 { return uint64(max(-4, min(4, x)) + 4) }

func sign(x int) uint64 { return uint64(max(-1, min(1, x)) + 1) }

// shape features: the target's form and place, and the sentence's.
func (v *view) shape() {
	t, names, before := v.target, 0, 0
	for i := range v.items {
		if v.items[i].kind == name {
			names++
			if i < v.at {
				before++
			}
		}
	}
	kind := uint64(0)
	switch t.Kind {
	case "PERSON":
		kind = 1
	case "PARTY":
		kind = 2
	case "ORG":
		kind = 3
	}
	put := func(n uint64, values ...uint64) {
		v.add(tShape, -1, append([]uint64{n}, values...)...)
	}
	at := &v.items[v.at]
	put(0)
	put(1, kind)
	put(2, uint64(min(names, 5)))
	put(3, uint64(min(before, 3)), flag(names > before))
	put(4, uint64(bits.Len(uint(len(v.items)))))
	put(5, flag(t.Quoted || at.quoted), flag(at.quoted))
	put(6, flag(v.at == 0))
	put(7, uint64(len(t.Same)), flag(len(t.Same) > 0))
	put(8, uint64(band(v.at)), band(len(v.items)-v.at))
	last := v.items[len(v.items)-1]
	put(9, last.id)
	form := uint64(0)
	switch end := v.own[len(v.own)-1]; {
	case t.Named: // "Will" and "An" are names too
	case len(v.own) == 1 && end.function:
		form = 1
		v.add(tInside, at.word, end.id)
	case end.lower:
		form = 2
		for _, it := range v.own {
			if it.content {
				v.add(tInside, it.word, it.stem)
			}
		}
	}
	put(10, form)
}

// Features lists the ids of all features of a target, for training.
func Features(s *Sentence, t Target) []uint32 {
	fs := features(s, t)
	ids := make([]uint32, len(fs))
	for i, f := range fs {
		ids[i] = f.id
	}
	return ids
}
