package score

import "fmt"

// compare computes the figures.
func compare(gold []goldDoc, r run) *Figures {
	f := &Figures{Docs: map[string]Document{}, PerType: map[string]Type{}}
	link := linker(gold, r)
	var total tally
	for _, d := range gold {
		spans := compareDoc(d, r, link)
		var sum tally
		for _, s := range spans {
			sum.add(s)
		}
		if !r.docs[d.name] {
			f.documentsNotInRun = append(f.documentsNotInRun, d.name)
		}
		f.Docs[d.name] = Document{sum.names().f1()}
		f.evidence.spans = append(f.evidence.spans, spans...)
		f.evidence.docs = append(f.evidence.docs, sum)
		total.add(sum)
	}
	for c, h := range total.types {
		if h.gold > 0 {
			f.PerType[coarseNames[c]] = Type{share(h.both, h.run), share(h.both, h.gold), h.f1(), h.gold}
		}
	}
	f.NER, f.Actors = total.names().f1(), total.actors().f1()
	f.Linking, f.LinkingMentions = total.linking(), total.linked
	f.Sentiment, f.SentimentFound = total.sentiment(), total.sentimentFound()
	f.SentimentFoundOf = fmt.Sprintf("%d/%d", total.foundJudgements, total.judgements)
	f.evidence.actors = actorsOf(gold, r)
	f.compareActors()
	if f.Regions = compareRegions(gold, r); f.Regions != nil {
		f.evidence.rightKind = rightKind(gold, r)
	}
	return f
}

// compareDoc gives a tally for each span of a document that the gold or the run has.
func compareDoc(d goldDoc, r run, link func(doc string, s goldSpan) (precision, recall float64, ok bool)) []tally {
	var out []tally
	found, polarity := r.mentions[d.name], r.polarity[d.name]
	inGold := make(map[span]bool, len(d.spans))
	for _, g := range d.spans {
		inGold[g.span] = true
		var t tally
		t.types[g.coarse].gold++
		if m, ok := found[g.span]; ok {
			if c, ok := coarseOf[m.kind]; ok && (g.coarse.core() || !c.core()) {
				t.types[c].run++
				if c == g.coarse {
					t.types[c].both++
				}
			}
		}
		if judged(g.kind) {
			p, ok := polarity[g.span]
			t.judge(g.polarity, p, ok)
			if precision, recall, ok := link(d.name, g); ok {
				t.precision, t.recall, t.linked = precision, recall, 1
			}
		}
		out = append(out, t)
	}
	var extra [coarses]int // by type, so that no order of a map shows
	for s, m := range found {
		if c, ok := coarseOf[m.kind]; ok && !inGold[s] {
			extra[c]++
		}
	}
	for c, n := range extra {
		for range n {
			var t tally
			t.types[c].run = 1
			out = append(out, t)
		}
	}
	return out
}

// cluster is an actor of the run, or a mention by itself where it has none.
type cluster struct {
	entity string
	doc    string
	span   span
}

// linker counts how the actors of gold and run share the mentions that both have, and returns the precision and
// recall of one such mention.
func linker(gold []goldDoc, r run) func(doc string, s goldSpan) (precision, recall float64, ok bool) {
	type pair struct {
		gold string
		run  cluster
	}
	of := func(doc string, s goldSpan) (pair, bool) {
		m, ok := r.mentions[doc][s.span]
		if !ok || !judged(s.kind) || !judged(m.kind) {
			return pair{}, false
		}
		if m.entity == "" {
			return pair{s.entity, cluster{doc: doc, span: s.span}}, true
		}
		return pair{s.entity, cluster{entity: m.entity}}, true
	}
	inGold, inRun, inBoth := map[string]int{}, map[cluster]int{}, map[pair]int{}
	for _, d := range gold {
		for _, s := range d.spans {
			if p, ok := of(d.name, s); ok {
				inGold[p.gold]++
				inRun[p.run]++
				inBoth[p]++
			}
		}
	}
	return func(doc string, s goldSpan) (precision, recall float64, ok bool) {
		p, ok := of(doc, s)
		if !ok {
			return 0, 0, false
		}
		n := float64(inBoth[p])
		return n / float64(inRun[p.run]), n / float64(inGold[p.gold]), true
	}
}

// share is a nil pointer where there is nothing to divide by.
func share(n, of int) *Share {
	if of == 0 {
		return nil
	}
	s := Share(float64(n) / float64(of))
	return &s
}
