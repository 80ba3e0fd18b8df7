package naming

import "strings"

// part is one word of a person's name with what it sounds like.
type part struct {
	word  string
	sound string // by Sound
	loose string // by looser: for names of the Arabic kind
}

func partsOf(words []string) []part {
	out := make([]part, len(words))
	for i, w := range words {
		s := Sound(w)
		out[i] = part{w, s, looser(s)}
	}
	return out
}

func (p part) initial() bool { return isInitial(p.word) }

// ear compares words; it is loose where one of two names is of the Arabic kind.
type ear bool

func (loose ear) same(a, b part) bool {
	return a.word == b.word || a.sound == b.sound || bool(loose) && sameLoosely(a.loose, b.loose)
}

// near says whether two words are slips or spellings of one.
func (loose ear) near(a, b part) bool {
	return loose.same(a, b) || slip(a.sound, b.sound) || slip(a.word, b.word) || bool(loose) && slip(a.loose, b.loose)
}

func (loose ear) all(a, b []part) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !loose.same(a[i], b[i]) {
			return false
		}
	}
	return true
}

// looser is a sound as Arabic, Persian, Urdu and Turkish names are written in French, English and German: short vowels
// are not told apart, "ch" is "sh", a last h is silent.
func looser(sound string) string {
	if len(sound) < 4 || !isASCII(sound) {
		return sound
	}
	w := strings.TrimSuffix(loosely.Replace(sound), "h")
	var b strings.Builder
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			b.WriteByte(w[i])
		}
	}
	return b.String()
}

var loosely = strings.NewReplacer("ch", "sh", "dj", "j", "e", "i", "o", "u", "y", "i", "aa", "a", "dh", "d", "gh", "g", "c", "k")

// sameLoosely compares two loose words: g stands for j ("Gamal") and, in long words, for k ("Gaddafi", "Qadhafi").
func sameLoosely(a, b string) bool {
	if len(a) != len(b) || len(a) < 4 || !isASCII(a) || !isASCII(b) {
		return a == b
	}
	for i := range len(a) {
		x, y := a[i], b[i]
		if x > y {
			x, y = y, x
		}
		if x == y || x == 'g' && (y == 'j' || y == 'k' && len(a) >= 6) {
			continue
		}
		return false
	}
	return true
}
