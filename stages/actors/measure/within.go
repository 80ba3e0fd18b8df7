package main

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"hustings/models/passages"
	"hustings/stages/chains"
)

// mention is where one stands and, in the annotation or as joined, whom it means.
type mention struct {
	start, end int32
	text       string
	named      bool
	kind       string
}

// joining is one document: whom each mention means as annotated and as joined. A mention may stand in one alone.
type joining struct {
	id         string
	key, found map[mention]string
}

// within prints how well the mentions of one document are joined: passages held out, and GUM's development split.
func within(ctx context.Context, data string) error {
	all, err := annotated(ctx, filepath.Join(data, "authored"), true)
	if err != nil {
		return err
	}
	report("authored held out, names", keep(all, func(m mention) bool { return m.named }))
	report("authored held out, persons' and parties' names", keep(all, func(m mention) bool { return m.named && (m.kind == "PERSON" || m.kind == "PARTY") }))
	report("authored held out, with pronouns, descriptions", all)
	docs, err := load(filepath.Join(data, "coref", "gum.dev.jsonl"), clusters)
	if err != nil {
		return err
	}
	if all, err = joinings(ctx, docs, nil); err != nil {
		return err
	}
	report("GUM dev, names", keep(all, func(m mention) bool { return m.named }))
	return nil
}

// annotated joins the names of passages, held out or not.
func annotated(ctx context.Context, folder string, heldOut bool) ([]joining, error) {
	all, err := passages.Read(folder)
	if err != nil {
		return nil, err
	}
	var docs []document
	described := map[string]map[mention]string{}
	for _, p := range all {
		if p.HeldOut() != heldOut {
			continue
		}
		text, marked := p.Text()
		d := document{id: p.ID, text: text}
		described[p.ID] = map[mention]string{}
		for _, m := range marked {
			start := int32(utf8.RuneCountInString(text[:m.Start])) //nolint:gosec // passages are short
			end := start + int32(utf8.RuneCountInString(text[m.Start:m.End]))
			kind := p.Entity(m.Entity).Type
			if m.Described {
				described[p.ID][mention{start: start, end: end, text: text[m.Start:m.End], kind: kind}] = m.Entity
			} else {
				d.names = append(d.names, gold{start, end, text[m.Start:m.End], kind, m.Entity})
			}
		}
		docs = append(docs, d)
	}
	return joinings(ctx, docs, described)
}

// joinings runs the stages on documents whose names are given. With nothing described in them, pronouns are left out.
func joinings(ctx context.Context, docs []document, described map[string]map[mention]string) ([]joining, error) {
	rows, err := resolve(ctx, docs)
	if err != nil {
		return nil, err
	}
	var out []joining
	for i, d := range rows {
		j := joining{d.ID, map[mention]string{}, map[mention]string{}}
		kinds := map[string]string{} // what an entity is
		for _, n := range docs[i].names {
			j.key[mention{n.start, n.end, n.text, true, n.kind}] = n.entity
			kinds[n.entity] = n.kind
		}
		for m, entity := range described[d.ID] {
			j.key[m] = entity
		}
		for _, m := range chains.Mentions.Of(d) {
			chain := fmt.Sprint(m.Chain)
			switch {
			case m.Named():
				n := docs[i].names[m.Name]
				j.found[mention{n.start, n.end, n.text, true, n.kind}] = chain
			case described != nil && m.Type != "ORG": // which the passages do not mark
				at := mention{start: m.Start, end: m.End, text: m.Text, kind: m.Type}
				for k := range described[d.ID] {
					if k.start == m.Start && k.end == m.End {
						at = k
					}
				}
				j.found[at] = chain
			}
		}
		out = append(out, j)
	}
	return out, nil
}

// keep gives the joinings of some mentions alone.
func keep(all []joining, which func(mention) bool) []joining {
	out := make([]joining, len(all))
	for i, j := range all {
		out[i] = joining{j.id, map[mention]string{}, map[mention]string{}}
		for m, entity := range j.key {
			if which(m) {
				out[i].key[m] = entity
			}
		}
		for m, chain := range j.found {
			if which(m) {
				out[i].found[m] = chain
			}
		}
	}
	return out
}

// report prints the agreement over all documents, with the 95 % bootstrap interval over documents of the last.
func report(name string, all []joining) {
	sums := make([]agreement, len(all))
	n := 0
	for i, j := range all {
		sums[i] = measureOf(j)
		n += len(j.key)
	}
	total := add(sums)
	random := rand.New(rand.NewPCG(1, 2))
	draws := make([][2]float64, 1000)
	drawn := make([]agreement, len(all))
	for i := range draws {
		for k := range drawn {
			drawn[k] = sums[random.IntN(len(sums))]
		}
		t := add(drawn)
		draws[i] = [2]float64{t[bCubed].f1(), t.conll()}
	}
	interval := func(which int) string {
		slices.SortFunc(draws, func(a, b [2]float64) int { return cmp.Compare(a[which], b[which]) })
		return fmt.Sprintf("%.3f-%.3f", draws[25][which], draws[974][which])
	}
	fmt.Printf("%-48s B3 P %.3f R %.3f F1 %.3f (%s)  MUC %.3f  CEAF %.3f  CoNLL F1 %.3f (%s)  %d mentions of %d documents\n", name, total[bCubed].precision(),
		total[bCubed].recall(), total[bCubed].f1(), interval(0), total[muc].f1(), total[ceaf].f1(), total.conll(), interval(1), n, len(all))
}

// worst prints the passages to train on whose names are joined worst.
func worst(ctx context.Context, data string, n int) error {
	all, err := annotated(ctx, filepath.Join(data, "authored"), false)
	if err != nil {
		return err
	}
	all = keep(all, func(m mention) bool { return m.named })
	slices.SortStableFunc(all, func(a, b joining) int {
		return cmp.Compare(measureOf(a)[bCubed].f1(), measureOf(b)[bCubed].f1())
	})
	for _, j := range all[:min(n, len(all))] {
		fmt.Printf("\n%s B3 %.3f\n", j.id, measureOf(j)[bCubed].f1())
		var ms []mention
		for m := range j.key {
			ms = append(ms, m)
		}
		slices.SortFunc(ms, func(a, b mention) int { return cmp.Or(cmp.Compare(j.key[a], j.key[b]), cmp.Compare(a.start, b.start)) })
		for _, m := range ms {
			fmt.Printf("  %s\t%s\t%s\n", j.key[m], j.found[m], m.text)
		}
	}
	return nil
}
