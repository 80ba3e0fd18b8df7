package coref

// Choice is a mention and the chains that it may mean.
type Choice struct {
	First, Last int32
	Form        string
	Chains      []int32
	Features    [][]uint32 // of each chain, and last those of none of them
}

// Bounds of the chains that are weighed for one mention.
const (
	candidates  = 14 // most recent ones
	sentences   = 14 // as far back
	steps       = 90 // mentions looked at
	prominent   = 3  // the most often mentioned so far
	ahead       = 2  // named later in the sentence
	unnamedKept = 6
)

// walker reads a document from left to right.
type walker struct {
	*reading
	events   []int32 // the chain of each mention so far
	top      []int32 // the chains with the most mentions so far, at most prominent
	order    int32
	nth      int32 // mentions in the sentence so far
	nthOf    int32 // that sentence
	unnamed  []mention
	list     []candidate
	fitting  int32 // of list, how many fit
	stamp    int32
	dropped  map[uint32]bool       // heads of descriptions that meant none
	next     int                   // the next name
	subjects int32                 // mentions that were subjects so far
	pronouns [many + 1]lastPronoun // the last of each kind
}

// lastPronoun is the last pronoun of its kind.
type lastPronoun struct {
	chain *chain // nil if it meant none
	seen
}

// candidate is a chain that a mention may mean.
type candidate struct {
	*chain
	last   seen // its mention nearest to the mention
	ahead  bool
	recent int32 // how many chains that fit were mentioned since
	fit    int   // by sex, see agrees
	fits   bool
}

// Walk reads doc's mentions from left to right and asks choose for each which chain it means, or -1. What choose is
// given is valid until it returns.
func (l *Lexicon) Walk(doc *Document, choose func(*Choice) int32) {
	w := walker{reading: read(doc, l), nthOf: -1, dropped: map[uint32]bool{}}
	for i := range w.pronouns {
		w.pronouns[i].sentence = -9
	}
	names := doc.Names
	for _, m := range w.mentions {
		for ; w.next < len(names) && names[w.next].First < m.first; w.next++ {
			w.name(w.next)
		}
		w.collect(&m)
		c := Choice{First: m.first, Last: m.last, Form: Pronoun}
		if m.form == byNominal {
			c.Form = Nominal
		}
		for i := range w.list {
			c.Chains = append(c.Chains, w.list[i].number)
		}
		w.features(&m, &c)
		id, ok := w.dense[choose(&c)]
		if !ok {
			if m.form == byPronoun {
				w.pronouns[m.who] = lastPronoun{nil, seen{first: m.first, sentence: doc.Words[m.first].Sentence, standing: m.standing}}
			}
			if m.form == byNominal {
				w.dropped[key(w.lower[m.head])] = true
				if w.unnamed = append(w.unnamed, m); len(w.unnamed) > unnamedKept {
					w.unnamed = w.unnamed[1:]
				}
			}
			continue
		}
		x := &w.chains[id]
		if m.form == byNominal {
			if len(x.heads) < 16 {
				x.heads[w.lower[m.head]] = true
			}
			if x.kind == aPerson && (x.sex == unknownSex || x.sex >= maybeMale) {
				switch m.who {
				case male:
					x.sex = titledMale
				case female:
					x.sex = titledFemale
				}
			}
		} else {
			x.whos[m.who]++
			x.lastWho = m.who
		}
		w.note(id, seen{first: m.first, last: m.last, form: m.form, standing: m.standing})
		if m.form == byPronoun {
			w.pronouns[m.who] = lastPronoun{x, x.last}
		}
	}
}

// name notes name k.
func (w *walker) name(k int) {
	x := w.doc.Names[k]
	if x.First < 0 || int(x.Last) > len(w.doc.Words) || x.First >= x.Last {
		return
	}
	w.note(w.chainOf[k], w.seenName(k))
}

func (w *walker) seenName(k int) seen {
	x := w.doc.Names[k]
	s := seen{first: x.First, last: x.Last, form: shortName, standing: w.standing(x.First, x.Last), sentence: w.doc.Words[x.First].Sentence}
	if x.Last-x.First >= 2 || w.chains[w.chainOf[k]].longest == 1 {
		s.form = fullName
	}
	return s
}

func (w *walker) note(id int32, s seen) {
	c := &w.chains[id]
	s.sentence = w.doc.Words[s.first].Sentence
	if s.sentence != w.nthOf {
		w.nthOf, w.nth = s.sentence, 0
	}
	if c.kind != nobody {
		w.nth++
	}
	w.order++
	s.order, s.nth = w.order, w.nth
	if c.sentence != s.sentence {
		c.before = 0
		if c.sentence == s.sentence-1 {
			c.before = c.within
		}
		c.within = 0
	}
	c.within++
	c.sentence = s.sentence
	c.seen++
	if s.standing.place == subject {
		c.subject = s.sentence
		w.subjects++
		c.subjects, c.subjectAt = w.subjects, s.first
	}
	c.last = s
	if s.form <= shortName {
		c.named = s
	}
	w.events = append(w.events, id)
	if c.kind != nobody {
		w.raise(id)
	}
}

// raise keeps the list of the chains mentioned most.
func (w *walker) raise(id int32) {
	for i, t := range w.top {
		if t == id {
			for ; i > 0 && w.chains[w.top[i-1]].seen < w.chains[id].seen; i-- {
				w.top[i], w.top[i-1] = w.top[i-1], w.top[i]
			}
			return
		}
	}
	if len(w.top) < prominent {
		w.top = append(w.top, id)
		return
	}
	if last := len(w.top) - 1; w.chains[w.top[last]].seen < w.chains[id].seen {
		w.top[last] = id
	}
}

// collect lists the chains that m may mean.
func (w *walker) collect(m *mention) {
	w.list, w.fitting = w.list[:0], 0
	w.stamp++
	sentence := w.doc.Words[m.first].Sentence
	recent := int32(0)
	add := func(id int32, last seen, ahead bool) {
		c := &w.chains[id]
		c.stamp = w.stamp
		if !w.allowed(m, c) {
			return
		}
		x := candidate{chain: c, last: last, ahead: ahead, recent: recent, fit: c.sex.agrees(m.who)}
		if c.kind == aPerson && (m.who == male || m.who == female) {
			if c.whos[male]+c.whos[female] > 0 && x.fit == 0 {
				x.fit = -1
				if c.whos[m.who] > 0 {
					x.fit = 1
				}
			}
		}
		x.fits = x.fit >= 0
		if x.fits {
			recent++
			if !ahead {
				w.fitting++
			}
		}
		w.list = append(w.list, x)
	}
	for i, n := len(w.events)-1, 0; i >= 0 && n < steps && len(w.list) < candidates; i, n = i-1, n+1 {
		c := &w.chains[w.events[i]]
		if c.stamp == w.stamp {
			continue
		}
		if c.last.sentence < sentence-sentences {
			break
		}
		add(w.events[i], c.last, false)
	}
	for _, id := range w.top {
		if c := &w.chains[id]; c.stamp != w.stamp {
			add(id, c.last, false)
		}
	}
	for next, n := w.next, 0; next < len(w.doc.Names) && n < ahead; next, n = next+1, n+1 {
		x := w.doc.Names[next]
		if x.First < m.last || int(x.Last) > len(w.doc.Words) || x.First >= x.Last {
			continue
		}
		if w.doc.Words[x.First].Sentence > sentence {
			break
		}
		if id := w.chainOf[next]; w.chains[id].stamp != w.stamp {
			s := w.seenName(next)
			s.order = w.order + 1
			add(id, s, true)
		}
	}
}

// allowed says whether a mention of m's kind may mean c at all.
func (w *walker) allowed(m *mention, c *chain) bool {
	if c.kind == nobody {
		return false
	}
	if m.form == byNominal {
		return true
	}
	switch m.who {
	case male, female:
		return c.kind == aPerson
	case thing:
		return c.kind != aPerson
	}
	return true
}
