// Package naming compares names: it says whether two names may mean one actor, and by which rule.
//
// A [Name] is a name taken apart: cleaned for display, folded for comparison. [Fit] compares two of them. A [Book]
// gathers names into groups of one actor each, without ever joining two groups.
//
// Persons are compared by how names work where they come from, as far as a name shows it: titles and honorifics
// (honorific.go), Arabic names in one word or three (compound.go), the spellings of one sound (variant.go, part.go,
// spellings.go), Chinese, Korean and Vietnamese order and romanization (east.go), two surnames, patronymics and names
// turned round (full.go), nicknames (nickname.go). Bodies are compared in English, whatever their language (translate.go).
// What is not known: a person's sex but by a title, other scripts than Latin but for equality, and particles, which are
// left out ("van den Houte" is "van der Houte").
package naming

import (
	"strings"

	"hustings/models/gazetteer"
)

// Class is what may be compared with what: a person is never a party, a country never a war.
type Class uint8

// The classes.
const (
	Person Class = iota
	Body         // parties and organisations
	Place
	Event
	Work
	People
)

// ClassOf gives the class of a type of mention.
func ClassOf(kind string) Class {
	switch kind {
	case "PERSON":
		return Person
	case "PARTY", "ORG":
		return Body
	case "GPE", "LOC":
		return Place
	case "EVENT":
		return Event
	case "WORK":
		return Work
	}
	return People
}

// Name is a name taken apart.
type Name struct {
	Text      string   // for display: white space folded, without article, title and possessive
	Key       string   // two names of one class with one key are the same name
	Class     Class    //
	Words     []string // folded; of a person without particles
	Qualifier string   // what tells a faction from its parent or a son from his father; folded, empty if none
	Bare      bool     // of a person: one word, or one with a hyphen or particles, as in "Hill" and "al-Hill"
	Acronym   bool     // capitals alone, as in "PPP" or "U.N."

	meaning string // of a body: its words in English, in alphabetical order

	// Of a person:
	parts   []part    // of Words
	front   int       // how many of them are honorifics that may be left out
	nick    []string  // what stands in quotes or parentheses
	maiden  []string  // the family name at birth
	letters string    // initials run together that stand for the whole name, "JFK"
	sex     byte      // 'm' or 'f' by the title, or 0
	muslim  bool      // of the Arabic kind: short vowels and some consonants are spelled in many ways
	viet    bool      // Vietnamese: people go by the last word
	east    []reading // as a Chinese or Korean name
}

// Parse takes a name apart.
func Parse(text, kind string) Name {
	n := Name{Text: Clean(text), Class: ClassOf(kind)}
	base := n.Text
	if n.Class == Body {
		base, n.Qualifier = cutFaction(base)
	}
	n.Acronym = n.Class != Person && n.Class != People && isAcronym(base)
	switch {
	case n.Acronym:
		n.Words = []string{letters(base)}
	case n.Class == Person:
		n.person()
	default:
		n.Words = bodyWords(base)
		if n.Class == Body {
			n.meaning = meaning(n.Words)
		}
	}
	n.Key = strings.Join(n.Words, " ")
	switch n.Class {
	case Place:
		if other, ok := places[n.Key]; ok {
			n.Text, n.Key = other, strings.ToLower(other)
		}
	case People:
		n.Key = singular(n.Key)
	}
	if n.Key == "" { // marks alone
		n.Key = strings.ToLower(n.Text)
	}
	if n.Qualifier != "" {
		n.Key += " / " + n.Qualifier
	}
	if n.Bare && n.sex != 0 { // "Mr Hill" is not "Mrs Hill"
		n.Key += " (" + string(n.sex) + ")"
	}
	return n
}

// Country says whether a body's name is another name of a country, as in "USSR": a slip of the extractor.
func (n Name) Country() bool {
	_, ok := places[strings.Join(n.Words, " ")]
	return ok && n.Class == Body && n.Qualifier == "" && (!n.Acronym || len(n.Words[0]) > 3)
}

// Full says whether the name can stand for an actor by itself: a person with a given name or initial, a body that is
// neither an acronym nor one word.
func (n Name) Full() bool {
	switch n.Class {
	case Person:
		return !n.Bare
	case Body:
		return !n.Acronym && len(n.Words) > 1
	}
	return true
}

// Initials says whether a person's name has only initials before its last word.
func (n Name) Initials() bool {
	if n.Class != Person || n.Bare {
		return false
	}
	for _, w := range n.Words[:len(n.Words)-1] {
		if !isInitial(w) {
			return false
		}
	}
	return true
}

// Generic says whether a body's name is one common word ("Union", "Greens"), which means something else in the next
// document.
func (n Name) Generic() bool {
	return n.Class == Body && !n.Acronym && len(n.Words) == 1 && known(n.Words[0])&^(gazetteer.Forename|gazetteer.Surname|gazetteer.Figure) != 0
}

// class of a folded phrase in the gazetteer.
func known(phrase string) gazetteer.Class { return gazetteer.Load().Classes(phrase) }
