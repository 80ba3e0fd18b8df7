package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hustings/models/gazetteer"
)

// given reads the data sets: tab-separated, the first line names the columns.
func (c collection) given(folder string) error {
	return first(
		c.table(folder, "parties.tsv", func(row map[string]string) {
			for _, column := range []string{"english", "native"} {
				for name := range strings.SplitSeq(row[column], " / ") {
					c.party(name)
				}
			}
			for short := range strings.SplitSeq(row["short"], "/") {
				c.short(strings.TrimSpace(short), gazetteer.PartyShort)
			}
		}),
		c.table(folder, "forenames_by_country.tsv", func(row map[string]string) { c.person(row["name"], gazetteer.Forename) }),
		c.table(folder, "surnames_by_country.tsv", func(row map[string]string) { c.person(row["name"], gazetteer.Surname) }),
		c.table(folder, "us_legislators_current.tsv", func(row map[string]string) {
			c.person(row["first"], gazetteer.Forename)
			c.person(row["last"], gazetteer.Surname)
		}),
		c.table(folder, "us_executive.tsv", func(row map[string]string) {
			c.person(row["first"], gazetteer.Forename)
			c.person(row["last"], gazetteer.Surname)
		}),
	)
}

// party adds a party's name, with what stands in brackets and without.
func (c collection) party(name string) {
	if bare, _, ok := strings.Cut(name, "("); ok {
		name = bare
	}
	for _, dash := range []string{" – ", " - ", "–"} {
		name = strings.ReplaceAll(name, dash, " ")
	}
	if name = strings.TrimSpace(name); len(strings.Fields(name)) == 1 && c[gazetteer.Fold(name)] != 0 {
		return // "People", "Unity", "Hope": more often a word, a place or a person than a party
	}
	c.name(strings.ReplaceAll(strings.ReplaceAll(name, "’s", " 's"), "'s", " 's"), gazetteer.Party)
}

func (c collection) person(name string, class gazetteer.Class) {
	if name == strings.ToLower(name) {
		return // "than", "de": noise in the source
	}
	c.name(name, class)
}

func (c collection) table(folder, file string, each func(row map[string]string)) error {
	b, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	for n, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) > len(columns) {
			return fmt.Errorf("%q: line %d: %d cells for %d columns", file, n+2, len(cells), len(columns))
		}
		row := map[string]string{}
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		each(row)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
