package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Names are what the names of a passage are exchanged for, so that the model learns the sentences rather than the names.
type names struct {
	forenames, surnames map[string][]string // by country
	countries           []string
	regions             []string // of those, the parts of the world of the gazetteer's own lists
	parties             []party
	places, peoples     []string
}

type party struct{ name, native, short string }

// readNames reads the data sets' names and the gazetteer's own lists, of which each line is one part of the world.
func readNames(folder, lists string) (*names, error) {
	n := &names{forenames: map[string][]string{}, surnames: map[string][]string{}}
	column := func(into map[string][]string, file string) error {
		b, err := os.ReadFile(filepath.Join(folder, file))
		for line := range strings.Lines(string(b)) {
			if cells := strings.Split(strings.TrimSpace(line), "\t"); cells[0] != strings.ToLower(cells[0]) {
				into[cells[len(cells)-1]] = append(into[cells[len(cells)-1]], cells[0])
			}
		}
		return err
	}
	if err := column(n.forenames, "forenames_by_country.tsv"); err != nil {
		return nil, err
	}
	if err := column(n.surnames, "surnames_by_country.tsv"); err != nil {
		return nil, err
	}
	own := func(file string) ([][]string, error) {
		b, err := os.ReadFile(filepath.Join(lists, file))
		var out [][]string
		for line := range strings.Lines(string(b)) {
			var part []string
			for name := range strings.SplitSeq(line, "|") {
				part = append(part, strings.TrimSpace(name))
			}
			out = append(out, part)
		}
		return out, err
	}
	forenames, err := own("forename.txt")
	if err != nil {
		return nil, err
	}
	surnames, err := own("surname.txt")
	if err != nil {
		return nil, err
	}
	for i := range min(len(forenames), len(surnames)) {
		region := string(rune('a' + i))
		n.forenames[region], n.surnames[region] = forenames[i], surnames[i]
		n.regions = append(n.regions, region)
	}
	for country := range n.forenames {
		if len(n.surnames[country]) > 4 && len(n.forenames[country]) > 4 {
			n.countries = append(n.countries, country)
		}
	}
	slices.Sort(n.countries)
	for _, file := range []string{"country.txt", "place.txt"} {
		parts, err := own(file)
		if err != nil {
			return nil, err
		}
		n.places = append(n.places, slices.Concat(parts...)...)
	}
	groups, err := own("group.txt")
	if err != nil {
		return nil, err
	}
	n.peoples = slices.Concat(groups...)
	b, err := os.ReadFile(filepath.Join(folder, "parties.tsv"))
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(line, "\t")
		p := party{clean(cells[4]), clean(cells[5]), clean(cells[3])}
		if words := len(strings.Fields(p.name)); words >= 1 && words <= 7 && len(p.short) >= 2 && isAcronym(p.short) {
			n.parties = append(n.parties, p)
		}
	}
	return n, err
}

func clean(name string) string {
	name, _, _ = strings.Cut(name, " / ")
	name, _, _ = strings.Cut(name, " (")
	return strings.TrimSpace(name)
}

func isAcronym(s string) bool {
	return s == strings.ToUpper(s) && len(s) <= 8 && !strings.ContainsAny(s, " ./")
}

func one(list []string, random *rand.Rand) string { return list[random.IntN(len(list))] }
