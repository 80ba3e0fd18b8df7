package naming

import (
	"strings"
	"sync"
)

// Sound is a word as it comes out of any of the usual ways of writing it in Latin letters: "Zulfiqar" and "Zulfikar",
// "Nadeem" and "Nadim", "Trotskii" and "Trotsky" are one.
func Sound(w string) string {
	if s, ok := sameWord[w]; ok {
		return s
	}
	return spelled(w)
}

// spelled is a word by the rules of spelling alone.
func spelled(w string) string {
	if len(w) < 4 || !isASCII(w) {
		return w
	}
	if w[0] == 'm' && consonants(w) == "mhmd" { // no name has more spellings
		return "muhammad"
	}
	w = spellings.Replace(edges(w))
	var b strings.Builder
	for i := range len(w) {
		c := w[i]
		if i > 0 && c == w[i-1] {
			continue
		}
		if c == 'h' && i > 0 && strings.IndexByte("bdgjk", w[i-1]) >= 0 {
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

var spellings = strings.NewReplacer("ph", "f", "x", "ks", "tj", "c", "dj", "j", "sj", "sy", "nj", "ny", "oe", "o", "ue", "u", "ck", "k", "q", "k", "ee", "i", "oo", "u", "ou", "u", "ei", "ai", "ay", "ai", "ey", "ai",
	"sky", "ski", "skiy", "ski", "skii", "ski", "skij", "ski", "w", "v", "ie", "i", "iy", "i", "yi", "i", "tz", "ts")

// beginnings and endings are spelled in several ways too: "Yevgeny" and "Evgeny", "Orlov" and "Orloff", "MacBrennan" and
// "McBrennan", "Soekarno" and "Sukarno".
func edges(w string) string {
	if rest, ok := strings.CutPrefix(w, "ye"); ok && len(w) > 4 {
		w = "e" + rest
	}
	if rest, ok := strings.CutPrefix(w, "iu"); ok {
		w = "yu" + rest
	}
	if rest, ok := strings.CutPrefix(w, "mac"); ok && len(w) > 6 {
		w = "mc" + rest
	}
	if len(w) > 4 && (strings.HasSuffix(w, "off") || strings.HasSuffix(w, "eff")) {
		w = w[:len(w)-2] + "v"
	}
	if strings.HasSuffix(w, "o") {
		w = strings.Replace(w, "oe", "u", 1)
	}
	return w
}

// consonants are a word's consonants, doubled ones once.
func consonants(w string) string {
	var b [16]byte
	n := 0
	for i := 0; i < len(w) && n < len(b); i++ {
		if !vowel(w[i]) && (i == 0 || w[i] != w[i-1]) {
			b[n] = w[i]
			n++
		}
	}
	return string(b[:n])
}

func isASCII(w string) bool {
	for i := range len(w) {
		if w[i] >= 0x80 {
			return false
		}
	}
	return true
}

// near says whether two words are slips or spellings of one.
func near(a, b string) bool {
	a, b = Sound(a), Sound(b)
	return a == b || slip(a, b)
}

// slip compares two words by a weighted edit distance with transpositions (after Damerau 1964) in half steps, where a
// vowel is cheap and a consonant dear. The first letters agree, and so do the last sounds, since an ending tells a
// daughter from a father ("Petrov", "Petrova") and a man from a woman ("Mario", "Maria").
func slip(a, b string) bool {
	n, m := len(a), len(b)
	short := min(n, m)
	if short < 5 || n > 24 || m > 24 || !isASCII(a) || !isASCII(b) || a[0] != b[0] || a[n-1] != b[m-1] {
		return false
	}
	limit := 2
	switch {
	case short >= 8:
		limit = 4
	case short >= 6:
		limit = 3
	}
	if n-m > 2 || m-n > 2 {
		return false
	}
	t := tables.Get().(*[26][26]int)
	defer tables.Put(t)
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			switch {
			case i == 0 && j == 0:
				t[i][j] = 0
			case i == 0:
				t[i][j] = t[i][j-1] + cost(b[j-1])
			case j == 0:
				t[i][j] = t[i-1][j] + cost(a[i-1])
			default:
				change := 0
				if a[i-1] != b[j-1] {
					change = 4
					if vowel(a[i-1]) && vowel(b[j-1]) {
						change = 2
					}
				}
				d := min(t[i-1][j-1]+change, t[i-1][j]+cost(a[i-1]), t[i][j-1]+cost(b[j-1]))
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, t[i-2][j-2]+2)
				}
				t[i][j] = d
			}
		}
	}
	return t[n][m] <= limit
}

var tables = sync.Pool{New: func() any { return new([26][26]int) }}

func cost(c byte) int {
	if vowel(c) || c == 'h' {
		return 2
	}
	return 3
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
