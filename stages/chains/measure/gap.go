package main

import (
	"encoding/json"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/names"
)

// gapSet is GAP: texts in which one pronoun may mean one of two names.
type gapSet struct {
	docs  []document
	pairs []pair
}

// pair is what is asked of a text: whether the pronoun means the first name, and whether it means the second.
type pair struct {
	pronoun  span
	names    [2]span
	means    [2]bool
	feminine bool
}

func gap(path string) (gapSet, error) {
	type mark struct {
		Start, End int32
		Text       string
		Coref      bool
	}
	var out gapSet
	err := eachLine(path, func(line []byte) error {
		var row struct {
			ID, Text      string
			Pronoun, A, B mark
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		out.docs = append(out.docs, document{id: row.ID, text: row.Text})
		p := pair{pronoun: span{row.Pronoun.Start, row.Pronoun.End}, means: [2]bool{row.A.Coref, row.B.Coref},
			names: [2]span{{row.A.Start, row.A.End}, {row.B.Start, row.B.End}}}
		switch row.Pronoun.Text[0] {
		case 's', 'S': // she
			p.feminine = true
		default: // her, hers, herself; he, him, his
			p.feminine = len(row.Pronoun.Text) > 2 && row.Pronoun.Text[1:3] == "er"
		}
		out.pairs = append(out.pairs, p)
		return nil
	})
	return out, err
}

// measure gives F1 over the decisions, for all pronouns and by gender, and the quotient of feminine and masculine (Webster
// et al. 2018). Names are the fast model's and the two asked about.
func (g gapSet) measure(out *table, set string) error {
	fast, err := newRunner(nil)
	if err != nil {
		return err
	}
	ran, err := fast.run(g.docs, "names.model=fast")
	if err != nil {
		return err
	}
	all := map[string][]mention{}
	for i, d := range g.docs {
		all[d.id] = g.pairs[i].among(ran[i])
	}
	r, err := newRunner(all)
	if err != nil {
		return err
	}
	if ran, err = r.run(g.docs); err != nil {
		return err
	}
	each := make([][2]counts, len(g.docs)) // masculine, feminine
	for i, p := range g.pairs {
		gender := 0
		if p.feminine {
			gender = 1
		}
		each[i][gender] = p.decided(chains.Mentions.Of(ran[i]))
	}
	by := func(pick []int) (sum [2]counts) {
		for _, i := range pick {
			for k := range sum {
				sum[k] = sum[k].plus(each[i][k])
			}
		}
		return sum
	}
	of := func(name string, n int, f func([2]counts) value) {
		out.row(set, "fast+two", name, n, len(g.docs), func(pick []int) value { return f(by(pick)) })
	}
	feminine := 0
	for _, p := range g.pairs {
		if p.feminine {
			feminine++
		}
	}
	of("pronouns, overall", len(g.docs), func(c [2]counts) value { return c[0].plus(c[1]).value() })
	of("pronouns, masculine", len(g.docs)-feminine, func(c [2]counts) value { return c[0].value() })
	of("pronouns, feminine", feminine, func(c [2]counts) value { return c[1].value() })
	of("pronouns, feminine/masculine", len(g.docs), func(c [2]counts) value { return value{figure: share(c[1].f1(), c[0].f1())} })
	return nil
}

// among gives the names of a document with the two asked about in the place of any that they overlap.
func (p pair) among(d *pipeline.Doc) []mention {
	var out []mention
	for _, s := range p.names {
		out = append(out, mention{s, "PERSON", "", "name"})
	}
	for _, n := range names.Names.Of(d) {
		if n.Start < p.names[0].end && n.End > p.names[0].start || n.Start < p.names[1].end && n.End > p.names[1].start {
			continue
		}
		out = append(out, mention{span{n.Start, n.End}, n.Type, "", "name"})
	}
	return outermost(out)
}

// decided counts the two decisions: the pronoun means a name if it is in the name's chain.
func (p pair) decided(found []chains.Mention) counts {
	chain := map[span]int32{}
	for _, m := range found {
		chain[span{m.Start, m.End}] = m.Chain
	}
	var c counts
	at, resolved := chain[p.pronoun]
	for k, name := range p.names {
		own, ok := chain[name]
		says := resolved && ok && at >= 0 && own == at
		if says {
			c.found++
		}
		if p.means[k] {
			c.gold++
		}
		if says && p.means[k] {
			c.right++
			c.hit++
		}
	}
	return c
}
