package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/gazetteer"
)

// possessives cuts the s of a genitive that lacks its apostrophe: "Marshs hometown", where the document has Marsh as a person's
// name and what follows is a word in small letters. Known names ("Adams") and plurals of parties and peoples stay as they are.
func (t *text) possessives(found []span) []span {
	uses := map[string]int{} // of words at the end of persons' names
	for _, x := range found {
		if words := t.of(x); x.kind == "PERSON" {
			uses[words[len(words)-1]]++
		}
	}
	for i := range found {
		x := &found[i]
		words := t.of(*x)
		last := words[len(words)-1]
		name, ok := strings.CutSuffix(last, "s")
		if next := x.last; !ok || next >= len(t.words[x.sentence]) || !isSmall(t.words[x.sentence][next]) || isKnownName(last) {
			continue
		}
		if x.cutEnd == 0 && uses[name] >= 2 && uses[last] < uses[name] && (x.kind == "PERSON" || uses[last] == 0 && len(words) == 1) {
			x.cutEnd, x.kind = 1, "PERSON"
		}
	}
	return found
}

func isSmall(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func isKnownName(w string) bool {
	return gazetteer.Load().Classes(w)&(gazetteer.Surname|gazetteer.Forename) != 0
}
