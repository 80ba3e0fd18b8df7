package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/passages"
)

// vary makes a passage with other names: each entity's are exchanged throughout. Some lines are put in capitals, some
// words of headings capitalised, and quotation marks curled.
func (n *names) vary(p *passages.Passage, random *rand.Rand) document {
	given := map[string]string{} // "entity surface" or a person's single word
	acronyms := map[string]string{}
	chosen := map[string]func(surface string) string{}
	for i := range p.Entities {
		e := &p.Entities[i]
		id := e.ID
		switch {
		case e.Type == "PERSON" && random.IntN(10) < 8:
			chosen[id] = n.person(e, random)
		case e.Type == "PARTY" && random.IntN(10) < 7:
			x := n.parties[random.IntN(len(n.parties))]
			if random.IntN(2) == 0 {
				x = n.invent(random)
			}
			chosen[id] = n.rename(x, e, acronyms, random)
		case e.Type == "GPE" && random.IntN(10) < 6:
			place := one(n.places, random)
			if random.IntN(8) == 0 {
				place = one(shortStates, random)
			}
			chosen[id] = func(string) string { return place }
		case e.Type == "ORG" && random.IntN(10) < 4 && !strings.Contains(e.Name, " of "):
			chosen[id] = n.rename(n.association(random), e, acronyms, random)
		case e.Type == "NORP" && random.IntN(10) < 5 && len(strings.Fields(e.Name)) == 1:
			chosen[id] = func(surface string) string {
				key := id + " " + surface
				for given[key] == "" || strings.HasSuffix(given[key], "s") != strings.HasSuffix(surface, "s") {
					given[key] = one(n.peoples, random)
				}
				return given[key]
			}
		}
	}
	d := documentOf(p, func(e *passages.Entity, surface string) string {
		if change := chosen[e.ID]; change != nil {
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
func (n *names) person(e *passages.Entity, random *rand.Rand) func(string) string {
	country := one(n.countries, random)
	if random.IntN(10) < 4 {
		country = one(n.regions, random)
	}
	words := map[string]string{}
	full := strings.Fields(e.Name)
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

// rename exchanges a party's names, or those of another body, for x's.
func (n *names) rename(x party, e *passages.Entity, acronyms map[string]string, random *rand.Rand) func(string) string {
	faction := one(n.surnames[one(n.countries, random)], random)
	shortened := strings.Join(strings.Fields(x.name)[min(1, len(strings.Fields(x.name))-1):], " ")
	if random.IntN(2) == 0 && x.native != "" {
		shortened = x.native
	}
	base := func(surface string) string {
		switch {
		case surface == e.Name:
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
