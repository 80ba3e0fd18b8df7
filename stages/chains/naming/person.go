package naming

import (
	"slices"
	"strings"

	"hustings/models/gazetteer"
)

// titles stand before a person's name and are not part of it.
var titles = set(`dictator mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness comrade comrades com cde president premier chancellor
	minister general gen colonel col major maj brigadier brig captain capt lieutenant lt sergeant sgt admiral marshal senator sen
	congressman congresswoman representative rep governor gov mayor ambassador justice judge father reverend rev pastor bishop archbishop
	cardinal pope rabbi imam ayatollah maulana maulvi mullah allama pandit mahatma hon honourable honorable king queen prince princess
	begum shri smt herr frau señor señora monsieur madame mme doña don comandante compañero compañera camarada genosse
	secretary chairman chairwoman chairperson speaker deputy councillor cllr commander prime chief vice foreign finance field home defence interior`)

// withoutTitles takes titles off the front, as long as a name is left.
func withoutTitles(name string) string {
	for {
		head, rest, ok := strings.Cut(name, " ")
		if !ok || !titles[strings.ToLower(strings.TrimRight(head, "."))] {
			return name
		}
		name = rest
	}
}

// particles belong to the word after them and are left out of comparisons.
var particles = set("al el bin ibn ben bint ur ul ud us uz un e i o wa de da do dos das di del della la le van von der den ter ten af av zu y abu")

// successors tell a child from a parent of one name.
var successors = set("jr sr junior senior ii iii iv")

func personWords(name string) (out []string, qualifier string) {
	all := words(name)
	if n := len(all); n > 2 && successors[all[n-1]] {
		qualifier, all = all[n-1], all[:n-1]
	}
	for i, w := range all {
		switch {
		case w == "uddin":
			w = "din"
		case i < len(all)-1 && isParticle(name, w, i):
			continue
		}
		out = append(out, w)
	}
	return out, qualifier
}

// isParticle says whether the i-th word of a name is a particle: "al-Hakim" begins with one, "Al Hill" does not.
func isParticle(name, w string, i int) bool {
	switch {
	case !particles[w]:
		return false
	case isInitial(w):
		return i > 0 && strings.Contains(name, "-")
	case i == 0 && known(w)&gazetteer.Forename != 0:
		return strings.HasPrefix(name, w) || strings.HasPrefix(name[len(w):], "-")
	}
	return true
}

// droppable are first words that are often left out of a name.
var droppable = set("abdul muhammad syed sayyid mian khan sheikh shaikh mirza malik sardar chaudhry nawab khwaja khawaja qazi haji jean maria dom rana raja")

// fitPersons says by which rule two persons' names may mean one person.
func fitPersons(a, b Name) (rule string, p float64) {
	if a.Key == b.Key {
		return "same", 1
	}
	if a.Qualifier != b.Qualifier && a.Qualifier != "" && b.Qualifier != "" || len(a.Words) == 0 || len(b.Words) == 0 {
		return "", 0
	}
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if equalBy(a.Words, b.Words, Sound) && a.Qualifier == b.Qualifier {
		return "variant", 0.97
	}
	switch {
	case len(a.Words) == 1:
		rule, p := fitBare(a.Words[0], b.Words)
		if b.Bare && len(b.Words) > 1 { // half of "Hill-Moss" may be anyone
			p = min(p, 0.65)
		}
		return rule, p
	case a.Bare && b.Bare:
		return "", 0
	case a.Bare:
		return fitHyphened(a.Words, b.Words)
	case b.Bare:
		return "", 0
	}
	return fitFull(a.Words, b.Words)
}

// fitBare compares one word with a name.
func fitBare(w string, full []string) (string, float64) {
	n := len(full)
	if isInitial(w) {
		return "", 0
	}
	if n == 1 {
		if len(w) >= 6 && near(w, full[0]) {
			return "variant", 0.7
		}
		return "", 0
	}
	switch last := full[n-1]; {
	case w == last:
		return "surname", 0.9
	case n >= 3 && w == full[n-2] && doubleSurname(full):
		return "surname", 0.88
	case Sound(w) == Sound(last):
		return "variant", 0.85
	case w == full[0]:
		return "part", 0.75
	case len(w) >= 6 && near(w, last):
		return "variant", 0.7
	case Sound(w) == Sound(full[0]):
		return "variant", 0.65
	case slices.Contains(full[1:n-1], w):
		return "part", 0.7
	}
	return "", 0
}

// fitHyphened compares a last or given name of several words, "Hill-Moss", with a full name.
func fitHyphened(a, full []string) (string, float64) {
	switch {
	case len(full) > len(a) && equalBy(a, full[len(full)-len(a):], Sound):
		return "surname", 0.9
	case len(full) > len(a) && equalBy(a, full[:len(a)], Sound):
		return "part", 0.75
	}
	return "", 0
}

// doubleSurname says whether a name's last two words are both family names, as in Spanish and Portuguese.
func doubleSurname(full []string) bool {
	class := known(full[len(full)-2])
	return class&gazetteer.Surname != 0 && class&gazetteer.Forename == 0 && !droppable[full[len(full)-2]]
}

// fitFull compares two names of at least two words; a has no more than b.
func fitFull(a, b []string) (string, float64) {
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	givenA, givenB := a[:len(a)-1], b[:len(b)-1]
	switch {
	case lastA == lastB:
		rule, p := fitGiven(givenA, givenB)
		if rule == "" && len(b) == len(a)+1 && equalBy(a, b[1:], Sound) {
			switch {
			case droppable[b[0]]:
				return "part", 0.75
			case len(b) == 3 && known(a[0])&gazetteer.Forename == 0: // a last name of two words: "Paz Roca"
				return "surname", 0.85
			case len(b) == 3 && known(b[0])&gazetteer.Surname != 0 && known(b[0])&gazetteer.Forename == 0: // "Lim Siew Ghee"
				return "part", 0.75
			}
		}
		return rule, p
	case near(lastA, lastB):
		p := 0.85
		if Sound(lastA) == Sound(lastB) {
			p = 0.95
		}
		if equalBy(givenA, givenB, Sound) {
			return "variant", p
		}
		if rule, q := fitGiven(givenA, givenB); rule == "initials" || rule == "part" && p > 0.9 {
			return "variant", q - 0.2
		}
	case len(b) == len(a)+1 && equalBy(a, b[:len(a)], Sound): // the last name left out
		return "part", 0.7
	case len(b) >= 3 && lastA == b[len(b)-2] && doubleSurname(b): // the second of two last names left out
		if rule, p := fitGiven(givenA, b[:len(b)-2]); rule != "" {
			return "part", p - 0.1
		}
	}
	return "", 0
}

// fitGiven compares the given names of two people with one last name; a has no more than b.
func fitGiven(a, b []string) (string, float64) {
	if len(a) == len(b) {
		slips, initials := 0, 0
		for i := range a {
			switch {
			case a[i] == b[i]:
			case isInitial(a[i]) || isInitial(b[i]):
				if first(a[i]) != first(b[i]) || isInitial(a[i]) && isInitial(b[i]) {
					return "", 0
				}
				initials++
			case near(a[i], b[i]):
				slips++
			default:
				return "", 0
			}
		}
		switch {
		case slips == 0 && initials > 0:
			return "initials", 0.9
		case slips == 1 && initials == 0:
			return "variant", 0.9
		}
		return "", 0
	}
	// One has more given names: the first agrees, the others in order.
	initials, extra := 0, false
	if !isInitial(a[0]) && !isInitial(b[0]) && Sound(a[0]) != Sound(b[0]) || first(a[0]) != first(b[0]) {
		return "", 0
	}
	i := 0
	for _, w := range b {
		switch {
		case i < len(a) && Sound(a[i]) == Sound(w):
			i++
		case i < len(a) && (isInitial(a[i]) || isInitial(w)) && first(a[i]) == first(w):
			i++
			initials++
		case isInitial(w):
			initials++
		default:
			extra = true
		}
	}
	switch {
	case i < len(a):
		return "", 0
	case extra && initials > 0:
		return "initials", 0.7
	case extra:
		return "part", 0.75
	}
	return "initials", 0.9
}

func equalBy(a, b []string, fold func(string) string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && fold(a[i]) != fold(b[i]) {
			return false
		}
	}
	return true
}
