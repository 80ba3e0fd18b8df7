package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/gazetteer"
	"hustings/stages/read/slug"
)

// Clean folds white space and takes off marks around a name, its article and its possessive: "the\nParty's" is "Party".
func Clean(text string) string {
	s := Fold(text)
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“”«»„‘’'*_,;:", r) })
	if rest, ok := cutArticle(s); ok {
		s = rest
	}
	for _, tail := range []string{"'s", "’s", "'S", "’S"} {
		if rest, ok := strings.CutSuffix(s, tail); ok && rest != "" {
			s = rest
			break
		}
	}
	if s = withoutNote(s); s == "" {
		return Fold(text)
	}
	return s
}

// withoutNote takes off the number of a note or page that a full stop glues to a name: "Peoples Party.12".
func withoutNote(s string) string {
	head := strings.TrimRight(s, "0123456789-–")
	if len(head) < len(s) && strings.HasSuffix(head, ".") && len(head) > 4 {
		return strings.TrimRight(head, ". ")
	}
	return s
}

// Fold folds white space.
func Fold(text string) string { return strings.Join(strings.Fields(text), " ") }

func cutArticle(s string) (string, bool) {
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		return s[4:], true
	}
	return s, false
}

// words folds case, accents and apostrophes and cuts at white space, hyphens and other marks; "Z.A." are two words.
func words(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(gazetteer.Fold(plainText(text)), func(r rune) bool {
		return unicode.IsSpace(r) || (!unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’‘`´ʼ.&", r))
	}) {
		w = strings.Map(func(r rune) rune {
			if strings.ContainsRune("'’‘`´ʼ", r) {
				return -1
			}
			return r
		}, w)
		if w == "&" {
			w = "and"
		}
		if !strings.Contains(w, ".") {
			out = appendWord(out, w)
			continue
		}
		for _, part := range strings.Split(w, ".") {
			out = appendWord(out, part)
		}
	}
	return out
}

func appendWord(out []string, w string) []string {
	if w == "" {
		return out
	}
	return append(out, w)
}

func isInitial(w string) bool { return utf8.RuneCountInString(w) == 1 }

// singular takes the plural's s off the name of a people.
func singular(key string) string {
	if len(key) > 4 && strings.HasSuffix(key, "s") && !strings.HasSuffix(key, "ss") {
		return key[:len(key)-1]
	}
	return key
}

// Slug makes the kebab-case id of a name.
func Slug(name string) string { return slug.Of(name) }
