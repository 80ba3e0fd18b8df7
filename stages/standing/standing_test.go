package standing

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

func polarity(x int32) *int32 { return &x }

// judgement is one with probabilities that sum to 1 and the polarity they point to.
func judgement(id string, at int32, positive, negative float64, voice, holder string) resolve.Judgement {
	j := resolve.Judgement{EntityID: id, Start: at, PPositive: positive, PNegative: negative, PNeutral: 1 - positive - negative, Voice: voice, HolderID: holder, Polarity: polarity(0)}
	switch {
	case positive > 0.5:
		j.Polarity = polarity(1)
	case negative > 0.5:
		j.Polarity = polarity(-1)
	}
	return j
}

func stands(t *testing.T, c *corpus, s Settings) map[string]Stand {
	t.Helper()
	out := map[string]Stand{}
	slices.SortFunc(c.cells, compareCells)
	for _, cells := range byActor(c.cells) {
		w := worker{corpus: c, settings: s}
		for _, x := range w.stands(cells) {
			out[x.EntityID+"/"+x.Slice+"/"+x.Value] = x.Stand
		}
	}
	return out
}

var settings = Settings{Period: "year", Resamples: 1000, Judged: 5, Width: 1}

// in puts a judgement into a sentence.
func in(sentence int32, j resolve.Judgement) resolve.Judgement {
	j.Sentence = sentence
	return j
}

func TestSlices(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "northport", Type: "GPE"}}, "year")
	sentences := []tokens.Sentence{{Paragraph: 0}, {Paragraph: 1}}
	abstained := judgement("ada", 70, 0.4, 0.3, "author", "")
	abstained.Polarity = nil
	c.add("a.txt", []read.Document{{Source: "Courier", Date: "1999-04-01"}}, sentences, []resolve.Judgement{
		judgement("ada", 5, 0.8, 0.1, "author", ""), judgement("northport", 9, 0.8, 0.1, "author", ""), in(1, judgement("ada", 65, 0.1, 0.7, "quoted", "oru")), in(1, abstained)})
	c.add("b.txt", []read.Document{{Source: "Tide", Date: "2001"}}, []tokens.Sentence{{}}, []resolve.Judgement{judgement("ada", 1, 0.2, 0.2, "author", "")})
	got := stands(t, c, settings)
	for key, want := range map[string]string{
		"ada/all/":           "3 1 2 0.33 0.33 0.33 +0.0333",
		"ada/voice/author":   "2 1 2 0.00 0.50 0.50 +0.3500",
		"ada/voice/quoted":   "1 0 1 1.00 0.00 0.00 -0.6000",
		"ada/source/Courier": "2 1 1 0.50 0.00 0.50 +0.0500",
		"ada/period/2001":    "1 0 1 0.00 1.00 0.00 +0.0000",
		"ada/document/b.txt": "1 0 1 0.00 1.00 0.00 +0.0000",
		"ada/document/a.txt": "2 1 1 0.50 0.00 0.50 +0.0500",
		"ada/source/Tide":    "1 0 1 0.00 1.00 0.00 +0.0000",
		"ada/period/1999":    "2 1 1 0.50 0.00 0.50 +0.0500",
	} {
		s, ok := got[key]
		if !ok {
			t.Errorf("no stand %q", key)
			continue
		}
		if x := fmt.Sprintf("%d %d %d %.2f %.2f %.2f %+.4f", s.N, s.Abstained, s.Documents, s.Negative, s.Neutral, s.Positive, *s.Mean); x != want {
			t.Errorf("%s: %s, want %s", key, x, want)
		}
	}
	if len(got) != 9 {
		t.Errorf("%d stands, want 9: places have none", len(got))
	}
	if all := got["ada/all/"]; all.Enough || all.Low != nil || all.IntervalOver != "" {
		t.Errorf("3 judgements in 2 documents: %+v", all)
	}
}

func TestRelations(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "oru", Type: "PERSON"}}, "none")
	abstained := judgement("oru", 40, 0.4, 0.3, "quoted", "ada")
	abstained.Polarity = nil
	for i := range 6 { // Oru speaks ill of Ada in every document, once of himself; somebody unknown and the author speak too
		c.add(fmt.Sprintf("%d.txt", i), nil, nil, []resolve.Judgement{
			judgement("ada", 5, 0.1, 0.7, "quoted", "oru"), judgement("ada", 15, 0.1, 0.8, "reported", "oru"),
			judgement("ada", 25, 0.9, 0, "quoted", ""), judgement("ada", 35, 0.9, 0, "author", "")})
	}
	c.add("6.txt", nil, nil, []resolve.Judgement{judgement("oru", 5, 0.8, 0.1, "quoted", "oru"), abstained})
	slices.SortFunc(c.cells, compareCells)
	var got []string
	for _, cells := range byActor(c.cells) {
		w := worker{corpus: c, settings: settings}
		for _, r := range w.relations("speech", cells) {
			line := fmt.Sprintf("%s of %s: %d %d %d %.2f %.2f %q %v", r.HolderID, r.TargetID, r.N, r.Abstained, r.Documents, r.Negative, r.Positive, r.IntervalOver, r.Enough)
			if r.Mean != nil {
				line += fmt.Sprintf(" %+.2f", *r.Mean)
			}
			got = append(got, line)
		}
	}
	want := []string{`oru of ada: 12 0 6 1.00 0.00 "documents" true -0.65`, `ada of oru: 0 1 0 0.00 0.00 "" false`, `oru of oru: 1 0 1 0.00 1.00 "" false +0.70`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFewDocumentsAreDrawnByParagraphs(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}}, "none")
	var sentences []tokens.Sentence
	var judgements []resolve.Judgement
	for i := range int32(8) {
		sentences = append(sentences, tokens.Sentence{Paragraph: i})
		judgements = append(judgements, in(i, judgement("ada", 10*i+1, 0.8-0.05*float64(i), 0.1, "author", "")))
	}
	c.add("a.txt", []read.Document{{}}, sentences, judgements)
	if s := stands(t, c, settings)["ada/all/"]; !s.Enough || s.IntervalOver != "paragraphs" || s.Documents != 1 || !(*s.Low < *s.Mean && *s.Mean < *s.High) {
		t.Errorf("%+v", s)
	}
}

// many makes a corpus of n documents with two judgements each, whose scores differ by document.
func many(n int) *corpus {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "oru", Type: "PERSON"}}, "none")
	for i := range n {
		p := 0.5 + 0.4*math.Sin(float64(i))
		c.add(fmt.Sprintf("%03d.txt", i), []read.Document{{}}, []tokens.Sentence{{}}, []resolve.Judgement{judgement("ada", 1, p, 0.05, "author", ""), judgement("ada", 20, p, 0.05, "author", ""), judgement("oru", 30, 0.1, p, "author", "")})
	}
	return c
}

func TestIntervalIsThatOfTheClusters(t *testing.T) {
	const n = 60
	s := stands(t, many(n), settings)["ada/all/"]
	// Each document counts once, however often it judges: the standard error is that of n means, not of 2n.
	sum, square := 0.0, 0.0
	for i := range n {
		x := 0.45 + 0.4*math.Sin(float64(i))
		sum += x
		square += x * x
	}
	mean := sum / n
	half := 1.96 * math.Sqrt((square/n-mean*mean)/n)
	if math.Abs(*s.Mean-mean) > 1e-9 || math.Abs(*s.Low-(mean-half)) > 0.02 || math.Abs(*s.High-(mean+half)) > 0.02 {
		t.Errorf("%v (%v to %v), want %v ± %v", *s.Mean, *s.Low, *s.High, mean, half)
	}
	if s.IntervalOver != "documents" || !s.Enough {
		t.Errorf("%+v", s)
	}
}

func TestOtherActorsChangeNothing(t *testing.T) {
	both := stands(t, many(20), settings)["oru/all/"]
	c := newCorpus([]actors.Actor{{EntityID: "oru", Type: "PERSON"}}, "none")
	for i := range 20 {
		p := 0.5 + 0.4*math.Sin(float64(i))
		c.add(fmt.Sprintf("%03d.txt", i), []read.Document{{}}, nil, []resolve.Judgement{judgement("oru", 30, 0.1, p, "author", "")})
	}
	if alone := stands(t, c, settings)["oru/all/"]; *alone.Low != *both.Low || *alone.High != *both.High {
		t.Errorf("alone %v to %v, with others %v to %v", *alone.Low, *alone.High, *both.Low, *both.High)
	}
}

func TestPeriods(t *testing.T) {
	for _, x := range []struct{ date, period, want string }{{"1968-05-10", "year", "1968"}, {"1968", "decade", "1960s"}, {"1968", "none", ""}, {"", "year", ""}, {"May 1968", "year", ""}} {
		if got := periodOf(x.date, x.period); got != x.want {
			t.Errorf("periodOf(%q, %q) = %q, want %q", x.date, x.period, got, x.want)
		}
	}
}

// TestRelationsOfOneDocument: the interval is over paragraphs; a target whom the name leaves open is in no relation.
func TestRelationsOfOneDocument(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "oru", Type: "PERSON"}}, "none")
	var sentences []tokens.Sentence
	var judgements []resolve.Judgement
	for i := range int32(8) {
		sentences = append(sentences, tokens.Sentence{Paragraph: i})
		judgements = append(judgements, in(i, judgement("ada", 10*i, 0.1, 0.6+0.03*float64(i), "quoted", "oru")), in(i, judgement("", 10*i+5, 0.1, 0.8, "quoted", "oru")))
	}
	c.add("a.txt", nil, sentences, judgements)
	w := worker{corpus: c, settings: settings}
	var got []Relation
	for _, cells := range byActor(c.cells) {
		got = append(got, w.relations("speech", cells)...)
	}
	if len(got) != 1 || got[0].HolderID != "oru" || got[0].TargetID != "ada" || got[0].N != 8 || got[0].Documents != 1 || got[0].IntervalOver != "paragraphs" || !got[0].Enough {
		t.Errorf("%+v", got)
	}
}

// TestDeeds: deeds are relations of their own; what others say was done, and what nobody known does, is none.
func TestDeeds(t *testing.T) {
	c := newCorpus([]actors.Actor{{EntityID: "ada", Type: "PERSON"}, {EntityID: "oru", Type: "PERSON"}}, "none")
	for i := range 6 {
		c.add(fmt.Sprintf("%d.txt", i), nil, nil, nil)
		deeds := []acts.Act{{AgentID: "ada", PatientID: "oru", Polarity: -1, Voice: "author"}, {AgentID: "ada", PatientID: "oru", Polarity: 1, Voice: "quoted"},
			{AgentID: "", PatientID: "oru", Polarity: -1, Voice: "author"}, {AgentID: "oru", PatientID: "", Polarity: -1, Voice: "author"}}
		if i%2 == 0 {
			deeds = append(deeds, acts.Act{AgentID: "ada", PatientID: "oru", Polarity: 1, Voice: "author"})
		}
		c.addDeeds(nil, deeds)
	}
	c.addDeeds(nil, []acts.Act{{AgentID: "oru", PatientID: "ada", Polarity: 1, Voice: "author"}})
	slices.SortFunc(c.deeds, compareCells)
	w := worker{corpus: c, settings: settings}
	var got []string
	for _, cells := range byActor(c.deeds) {
		for _, r := range w.relations("act", cells) {
			got = append(got, fmt.Sprintf("%s %s %s: %d in %d, %.2f %.2f %+.2f %q", r.HolderID, r.By, r.TargetID, r.N, r.Documents, r.Negative, r.Positive, *r.Mean, r.IntervalOver))
		}
	}
	slices.Sort(got)
	if want := []string{`ada act oru: 9 in 6, 0.67 0.33 -0.33 "documents"`, `oru act ada: 1 in 1, 0.00 1.00 +1.00 ""`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(c.cells) != 0 {
		t.Error("a deed is a judgement that counts in standing")
	}
}
