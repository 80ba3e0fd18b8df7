package roles

import (
	"regexp"
	"strings"
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

// roles finds the roles of the person who is an item of the line. The first pattern that speaks of a party decides.
func (l *line) roles(person int) []found {
	before, after := l.around(person)
	if !strings.Contains(before, "<q") && !strings.Contains(after, "<q") {
		return nil
	}
	var out []found
	heard := map[int32]bool{}
	for _, p := range patterns() {
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
