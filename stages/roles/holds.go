package roles

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// holds says whether nothing around the words takes back what they say.
func (m *match) holds() bool {
	if m.rule == "title" || m.rule == "office" {
		if m.word(m.first-1) == "," && m.kind(m.first-2) == 'p' {
			return false // "Hill, the Harbour Party leader, Oru": it is Hill who leads
		}
		if m.article && !m.led() {
			return false
		}
	}
	if m.after != nil && !m.closed() {
		return false
	}
	if m.rule == "brackets" && m.defines() || m.rule == "of" && !m.introduces() {
		return false
	}
	switch m.rule {
	case "passive", "elects", "relative":
		if before := m.word(m.first - 1); m.role == "former member" && prepositions[before] || m.doubted(m.first) || m.word(len(m.items)-1) == "?" {
			return false
		}
	case "from":
		if w := m.word(m.subjectBefore()); w != "" && !introducing[w] || !strings.Contains(m.original(m.person), " ") {
			return false
		}
	case "whose":
		if m.groups["party"][0] < m.person && (m.word(m.person+1) == "'s" || !m.led()) {
			return false // "the Harbour Party of Hill's youth"
		}
	case "adjective":
		return m.adjective()
	}
	return m.sensible() && (!m.subject || m.stated())
}

// sensible says whether what was skipped between the person and the role leaves it the person's.
func (m *match) sensible() bool {
	for _, name := range []string{"gap", "kind"} {
		for k := m.groups[name][0]; k < m.groups[name][1]; k++ {
			if w := m.word(k); doubts[w] || kin[w] || elsewhere[w] || m.rule == "apposition" && (w == "by" || w == "with") {
				return false
			}
		}
	}
	return true
}

// adjective says whether a party's name is one before a person: "Conservative Jane Hill", but not "in the HP Hill".
func (m *match) adjective() bool {
	party := m.groups["party"][0]
	name, w := m.original(party), m.word(party-1)
	return m.items[party].party && !strings.Contains(name, " ") && strings.ToUpper(name) != name && strings.Contains(m.original(m.person), " ") &&
		(w == "" || w == "," || w == "and" || w == "by" || w == "than" || w == "against" || w == "with" || w == "when")
}

// doubted says whether a word not far before an item turns it into something else than a statement.
func (m *match) doubted(before int) bool {
	const near = 5
	for k := max(0, before-near); k < before; k++ {
		if doubts[m.word(k)] {
			return true
		}
	}
	return false
}

// subjectBefore is the item before the person and the titles.
func (m *match) subjectBefore() int {
	k := m.person - 1
	for k >= 0 && titles[strings.TrimSuffix(m.word(k), ".")] {
		k--
	}
	return k
}

// closed says whether what stands behind the evidence leaves it as it is: not "of the Harbour Party conference", nor
// "X, Harbour Party leader Y".
func (m *match) closed() bool {
	next := m.word(m.last)
	if role, ok := m.groups["role"]; ok && role[1] == m.last || m.groups["other"][1] == m.last {
		return m.kind(m.last) != 'p' && !titles[strings.TrimSuffix(next, ".")] && next != "of" && next != "to"
	}
	party := m.groups["party"]
	if m.kind(m.last-1) != 'q' && (m.word(m.last-1) != ")" || m.rule == "brackets" || party[0] < m.person) {
		return true
	}
	if k := m.kind(m.last); k != 0 && k != 'o' {
		return false
	}
	if next == "in" && strings.HasSuffix(m.word(m.last+1), "ing") && m.rule == "verb" {
		return false // joined the Greens in condemning it
	}
	r, _ := utf8.DecodeRuneInString(next)
	return next == "" || ends[next] || next != "'s" && next != "'" && !unicode.IsLetter(r) ||
		strings.HasSuffix(next, "ed") || strings.HasSuffix(next, "ly") || strings.HasSuffix(next, "ing")
}

// defines says whether the party in brackets is short for the name before it.
func (m *match) defines() bool {
	var initials strings.Builder
	for _, w := range strings.Fields(m.original(m.person)) {
		r, _ := utf8.DecodeRuneInString(w)
		initials.WriteRune(r)
	}
	return strings.EqualFold(initials.String(), m.original(m.groups["party"][0]))
}

// introduces says whether "X of the Harbour Party" tells whose X is: not "said Hill of the Harbour Party", who may speak
// of it.
func (m *match) introduces() bool {
	if m.word(m.last) == "'s" {
		return false
	}
	return strings.Contains(m.original(m.person), " ") || m.person == 0 || !speaks(m.word(m.person-1))
}

func speaks(w string) bool {
	switch w {
	case "said", "says", "wrote", "writes", "spoke", "speaks", "asked", "told", "warned", "complained", "remarked", "thought", "accused", "suspected", "reminded":
		return true
	}
	return false
}

// stated says whether a person is the subject of a verb and nothing doubts or denies it.
func (m *match) stated() bool {
	if m.word(len(m.items)-1) == "?" {
		return false
	}
	relative := strings.HasPrefix(m.word(m.person+1), "who") || m.word(m.person+1) == ","
	if w := m.word(m.subjectBefore()); w == "had" || w == "should" || prepositions[w] && !relative && m.before == nil {
		return false
	}
	return !m.doubted(m.person)
}
