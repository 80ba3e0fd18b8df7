package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hustings/models/coref"
)

// tally counts what a model found in one document.
type tally struct{ right, found, gold int }

func (t tally) plus(o tally) tally {
	return tally{t.right + o.right, t.found + o.found, t.gold + o.gold}
}

func (t tally) precision() float64 { return ratio(t.right, t.found) }
func (t tally) recall() float64    { return ratio(t.right, t.gold) }
func (t tally) f1() float64        { return ratio(2*t.right, t.found+t.gold) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// f1 is the F1 of all documents with the middle 95 % of 1,000 draws of them.
func f1(ts []tally) (all tally, low, high float64) {
	for _, t := range ts {
		all = all.plus(t)
	}
	random := rand.New(rand.NewPCG(3, 3))
	draws := make([]float64, 1000)
	for i := range draws {
		var d tally
		for range ts {
			d = d.plus(ts[random.IntN(len(ts))])
		}
		draws[i] = d.f1()
	}
	slices.Sort(draws)
	return all, draws[25], draws[974]
}

// judge compares what was found with the gold, for the mentions that keep takes. What is found to mean an organisation
// does not count where the gold does not mark them.
func judge(d *document, found []coref.Found, keep func(form, text, kind string) bool) tally {
	kinds := map[int32]string{}
	for _, n := range d.text.Names {
		kinds[n.Chain] = n.Type
	}
	var t tally
	want := map[[2]int32]int32{}
	for _, g := range d.gold {
		if text := surface(d, g.first, g.last); keep(g.form, text, kinds[g.chain]) && !d.open(g.form, text) {
			t.gold++
			want[[2]int32{g.first, g.last}] = g.chain
		}
	}
	for _, f := range found {
		text := surface(d, f.First, f.Last)
		if !keep(f.Form, text, kinds[f.Chain]) || d.open(f.Form, text) || kinds[f.Chain] == "ORG" && d.source != "gum" {
			continue
		}
		t.found++
		if chain, ok := want[[2]int32{f.First, f.Last}]; ok && chain == f.Chain {
			t.right++
		}
	}
	return t
}

// open says whether the gold does not tell what a mention means.
func (d *document) open(form, text string) bool {
	return d.uneven && form == coref.Pronoun && !people[text]
}

func surface(d *document, first, last int32) string {
	var w []string
	for _, x := range d.text.Words[first:last] {
		w = append(w, strings.ToLower(x.Text))
	}
	return strings.Join(w, " ")
}

// groups of mentions, for the card.
var groups = []struct {
	name string
	keep func(form, text, kind string) bool
}{
	{"all", func(form, text, kind string) bool { return !first[text] }},
	{"he, she", func(form, text, kind string) bool { return form == coref.Pronoun && people[text] }},
	{"it", func(form, text, kind string) bool { return form == coref.Pronoun && strings.HasPrefix(text, "it") }},
	{"they", func(form, text, kind string) bool { return form == coref.Pronoun && strings.HasPrefix(text, "the") }},
	{"descriptions", func(form, text, kind string) bool { return form == coref.Nominal }},
	{"of persons", func(form, text, kind string) bool { return form == coref.Nominal && kind == "PERSON" }},
	{"of parties", func(form, text, kind string) bool { return form == coref.Nominal && kind == "PARTY" }},
}

var (
	people = set("he him his himself she her hers herself")
	first  = set("i me my mine myself we us our ours ourselves you your yours")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func report(m *coref.Model, docs []document, out *strings.Builder) {
	found := make([][]coref.Found, len(docs))
	for i := range docs {
		found[i] = m.Resolve(&docs[i].text)
	}
	out.WriteString("| mentions | n | found | precision | recall | F1 | interval |\n|---|---|---|---|---|---|---|\n")
	for _, g := range groups {
		var ts []tally
		for i := range docs {
			ts = append(ts, judge(&docs[i], found[i], g.keep))
		}
		all, low, high := f1(ts)
		if all.gold == 0 {
			continue
		}
		fmt.Fprintf(out, "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f to %.3f |\n", g.name, all.gold, all.found, all.precision(), all.recall(), all.f1(), low, high)
	}
}

// gapScore is GAP's own: each of the two names is an answer.
func gapScore(m *coref.Model, docs []document, keep func(*pair) bool) (all tally, low, high float64) {
	var ts []tally
	for i := range docs {
		if keep(docs[i].gap) {
			ts = append(ts, gapTally(m, &docs[i]))
		}
	}
	return f1(ts)
}

func gapTally(m *coref.Model, d *document) (t tally) {
	p := d.gap
	chain := int32(-1)
	for _, f := range m.Resolve(&d.text) {
		if f.First == p.word && f.Form == coref.Pronoun {
			chain = f.Chain
		}
	}
	for k := range p.chains {
		says := chain >= 0 && p.chains[k] == chain
		if says {
			t.found++
		}
		if p.means[k] {
			t.gold++
		}
		if says && p.means[k] {
			t.right++
		}
	}
	return t
}
