package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/tokens"
)

// Names are what the names of a passage are exchanged for, so that the model learns the sentences rather than the names.
type names struct {
	forenames, surnames map[string][]string // by country
	countries           []string
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

// vary makes a passage with other names: each entity's are exchanged throughout. Some lines are put in capitals, some
// words of headings capitalised, and quotation marks curled.
func (n *names) vary(p *passage, random *rand.Rand) document {
	given := map[string]string{} // "entity surface" or a person's single word
	acronyms := map[string]string{}
	chosen := map[string]func(surface string) string{}
	for _, id := range p.order {
		e := p.entities[id]
		switch {
		case e.kind == "PERSON" && random.IntN(10) < 8:
			chosen[id] = n.person(e, random)
		case e.kind == "PARTY" && random.IntN(10) < 7:
			x := n.parties[random.IntN(len(n.parties))]
			if random.IntN(2) == 0 {
				x = n.invent(random)
			}
			chosen[id] = n.rename(x, e, acronyms, random)
		case e.kind == "GPE" && random.IntN(10) < 6:
			place := one(n.places, random)
			if random.IntN(8) == 0 {
				place = one(shortStates, random)
			}
			chosen[id] = func(string) string { return place }
		case e.kind == "ORG" && random.IntN(10) < 4 && !strings.Contains(e.names[0], " of "):
			chosen[id] = n.rename(n.association(random), e, acronyms, random)
		case e.kind == "NORP" && random.IntN(10) < 5 && len(strings.Fields(e.names[0])) == 1:
			chosen[id] = func(surface string) string {
				key := id + " " + surface
				for given[key] == "" || strings.HasSuffix(given[key], "s") != strings.HasSuffix(surface, "s") {
					given[key] = one(n.peoples, random)
				}
				return given[key]
			}
		}
	}
	d := p.document(func(id, surface string) string {
		if change := chosen[id]; change != nil {
			if s := change(surface); surface == strings.ToUpper(surface) && len(surface) > 6 {
				return strings.ToUpper(s)
			} else {
				return s
			}
		}
		return surface
	})
	d.source = "augmented"
	curl := random.IntN(2) == 0
	for i := range d.sentences {
		words := d.sentences[i].words
		style := random.IntN(100)
		open := true
		for k, w := range words {
			switch {
			case style < 7:
				words[k] = strings.ToUpper(w)
			case style < 11:
				words[k] = titled(w)
			}
			if curl {
				switch {
				case w == `"` && open:
					words[k], open = "“", false
				case w == `"`:
					words[k], open = "”", true
				default:
					words[k] = strings.ReplaceAll(words[k], "'", "’")
				}
			}
		}
	}
	return d
}

func titled(w string) string {
	if len(w) < 4 {
		return w
	}
	r, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[size:]
}

// person exchanges the words of a person's names: the last of the full name for a surname, the others for forenames.
func (n *names) person(e entity, random *rand.Rand) func(string) string {
	country := one(n.countries, random)
	if random.IntN(10) < 4 {
		country = string(rune('a' + random.IntN(6)))
	}
	words := map[string]string{}
	full := strings.Fields(e.names[0])
	for i, w := range full {
		switch {
		case i == len(full)-1 && len(full) > 1:
			words[w] = one(n.surnames[country], random)
		case utf8.RuneCountInString(strings.TrimRight(w, ".")) == 1, w == strings.ToLower(w):
			words[w] = w
		default:
			words[w] = one(n.forenames[country], random)
		}
	}
	if len(full) == 1 && random.IntN(2) == 0 {
		words[full[0]] = one(n.surnames[country], random)
	}
	return func(surface string) string {
		parts := strings.Fields(surface)
		for i, w := range parts {
			if words[w] == "" {
				words[w] = one(n.forenames[country], random)
				if w == strings.ToLower(w) {
					words[w] = w
				}
			}
			parts[i] = words[w]
		}
		return strings.Join(parts, " ")
	}
}

// shortStates are states known by their letters.
var shortStates = strings.Fields("USSR USA US UK U.S. UAE PRC DRC GDR FRG USSR US UK")

var (
	stances   = strings.Fields("National Democratic Progressive Popular United Social Liberal Conservative Radical Christian Workers' People's Socialist Communist Revolutionary Republican Islamic Green Agrarian Independent Patriotic Federal Labour Free New Marxist Leftist Reform Civic Youth Women's Students' Peasants' All-India Pan-African")
	bodyNames = strings.Fields("Party Party Party Party Front League Movement Union Alliance Congress Bloc Tendency Coalition Opposition Federation International Platform Caucus Committee Rally Assembly Group")
	aims      = strings.Fields("Democracy Justice Freedom Liberation Unity Progress Reform Change Independence Labour Socialism")
)

// rename exchanges a party's names, or those of another body, for x's.
func (n *names) rename(x party, e entity, acronyms map[string]string, random *rand.Rand) func(string) string {
	faction := one(n.surnames[one(n.countries, random)], random)
	shortened := strings.Join(strings.Fields(x.name)[min(1, len(strings.Fields(x.name))-1):], " ")
	if random.IntN(2) == 0 && x.native != "" {
		shortened = x.native
	}
	base := func(surface string) string {
		switch {
		case surface == e.names[0]:
			return x.name
		case isAcronym(surface):
			if acronyms[surface] == "" {
				acronyms[surface] = x.short
			}
			return acronyms[surface]
		}
		return shortened
	}
	return func(surface string) string {
		if short, wing, ok := strings.Cut(surface, " ("); ok && strings.HasSuffix(wing, ")") {
			return base(short) + " (" + faction + ")"
		}
		return base(surface)
	}
}

// invent makes up a party's name: "Popular Front of Chile", "Movement for Democratic Change".
func (n *names) invent(random *rand.Rand) party {
	words := []string{one(stances, random)}
	if random.IntN(2) == 0 {
		if more := one(stances, random); more != words[0] {
			words = append(words, more)
		}
	}
	head := one(bodyNames, random)
	switch random.IntN(5) {
	case 0:
		words = append(words, head, "of", one(n.places, random))
	case 1:
		words = []string{head, "for", one(aims, random)}
	case 2:
		words = append([]string{one(n.places, random)}, append(words, head)...)
	default:
		words = append(words, head)
	}
	name := strings.Join(words, " ")
	return party{name: name, short: initials(name)}
}

var (
	trades = strings.Fields("Workers' Writers' Teachers' Dockers' Miners' Railwaymen's Journalists' Lawyers' Farmers' Employers' Nurses' Cultural Scientific Press Broadcasting Development Research Trade Chamber Film Student Postal Steel Electricity Telecommunications Statistics Human-Rights Election Land Water Housing Defence Treaty")
	reach  = strings.Fields("National Central General United International Royal Federal Free Progressive Democratic All-India All-Ceylon African")
	unions = strings.Fields("Union Association Federation Congress Council Commission Board Corporation Company Limited Authority Institute Society Committee Organisation Agency Bank Network Fund")
)

// association makes up an organisation's name: "National Teachers' Union", "Federation of Dockers".
func (n *names) association(random *rand.Rand) party {
	words := []string{one(reach, random), one(trades, random), one(unions, random)}
	switch random.IntN(4) {
	case 0:
		words[0] = one(n.places, random)
	case 1:
		words = words[1:]
	}
	name := strings.Join(words, " ")
	return party{name: name, short: initials(name)}
}

// initials are the capitals that a name's words begin with.
func initials(name string) string {
	short := ""
	for _, span := range tokens.Words(name) {
		if r, _ := utf8.DecodeRuneInString(name[span.Start:]); unicode.IsUpper(r) {
			short += string(r)
		}
	}
	return short
}
