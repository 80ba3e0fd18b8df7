package main

import (
	_ "embed"
	"strings"
)

//go:embed names.txt
var list string

// origin is where names come from.
type origin struct {
	name     string
	women    []string
	men      []string
	surnames []string
}

type party struct{ name, acronym string }

// lists reads the names.
func lists() (origins []origin, parties []party) {
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		last := len(origins) - 1
		name, acronym, isParty := strings.Cut(line, " | ")
		switch {
		case strings.HasPrefix(line, "#"), line == "Parties":
		case isParty:
			parties = append(parties, party{name, acronym})
		case strings.HasPrefix(line, "F "):
			origins[last].women = strings.Split(line[2:], ", ")
		case strings.HasPrefix(line, "M "):
			origins[last].men = strings.Split(line[2:], ", ")
		case strings.HasPrefix(line, "S "):
			origins[last].surnames = strings.Split(line[2:], ", ")
		default:
			origins = append(origins, origin{name: line})
		}
	}
	return origins, parties
}
