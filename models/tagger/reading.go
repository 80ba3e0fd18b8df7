package tagger

import (
	"strings"

	"hustings/models/gazetteer"
)

// A reading is a document as features see it: its distinct words, and what is said of each of their uses.
type reading struct {
	lexicon *gazetteer.Gazetteer
	words   []word
	index   map[string]int32
	lowers  map[string]int32 // the first word of each in lower case
	lines   []line
}

// A line is one sentence.
type line struct {
	words []int32
	uses  []use
	shout bool // all in capitals
}

// use is a word at its place in a sentence.
type use struct {
	phrase gazetteer.Class // of a phrase of two words or more that it stands in
	place  uint8           // in that phrase: 0 none, 1 first, 2 within, 3 last
	first  int32           // of the run of capitalised words that it stands in; -1 for none
	last   int32           // exclusive
	run    gazetteer.Class // of that run's words
	quoted bool
	inside bool // of brackets
}

func read(doc [][]string, lexicon *gazetteer.Gazetteer) *reading {
	r := &reading{lexicon: lexicon, index: map[string]int32{}, lowers: map[string]int32{}, lines: make([]line, len(doc))}
	total := 0
	for _, sentence := range doc {
		total += len(sentence)
	}
	ids, uses := make([]int32, total), make([]use, total)
	for s, sentence := range doc {
		n := len(sentence)
		l := line{words: ids[:n:n], uses: uses[:n:n]}
		ids, uses = ids[n:], uses[n:]
		for i, token := range sentence {
			l.words[i] = r.word(token)
		}
		r.lines[s] = l
	}
	for token, id := range r.index { // each entry is set by itself: the order does not matter
		if w := &r.words[id]; w.form.upper() {
			if small, ok := r.index[strings.ToLower(token)]; ok && small != id {
				w.small = small
			}
		}
	}
	for s := range r.lines {
		l := &r.lines[s]
		r.shout(l)
		r.phrases(l)
		r.runs(l)
		r.marks(l)
	}
	for s := range r.lines {
		r.collect(&r.lines[s])
	}
	return r
}

func (r *reading) word(token string) int32 {
	id, ok := r.index[token]
	if !ok {
		id = int32(len(r.words))
		r.index[token] = id
		w := newWord(token, r.lexicon)
		lower := strings.ToLower(token)
		same, known := r.lowers[lower]
		if !known {
			same = id
			r.lowers[lower] = id
		}
		w.same = same
		r.words = append(r.words, w)
	}
	return id
}

func (r *reading) at(l *line, i int) *word { return &r.words[l.words[i]] }

// shout finds whether a sentence is written in capitals: three words of letters or more, four in five of them.
func (r *reading) shout(l *line) {
	upper, letters := 0, 0
	for i := range l.words {
		switch r.at(l, i).form {
		case capitals:
			upper++
			letters++
		case capital, lowered:
			letters++
		}
	}
	l.shout = letters >= 3 && upper*5 >= letters*4
}

// longestPhrase is the length, in words, of the gazetteer's longest phrases.
const longestPhrase = 8

// phrases finds the gazetteer's phrases of two words or more: the longest at each place, left to right.
func (r *reading) phrases(l *line) {
	for i := 0; i < len(l.words); i++ {
		w := r.at(l, i)
		if w.form != capital && w.form != capitals {
			continue
		}
		var best gazetteer.Class
		end := i
		key := w.key
		for j := i + 1; j < len(l.words) && j < i+longestPhrase; j++ {
			if _, more := r.lexicon.Find(key); !more {
				break
			}
			key = key.Then(r.at(l, j).key)
			if class, _ := r.lexicon.Find(key); class != 0 {
				best, end = class, j
			}
		}
		if best == 0 {
			continue
		}
		for j := i; j <= end; j++ {
			l.uses[j].phrase, l.uses[j].place = best, 2
		}
		l.uses[i].place, l.uses[end].place = 1, 3
		i = end
	}
}

// runs finds the runs of capitalised words, and what joins them: "Front for the Defence of Bread".
func (r *reading) runs(l *line) {
	for i := range l.uses {
		l.uses[i].first = -1
	}
	for i := 0; i < len(l.words); i++ {
		if w := r.at(l, i); !w.form.upper() || i == 0 && w.class&gazetteer.Common != 0 && len(l.words) > 1 {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(l.words) && j < end+3; j++ {
			w := r.at(l, j)
			if w.form.upper() || j == end && w.form == number && w.class == 0 && !l.shout && r.at(l, j-1).form == capital {
				end = j + 1
				continue
			}
			if !r.links(l, j, j > end) {
				break
			}
		}
		var class gazetteer.Class
		for j := i; j < end; j++ {
			class |= r.at(l, j).class
		}
		for j := i; j < end; j++ {
			u := &l.uses[j]
			u.first, u.last, u.run = int32(i), int32(end), class
		}
		i = end - 1
	}
}

// links says whether a word without a capital may stand within a run: what joins names, "the" after such a word, and the
// possessive of "People's".
func (r *reading) links(l *line, i int, second bool) bool {
	w := r.at(l, i)
	return w.joins || second && w.lower == theHash || w.lower == possessive && r.at(l, i-1).lower == peopleHash
}

var theHash, possessive, peopleHash = hash("the"), hash("'s"), hash("people")

func (f form) upper() bool { return f == capital || f == capitals }

var quoteHash, openHash, closeHash = hash(`"`), hash("("), hash(")")

// marks finds what stands in quotation marks or in brackets.
func (r *reading) marks(l *line) {
	quoted, inside := false, false
	for i := range l.words {
		switch r.at(l, i).text {
		case quoteHash:
			quoted = !quoted
		case openHash:
			inside = true
		case closeHash:
			inside = false
		}
		l.uses[i].quoted, l.uses[i].inside = quoted, inside
	}
}
