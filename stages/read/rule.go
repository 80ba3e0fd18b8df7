package read

import (
	"fmt"
	"slices"
	"strings"

	"hustings/stages/read/slug"
)

var types = []string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}

// conditions are the columns that say in which documents an alias holds.
var conditions = []string{"from", "to", "doc", "place", "with"}

// kinds are the rules with the columns that each may fill beside rule and entity_id.
var kinds = []struct {
	rule    string
	columns []string
}{
	{"name", append([]string{"alias", "name", "type", "party", "role"}, conditions...)},
	{"merge", []string{"other_id"}},
	{"never", []string{"other_id", "alias"}},
	{"ambiguous", append([]string{"alias"}, conditions...)},
	{"exclude", append([]string{"alias"}, conditions...)},
}

// Conditional says whether the row's alias holds in some documents only. The dates of a row with a party are when the
// person was in it.
func (r *Rule) Conditional() bool {
	return r.Doc != "" || r.Place != "" || r.With != "" || r.Party == "" && (r.From != "" || r.To != "")
}

// fault is the first mistake in a row, with its fix; empty if there is none.
func (r *Rule) fault() string {
	k := slices.IndexFunc(kinds, func(k struct {
		rule    string
		columns []string
	}) bool {
		return k.rule == r.Rule
	})
	if k < 0 {
		var all []string
		for _, k := range kinds {
			all = append(all, k.rule)
		}
		return fmt.Sprintf("column rule: %q is not a rule: use %s", r.Rule, strings.Join(all, ", "))
	}
	if r.EntityID == "" && (r.Rule != "exclude" || r.Alias == "") {
		return "column entity_id: is empty: name the actor that the rule is about"
	}
	for _, column := range RuleColumns[2:] {
		if *r.column(column) != "" && !slices.Contains(kinds[k].columns, column) {
			return fmt.Sprintf("column %s: a rule %q does not use it: leave it empty, or give it a row of its own (%s)", column, r.Rule, usersOf(column))
		}
	}
	for _, column := range []string{"entity_id", "other_id"} {
		if id := *r.column(column); id != "" && slug.Of(id) != id {
			return fmt.Sprintf("column %s: %q is not in kebab case: write %q", column, id, slug.Of(id))
		}
	}
	if reason := r.lacks(); reason != "" {
		return reason
	}
	if r.Type != "" && !slices.Contains(types, r.Type) {
		return fmt.Sprintf("column type: %q is not a type: use %s", r.Type, strings.Join(types, ", "))
	}
	return r.misdated()
}

// usersOf are the rules that use a column.
func usersOf(column string) string {
	var out []string
	for _, k := range kinds {
		if slices.Contains(k.columns, column) {
			out = append(out, k.rule)
		}
	}
	return strings.Join(out, ", ")
}

// lacks says what a row needs and has not.
func (r *Rule) lacks() string {
	switch r.Rule {
	case "name":
		switch {
		case r.Alias == "" && r.Name == "" && r.Type == "" && r.Party == "":
			return `column alias: is empty: a rule "name" needs an alias, a name, a type or a party`
		case r.Role != "" && r.Party == "":
			return fmt.Sprintf("column party: is empty: name the party in which the actor is %q", r.Role)
		}
	case "ambiguous":
		if r.Alias == "" {
			return `column alias: is empty: a rule "ambiguous" needs the name that may mean the actor`
		}
	case "merge":
		if r.OtherID == "" {
			return `column other_id: is empty: a rule "merge" needs the other actor`
		}
	case "never":
		switch {
		case r.OtherID == "" && r.Alias == "":
			return `column other_id: is empty: a rule "never" needs the other actor, or its name in column alias`
		case r.OtherID != "" && r.Alias != "":
			return "column alias: is filled and so is other_id: give each a row of its own"
		}
	}
	if r.OtherID != "" && r.OtherID == r.EntityID {
		return fmt.Sprintf("column other_id: %q is the actor itself", r.OtherID)
	}
	if r.Alias != "" || r.Name != "" {
		return ""
	}
	for _, column := range conditions {
		if *r.column(column) != "" && (r.Party == "" || column != "from" && column != "to") {
			return fmt.Sprintf("column %s: says where an alias holds, and the row has none: fill column alias or leave it empty", column)
		}
	}
	return ""
}

// misdated says what is wrong with a row's dates.
func (r *Rule) misdated() string {
	for _, column := range []string{"from", "to"} {
		if date := *r.column(column); date != "" && !isDate(date) {
			return fmt.Sprintf("column %s: %q is not a date: write it as 1999, 1999-04 or 1999-04-30", column, date)
		}
	}
	if r.From != "" && r.To != "" && firstDay(r.From) > lastDay(r.To) {
		return fmt.Sprintf("column to: %q comes before %q in column from: change the two", r.To, r.From)
	}
	return ""
}

// Within says whether all of a day, month or year lies between two others; an empty bound is none, and a date that is
// not known lies in none.
func Within(date, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	return date != "" && (from == "" || firstDay(date) >= firstDay(from)) && (to == "" || lastDay(date) <= lastDay(to))
}

func firstDay(date string) string { return fill(date, "0000-01-01") }
func lastDay(date string) string  { return fill(date, "9999-12-31") }

func fill(date, rest string) string { return date + rest[min(len(date), len(rest)):] }
