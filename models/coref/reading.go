package coref

import (
	"strings"
)

// reading is a document with what is known of its words before any mention is resolved.
type reading struct {
	doc      *Document
	lexicon  *Lexicon
	lower    []string
	kinds    []kind
	nameAt   []int32 // the name that a word is part of, or -1
	quoteAt  []int32 // the quotation that a word stands in, or -1
	quoted   []int32 // the number of the stretch between quotation marks, 0 outside
	turns    []int32 // the chain of who speaks in a word's paragraph of a transcript, or -1
	counts   [kinds][]int32
	chains   []chain
	chainOf  []int32 // of each name, the number in chains
	dense    map[int32]int32
	mentions []mention
}

func read(doc *Document, l *Lexicon) *reading {
	n := len(doc.Words)
	r := &reading{doc: doc, lexicon: l, lower: make([]string, n), kinds: make([]kind, n), nameAt: fill(n), quoteAt: fill(n), quoted: make([]int32, n), turns: fill(n), dense: map[int32]int32{}}
	for i := range doc.Words {
		r.lower[i] = strings.ToLower(doc.Words[i].Text)
	}
	for k, x := range doc.Names {
		for i := max(x.First, 0); i < min(x.Last, int32(n)); i++ {
			r.nameAt[i] = int32(k)
		}
	}
	for k, q := range doc.Quotes {
		for i := max(q.First, 0); i < min(q.Last, int32(n)); i++ {
			r.quoteAt[i] = int32(k)
		}
	}
	for i := range r.kinds {
		r.kinds[i] = r.kindOf(i)
	}
	for _, k := range separators {
		r.counts[k] = make([]int32, n+1)
	}
	for i, k := range r.kinds {
		for _, s := range separators {
			r.counts[s][i+1] = r.counts[s][i]
		}
		if k == auxiliary && i+1 < n && r.kinds[i+1] == auxiliary { // "has been" is one verb
			continue
		}
		if k == auxiliary {
			k = verb
		}
		if r.counts[k] != nil {
			r.counts[k][i+1]++
		}
	}
	r.marks()
	r.speakers()
	r.gather()
	r.detect()
	return r
}

func fill(n int) []int32 {
	a := make([]int32, n)
	for i := range a {
		a[i] = -1
	}
	return a
}

// separators are counted, so that how many stand between two words is known at once.
var separators = []kind{verb, comma, stop, subordinator, relative, mark, and, but, open}

func (r *reading) between(k kind, from, to int32) int32 {
	if from >= to {
		return 0
	}
	return r.counts[k][to] - r.counts[k][from]
}

func (r *reading) sameSentence(i, j int) bool {
	return r.doc.Words[i].Sentence == r.doc.Words[j].Sentence
}

// marks numbers the stretches between quotation marks; one does not go on in the next paragraph.
func (r *reading) marks() {
	inside, number := false, int32(0)
	for i := range r.doc.Words {
		if i > 0 && r.doc.Words[i].Paragraph != r.doc.Words[i-1].Paragraph {
			inside = false
		}
		switch w := r.lower[i]; {
		case r.kinds[i] == mark:
			switch w {
			case "“", "«", "``", "„", "‘":
				inside = true
				number++
			case "”", "»", "''":
				inside = false
			default:
				if inside = !inside; inside {
					number++
				}
			}
		case inside:
			r.quoted[i] = number
		}
	}
}

// speakers finds the paragraphs that begin with a name and a colon or a dash: what a transcript's speaker says.
func (r *reading) speakers() {
	speaker, start := int32(-1), 0
	for i, w := range r.doc.Words {
		if i == 0 || w.Paragraph != r.doc.Words[i-1].Paragraph {
			speaker, start = -1, i
		}
		r.turns[i] = speaker
		if speaker < 0 && i > start && i < start+12 && r.kinds[i] == stop && r.lower[i] != "." {
			for j := start; j < min(start+4, i); j++ {
				if k := r.nameAt[j]; k >= 0 && r.doc.Names[k].Type == "PERSON" && r.between(verb, int32(start), int32(i)) == 0 {
					speaker = r.doc.Names[k].Chain
				}
			}
		}
	}
}

// standing is where a mention stands in its clause.
type standing struct {
	place place
	joint bool  // after or before "and"
	word  int32 // the verb or preposition that the place is seen by, or -1
}

// reach bounds how far a mention's verb is looked for.
const reach = 14

func (r *reading) standing(first, last int32) standing {
	w := r.doc.Words
	in := func(i int32) bool { return i >= 0 && int(i) < len(w) && w[i].Sentence == w[first].Sentence }
	s := standing{word: -1}
	left := first - 1
	for steps := 0; steps < 3 && in(left) && (r.kinds[left] == determiner || r.kinds[left] == noun || r.kinds[left] == adjective); steps++ {
		left--
	}
	if in(left) && r.kinds[left] == and {
		s.joint = true
	}
	if in(last) && r.kinds[last] == genitive {
		s.place = possessive
		return s
	}
	if in(left) && (r.kinds[left] == preposition || r.kinds[left] == to) {
		s.place, s.word = oblique, left
		return s
	}
	right := last
	if in(right) && r.kinds[right] == and {
		s.joint = true
	}
	for steps := 0; steps < reach && in(right); steps++ {
		switch r.kinds[right] {
		case verb, auxiliary:
			s.place, s.word = subject, right
			for in(s.word+1) && (r.kinds[s.word] == auxiliary || r.kinds[s.word] == adverb) && (r.kinds[s.word+1] == participle || r.kinds[s.word+1] == infinitive || r.kinds[s.word+1] == ing || r.kinds[s.word+1] == auxiliary || r.kinds[s.word+1] == adverb || r.kinds[s.word+1] == verb) {
				s.word++
			}
			if said := r.speechBefore(left); said && steps > 0 {
				s.word = left
			}
			return s
		case adverb:
			right++
			continue
		case comma, open:
			if end := r.closing(right, in); end > right {
				right = end + 1
				continue
			}
		case and:
			if in(right+1) && (r.kinds[right+1] == name || r.kinds[right+1] == determiner) {
				right++
				for in(right) && (r.kinds[right] == name || r.kinds[right] == noun || r.kinds[right] == determiner) {
					right++
				}
				continue
			}
		}
		break
	}
	if !in(left) {
		return s
	}
	switch r.kinds[left] {
	case verb, auxiliary, participle, ing, infinitive:
		s.place, s.word = object, left
		if r.speechBefore(left) {
			s.place = subject
		}
	case comma, open:
		if in(left-1) && (r.kinds[left-1] == name || r.kinds[left-1] == noun) {
			s.place = apposed
		}
	}
	return s
}

// closing gives the comma or bracket that ends what the one at i begins, or i.
func (r *reading) closing(i int32, in func(int32) bool) int32 {
	want := comma
	if r.kinds[i] == open {
		want = closed
	}
	for j := i + 1; j < i+reach && in(j); j++ {
		if r.kinds[j] == want {
			return j
		}
	}
	return i
}

// speechBefore says whether word i is a verb of saying that may stand before its subject.
func (r *reading) speechBefore(i int32) bool {
	return i >= 0 && speech[r.lower[i]] && (i == 0 || r.kinds[i-1] == mark || r.kinds[i-1] == comma)
}

var speech = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`said says say told tells asked asks argued argues claimed claims stated states added adds announced announces warned warns
		insisted insists declared declares replied replies wrote writes explained explains noted notes admitted admits denied denies remarked observed observes
		maintained contended recalled recalls shouted cried joked conceded answered continued concluded complained promised demanded suggested thought`) {
		m[w] = true
	}
	return m
}()
