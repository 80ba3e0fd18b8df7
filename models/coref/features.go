package coref

import (
	"math/bits"

	"golang.org/x/text/unicode/norm"
	"strings"
	"unicode"
)

// A feature is a number: a hash of which feature it is and of its values.
func mix(values ...uint32) uint32 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, v := range values {
		h = (h ^ uint64(v)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return uint32(h>>16) | 1
}

func key(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// bucket is small numbers as they are, larger ones by powers of two.
func bucket(n int32) uint32 {
	if n < 0 {
		return 99
	}
	if n < 5 {
		return uint32(n)
	}
	return 3 + uint32(bits.Len32(uint32(n)))
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Fold takes case and accents off a word.
func Fold(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// set collects the features of one pair.
type set struct{ ids []uint32 }

func (s *set) add(values ...uint32) { s.ids = append(s.ids, mix(values...)) }

// word gives the word at i as a feature's value, 0 outside of the mention's sentence.
func (w *walker) word(m *mention, i int32) uint32 {
	if i < 0 || int(i) >= len(w.lower) || w.doc.Words[i].Sentence != w.doc.Words[m.first].Sentence {
		return 0
	}
	if w.kinds[i] == name {
		return 1 + uint32(actorOf(w.doc.Names[w.nameAt[i]].Type))
	}
	return key(w.lower[i])
}

func (w *walker) kindAt(m *mention, i int32) uint32 {
	if i < 0 || int(i) >= len(w.lower) || w.doc.Words[i].Sentence != w.doc.Words[m.first].Sentence {
		return 100
	}
	return uint32(w.kinds[i])
}

// features fills in the features of all of c's chains and of none.
func (w *walker) features(m *mention, c *Choice) {
	for i := range w.list {
		s := set{}
		w.pair(m, &w.list[i], &s)
		c.Features = append(c.Features, s.ids)
	}
	s := set{}
	w.none(m, &s)
	c.Features = append(c.Features, s.ids)
}

// sort is what kind of mention it is: the conjunct of most features.
func (m *mention) sort() uint32 {
	if m.form == byNominal {
		return 50
	}
	g := uint32(m.who)
	if m.who == female {
		g = uint32(male)
	}
	return g
}

func (w *walker) pair(m *mention, c *candidate, s *set) {
	sort := m.sort()
	at := w.doc.Words[m.first]
	last := w.doc.Words[c.last.first]
	distance := at.Sentence - last.Sentence
	near := min(max(distance, 0), 3)
	if c.ahead {
		near = 9
	}
	u := uint32(near)
	mp, cp := uint32(m.standing.place), uint32(c.last.standing.place)
	kind := uint32(c.kind)

	// Who it is.
	s.add(1, sort, kind)
	if c.kind == aPerson && (m.who == male || m.who == female) {
		strength := uint32(c.sex)
		if m.who == female {
			strength += 16
		}
		s.add(2, strength)
		s.add(3, uint32(c.fit+1), bucket(min(c.whos[m.who], 3)), bucket(min(c.whos[male+female-m.who], 3)))
		if c.sex == unknownSex || c.sex == eitherSex {
			s.add(4, uint32(m.who), c.ending)
		}
		s.add(5, uint32(c.fit+1), u)
	} else {
		s.add(6, sort, kind, bucket(min(c.whos[m.who], 3)), bit(c.lastWho == m.who))
		s.add(7, sort, kind, u, mp)
	}
	// How far.
	from, to := c.last.last, m.first
	if c.ahead {
		from, to = m.last, c.last.first
	}
	s.add(10, sort, mp, bucket(max(distance, 0)), bit(c.ahead))
	s.add(11, sort, bucket(max(to-from, 0)), u)
	s.add(12, sort, bucket(w.order-c.last.order), u)
	s.add(13, sort, bucket(c.recent), u)
	s.add(14, sort, mp, bucket(c.recent), uint32(c.last.form))
	s.add(15, sort, bucket(min(max(at.Paragraph-last.Paragraph, 0), 4)), u)
	s.add(16, bucket(c.recent), bit(c.fits), bucket(int32(len(w.list))))
	s.add(17, sort, bucket(min(w.fitting, 6)), bucket(min(c.recent, 6)), bit(c.fits))
	// How it was mentioned.
	s.add(20, sort, u, uint32(c.last.form), cp)
	s.add(21, sort, u, mp, cp, bit(c.last.standing.joint))
	s.add(22, sort, bucket(min(c.last.nth, 5)), u)
	s.add(23, sort, mp, bucket(min(c.last.nth, 5)), u, cp)
	s.add(24, sort, u, bit(c.subject == at.Sentence), bit(c.subject == at.Sentence-1))
	s.add(25, sort, bucket(max(at.Sentence-c.named.sentence, 0)), bit(c.seen == 0))
	if c.last.form == byPronoun || c.last.form == byNominal {
		s.add(26, sort, u, bit(c.lastWho == m.who), mp, cp)
	}
	behind := int32(-1)
	if c.subjects > 0 {
		behind = min(w.subjects-c.subjects, 9)
	}
	s.add(27, sort, mp, bucket(behind), u)
	if m.form == byPronoun {
		p := &w.pronouns[m.who]
		gap, who := bucket(min(at.Sentence-p.sentence, 4)), uint32(0)
		switch p.chain {
		case c.chain:
			who = 1
		case nil:
			who = 2 + bit(c.last.first > p.first)
		}
		s.add(28, sort, who, gap, u)
		s.add(29, sort, who, gap, mp, uint32(p.standing.place))
	}
	if c.subject == at.Sentence {
		s.add(37, sort, mp, uint32(min(w.between(verb, c.subjectAt, m.first), 4)), bit(c.subjectAt == c.last.first))
	}
	s.add(73, sort, bit(w.turns[m.first] == c.number), bit(w.turns[m.first] >= 0), u)
	w.later(m, c, s)
	s.add(36, sort, mp, bit(c.ahead), w.opening(m), u)
	// How much it is talked of.
	s.add(30, sort, bucket(c.seen))
	s.add(31, sort, bucket(c.total))
	s.add(32, sort, bucket(min(c.within, 4)), bucket(min(c.before, 4)), u)
	rank := uint32(9)
	for i, t := range w.top {
		if &w.chains[t] == c.chain {
			rank = uint32(i)
		}
	}
	s.add(33, sort, rank, u)
	s.add(34, sort, bit(c.chain == &w.chains[0]), u, kind)
	s.add(35, sort, bit(c.longest > 1), uint32(c.last.form), bucket(min(c.seen, 4)))
	// What stands between.
	if near == 0 || c.ahead {
		verbs := min(w.between(verb, from, to), 4)
		commas := min(w.between(comma, from, to), 3)
		marks := w.between(relative, from, to) > 0
		subs := w.between(subordinator, from, to) > 0
		ands := min(w.between(and, from, to), 2)
		stops := w.between(stop, from, to) > 0
		buts := w.between(but, from, to) > 0
		quotes := min(w.between(mark, from, to), 2)
		s.add(40, sort, u, mp, cp, uint32(verbs))
		s.add(41, sort, u, mp, uint32(verbs), uint32(commas), bit(marks), bit(subs))
		s.add(42, sort, u, mp, cp, uint32(ands), bit(stops), bit(buts))
		s.add(43, sort, u, uint32(quotes), mp)
		s.add(44, sort, u, bit(subs), bit(marks), cp)
		s.add(45, sort, u, mp, cp, bit(verbs == 0), bit(commas+ands == 0), bit(subs || marks || stops || buts))
		if to-from <= 2 {
			s.add(46, sort, u, mp, w.word(m, from), uint32(to-from))
		}
		s.add(47, sort, u, w.word(m, from), mp)
	} else if near == 1 {
		s.add(48, sort, mp, cp, bit(w.between(mark, from, to) > 0))
	}
	if c.last.standing.word >= 0 && near < 2 {
		v := key(w.lower[c.last.standing.word])
		s.add(50, sort, u, cp, v)
		if m.standing.word >= 0 {
			s.add(51, sort, u, mp, cp, bit(v == key(w.lower[m.standing.word])))
		}
	}
	s.add(52, sort, mp, uint32(w.kindAt(m, m.first-1)), u, cp)
	s.add(53, sort, w.word(m, m.first-1), u, cp)
	s.add(54, sort, w.word(m, m.last), u, cp)
	if m.standing.word >= 0 {
		s.add(55, sort, mp, key(w.lower[m.standing.word]), bit(cp == uint32(subject)), u)
	}
	w.speech(m, c, s, u)
	if m.form == byNominal {
		w.described(m, c, s, u)
	}
	// Others who are not named stand between.
	for i := len(w.unnamed) - 1; i >= 0; i-- {
		if x := &w.unnamed[i]; x.first > c.last.first && fitting(x, m) {
			s.add(60, sort, u, bit(w.doc.Words[x.first].Sentence == at.Sentence), mp, bit(x.who == m.who))
			return
		}
	}
	s.add(61, sort, u)
}

// fitting says whether an unnamed description may be what a mention means.
func fitting(x, m *mention) bool {
	return x.first != m.first && (x.who == anyone || x.who == m.who)
}

// speech tells how a mention and a chain stand to the quotations.
func (w *walker) speech(m *mention, c *candidate, s *set, u uint32) {
	sort := m.sort()
	inside, speaker := w.quoted[m.first] > 0, false
	if q := w.quoteAt[m.first]; q >= 0 {
		inside = true
		speaker = w.doc.Quotes[q].Speaker == c.number
	}
	there := w.quoted[c.last.first] > 0 || w.quoteAt[c.last.first] >= 0
	same := there && inside && w.quoted[m.first] == w.quoted[c.last.first]
	s.add(70, sort, bit(inside), bit(there), bit(same), u)
	if inside {
		s.add(71, sort, bit(speaker), u)
	}
	says := m.standing.word >= 0 && m.standing.place == subject && speech[w.lower[m.standing.word]]
	said := c.last.standing.word >= 0 && c.last.standing.place == subject && speech[w.lower[c.last.standing.word]]
	if says || said {
		s.add(72, sort, bit(says), bit(said), bit(inside), u)
	}
}

// described tells how a description fits a chain.
func (w *walker) described(m *mention, c *candidate, s *set, u uint32) {
	head := w.lower[m.head]
	h := key(head)
	e := w.lexicon.Words[head]
	kind := uint32(c.kind)
	class := uint32(e.Head)
	det := key(w.lower[m.first])
	used := bit(c.heads[head])
	part := bit(c.words[head])
	other := uint32(0)
	for i := m.first + 1; i < m.head; i++ {
		if c.words[w.lower[i]] || c.heads[w.lower[i]] {
			other = 1
		}
	}
	s.add(80, kind, h)
	s.add(81, kind, class)
	s.add(82, kind, class, used, part, other)
	s.add(83, used, part, u, det)
	s.add(84, h, used, part)
	s.add(85, kind, det, u)
	s.add(86, kind, class, bucket(c.recent), u)
	s.add(87, kind, uint32(m.last-m.first), used, part)
	s.add(88, bit(c.sex.agrees(m.who) < 0), kind, uint32(m.who))
	s.add(89, class, kind, bit(upper(w.doc.Words[m.head].Text)), used, part)
	s.add(90, det, bit(m.before), bit(m.standing.place == apposed), u, bucket(min(max(m.first-c.last.last, 0), 3)))
	s.add(91, kind, class, w.word(m, m.last), u)
	if possessor(w.lower[m.first]) {
		s.add(92, kind, class, u, bit(c.last.form == byPronoun))
	}
	if i := m.first - 1; i >= 0 {
		s.add(93, kind, w.kindAt(m, i), used)
	}
}

func (w *walker) none(m *mention, s *set) {
	sort, mp := m.sort(), uint32(m.standing.place)
	s.add(200, sort)
	s.add(201, uint32(m.who), sort, mp)
	s.add(202, sort, key(w.lower[m.first]))
	s.add(203, sort, w.word(m, m.last))
	s.add(204, sort, w.word(m, m.first-1))
	s.add(205, sort, w.word(m, m.last), w.word(m, m.last+1))
	s.add(206, sort, w.word(m, m.last+1))
	s.add(207, sort, w.kindAt(m, m.first-1), w.kindAt(m, m.last), w.kindAt(m, m.last+1))
	s.add(208, sort, w.word(m, m.first-1), w.word(m, m.last))
	s.add(209, sort, w.word(m, m.last+2), bit(w.word(m, m.last) != 0))
	if m.standing.word >= 0 {
		s.add(210, sort, mp, key(w.lower[m.standing.word]))
	}
	fits, here, prior := int32(0), int32(0), int32(0)
	at := w.doc.Words[m.first]
	for i := range w.list {
		c := &w.list[i]
		if c.fits && !c.ahead {
			fits++
			switch at.Sentence - c.last.sentence {
			case 0:
				here++
			case 1:
				prior++
			}
		}
	}
	s.add(211, sort, bucket(min(fits, 6)))
	s.add(212, sort, bucket(min(here, 3)), bucket(min(prior, 3)))
	s.add(213, sort, bit(w.quoted[m.first] > 0), mp)
	if q := w.quoteAt[m.first]; q >= 0 {
		s.add(214, sort, bit(w.doc.Quotes[q].Speaker >= 0))
	}
	if m.form == byPronoun {
		p := &w.pronouns[m.who]
		s.add(224, sort, mp, bit(p.chain == nil), bucket(min(at.Sentence-p.sentence, 4)), uint32(p.standing.place))
		s.add(225, sort, bit(p.chain == nil), bucket(min(m.first-p.first, 40)), bit(len(w.list) > 0 && w.list[0].last.first > p.first))
	}
	// Something else that it may mean: a name of another type, or someone without a name.
	for i, n := len(w.events)-1, 0; i >= 0 && n < 4; i, n = i-1, n+1 {
		if c := &w.chains[w.events[i]]; c.kind == nobody {
			s.add(215, sort, bucket(min(at.Sentence-c.last.sentence, 3)), uint32(n), mp)
			break
		}
	}
	for i := len(w.unnamed) - 1; i >= 0; i-- {
		x := &w.unnamed[i]
		if !fitting(x, m) {
			continue
		}
		near := bit(x.who == m.who) + 2*bit(x.standing.place == subject) + 4*bit(w.doc.Words[x.first].Sentence == at.Sentence)
		s.add(226, sort, near, uint32(w.lexicon.Words[w.lower[x.head]].Head), bit(len(w.list) > 0 && w.list[0].last.first > x.first))
		s.add(227, sort, mp, bucket(min(w.between(verb, x.last, m.first), 5)), uint32(x.standing.place))
		s.add(220, sort, mp, bucket(min(at.Sentence-w.doc.Words[x.first].Sentence, 3)), uint32(x.standing.place))
		s.add(221, sort, bit(x.who == m.who), bucket(min(at.Sentence-w.doc.Words[x.first].Sentence, 3)), bit(len(w.list) > 0 && w.list[0].last.first > x.first))
		s.add(222, sort, key(w.lower[x.head]), bucket(min(at.Sentence-w.doc.Words[x.first].Sentence, 2)))
		s.add(223, sort, key(w.lower[x.first]), bucket(min(at.Sentence-w.doc.Words[x.first].Sentence, 2)))
		break
	}
	if m.form != byNominal {
		return
	}
	head := w.lower[m.head]
	h, det := key(head), key(w.lower[m.first])
	known := uint32(0)
	for i := range w.list {
		if w.list[i].heads[head] || w.list[i].words[head] {
			known = 1
		}
	}
	s.add(230, h)
	s.add(231, h, det)
	s.add(232, det, uint32(w.lexicon.Words[head].Head), known)
	s.add(233, h, known)
	s.add(234, bit(w.dropped[h]), known)
	s.add(235, uint32(m.last-m.first), det)
	s.add(236, w.word(m, m.last), det)
	s.add(237, bit(upper(w.doc.Words[m.head].Text)), known, uint32(w.lexicon.Words[head].Head))
	s.add(238, w.kindAt(m, m.first-1), det, w.kindAt(m, m.last))
	for i := m.first + 1; i < m.head; i++ {
		s.add(239, key(w.lower[i]), det)
	}
	s.add(240, bit(m.before), bit(m.standing.place == apposed), det)
}

// later tells whether the chain is named again soon after the mention: what a subject is, its clause hardly names.
func (w *walker) later(m *mention, c *candidate, s *set) {
	if c.ahead {
		return
	}
	for k := w.next; k < min(w.next+6, len(w.doc.Names)); k++ {
		x := w.doc.Names[k]
		if x.First < m.last || int(x.First) >= len(w.lower) || w.doc.Words[x.First].Sentence != w.doc.Words[m.first].Sentence {
			continue
		}
		if &w.chains[w.chainOf[k]] == c.chain {
			verbs := min(w.between(verb, m.last, x.First), 3)
			edge := w.between(subordinator, m.last, x.First)+w.between(relative, m.last, x.First)+w.between(stop, m.last, x.First)+w.between(mark, m.last, x.First) > 0
			s.add(62, m.sort(), uint32(m.standing.place), uint32(verbs), bit(edge))
			s.add(63, m.sort(), bucket(min(x.First-m.last, 8)), uint32(verbs))
			return
		}
	}
	s.add(64, m.sort())
}

// opening tells what the part of the sentence before the mention is like: its first word and whether a verb came.
func (w *walker) opening(m *mention) uint32 {
	first := m.first
	for steps := 0; steps < 40 && first > 0 && w.sameSentence(int(first-1), int(m.first)); steps++ {
		first--
	}
	return mix(w.kindAt(m, first), bit(first == m.first), uint32(min(w.between(verb, first, m.first), 2)), uint32(min(w.between(comma, first, m.first), 2)))
}
