package main

import (
	"hustings/stages/chains"
)

// described measures names, pronouns and descriptions of persons and parties together, where names are given and the run
// finds the others: the figures of coreference; and how many pronouns and descriptions are found and resolved.
func described(out *table, set string, docs []document) error {
	r, err := newRunner(given(docs))
	if err != nil {
		return err
	}
	ran, err := r.run(docs)
	if err != nil {
		return err
	}
	all := make([]figures, len(docs))
	resolved := map[string][]counts{"pronoun": make([]counts, len(docs)), "nominal": make([]counts, len(docs))}
	n := 0
	for i, d := range docs {
		found := chains.Mentions.Of(ran[i])
		all[i] = coreference(d, found, chains.Chains.Of(ran[i]))
		n += int(all[i].b3.gold)
		for form, c := range resolved {
			c[i] = resolution(d, found, chains.Chains.Of(ran[i]), form)
		}
	}
	for _, x := range []struct {
		name string
		of   func(figures) value
	}{
		{"MUC", func(f figures) value { return f.muc.value() }},
		{"B-cubed", func(f figures) value { return f.b3.value() }},
		{"CEAF phi 4", func(f figures) value { return f.ceaf.value() }},
		{"CoNLL", func(f figures) value { return value{figure: f.conll()} }},
	} {
		out.row(set, "given", x.name+", all of PERSON and PARTY", n, len(docs), func(pick []int) value { return x.of(sum(all, pick)) })
	}
	for _, form := range []string{"pronoun", "nominal"} {
		each := resolved[form]
		total := 0.0
		for _, c := range each {
			total += c.gold
		}
		out.row(set, "given", "resolved, "+form+"s", int(total), len(docs), func(pick []int) value {
			var sum counts
			for _, i := range pick {
				sum = sum.plus(each[i])
			}
			return sum.value()
		})
	}
	return nil
}

// coreference compares the clusters of all mentions of persons and parties.
func coreference(d document, found []chains.Mention, of []chains.Chain) figures {
	gold := newClusters[string]()
	for _, m := range d.mentions {
		if actor(m.kind) {
			gold.add(m.entity, m.span)
		}
	}
	system := newClusters[int32]()
	for _, m := range found {
		if s := (span{m.Start, m.End}); gold.has[s] || m.Chain >= 0 && actor(of[m.Chain].Type) {
			system.add(m.Chain, s)
		}
	}
	return compare(gold.all, system.all)
}

func actor(kind string) bool { return kind == "PERSON" || kind == "PARTY" }

// resolution counts the pronouns, or the nominals, of persons and parties. One is right whose span is marked and whose chain means
// its entity: the entity of most of the chain's marked names.
func resolution(d document, found []chains.Mention, of []chains.Chain, form string) counts {
	at := map[span]mention{}
	var c counts
	for _, m := range d.mentions {
		at[m.span] = m
		if m.form == form && actor(m.kind) {
			c.gold++
		}
	}
	entities := make([]string, len(of))
	votes := make([]map[string]int, len(of))
	for _, m := range found {
		x, ok := at[span{m.Start, m.End}]
		if !ok || x.form != "name" || m.Chain < 0 {
			continue
		}
		v := votes[m.Chain]
		if v == nil {
			v = map[string]int{}
			votes[m.Chain] = v
		}
		v[x.entity]++
		if best := entities[m.Chain]; best == "" || v[x.entity] > v[best] {
			entities[m.Chain] = x.entity
		}
	}
	for _, m := range found {
		if m.Form != form || m.Chain >= 0 && !actor(of[m.Chain].Type) {
			continue
		}
		c.found++
		x, ok := at[span{m.Start, m.End}]
		if ok && x.form != "name" && m.Chain >= 0 && x.entity == entities[m.Chain] {
			c.right++
			if x.form == form {
				c.hit++
			}
		}
	}
	return c
}
