package roles

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// found is what the patterns find at one person of a line.
type found struct {
	party       int // item
	role        string
	rule        string
	first, last int // items of the evidence, the last one included
}

// match is one pattern at one person.
type match struct {
	*line
	*pattern
	person      int
	groups      map[string][2]int // items, the last exclusive
	first, last int               // items, the last exclusive
}

// at finds the roles of the person who is an item of the line. The first pattern that speaks of a party decides.
func (l *line) roles(person int) []found {
	before, after := l.around(person)
	if !strings.Contains(before, "<q") && !strings.Contains(after, "<q") {
		return nil
	}
	var out []found
	heard := map[int32]bool{}
	for _, p := range patterns {
		m := match{line: l, pattern: p, person: person, groups: map[string][2]int{}, first: person, last: person + 1}
		if !p.hopes(before, after) || p.after != nil && !m.read(p.after, after, person+1) || p.before != nil && !m.read(p.before, before, person-min(person, behind)) {
			continue
		}
		if p.before != nil {
			m.lead()
		}
		party, ok := m.groups["party"]
		if !ok || heard[l.items[party[0]].mention] || !m.holds() {
			continue
		}
		roles := m.names()
		if len(roles) > 0 {
			heard[l.items[party[0]].mention] = true
		}
		for _, role := range roles {
			out = append(out, found{party[0], role, p.rule, m.first, m.last - 1})
		}
	}
	return out
}

// read matches one side; text begins at an item.
func (m *match) read(re *regexp.Regexp, text string, from int) bool {
	x := re.FindStringSubmatchIndex(text)
	if x == nil {
		return false
	}
	base := m.at(from)
	item := func(at int) int { return m.find(base+at, from) }
	for i, name := range re.SubexpNames() {
		if name != "" && x[2*i] >= 0 && x[2*i+1] > x[2*i] {
			m.groups[name] = [2]int{item(x[2*i]), item(x[2*i+1])}
		}
	}
	m.first, m.last = min(m.first, item(x[0])), max(m.last, item(x[1]))
	return true
}

// lead takes in the words that belong to what was found before the person: "the former Harbour Party leader".
func (m *match) lead() {
	if role, ok := m.groups["role"]; ok && role[0] == m.first {
		for m.first > 0 && (m.kind(m.first-1) == 'g' || modifier.MatchString(m.word(m.first-1))) {
			m.first--
		}
		m.groups["role"] = [2]int{m.first, role[1]}
	}
	for m.first > 0 && leads[m.word(m.first-1)] {
		m.first--
	}
}

// led says whether an article, "as" or a word like former leads what was found.
func (m *match) led() bool { return leads[m.word(m.first)] || m.word(m.first-1) == "as" }

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

// names gives the roles, each for one person; none if their number does not fit.
func (m *match) names() []string {
	former := false
	for k := m.first; k < m.last && m.rule != "whose"; k++ {
		if gap, ok := m.groups["gap"]; ok && k >= gap[0] && k < gap[1] {
			continue
		}
		former = former || formerly[strings.TrimSuffix(m.word(k), "-")]
	}
	if m.role != "" && m.role != "former" {
		if former && !strings.HasPrefix(m.role, "former ") {
			return []string{"former " + m.role}
		}
		return []string{m.role}
	}
	group, ok := m.groups["role"]
	if !ok {
		return []string{"member" + m.part()}
	}
	named := [][2]int{group}
	if other, ok := m.groups["other"]; ok {
		for k := group[0]; k < group[1]; k++ { // the first role ends where the words between begin
			if w := m.word(k); w == "and" || w == "/" || w == "," || w == "-" {
				named[0][1] = k
				break
			}
		}
		named = append(named, other)
		for k := named[0][1]; k < other[0]; k++ { // "the premier and a member of": what is before is another matter
			if w := m.word(k); w == "the" || w == "a" || w == "an" {
				named = named[1:]
				former = formerly[m.word(other[0])]
				break
			}
		}
	}
	list, many := m.groups["list"]
	many = many && list[1] > list[0]
	var out []string
	for i, g := range named {
		role, plural := m.phrase(g)
		if len(named) == 2 && i == 0 && offices[role[strings.LastIndexByte(role, ' ')+1:]] {
			continue
		}
		if role == "" || many && !plural || plural && !many && !m.oneOf() && !m.listed() {
			return nil
		}
		if (former || m.role == "former") && !strings.HasPrefix(role, "former ") {
			role = "former " + role
		}
		out = append(out, role+m.part())
	}
	return out
}

// oneOf says whether the role is one of many's: "one of the leaders".
func (m *match) oneOf() bool {
	for k := m.person + 1; k < m.groups["role"][0]; k++ {
		if m.word(k) == "one" || m.word(k) == "among" {
			return true
		}
	}
	return false
}

// listed says whether the person is the one nearest to the role of several: "MPs X and Y", "X and Y, deputies of".
func (m *match) listed() bool {
	joins := func(w string) bool { return w == "and" || w == "," || w == "&" }
	if m.groups["role"][0] > m.person {
		k := m.subjectBefore()
		return joins(m.word(k)) && (m.kind(k-1) == 'p' || m.word(k-1) == "," && m.kind(k-2) == 'p')
	}
	k := m.person + 1
	for joins(m.word(k)) || titles[strings.TrimSuffix(m.word(k), ".")] {
		k++
	}
	return k > m.person+1 && m.kind(k) == 'p'
}

// phrase is a role in small letters, for one person.
func (m *match) phrase(g [2]int) (role string, plural bool) {
	var words []string
	for k := g[0]; k < g[1]; k++ {
		w := m.word(k)
		switch {
		case m.items[k].mention >= 0:
			w = m.original(k)
		case k == g[1]-1:
			w, plural = singular(w)
			if abbreviations[w] {
				w = strings.ToUpper(w)
			}
		}
		if rest, ok := strings.CutPrefix(w, "ex-"); ok {
			words, w = append([]string{"former"}, words...), rest
		}
		words = append(words, w)
	}
	return strings.Join(words, " "), plural
}

// part is " of the youth wing" where the role is in a part of the party.
func (m *match) part() string {
	for _, name := range []string{"part", "wing"} {
		g, ok := m.groups[name]
		if !ok {
			continue
		}
		var words []string
		for k := g[0]; k < g[1]; k++ {
			if w := m.word(k); w != "the" && w != "its" {
				if m.items[k].mention >= 0 {
					w = m.original(k)
				}
				words = append(words, w)
			}
		}
		if len(words) > 0 {
			return " of the " + strings.Join(words, " ")
		}
	}
	return ""
}
