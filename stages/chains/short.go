package chains

import (
	"strings"

	"hustings/models/gazetteer"
	"hustings/stages/chains/naming"
)

// shortened is how sure such a form is; on the training passages none of some thirty was wrong.
const shortened = 0.8

// headWords is what names are built on: what is left of them where a text shortens them most, "the Court".
const headWords = gazetteer.PartyWord | gazetteer.OrgWord | gazetteer.PlaceWord | gazetteer.EventWord | gazetteer.WorkWord

// currents are kinds of party that go by what they are called without the word.
var currents = map[string]bool{"faction": true, "tendency": true, "current": true, "group": true, "network": true, "wing": true, "front": true, "committee": true}

// shorten gives names that stand alone to the only name of the same type that they can be short for: its last word ("Court"),
// its members ("Unionists" of the "National Unionist Party"), it without a word for its kind ("Banner faction"), or what tells
// a faction from others ("Front (Red Path)"). Likeness alone is too little for these; that nothing else in the document is
// called so, and that the long name comes first, makes them clear. An acronym that no name explains goes to the only one that
// it stands behind in parentheses: it may be that of its name in another language, "Workers' Party (PT)".
func (j *joiner) shorten() {
	type key struct{ kind, word string }
	longs := map[key][]*form{} // first of each group, no more than two
	put := func(f *form, word string) {
		k := key{f.kind, word}
		if have := longs[k]; len(have) == 0 || len(have) == 1 && have[0].group != f.group {
			longs[k] = append(have, f)
		}
	}
	size := map[int32]int{}
	for _, f := range j.forms {
		size[f.group]++
		if f.name.Class == naming.Person || f.name.Class == naming.People {
			continue
		}
		for _, short := range shortsOf(f.name) {
			put(f, short)
		}
	}
	for _, f := range j.forms {
		if f.rule != "full" || size[f.group] > 1 || f.id != "" || len(f.rivals) > 0 {
			continue
		}
		if len(f.behind) == 1 {
			j.follow(f, f.behind[0], "acronym", size)
			continue
		}
		if f.name.Acronym || f.name.Qualifier != "" {
			continue
		}
		found := longs[key{f.kind, strings.Join(f.name.Words, " ")}]
		if len(found) == 1 && found[0].mentions[0] < f.mentions[0] {
			j.follow(f, found[0], "part", size)
		}
	}
}

// follow puts a form that stands alone with a longer one; size counts the forms of each group.
func (j *joiner) follow(f, long *form, rule string, size map[int32]int) {
	if f.kind == long.kind && f.group != long.group && j.may(f, naming.Candidate{Group: long.group, Rule: rule}) {
		size[f.group]--
		size[long.group]++
		f.group, f.rule, f.p = long.group, rule, shortened
	}
}

// shortsOf are the short forms of a name.
func shortsOf(n naming.Name) []string {
	var out []string
	if n.Qualifier != "" {
		out = append(out, n.Qualifier)
	}
	words := n.Words
	if len(words) < 2 || n.Acronym {
		return out
	}
	last := words[len(words)-1]
	classes := gazetteer.Load().Classes
	if classes(last)&headWords != 0 {
		out = append(out, last)
	}
	if words[1] == "of" && classes(words[0])&headWords != 0 {
		out = append(out, words[0])
	}
	if n.Class != naming.Body {
		return out
	}
	if currents[last] {
		out = append(out, strings.Join(words[:len(words)-1], " "))
	}
	if classes(last)&gazetteer.PartyWord != 0 {
		out = append(out, words[len(words)-2]+"s")
	}
	return out
}
