package chains

import (
	"hustings/pipeline"
	"hustings/stages/chains/curated"
	"hustings/stages/chains/naming"
	"hustings/stages/names"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// mentionsOf puts the curated names and those of the extractor together. A curated name takes the place of any that it
// overlaps, but not of a longer one that it is a part of: "Hill" leaves "Jane Hill" alone. said has what the file says of
// each mention.
func mentionsOf(d *pipeline.Doc, c *curated.File) (out []Mention, said []curated.Meaning) {
	date := ""
	if rows := read.Documents.Of(d); len(rows) > 0 {
		date = rows[0].Date
	}
	var found []Mention
	var meant []curated.Meaning
	rows := names.Names.Of(d)
	for _, h := range c.Find(curated.Document{Doc: d, Date: date, Words: tokens.Tokens.Of(d), Names: rows}) {
		found = append(found, Mention{Sentence: h.Sentence, First: h.First, Last: h.Last, Start: h.Start, End: h.End, Text: h.Text,
			Type: c.Kind(h.Meaning), Probability: 1, Source: "curated", Name: -1})
		meant = append(meant, h.Meaning)
	}
	add := func(m Mention, what curated.Meaning) {
		m.Mention = int32(len(out))
		out, said = append(out, m), append(said, what)
	}
	k := 0
	for _, r := range rows {
		for k < len(found) && found[k].End <= r.Start {
			add(found[k], meant[k])
			k++
		}
		if k == len(found) || found[k].Start >= r.End {
			add(named(r), curated.Meaning{})
			continue
		}
		// The extractor's name overlaps found[k], and maybe others after it.
		if inside(found[k], r) && naming.Parse(r.Text, r.Type).Key != naming.Parse(found[k].Text, r.Type).Key {
			for k < len(found) && found[k].End <= r.End {
				k++
			}
			if k == len(found) || found[k].Start >= r.End {
				add(named(r), curated.Meaning{})
			}
			continue
		}
		if found[k].Type == "" {
			found[k].Type = r.Type
		}
		found[k].Name = r.Name
	}
	for ; k < len(found); k++ {
		add(found[k], meant[k])
	}
	kinds := map[string]string{} // an actor whose type the file leaves out has the one that the extractor gives it
	for i, m := range out {
		for _, id := range said[i].IDs() {
			if m.Type != "" && kinds[id] == "" {
				kinds[id] = m.Type
			}
		}
	}
	for i := range out {
		for _, id := range said[i].IDs() {
			if out[i].Type == "" {
				out[i].Type = kinds[id]
			}
		}
		if out[i].Type == "" {
			out[i].Type = "ORG"
		}
	}
	return out, said
}

func inside(m Mention, r names.Name) bool {
	return m.Start >= r.Start && m.End <= r.End && (m.Start > r.Start || m.End < r.End)
}

func named(r names.Name) Mention {
	return Mention{Sentence: r.Sentence, First: r.First, Last: r.Last, Start: r.Start, End: r.End, Text: r.Text, Type: r.Type,
		Probability: r.Probability, Source: r.Source, Name: r.Name}
}
