package main

import (
	"hustings/pipeline"
	"hustings/stages/chains"
)

// linking compares, document by document, the clusters of the named mentions that gold and the run both have; kind leaves only
// those whose gold type it is.
func linking(docs []document, ran []*pipeline.Doc, kind string) []figures {
	out := make([]figures, len(docs))
	for i, d := range docs {
		found := chains.Mentions.Of(ran[i])
		has := map[span]bool{}
		for _, m := range found {
			has[span{m.Start, m.End}] = true
		}
		gold := newClusters[string]()
		for _, m := range d.mentions {
			if m.form == "name" && has[m.span] && (kind == "" || m.kind == kind) {
				gold.add(m.entity, m.span)
			}
		}
		system := newClusters[int32]()
		for _, m := range found {
			if s := (span{m.Start, m.End}); gold.has[s] {
				system.add(m.Chain, s)
			}
		}
		out[i] = compare(gold.all, system.all)
	}
	return out
}

// partition gathers mentions into clusters, in the order in which they come.
type partition[K comparable] struct {
	all [][]span
	of  map[K]int
	has map[span]bool
}

func newClusters[K comparable]() *partition[K] {
	return &partition[K]{of: map[K]int{}, has: map[span]bool{}}
}

// add puts a mention into the cluster of a key; a span that is in one stays there.
func (p *partition[K]) add(key K, s span) {
	if p.has[s] {
		return
	}
	p.has[s] = true
	i, ok := p.of[key]
	if !ok {
		i = len(p.all)
		p.of[key] = i
		p.all = append(p.all, nil)
	}
	p.all[i] = append(p.all[i], s)
}
