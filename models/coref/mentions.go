package coref

// mention is a pronoun or a description that may mean a chain.
type mention struct {
	first, last int32
	form        form
	who         who
	standing    standing
	head        int32 // of a description
	before      bool  // a description right before a name with a comma between, or after one
}

// detect finds the mentions, by the determiner that begins them or by their one word.
func (r *reading) detect() {
	n := len(r.doc.Words)
	for i := 0; i < n; i++ {
		if r.nameAt[i] >= 0 {
			continue
		}
		if p, ok := pronouns[r.lower[i]]; ok {
			r.pronoun(i, p)
		}
		if r.kinds[i] == determiner || possessor(r.lower[i]) {
			if m, ok := r.description(i); ok {
				r.mentions = append(r.mentions, m)
			}
		}
	}
}

func (r *reading) pronoun(i int, p pronoun) {
	at := int32(i)
	m := mention{first: at, last: at + 1, form: byPronoun, who: p.who, head: -1}
	m.standing = r.standing(at, at+1)
	switch p.place {
	case possessive, reflexive:
		m.standing.place = p.place
	case subject:
		if p.who == male || p.who == female || p.who == many {
			m.standing.place = subject
		}
	}
	if r.lower[i] == "her" && i+1 < len(r.kinds) && r.sameSentence(i, i+1) {
		switch r.kinds[i+1] {
		case noun, adjective, number, ing, participle, name, other, mark:
			m.standing.place = possessive
		}
	}
	r.mentions = append(r.mentions, m)
}

// longestDescription bounds the words of a description.
const longestDescription = 7

// inner are determiners that may stand behind another.
var inner = map[string]bool{"one": true, "two": true, "three": true, "four": true, "five": true, "other": true, "same": true, "own": true, "such": true, "another": true}

// description reads the noun phrase that begins at word i; its head must be a noun for persons or parties.
func (r *reading) description(i int) (mention, bool) {
	w := r.doc.Words
	end, head := i+1, -1
	for j := i + 1; j < len(w) && j < i+longestDescription && r.sameSentence(i, j); j++ {
		k := r.kinds[j]
		isHead := r.lexicon.Words[r.lower[j]].Head != NotHead && r.nameAt[j] < 0
		if k == name {
			if t := r.doc.Names[r.nameAt[j]].Type; t == "PERSON" {
				break
			}
			head = -1
			continue
		}
		if k == noun || isHead && k != verb && k != auxiliary && k != preposition {
			head, end = -1, j+1
			if isHead {
				head = j
			}
			continue
		}
		if isHead && k == verb && head < 0 {
			head, end = j, j+1
			continue
		}
		if k != adjective && k != participle && k != ing && k != number && !inner[r.lower[j]] {
			break
		}
	}
	if head < 0 || end != head+1 {
		return mention{}, false
	}
	m := mention{first: int32(i), last: int32(end), form: byNominal, head: int32(head), who: sexes[r.lower[head]]}
	if end < len(w) && r.sameSentence(i, end) {
		switch {
		case r.kinds[end] == name && r.doc.Names[r.nameAt[end]].Type == "PERSON":
			return mention{}, false // a title
		case r.kinds[end] == comma && end+1 < len(w) && r.kinds[end+1] == name:
			m.before = true
		}
	}
	m.standing = r.standing(m.first, m.last)
	return m, true
}
