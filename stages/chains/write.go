package chains

import (
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/chains/naming"
)

// write adds the rows: chains are numbered by their first mention.
func (j *joiner) write(d *pipeline.Doc) {
	number := map[int32]int32{} // group to chain
	var rows []Chain
	var members [][]*form
	var sums []votes
	var acronyms []tally
	for i := range j.mentions {
		g := j.groupOf[i]
		n, ok := number[g]
		if !ok {
			n = int32(len(rows))
			number[g] = n
			rows = append(rows, Chain{Chain: n, EntityID: j.groupID[g], Candidates: j.open[g]})
			members, sums, acronyms = append(members, nil), append(sums, votes{}), append(acronyms, nil)
		}
		j.mentions[i].Chain, j.mentions[i].Certainty = n, j.certainty(i)
		rows[n].Mentions++
		sums[n].add(j.mentions[i].Type, j.mentions[i].Probability)
		if j.mentions[i].Form == "acronym" {
			acronyms[n].add(naming.Clean(j.mentions[i].Text))
		}
		if f := j.forms[j.formOf[i]]; !slices.Contains(members[n], f) {
			members[n] = append(members[n], f)
		}
	}
	mains := make([]*form, len(rows))
	for n := range rows {
		row := &rows[n]
		row.Type = sums[n].best()
		main := fullest(members[n])
		mains[n], row.Name = main, main.name.Text
		row.Acronym = acronyms[n].commonest()
		if a := j.rules.Actors[row.EntityID]; row.EntityID != "" {
			if a.Name != "" {
				row.Name = a.Name
			}
			if a.Kind != "" {
				row.Type = a.Kind
			}
		}
	}
	Chains.Add(d, rows...)
	Forms.Add(d, j.aliases(mains)...)
}

// certainty is how sure it is that a name means its chain: how often its rule is right.
func (j *joiner) certainty(i int) float64 {
	f := j.forms[j.formOf[i]]
	if f.group == j.groupOf[i] {
		return f.p
	}
	for _, c := range f.rivals {
		if c.Group == j.groupOf[i] {
			return float64(c.P * nearby)
		}
	}
	return 1
}

// fullest is the form with the most words written out, then the commonest, then the first; a translation or gloss is none.
func fullest(forms []*form) *form {
	return slices.MinFunc(forms, func(a, b *form) int {
		if len(a.outer) > 0 != (len(b.outer) > 0) {
			return len(a.outer) - len(b.outer)
		}
		if x := weight(b.name) - weight(a.name); x != 0 {
			return x
		}
		if x := len(b.mentions) - len(a.mentions); x != 0 {
			return x
		}
		return int(a.mentions[0] - b.mentions[0])
	})
}

func weight(n naming.Name) int {
	if n.Acronym {
		return 0
	}
	w := 1
	for _, word := range n.Words {
		w += 16
		if len(word) > 1 {
			w += 32
		}
	}
	return w
}

// aliases are the names that each chain goes by, as written; sorted by chain, then place.
func (j *joiner) aliases(mains []*form) []Form {
	type key struct {
		chain int32
		text  string
	}
	at, defined := map[key]int{}, map[int]bool{}
	var out []Form
	for i, m := range j.mentions {
		k := key{m.Chain, naming.Fold(m.Text)}
		f := j.forms[j.formOf[i]]
		_, defines := j.inner[int32(i)]
		if n, ok := at[k]; ok {
			out[n].Count++
			if defines && !defined[n] { // better evidence than an earlier use
				out[n].Start, out[n].End, defined[n] = m.Start, m.End, true
			}
			continue
		}
		rule := f.rule
		switch {
		case f.id != "":
			rule = "curated"
		case f == mains[m.Chain]:
			rule = spelling(m, f.name)
		case f.group != j.groupOf[i]:
			rule = j.rivalRule(f, j.groupOf[i])
		}
		at[k], defined[len(out)] = len(out), defines
		out = append(out, Form{m.Chain, k.text, rule, 1, m.Start, m.End})
	}
	slices.SortStableFunc(out, func(a, b Form) int { return int(a.Chain - b.Chain) })
	return out
}

// spelling is the rule of a mention whose name is its chain's fullest.
func spelling(m Mention, main naming.Name) string {
	switch clean := naming.Clean(m.Text); {
	case clean == main.Text, main.Class == naming.Person && strings.HasSuffix(clean, main.Text):
		return "full"
	case m.Form == "acronym" && !main.Acronym:
		return "acronym"
	case main.Class == naming.Place && !strings.EqualFold(clean, main.Text):
		return "variant" // "Britain"
	}
	return "same"
}

// tally counts texts in the order in which they come.
type tally []struct {
	text  string
	count int
}

func (t *tally) add(text string) {
	for i := range *t {
		if (*t)[i].text == text {
			(*t)[i].count++
			return
		}
	}
	*t = append(*t, struct {
		text  string
		count int
	}{text, 1})
}

func (t tally) commonest() string {
	best := -1
	for i := range t {
		if best < 0 || t[i].count > t[best].count {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return t[best].text
}

// rivalRule is the rule by which a mention went to another group than the rest of its form.
func (j *joiner) rivalRule(f *form, group int32) string {
	for _, c := range f.rivals {
		if c.Group == group {
			return c.Rule
		}
	}
	return "acronym"
}
