package actors

import "slices"

// rule is why a name is an actor's: an index of ruleNames.
type rule uint8

var ruleNames = []string{"", "full", "same", "surname", "part", "acronym", "initials", "variant", "curated", "merged", "context"}

const (
	noRule rule = iota
	full
	same
	surname
	part
	acronym
	initials
	variant
	byFile
	merged
	byContext
)

func (r rule) String() string { return ruleNames[r] }

func ruleOf(name string) rule { return rule(max(0, slices.Index(ruleNames, name))) }
