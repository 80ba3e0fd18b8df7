package naming

import (
	"slices"

	"hustings/models/gazetteer"
)

// Fit says by which rule two names may mean one actor, and how often that is right among names that no other name fits
// as well; "" and 0 if they may not.
func Fit(a, b Name) (rule string, p float64) { return fitNames(&a, &b) }

func fitNames(a, b *Name) (rule string, p float64) {
	switch {
	case a.Class != b.Class:
		return "", 0
	case a.Class == Person:
		return fitPersons(a, b)
	}
	return fitBodies(a, b)
}

// fitPersons says by which rule two persons' names may mean one person.
func fitPersons(a, b *Name) (rule string, p float64) {
	switch {
	case a.Key == b.Key:
		return "same", 1
	case len(a.Words) == 0, len(b.Words) == 0, a.sex != 0 && b.sex != 0 && a.sex != b.sex:
		return "", 0
	case a.Qualifier != b.Qualifier && a.Qualifier != "" && b.Qualifier != "":
		return "", 0
	}
	east, clash := fitEast(a, b)
	if clash {
		return "", 0
	}
	if rule, p = fitWords(a, b); p >= east && rule != "" {
		return rule, p
	}
	if east > 0 {
		return "variant", east
	}
	return fitAliases(a, b)
}

// fitWords compares two names word by word.
func fitWords(a, b *Name) (string, float64) {
	if len(a.parts) > len(b.parts) {
		a, b = b, a
	}
	loose := ear(a.muslim || b.muslim)
	if a.Qualifier == b.Qualifier {
		switch {
		case slices.Equal(a.Words, b.Words): // but for a title that tells the sex
			return "same", 0.95
		case ear(false).all(a.parts, b.parts):
			return "variant", 0.97
		case loose.all(a.parts, b.parts):
			return "variant", 0.9
		}
	}
	switch {
	case len(a.parts) == 1:
		rule, p := fitBare(loose, a.parts[0], b)
		if b.Bare && len(b.parts) > 1 { // half of "Hill-Moss" may be anyone
			p = min(p, 0.65)
		}
		return rule, p
	case a.Bare && b.Bare:
		return "", 0
	case a.Bare:
		return fitHyphened(loose, a.parts, b.parts)
	case b.Bare:
		return "", 0
	}
	return fitFull(loose, a, b)
}

// fitAliases compares what else two people are called: initials run together, nicknames, names at birth, and names
// without the honorifics in front.
func fitAliases(a, b *Name) (string, float64) {
	if p := max(fitLetters(a.letters, b.parts), fitLetters(b.letters, a.parts)); p > 0 {
		return "initials", p
	}
	if fitNick(a, b) || fitNick(b, a) {
		return "nickname", 0.8
	}
	for _, pair := range [][2]*Name{{a, b}, {b, a}} {
		if rule, p := fitMaiden(pair[0], pair[1]); rule != "" {
			return rule, p
		}
	}
	if a.front == 0 && b.front == 0 {
		return "", 0
	}
	a, b = a.withoutFront(), b.withoutFront()
	if (len(a.parts) == 1) != (len(b.parts) == 1) {
		return "", 0 // "Syed Ali" and "Hassan Ali"
	}
	rule, p := fitWords(a, b)
	if p > 0.9 {
		return "part", 0.88
	}
	return rule, p
}

func (n Name) withoutFront() *Name {
	n.Words, n.parts, n.front = n.Words[n.front:], n.parts[n.front:], 0
	n.Bare = n.Bare || len(n.Words) == 1
	return &n
}

// fitLetters compares "JFK" or "EMS" with the initials of a whole name or of the given names.
func fitLetters(letters string, full []part) float64 {
	if letters == "" || len(full) < 2 || len(full) > len(letters)+1 || len(full) < len(letters) {
		return 0
	}
	i := 0
	for _, r := range letters {
		if i == len(full) || first(full[i].word) != r {
			return 0
		}
		i++
	}
	if i == len(full) {
		return 0.75
	}
	return 0.7
}

// fitNick says whether b is what a is called by its nickname: "Pepe" or "Pepe Hill" of `José "Pepe" Hill`.
func fitNick(a, b *Name) bool {
	k := len(a.nick)
	if k == 0 || len(b.Words) < k || !slices.Equal(a.nick, b.Words[:k]) {
		return false
	}
	rest := b.Words[k:]
	return len(rest) == 0 || len(rest) < len(a.Words) && slices.Equal(rest, a.Words[len(a.Words)-len(rest):])
}

// fitMaiden compares b with the name that a had at birth.
func fitMaiden(a, b *Name) (string, float64) {
	switch k := len(a.Words) - 1; {
	case len(a.maiden) == 0:
		return "", 0
	case slices.Equal(b.Words, a.maiden):
		return "surname", 0.65
	case k > 0 && len(b.Words) > len(a.maiden) && b.Words[0] == a.Words[0] && slices.Equal(b.Words[len(b.Words)-len(a.maiden):], a.maiden):
		return "part", 0.8
	}
	return "", 0
}

// fitBare compares one word with a name.
func fitBare(loose ear, w part, full *Name) (string, float64) {
	parts := full.parts
	n := len(parts)
	if w.initial() {
		return "", 0
	}
	if n == 1 {
		if len(w.word) >= 6 && loose.near(w, parts[0]) {
			return "variant", 0.7
		}
		return "", 0
	}
	last := parts[n-1]
	if r, ok := full.sureEast(); ok {
		switch w.word {
		case r.family:
			return "surname", 0.9
		case r.given:
			return "part", 0.75
		}
		return "", 0
	}
	switch {
	case full.viet && w.word != last.word:
		if w.word == parts[0].word {
			return "part", 0.65
		}
		return "", 0
	case w.word == last.word && givenFirst[parts[0].word]:
		return "part", 0.6
	case w.word == last.word:
		return "surname", 0.9
	case n >= 3 && w.word == parts[n-2].word && doubleSurname(parts):
		return "surname", 0.88
	case loose.same(w, last):
		return "variant", 0.85
	case w.word == parts[0].word && givenFirst[w.word]:
		return "part", 0.85
	case w.word == parts[0].word:
		return "part", 0.75
	case len(w.word) >= 6 && loose.near(w, last):
		return "variant", 0.7
	case loose.same(w, parts[0]):
		return "variant", 0.65
	case slices.ContainsFunc(parts[1:n-1], func(p part) bool { return p.word == w.word }):
		return "part", 0.7
	case nicknamed(w, parts[0]):
		return "nickname", 0.6
	}
	return "", 0
}

// givenFirst are given names of Ethiopia and Eritrea, where the second name is the father's and people go by the first.
var givenFirst = set(`abiy mengistu haile hailemariam meles girma tesfaye bekele tekle dawit tadesse kebede getachew workneh berhanu demeke
	isaias birtukan merera lencho yohannes teferi aklilu endalkachew tamrat legesse negasso mulatu siye gebru asrat alemayehu tewodros
	almaz aster genet hirut lemma fikre wolde gebre`)

// fitHyphened compares a last or given name of several words, "Hill-Moss", with a full name.
func fitHyphened(loose ear, a, full []part) (string, float64) {
	switch k := len(a); {
	case len(full) <= k:
	case loose.all(a, full[len(full)-k:]):
		return "surname", 0.9
	case loose.all(a, full[:k]):
		return "part", 0.75
	}
	return "", 0
}

// doubleSurname says whether a name's last two words are both family names, as in Spanish and Portuguese.
func doubleSurname(full []part) bool {
	w := full[len(full)-2].word
	class := known(w)
	return (class&gazetteer.Surname != 0 && class&gazetteer.Forename == 0 || hispanic(w)) && !droppable[w] && !honorifics[w]
}
