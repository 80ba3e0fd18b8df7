package score

// coarse is a type as it is scored: GPE and LOC are one.
type coarse int

const (
	person coarse = iota
	party
	org
	place
	event
	norp
	work
	coarses
)

var (
	coarseNames = [coarses]string{"PERSON", "PARTY", "ORG", "PLACE", "EVENT", "NORP", "WORK"}
	coarseOf    = map[string]coarse{"PERSON": person, "PARTY": party, "ORG": org, "GPE": place, "LOC": place, "EVENT": event, "NORP": norp, "WORK": work}
)

// core says whether a type counts in the micro figure of names.
func (c coarse) core() bool { return c <= place }

// hits counts what both have, what the run has and what the gold has.
type hits struct{ both, run, gold int }

func (h hits) plus(o hits) hits { return hits{h.both + o.both, h.run + o.run, h.gold + o.gold} }

func (h hits) f1() Share {
	if h.run+h.gold == 0 {
		return 0
	}
	return Share(2 * float64(h.both) / float64(h.run+h.gold))
}

// tally is what some spans add to the figures. It is additive.
type tally struct {
	types             [coarses]hits
	precision, recall float64 // B-cubed, summed over linked
	linked            int
	judged, found     [3]hits // by polarity + 1
	judgements        int
	foundJudgements   int
}

func (t *tally) add(o tally) {
	for i := range t.types {
		t.types[i] = t.types[i].plus(o.types[i])
	}
	t.precision += o.precision
	t.recall += o.recall
	t.linked += o.linked
	for i := range t.judged {
		t.judged[i] = t.judged[i].plus(o.judged[i])
		t.found[i] = t.found[i].plus(o.found[i])
	}
	t.judgements += o.judgements
	t.foundJudgements += o.foundJudgements
}

// judge counts one gold polarity and what the run says of it.
func (t *tally) judge(gold, got int32, found bool) {
	count := func(into *[3]hits) {
		into[gold+1].gold++
		if found {
			into[got+1].run++
			if got == gold {
				into[gold+1].both++
			}
		}
	}
	t.judgements++
	count(&t.judged)
	if found {
		t.foundJudgements++
		count(&t.found)
	}
}

func (t tally) names() hits {
	var h hits
	for c := range coarses {
		if c.core() {
			h = h.plus(t.types[c])
		}
	}
	return h
}

func (t tally) actors() hits { return t.types[person].plus(t.types[party]) }

// linking is B-cubed F1, or nil without any mention that both have.
func (t tally) linking() *Share {
	if t.linked == 0 {
		return nil
	}
	p, r := t.precision/float64(t.linked), t.recall/float64(t.linked)
	f := Share(2 * p * r / (p + r))
	return &f
}

func macro(h [3]hits) Share { return (h[0].f1() + h[1].f1() + h[2].f1()) / 3 }

func (t tally) sentiment() Share { return macro(t.judged) }

func (t tally) sentimentFound() *Share {
	if t.foundJudgements == 0 {
		return nil
	}
	f := macro(t.found)
	return &f
}
