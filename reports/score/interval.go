package score

import (
	"math/rand/v2"
	"slices"
)

const (
	draws           = 1000
	fewestDocuments = 5 // below, single spans are drawn instead of documents
)

// interval is the 95 % percentile bootstrap interval (Efron 1979) of a figure of n things: each draw takes n of them
// with replacement. Draws for which the figure does not exist are left out; ok is false if none is left.
func interval(n int, figure func(pick []int) *Share) (low, high Share, ok bool) {
	if n == 0 {
		return 0, 0, false
	}
	random := rand.New(rand.NewPCG(1, 95))
	pick := make([]int, n)
	var got []Share
	for range draws {
		for i := range pick {
			pick[i] = random.IntN(n)
		}
		if s := figure(pick); s != nil {
			got = append(got, *s)
		}
	}
	if len(got) == 0 {
		return 0, 0, false
	}
	slices.Sort(got)
	tail := len(got) / 40
	return got[tail], got[len(got)-1-tail], true
}

// units are what is drawn for the figures of mentions: documents, or spans where there are few documents.
func (e evidence) units() (of []tally, name string) {
	if len(e.docs) < fewestDocuments {
		return e.spans, "mentions"
	}
	return e.docs, "documents"
}

func (e evidence) mentions(figure func(t tally) *Share) (low, high Share, ok bool) {
	units, _ := e.units()
	return interval(len(units), func(pick []int) *Share {
		var sum tally
		for _, i := range pick {
			sum.add(units[i])
		}
		return figure(sum)
	})
}

func (e evidence) compared(figure func(a []actor) *Share) (low, high Share, ok bool) {
	chosen := make([]actor, len(e.actors))
	return interval(len(e.actors), func(pick []int) *Share {
		for k, i := range pick {
			chosen[k] = e.actors[i]
		}
		return figure(chosen)
	})
}
