package names

import (
	"strings"
	"unicode/utf8"

	"hustings/models/gazetteer"
)

// compounds finds the names within hyphenated words: "India" in "pro-India", "US" in "US-led", both in "India-Pakistan".
// A word that is one name of several parts ("Guinea-Bissau", "Marxist-Leninist", "Abd-ul-Karim") stays whole. Names of
// several words are left alone. found is in order, and so is what is returned.
func (t *text) compounds(found []span) []span {
	kinds := map[string]string{} // of the document's names of one word
	for _, x := range found {
		if x.last-x.first == 1 {
			kinds[word(t.of(x)[0])] = x.kind
		}
	}
	out := make([]span, 0, len(found))
	at := 0
	for s, words := range t.words {
		for i, w := range words {
			for at < len(found) && (found[at].sentence < s || found[at].sentence == s && found[at].last <= i) {
				out = append(out, found[at])
				at++
			}
			if !strings.Contains(w, "-") {
				continue
			}
			whole := span{sentence: s, first: i, last: i + 1, probability: 0.7}
			if at < len(found) && found[at].sentence == s && found[at].first <= i {
				if found[at].last-found[at].first > 1 {
					continue
				}
				whole = found[at]
			}
			if parts := split(whole, w, kinds); parts != nil {
				out = append(out, parts...)
				if whole.kind != "" {
					at++
				}
			}
		}
	}
	return append(out, found[at:]...)
}

// split returns the names in a hyphenated word, nil where it is to stay as it is.
func split(whole span, w string, kinds map[string]string) []span {
	parts := strings.Split(w, "-")
	if len(parts) != 2 || parts[0] == "" || parts[1] == "" || nameOf(w, nil) != "" {
		return nil
	}
	left, right := nameOf(parts[0], kinds), nameOf(parts[1], kinds)
	first, second := whole, whole
	first.cutEnd = int32(utf8.RuneCountInString(parts[1]) + 1)
	second.cutStart = int32(utf8.RuneCountInString(parts[0]) + 1)
	switch {
	case left == "GPE" && (right == "GPE" || right == "NORP"):
		first.kind, second.kind = left, right
		return []span{first, second}
	case prefixes[strings.ToLower(parts[0])] && (right != "" || whole.kind != "" && isCapital(parts[1])):
		if second.kind = right; right == "" {
			second.kind = whole.kind
		}
		return []span{second}
	case suffixes[parts[1]] && (left != "" || whole.kind != "" && isCapital(parts[0])):
		if first.kind = left; left == "" {
			first.kind = whole.kind
		}
		return []span{first}
	}
	return nil
}

// nameOf gives the type that a word has in the document, or else in the gazetteer; "" for none.
func nameOf(w string, kinds map[string]string) string {
	if !isCapital(w) {
		return ""
	}
	if kind := kinds[word(w)]; kind != "" {
		return kind
	}
	switch class := gazetteer.Load().Classes(w); {
	case class&gazetteer.Country != 0:
		return "GPE"
	case class&gazetteer.Group != 0:
		return "NORP"
	case class&gazetteer.Region != 0:
		return "LOC"
	case class&gazetteer.Place != 0:
		return "GPE"
	}
	return ""
}

var (
	prefixes = set("pro anti non ex post pre all mid neo intra inter trans cross un semi")
	suffixes = set("led backed sponsored based style born controlled held dominated funded supported occupied ruled run wide speaking " +
		"aligned allied owned made educated trained armed appointed affiliated brokered drafted financed friendly imposed " +
		"era inspired linked organised organized oriented mediated type")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
