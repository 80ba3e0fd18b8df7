package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"hustings/models/tagger"
)

// A mistake is one way in which a name is got wrong.
type mistake struct{ kind, detail string }

// mistakes compares the names found with gold's: another type, another stretch, not found, not there.
func (x devSet) mistakes(tag tagging) (byKind map[string]int, each map[mistake]int) {
	byKind, each = map[string]int{}, map[mistake]int{}
	for i := range x.docs {
		d := &x.docs[i]
		for s, found := range tag(d.words()) {
			gold := d.sentences[s].known(x.as)
			text := func(y tagger.Span) string { return strings.Join(d.sentences[s].words[y.First:y.Last], " ") }
			add := func(kind, detail string) {
				byKind[kind]++
				each[mistake{kind, detail}]++
			}
			for _, g := range gold {
				as := x.as(g.Type)
				at := slices.IndexFunc(found, func(f tagger.Span) bool { return f.First < g.Last && f.Last > g.First })
				switch {
				case as == "":
				case at < 0:
					add("not found "+as, text(g))
				case found[at].First != g.First || found[at].Last != g.Last:
					add("other ends "+as, text(g)+" / "+text(found[at]))
				case x.as(found[at].Type) != as:
					add(as+" taken for "+found[at].Type, text(g))
				}
			}
			for _, f := range found {
				if as := x.as(f.Type); as != "" && !slices.ContainsFunc(gold, func(g tagger.Span) bool { return f.First < g.Last && f.Last > g.First }) {
					add("no name, taken for "+as, text(f))
				}
			}
		}
	}
	return byKind, each
}

// printMistakes prints the most frequent kinds, each with its most frequent cases.
func printMistakes(w io.Writer, x devSet, model string, tag tagging) {
	const kinds, cases = 25, 3
	byKind, each := x.mistakes(tag)
	order := make([]string, 0, len(byKind))
	for k := range byKind {
		order = append(order, k)
	}
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(byKind[b]-byKind[a], cmp.Compare(a, b)) })
	fmt.Fprintf(w, "%s, %s:\n", x.name, model)
	for _, k := range order[:min(kinds, len(order))] {
		var of []mistake
		for m := range each {
			if m.kind == k {
				of = append(of, m)
			}
		}
		slices.SortFunc(of, func(a, b mistake) int { return cmp.Or(each[b]-each[a], cmp.Compare(a.detail, b.detail)) })
		var shown []string
		for _, m := range of[:min(cases, len(of))] {
			shown = append(shown, fmt.Sprintf("%s (%d)", m.detail, each[m]))
		}
		fmt.Fprintf(w, "%4d %s: %s\n", byKind[k], k, strings.Join(shown, "; "))
	}
	fmt.Fprintln(w)
}
