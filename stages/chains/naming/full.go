package naming

import (
	"strings"

	"hustings/models/gazetteer"
)

// fitFull compares two names of at least two words; a has no more than b.
func fitFull(loose ear, a, b *Name) (string, float64) {
	x, y := a.parts, b.parts
	n, m := len(x), len(y)
	lastX, lastY := x[n-1], y[m-1]
	switch {
	case lastX.word == lastY.word:
		if n == m-1 && m == 3 && loose.same(x[0], y[0]) && hispanic(lastX.word) && hispanic(y[1].word) {
			return "", 0 // the mother's surname alone: "Pedro Gómez" is not Pedro Ruiz Gómez
		}
		if rule, p := fitGiven(loose, x[:n-1], y[:m-1]); rule != "" {
			return rule, p
		}
		return fitTail(loose, x, y)
	case loose.near(lastX, lastY):
		same := loose.same(lastX, lastY)
		p, less := 0.85, 0.2
		if same {
			p, less = 0.95, 0.05
		}
		if loose.all(x[:n-1], y[:m-1]) && a.Qualifier == b.Qualifier {
			return "variant", p
		}
		if rule, q := fitGiven(loose, x[:n-1], y[:m-1]); same && rule != "" || rule == "initials" {
			return "variant", q - less
		}
	case m == n+1 && loose.all(x, y[:n]): // the last name left out
		if patronymic(lastX.word) {
			return "part", 0.8
		}
		return "part", 0.7
	case m >= 3 && lastX.word == y[m-2].word && doubleSurname(y): // the second of two last names left out
		if rule, p := fitGiven(loose, x[:n-1], y[:m-2]); rule != "" {
			return "part", p - 0.1
		}
	case n == 2 && m == 2 && !bool(loose) && loose.same(x[0], y[1]) && loose.same(x[1], y[0]):
		return fitTurned(x)
	}
	return "", 0
}

// fitTail compares a name with one that has more words before it.
func fitTail(loose ear, a, b []part) (string, float64) {
	more := len(b) - len(a)
	if more < 1 || !loose.all(a, b[more:]) {
		return "", 0
	}
	class := known(a[0].word)
	switch {
	case more == 1 && (droppable[b[0].word] || droppable[b[0].sound]):
		return "part", 0.75
	case a[0].sound == "abdul" && len(a) == 2: // "Abdul Nassar" of "Gamal Abdul Nassar"
		return "surname", 0.85
	case len(b) >= 3 && class&gazetteer.Forename == 0: // a last name of two words: "Paz Roca"
		return "surname", 0.85
	case more == 1 && len(b) == 3 && known(b[0].word)&(gazetteer.Surname|gazetteer.Forename) == gazetteer.Surname: // "Lim Siew Ghee"
		return "part", 0.75
	}
	return "", 0
}

// fitTurned is how sure it is that two names which are each other's, the other way round, mean one person: "Nagy Imre",
// "Imre Nagy". Of two given names either may be the family name.
func fitTurned(words []part) (string, float64) {
	given := 0
	for _, w := range words {
		if w.initial() {
			return "", 0
		}
		if known(w.word)&gazetteer.Forename != 0 {
			given++
		}
	}
	switch given {
	case 0:
		return "variant", 0.75
	case 1:
		return "variant", 0.85
	}
	return "", 0
}

// fitGiven compares the given names of two people with one last name; a has no more than b.
func fitGiven(loose ear, a, b []part) (string, float64) {
	if len(a) == len(b) {
		slips, initials, nicks := 0, 0, 0
		for i := range a {
			switch {
			case a[i].word == b[i].word:
			case a[i].initial() || b[i].initial():
				if first(a[i].word) != first(b[i].word) && first(a[i].sound) != first(b[i].sound) || a[i].initial() && b[i].initial() {
					return "", 0
				}
				initials++
			case loose.same(a[i], b[i]), loose.near(a[i], b[i]) && (!bool(loose) || !twoForenames(a[i], b[i])):
				slips++
			case i == 0 && nicknamed(a[i], b[i]):
				nicks++
			default:
				return "", 0
			}
		}
		switch {
		case slips == 0 && nicks == 0 && initials > 0:
			return "initials", 0.9
		case slips == 1 && initials == 0 && nicks == 0:
			return "variant", 0.9
		case nicks == 1 && slips == 0:
			return "nickname", 0.8
		}
		return "", 0
	}
	// One has more given names: the first agrees, the others in order.
	initials, extra, middle, nick := 0, 0, 0, false
	switch x, y := a[0], b[0]; {
	case loose.same(x, y):
	case x.initial() || y.initial():
		if first(x.word) != first(y.word) {
			return "", 0
		}
	case nicknamed(x, y):
		nick = true
	default:
		return "", 0
	}
	i := 0
	for k, w := range b {
		switch {
		case i < len(a) && (loose.same(a[i], w) || k == 0 && nick):
			i++
		case i < len(a) && (a[i].initial() || w.initial()) && first(a[i].word) == first(w.word):
			i++
			initials++
		case w.initial():
			initials++
		case patronymic(w.word):
			middle++
		default:
			extra++
		}
	}
	switch {
	case i < len(a):
		return "", 0
	case nick:
		return "nickname", 0.7
	case extra > 0 && initials > 0:
		return "initials", 0.7
	case extra > 0:
		return "part", 0.75
	case middle > 0 && initials == 0:
		return "part", 0.9
	}
	switch more := len(b) - len(a); {
	case initials > 0 && more > 2: // "S. W. R. D. Hill" and "Susan Hill"
		return "", 0
	case more == 2:
		return "initials", 0.7
	}
	return "initials", 0.9
}

// twoForenames says whether two words are given names of the Arabic kind that differ in their vowels: "Rashid", "Rashad".
func twoForenames(a, b part) bool {
	isName := func(p part) bool { return islamic[p.sound] || known(p.word)&gazetteer.Forename != 0 }
	return vowels(a.sound) != vowels(b.sound) && isName(a) && isName(b)
}

func vowels(w string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && vowel(byte(r)) {
			return r
		}
		return -1
	}, w)
}

// patronymic says whether a word is a Slavic father's name.
func patronymic(w string) bool {
	for _, end := range []string{"ovich", "evich", "ovych", "yovych", "ilyich", "ilich", "kuzmich", "nikitich", "ovna", "evna", "ivna", "ichna"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) || w == end && len(end) > 4 && end[0] != 'o' && end[0] != 'e' {
			return true
		}
	}
	return false
}

// hispanic says whether a word is a Spanish surname, of which people bear two, the father's first.
func hispanic(w string) bool {
	return len(w) >= 5 && strings.HasSuffix(w, "ez") || spanishSurnames[w]
}

var spanishSurnames = set(`garcia ruiz diaz torres ramos romero ortega castillo moreno munoz alonso navarro molina morales ortiz delgado castro rubio
	medina iglesias guerrero cortes herrera aguilar vargas rojas flores guzman salazar mendoza vega soto rios fuentes campos reyes cabrera
	santana leon blanco prieto calvo gallego vidal lorenzo pascual duran mora carrasco pena benitez ibarra quiros velez`)
