package linear

import "strings"

// Word is what the lexicons say of a word form.
type Word struct {
	Text    string
	Valence int8  // -2..2: the mean of VADER and AFINN-165, in bands
	Group   uint8 // CAMEO's group of verbs, numbered from 1; 0 if it is no verb of theirs
	Act     int8  // -1, 0, 1: how the verb's subject treats its object, by CAMEO
}

// entry is what is known of a word.
type entry struct {
	kind     kind
	function bool
	valence  int8
	group    uint8
	act      int8
}

var kindLists = []struct {
	kind  kind
	words string
}{
	{comma, ", ..."},
	{stop, "; : ( ) [ ] - -- – — . ! ?"},
	{quote, "\" “ ” `` '' « » „ ‘ '"},
	{negator, "not n't n’t never no nor neither without hardly cannot nobody none nothing scarcely barely"},
	{contrast, "but although though despite however yet nevertheless whereas while instead"},
	{joint, "who which that whom whose because when if where since until after before as unless"},
	{pronoun, "he she they we i it him her them us"},
	{being, "is are was were be been being 's ’s"},
	{by, "by"},
}

// functionWords carry no opinion of their own; they are features only next to the target.
const functionWords = "the a an of to in on at for from with and or its his her their our my your this these those there here it he she they we i you him them us me " +
	"is are was were be been being 's ’s has have had do does did will would shall should can could may might must as by that which who whom whose what when where if than then so such also into about over under between " +
	"am pm mr mr. mrs. ms. dr. one two three"

// known lays the lexicon and the closed word classes out by the hash of a word's folded form.
func known(lexicon []Word) map[uint64]entry {
	t := make(map[uint64]entry, len(lexicon)+300)
	for _, w := range lexicon {
		t[hash(w.Text)] = entry{valence: w.Valence, group: w.Group, act: w.Act}
	}
	for _, l := range kindLists {
		for w := range strings.FieldsSeq(l.words) {
			t[hash(w)] = entry{kind: l.kind}
		}
	}
	for w := range strings.FieldsSeq(functionWords) {
		e := t[hash(w)]
		e.function = true
		t[hash(w)] = e
	}
	return t
}
