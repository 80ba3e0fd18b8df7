package standing

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"hustings/stages/actors"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// confusion is how often a model that errs answers -1, 0 and 1 where a person sees -1, 0 and 1: it misses much of the ill.
var confusion = [3][3]float64{{0.55, 0.35, 0.10}, {0.10, 0.75, 0.15}, {0.05, 0.25, 0.70}}

func pick(r *rand.Rand, p [3]float64) int32 {
	u := r.Float64()
	switch {
	case u < p[0]:
		return -1
	case u < p[0]+p[1]:
		return 0
	}
	return 1
}

// world is a corpus of 40 documents and some actors, of whom it knows the truth. Of an actor's judgements a share of
// (1-truth)/4 is negative and (1+truth)/4 positive, so that truth/2 is the mean; apart is by how much actors differ in truth. A person labels
// every judgement that is not neutral with probability rare, and others with probability common.
func world(r *rand.Rand, persons int, apart, rare, common float64) (*corpus, map[string]float64) {
	var all []actors.Actor
	truth, sizes := map[string]float64{}, map[string]int{}
	for i := range persons {
		id := fmt.Sprintf("a%02d", i)
		all = append(all, actors.Actor{EntityID: id, Type: "PERSON"})
		truth[id] = max(-0.9, min(0.9, -0.2+apart*r.NormFloat64())) / 2
		sizes[id] = 6 + int(6/(0.05+r.Float64()))
	}
	c := newCorpus(all, "none")
	c.labels = map[string][]read.Label{}
	documents := make([][]resolve.Judgement, 40)
	for _, a := range all {
		for range sizes[a.EntityID] {
			d := r.IntN(len(documents))
			seen := pick(r, [3]float64{(1 - 2*truth[a.EntityID]) / 4, 0.5, (1 + 2*truth[a.EntityID]) / 4})
			said := pick(r, confusion[seen+1])
			sure := 0.4 + 0.5*r.Float64()
			j := resolve.Judgement{EntityID: a.EntityID, Start: int32(len(documents[d])), End: int32(len(documents[d]) + 1), Voice: "author", Polarity: &said}
			switch said {
			case -1:
				j.PNegative = sure
			case 1:
				j.PPositive = sure
			}
			documents[d] = append(documents[d], j)
			p := common
			if said != 0 {
				p = rare
			}
			if id := fmt.Sprintf("%02d.txt", d); r.Float64() < p {
				c.labels[id] = append(c.labels[id], read.Label{DocID: id, Start: j.Start, End: j.End, Polarity: seen, Weight: 1 / p})
			}
		}
	}
	for d, judgements := range documents {
		c.add(fmt.Sprintf("%02d.txt", d), nil, []tokens.Sentence{{}}, judgements)
	}
	return c, truth
}

// judge makes the stands of the slice all, with all that is worked out between actors.
func judge(c *corpus) []stand {
	s := Settings{Resamples: 200, Judged: 5, Width: 2}
	slices.SortFunc(c.cells, compareCells)
	var all [][]stand
	for _, cells := range byActor(c.cells) {
		w := worker{corpus: c, settings: s}
		for i := range cells {
			w.values = append(w.values, valued{0, &cells[i]})
		}
		all = append(all, []stand{w.stand(c.words[cells[0].actor], "all", w.values)})
	}
	shrink(all, c.types)
	c.correct(all, nil)
	return slices.Concat(all...)
}

// TestCorrectedMeansAreRight: over many corpora the corrected means have no bias, err less than the model's where there are labels enough, and their intervals
// hold the truth as often as they say.
func TestCorrectedMeansAreRight(t *testing.T) {
	const corpora = 60
	for _, x := range []struct {
		name                string
		apart, rare, common float64
		better              bool    // than the model's, each mean by itself too
		most                float64 // covered: more than it says where few labels can't tell how alike actors are
	}{
		{"actors alike, some 110 labels", 0, 0.1, 0.05, true, 1},
		{"actors apart, some 110 labels", 0.4, 0.1, 0.05, false, 0.99}, // less wrong together, not yet by themselves
		{"actors apart, some 300 labels", 0.4, 0.3, 0.15, true, 0.975},
	} {
		r := rand.New(rand.NewPCG(1, 7))
		var n, raw, corrected, rawSquares, squares, covered, width, labels float64
		for range corpora {
			c, truth := world(r, 60, x.apart, x.rare, x.common)
			labels += float64(len(c.labelled))
			for _, s := range judge(c) {
				want := truth[s.EntityID]
				n++
				raw += *s.Mean - want
				rawSquares += (*s.Mean - want) * (*s.Mean - want)
				corrected += *s.Corrected - want
				squares += (*s.Corrected - want) * (*s.Corrected - want)
				width += *s.CorrectedHigh - *s.CorrectedLow
				if *s.CorrectedLow <= want && want <= *s.CorrectedHigh {
					covered++
				}
			}
		}
		t.Logf("%s: %.0f actors, %.0f labels a corpus; bias %+.3f, of the model %+.3f; error %.3f, of the model %.3f; covered %.3f; width %.2f",
			x.name, n, labels/float64(corpora), corrected/n, raw/n, math.Sqrt(squares/n), math.Sqrt(rawSquares/n), covered/n, width/n)
		if math.Abs(corrected/n) > 0.02 || math.Abs(raw/n) < 0.05 {
			t.Errorf("%s: bias %+.3f, of the model %+.3f", x.name, corrected/n, raw/n)
		}
		if x.better && squares >= rawSquares {
			t.Errorf("%s: error %.3f, of the model %.3f", x.name, math.Sqrt(squares/n), math.Sqrt(rawSquares/n))
		}
		if covered/n < 0.945 || covered/n > x.most {
			t.Errorf("%s: covered %.3f", x.name, covered/n)
		}
	}
}

// TestTooFewLabels: with one label less than are needed nothing is corrected, nor where all judgements score alike.
func TestTooFewLabels(t *testing.T) {
	for _, x := range []struct {
		labels    int
		score     float64
		corrected bool
	}{{FewestLabels, 0.3, true}, {FewestLabels - 1, 0.3, false}, {FewestLabels, 0, false}} {
		c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}}, "none")
		for i := range 40 {
			id := fmt.Sprintf("%02d.txt", i)
			if i < x.labels {
				c.labels = map[string][]read.Label{id: {{DocID: id, Start: 1, End: 2, Polarity: int32(i%3) - 1, Weight: 1}, {DocID: id, Start: 5, End: 6, Weight: 1}}}
			}
			c.add(id, nil, []tokens.Sentence{{}}, []resolve.Judgement{{EntityID: "ada", Start: 1, End: 2, PPositive: x.score * float64(i%3), Polarity: polarity(0), Voice: "author"}})
		}
		s := judge(c)[0]
		if (s.Corrected != nil) != x.corrected || int(s.Labels) != x.labels {
			t.Errorf("%+v: %+v", x, s)
		}
		rows := c.labelRows() // the second label of each document is of nothing
		if len(rows) != 2*x.labels || rows[0].EntityID != "ada" || *rows[0].Polarity != 0 || rows[1].EntityID != "" || rows[1].Polarity != nil || rows[1].Score != nil {
			t.Errorf("%+v", rows[:2])
		}
	}
}

// TestPeopleAreCorrectedByTheirLabels: labels of what authors say of a party's people are the labels of the slice people.
func TestPeopleAreCorrectedByTheirLabels(t *testing.T) {
	c, _ := world(rand.New(rand.NewPCG(2, 2)), 12, 0.2, 0.9, 0.5)
	persons := map[string][]string{"hp": {"a00", "a01"}}
	slices.SortFunc(c.cells, compareCells)
	var all [][]stand
	of := byActor(c.cells)
	for _, cells := range of {
		w := worker{corpus: c, settings: settings}
		all = append(all, w.stands(cells))
	}
	all = append(all, settings.together(c, of, persons)...)
	shrink(all, c.types)
	c.correct(all, persons)
	find := func(id, slice string) Stand {
		for _, x := range slices.Concat(all...) {
			if x.EntityID == id && x.Slice == slice {
				return x.Stand
			}
		}
		t.Fatalf("no %s of %s", slice, id)
		return Stand{}
	}
	ada, oru, hp := find("a00", "voice"), find("a01", "voice"), find("hp", "people")
	low, high := min(*ada.Corrected, *oru.Corrected), max(*ada.Corrected, *oru.Corrected)
	if hp.Labels == 0 || hp.Labels != ada.Labels+oru.Labels || *hp.Corrected < low-0.05 || *hp.Corrected > high+0.05 {
		t.Errorf("%+v\n%+v\n%+v", hp, ada, oru)
	}
}
