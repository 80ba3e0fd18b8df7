package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hustings/stages/actors"
	"hustings/stages/read"
)

// why says a rule of the table aliases in words.
func why(rule string) string {
	return cmp.Or(map[string]string{
		"full":     "its full name",
		"same":     "the same name",
		"surname":  "its surname",
		"part":     "part of its name",
		"acronym":  "its acronym",
		"initials": "its initials",
		"variant":  "another spelling",
		"curated":  "actors.csv says so",
		"merged":   "actors.csv merges it",
		"context":  "one of several of that name, by who else is named",
	}[rule], rule)
}

// writeDoubts tells what about an actor might be otherwise, and the lines of actors.csv that would change it.
func writeDoubts(text *strings.Builder, a actors.Actor, all []actors.Actor, decisions []actors.Decision) {
	kinds := map[string][]string{}
	told := map[string]bool{a.EntityID: true}
	for _, d := range decisions {
		if d.EntityID != a.EntityID && d.OtherID != a.EntityID {
			continue
		}
		reason := ""
		if d.Reason != "" {
			reason = ": " + d.Reason
		}
		line := ""
		switch {
		case d.Kind == "split":
			other := d.OtherID
			if other == a.EntityID {
				other = d.EntityID
			}
			told[other] = true
			line = fmt.Sprintf("%s, %.2f%s", other, d.Probability, reason)
		case d.EntityID != a.EntityID: // another's name, which might be this one's
			continue
		case d.Kind == "merge":
			line = fmt.Sprintf("%q, %.2f%s", d.Alias, d.Probability, reason)
		case d.OtherID != "":
			line = fmt.Sprintf("%q, %.2f%s, %s too", d.Alias, d.Probability, reason, d.OtherID)
		default:
			line = fmt.Sprintf("%q, %.2f%s", d.Alias, d.Probability, reason)
		}
		kinds[d.Kind] = append(kinds[d.Kind], line+"\n    "+d.Row)
	}
	for _, b := range sameName(a, all) {
		if !told[b.EntityID] {
			row := actors.Row(read.Rule{Rule: "merge", EntityID: a.EntityID, OtherID: b.EntityID})
			kinds["namesake"] = append(kinds["namesake"], fmt.Sprintf("%s (%s, %s)\n    %s", b.Name, b.EntityID, count(int(b.Mentions), "mention"), row))
		}
	}
	for _, part := range []struct{ kind, title string }{
		{"merge", "Joined, with the probability that it is right; the line of actors.csv keeps it apart"},
		{"alias", "Short names that may be its, with the probability; the line of actors.csv makes them its"},
		{"split", "Nearly merged with, with the probability that they are one; the line of actors.csv merges them"},
		{"namesake", "Of the same last name and not merged; the line of actors.csv merges them"},
	} {
		if lines := kinds[part.kind]; len(lines) > 0 {
			fmt.Fprintf(text, "\n%s:\n  %s\n", part.title, strings.Join(lines, "\n  "))
		}
	}
	if len(kinds) > 0 {
		fmt.Fprintf(text, "\nThe columns of actors.csv: %s\n", strings.Join(read.RuleColumns, ","))
	}
}

// sameName lists the actors of the same type whose last word is the same.
func sameName(a actors.Actor, all []actors.Actor) []actors.Actor {
	return slices.DeleteFunc(slices.Clone(all), func(b actors.Actor) bool {
		return b.EntityID == a.EntityID || b.Type != a.Type || lastWord(b.Name) != lastWord(a.Name)
	})
}

func lastWord(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
