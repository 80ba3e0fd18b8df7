package naming

import (
	"slices"
	"strings"

	"hustings/models/gazetteer"
)

// bodyWords are the words of any name but a person's, in one spelling, without articles.
func bodyWords(text string) []string {
	all := words(text)
	out := all[:0]
	for _, w := range all {
		if w == "the" {
			continue
		}
		if w == "i" && len(out) > 0 { // "Jamaat-i-Islami"
			w = "e"
		}
		if s, ok := british[w]; ok {
			w = s
		}
		out = append(out, w)
	}
	return out
}

var british = map[string]string{"organization": "organisation", "labor": "labour", "defense": "defence", "center": "centre", "program": "programme",
	"organizations": "organisations", "mobilization": "mobilisation", "nationalization": "nationalisation"}

// cutFaction parts "PPP (Shaheed)", "PML-N" and "Party of Labour (Unity)" into parent and faction. A country or place in
// parentheses is part of the name: "Green Party (Norway)" is "Green Party of Norway".
func cutFaction(text string) (base, faction string) {
	if head, rest, ok := strings.Cut(text, "("); ok && strings.TrimSpace(head) != "" {
		inner, tail, _ := strings.Cut(rest, ")")
		head = strings.TrimSpace(head)
		if tail = strings.TrimSpace(tail); tail != "" { // a gloss within the name: "Farmers' (Peasant) Union"
			return head + " " + tail, ""
		}
		fold := strings.Join(words(inner), " ")
		if known(fold)&(gazetteer.Country|gazetteer.Place|gazetteer.Region) != 0 {
			return head + " of " + inner, ""
		}
		return head, fold
	}
	for _, dash := range []string{"-", "–", "‑"} {
		if head, tail, ok := strings.Cut(text, dash); ok && isAcronym(head) && len(head) > 1 && len(letters(tail)) > 0 && !strings.Contains(head, " ") {
			return head, strings.Join(words(tail), " ")
		}
	}
	return text, ""
}

// headWords is what a body's name is built on.
const headWords = gazetteer.PartyWord | gazetteer.OrgWord

// branches are words that make another body of one: a party's youth wing is not the party.
var branches = set(`wing section branch youth women womens student students bureau committee council secretariat federation group foundation institute
	university school club caucus faction newspaper conference campaign government cabinet bank press front force forces regional district`)

// modifiers before a name make another party of one.
var modifiers = set("social christian national new neo anti non old young liberal real independent islamic")

// fitBodies says by which rule two names, neither of a person, may mean one actor.
func fitBodies(a, b *Name) (rule string, p float64) {
	switch {
	case a.Key == b.Key:
		return "same", 1
	case a.Acronym && b.Acronym:
		if a.Words[0] == b.Words[0] && sameFaction(a.Qualifier, b.Qualifier) {
			return "acronym", 0.9
		}
		return "", 0
	case len(a.Words) == 0, len(b.Words) == 0:
		return "", 0
	case a.Class == Place, a.Class == People:
		return "", 0
	}
	if a.Qualifier != b.Qualifier && (ownName(a) == b.Qualifier || ownName(b) == a.Qualifier) {
		return "part", 0.8 // a faction by its own name
	}
	if b.Acronym || !a.Acronym && len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	if a.Acronym {
		if Abbreviates(*a, *b) {
			if len(a.Words[0]) < 3 {
				return "acronym", 0.7
			}
			return "acronym", 0.85
		}
		return "", 0
	}
	if a.Qualifier != b.Qualifier {
		return "", 0
	}
	if a.meaning != "" && a.meaning == b.meaning && !turned(a.Words, b.Words) {
		return "variant", 0.8
	}
	if len(a.Words) == len(b.Words) {
		return fitSpelling(a.Words, b.Words)
	}
	if a.Class == Work {
		return "", 0
	}
	if rule, p := fitPart(a.Words, b.Words); rule != "" {
		return rule, p
	}
	// "Congress Party" of "Arland National Congress"
	if len(a.Words) == 2 && a.Words[1] == "party" && known(a.Words[0])&headWords != 0 && !slices.Contains(b.Words, "party") {
		if rule, p := fitPart(a.Words[:1], b.Words); rule != "" {
			return rule, min(p, 0.65)
		}
	}
	return "", 0
}

// sections are the people that a part of a party is for: "Youth Congress", "Arland Students' Federation".
var sections = set("youth young women womens student students junior juventud jeunesse jugend")

// fitSpelling allows one word to be a slip of another, unless both are words that tell bodies apart.
func fitSpelling(a, b []string) (string, float64) {
	at := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if at >= 0 {
			return "", 0
		}
		at = i
	}
	if at < 0 || len(a[at]) < 6 || !near(a[at], b[at]) {
		return "", 0
	}
	if Sound(a[at]) == Sound(b[at]) {
		return "variant", 0.9
	}
	const people = gazetteer.Forename | gazetteer.Surname
	if known(a[at])&^people != 0 && known(b[at])&^people != 0 {
		return "", 0
	}
	return "variant", 0.85
}

// fitPart says whether a is a short form of b: its words stand in b in order, and it is built on the same word as b or
// on none. What b has after them is "of …", so that a party is never its own youth wing or central committee.
func fitPart(a, b []string) (string, float64) {
	i, last, head := 0, -1, false
	for j, w := range b {
		if sections[w] && i < len(a) && a[i] != w && firstOf(b[:j]) < 0 {
			return "", 0
		}
		if i < len(a) && a[i] == w {
			if i == 0 && j > 0 && b[j-1] == "of" {
				return "", 0 // "Free List" in "Youth Council of the Free List"
			}
			i, last = i+1, j
		}
	}
	if i < len(a) {
		return "", 0
	}
	head = known(a[len(a)-1])&headWords != 0
	if len(a) == 1 && known(a[0])&(gazetteer.Country|gazetteer.Place|gazetteer.Region|gazetteer.Common) != 0 || small[a[0]] {
		return "", 0
	}
	if cut := firstOf(b); cut >= 0 && last > cut && firstOf(a) < 0 {
		return "", 0 // words of the place or people it is of
	}
	if b[0] != a[0] && modifiers[b[0]] && len(a) > 1 && b[1] == a[0] {
		return "", 0
	}
	if tail := known(b[len(b)-1]); last < len(b)-1 && tail&(gazetteer.EventWord|gazetteer.WorkWord) != 0 && tail&headWords == 0 {
		return "", 0 // a body is not its charter
	}
	if slices.ContainsFunc(b[last+1:], func(w string) bool { return branches[w] }) && !small[b[last+1]] {
		return "", 0
	}
	if !head && last == len(b)-2 && last == len(a)-1 && known(b[last+1])&headWords != 0 {
		return "part", 0.88 // only "Party" is left out
	}
	switch {
	case len(a) > 1:
		return "part", 0.8
	case head:
		return "part", 0.6
	}
	return "part", 0.7
}

// ownName is what a name without faction would be as the faction of another.
func ownName(n *Name) string {
	if n.Qualifier != "" {
		return "-"
	}
	return strings.Join(n.Words, " ")
}

// sameFaction says whether one of two factions' names is short for the other: "M" for "Marxist".
func sameFaction(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != b && len(b) > 3 && (abbreviates([]rune(a), strings.Fields(b)) || isInitial(a) && first(a) == first(b)) // "M" is not "ML"
}

func firstOf(ws []string) int {
	for i, w := range ws {
		if w == "of" || w == "for" {
			return i
		}
	}
	return -1
}
