package naming

import (
	"strings"
	"unicode"
)

// arabicParticles show that a name is of the Arabic kind.
var arabicParticles = set("al el bin ibn bint binti ul ur ud as ar ash az an at ad")

// genitives are the second halves of names that an article joins: "Anwarul Haq" is "Anwar ul Haq".
var genitives = set(`haq haque huq hak islam alam alom mulk hasan husain hussain rahman rehman rashid rahim amin hakim aziz qadir karim bari hai
	hayat wahid zaman malik arif rauf momin quddus`)

// compound brings the names that are written in one word or in several to one form: "Abd al-Aziz", "Abdulaziz" are
// "Abdul Aziz"; "Salah ad-Din", "Salahuddin" are "Salahdin"; "Abou Nimr" is "Abunimr", for a father is not his son;
// "Mc Brennan" and "O Fallon" lose their gap.
func compound(ts []token) []token {
	var out []token
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		next := func(k int) string {
			if i+k < len(ts) {
				return ts[i+k].word
			}
			return ""
		}
		isArticle := func(w string) bool { return arabicArticle[w] }
		switch {
		case isArticle(t.word) && len(out) > 0 && (next(1) == "din" || next(1) == "deen" || next(1) == "dine"):
			out[len(out)-1].word += "din"
			i++
		case (t.word == "uddin" || t.word == "eddin" || t.word == "eddine" || t.word == "uddeen") && len(out) > 0:
			out[len(out)-1].word += "din"
		case t.word == "ullah" && len(out) > 0:
			out[len(out)-1].word += "ullah"
		case isServant(t.word):
			t.word = "abdul"
			out = append(out, t)
			if isArticle(next(1)) && next(2) != "" {
				i++
			}
		case t.word == "abu" || t.word == "abou" || t.word == "abul" || t.word == "aboul" || t.word == "umm":
			parent := "abu"
			if t.word == "umm" {
				parent = t.word
			}
			if isArticle(next(1)) && next(2) != "" {
				i++
			}
			if w := next(1); w != "" {
				i++
				t.raw, t.word = t.raw+ts[i].raw, parent+w
			}
			out = append(out, t)
		case i > 0 && !t.dot && (t.raw == "O" || t.raw == "Ó" || t.raw == "Mc" || t.raw == "Mac") && next(1) != "" && unicode.IsUpper(first(ts[i+1].raw)):
			i++
			t.raw, t.word = t.raw+ts[i].raw, t.word+ts[i].word
			out = append(out, t)
		default:
			head, tail := cutServant(t.word)
			if tail != "" {
				out = append(out, token{t.raw, head, t.glued, false}, token{tail, tail, true, t.dot})
				continue
			}
			t.word = withoutArticle(t.word, next(1))
			out = append(out, t)
		}
	}
	return out
}

var arabicArticle = set("al el ul ur ud us uz un ad ed as ar an at az ash")

// isServant says whether a word is "Abd" with or without an article: the first half of a name such as "Abdul Aziz".
func isServant(w string) bool {
	return len(w) >= 3 && len(w) <= 5 && strings.HasPrefix(w, "abd") && (len(w) < 4 || strings.IndexByte("aeuo", w[3]) >= 0) && w != "abdi" && w != "abdo"
}

// cutServant parts "Abdulaziz" into "abdul" and "aziz".
func cutServant(w string) (head, tail string) {
	if len(w) < 8 || !strings.HasPrefix(w, "abd") || strings.IndexByte("aeuo", w[3]) < 0 || strings.IndexByte("lrsnzt", w[4]) < 0 {
		return w, ""
	}
	if tail = w[5:]; strings.HasPrefix(tail, "la") || len(tail) < 3 {
		return w, "" // "Abdullah", "Abdullahi"
	}
	return "abdul", tail
}

// withoutArticle takes the article off the end of a word that the next completes, and makes "Nizamuddin" "nizamdin".
func withoutArticle(w, next string) string {
	if len(w) >= 5 && genitives[next] {
		if head, ok := strings.CutSuffix(w, "ul"); ok {
			return head
		}
		if head, ok := strings.CutSuffix(w, "ur"); ok && next[0] == 'r' {
			return head
		}
	}
	if len(w) >= 8 {
		for _, end := range []string{"uddin", "eddin", "addin", "iddin", "oddin", "uddeen", "eddine"} {
			if head, ok := strings.CutSuffix(w, end); ok {
				return head + "din"
			}
		}
	}
	return w
}
