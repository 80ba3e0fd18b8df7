package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/chains"
)

// mistakes prints the documents whose given names lose most by B-cubed: each entity that stands in several chains, and each chain
// that has several entities.
func mistakes(w io.Writer, set string, docs []document, ran []*pipeline.Doc, most int) {
	each := linking(docs, ran, "")
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	lost := func(i int) float64 { c := each[i].b3; return c.found - c.right + c.gold - c.hit }
	slices.SortStableFunc(order, func(a, b int) int {
		switch x := lost(b) - lost(a); {
		case x > 0:
			return 1
		case x < 0:
			return -1
		}
		return 0
	})
	for _, i := range order[:min(most, len(order))] {
		if lost(i) == 0 {
			break
		}
		fmt.Fprintf(w, "%s %s: B-cubed %.3f\n", set, docs[i].id, each[i].b3.f1())
		listMistakes(w, docs[i], ran[i])
	}
}

func listMistakes(w io.Writer, d document, ran *pipeline.Doc) {
	gold := map[span]mention{}
	for _, m := range d.mentions {
		gold[m.span] = m
	}
	type cell struct {
		entity string
		chain  int32
	}
	texts := map[cell][]string{}
	var entities []string
	var numbers []int32
	kinds := map[string]string{}
	for _, m := range chains.Mentions.Of(ran) {
		g, ok := gold[span{m.Start, m.End}]
		if !ok || g.form != "name" {
			continue
		}
		k := cell{g.entity, m.Chain}
		if !slices.Contains(texts[k], m.Text) {
			texts[k] = append(texts[k], m.Text)
		}
		if !slices.Contains(entities, g.entity) {
			entities = append(entities, g.entity)
		}
		if !slices.Contains(numbers, m.Chain) {
			numbers = append(numbers, m.Chain)
		}
		kinds[g.entity] = g.kind
	}
	for _, e := range entities {
		var parts []string
		for _, c := range numbers {
			if t := texts[cell{e, c}]; t != nil {
				parts = append(parts, strings.Join(t, ", "))
			}
		}
		if len(parts) > 1 {
			fmt.Fprintf(w, "  apart     %s %s: %s\n", kinds[e], e, strings.Join(parts, " | "))
		}
	}
	for _, c := range numbers {
		var parts []string
		for _, e := range entities {
			if t := texts[cell{e, c}]; t != nil {
				parts = append(parts, kinds[e]+" "+e+": "+strings.Join(t, ", "))
			}
		}
		if len(parts) > 1 {
			fmt.Fprintf(w, "  together  %s\n", strings.Join(parts, " | "))
		}
	}
}
