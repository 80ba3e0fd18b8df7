// Command compile turns name lists into the gazetteer's compact form.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"hustings/models/gazetteer"
)

func main() {
	data := flag.String("data", "../shared/data/gazetteers", "folder of parties.tsv, forenames_by_country.tsv, surnames_by_country.tsv and the United States' politicians")
	lists := flag.String("lists", "models/gazetteer/lists", "folder of the project's own lists")
	out := flag.String("out", "models/gazetteer/gazetteer.bin", "file to write")
	flag.Parse()
	if err := run(*data, *lists, *out); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

func run(data, lists, out string) error {
	c := collection{}
	if err := c.own(lists); err != nil {
		return err
	}
	if err := c.given(data); err != nil {
		return err
	}
	phrases := make([]string, 0, len(c))
	for p := range c {
		phrases = append(phrases, p)
	}
	sort.Strings(phrases)
	class := make([]gazetteer.Class, len(phrases))
	for i, p := range phrases {
		class[i] = c[p]
	}
	b, err := gazetteer.Encode(phrases, class)
	if err != nil {
		return err
	}
	fmt.Printf("%d phrases, %d bytes\n", len(phrases), len(b))
	return os.WriteFile(out, b, 0o644)
}

// collection is phrases, folded, with their classes.
type collection map[string]gazetteer.Class

// name adds a name of at most eight words.
func (c collection) name(text string, class gazetteer.Class) {
	words := strings.Fields(gazetteer.Fold(strings.Map(loosen, text)))
	if len(words) == 0 || len(words) > 8 {
		return
	}
	if words[0] == "the" && len(words) > 1 {
		words = words[1:]
	}
	if p := strings.Join(words, " "); len(p) > 1 {
		c[p] |= class
	}
}

// short adds an abbreviation: ten characters at most, two capitals at least. What the project's lists know as a country or
// an organisation is no party, whichever party shares the abbreviation.
func (c collection) short(text string, class gazetteer.Class) {
	if class&gazetteer.Party != 0 {
		class = gazetteer.PartyShort
	}
	if class == gazetteer.PartyShort && c["="+text]&(gazetteer.Country|gazetteer.Organisation) != 0 {
		return
	}
	capitals := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if capitals >= 2 && len(text) <= 10 && !strings.ContainsAny(text, " /()") {
		c["="+text] |= class
	}
}

// loosen drops what a tokenizer would set apart.
func loosen(r rune) rune {
	switch r {
	case '"', '“', '”', ',', ';', '*':
		return ' '
	}
	return r
}

// own reads the project's lists: KIND.txt, one name or several ("a | b") a line, "#" begins a comment.
func (c collection) own(folder string) error {
	kinds := map[string]gazetteer.Class{
		"forename": gazetteer.Forename, "surname": gazetteer.Surname, "figure": gazetteer.Figure, "party": gazetteer.Party,
		"partyword": gazetteer.PartyWord, "organisation": gazetteer.Organisation, "orgword": gazetteer.OrgWord, "title": gazetteer.Title,
		"country": gazetteer.Country, "place": gazetteer.Place, "region": gazetteer.Region, "placeword": gazetteer.PlaceWord,
		"group": gazetteer.Group, "event": gazetteer.Event, "eventword": gazetteer.EventWord, "work": gazetteer.Work,
		"workword": gazetteer.WorkWord, "calendar": gazetteer.Calendar, "role": gazetteer.Role, "speech": gazetteer.Speech,
		"common": gazetteer.Common,
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%q: no lists", folder)
	}
	for _, file := range files {
		kind := strings.TrimSuffix(filepath.Base(file), ".txt")
		class, ok := kinds[kind]
		if !ok {
			return fmt.Errorf("%q: no such kind %q", file, kind)
		}
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(b)) {
			line, _, _ = strings.Cut(line, "#")
			for name := range strings.SplitSeq(line, "|") {
				name = strings.TrimSpace(name)
				if name == strings.ToUpper(name) {
					c.short(name, class)
					continue
				}
				c.name(name, class)
			}
		}
	}
	return nil
}
