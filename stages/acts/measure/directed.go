package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"

	"hustings/pipeline"
	"hustings/stages/acts"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	reading "hustings/stages/read"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// record is a text with two actors, and who of them stands how to the other.
type record struct {
	ID    string
	Text  string
	P, Q  struct{ Start, End int }
	Label string
}

// readRecords reads the records of a file, each text once.
func readRecords(path string) ([]record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	var out []record
	seen := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%q: %w", path, err)
		}
		if !seen[r.Text] {
			seen[r.Text] = true
			out = append(out, r)
		}
	}
	return out, lines.Err()
}

// answer is what the product says of a record, by speech and by deeds; none is "neutral".
type answer struct {
	speech, act string
	word        string // of the deed
}

// all is the answer of both: what is said goes before what is done.
func (a answer) both() string {
	if a.speech != "neutral" {
		return a.speech
	}
	return a.act
}

// answers runs the product over all records.
func answers(records []record, model string) ([]answer, error) {
	out := make([]answer, len(records))
	const share = 32
	var wait sync.WaitGroup
	errs := make(chan error, 2)
	next := make(chan int)
	for range 2 {
		wait.Go(func() {
			for from := range next {
				to := min(from+share, len(records))
				if err := answerThese(records[from:to], out[from:to], model); err != nil {
					select {
					case errs <- err:
					default:
					}
				}
			}
		})
	}
	for from := 0; from < len(records); from += share {
		next <- from
	}
	close(next)
	wait.Wait()
	select {
	case err := <-errs:
		return nil, err
	default:
		return out, nil
	}
}

func answerThese(records []record, out []answer, model string) error {
	first, err := pipeline.NewPlan(reading.Source, structure.Stage, tokens.Stage, names.Stage, quotes.Stage, chains.Stage)
	if err != nil {
		return err
	}
	docs, targets := make([]*pipeline.Doc, len(records)), map[string][2]int32{}
	for i, r := range records {
		docs[i] = pipeline.NewDoc(r.ID, r.Text)
	}
	settings, err := first.Settings([]string{"names.model=" + model})
	if err != nil {
		return err
	}
	if _, err := pipeline.InMemory(context.Background(), first, settings, docs, nil); err != nil {
		return err
	}
	found, mentions := map[string][]names.Name{}, map[string][]chains.Mention{}
	again := make([]*pipeline.Doc, len(records))
	for i, r := range records {
		d := docs[i]
		found[r.ID] = names.Names.Of(d)
		mentions[r.ID], targets[r.ID] = withTargets(tokens.Tokens.Of(d), chains.Mentions.Of(d), r)
		again[i] = pipeline.NewDoc(r.ID, r.Text)
	}
	second, err := pipeline.NewPlan(reading.Source, structure.Stage, tokens.Stage, given("names", names.Names, found), quotes.Stage, given("chains", chains.Mentions, mentions), sentiment.Stage)
	if err != nil {
		return err
	}
	if settings, err = second.Settings([]string{"sentiment.model=" + model}); err != nil {
		return err
	}
	if _, err := pipeline.InMemory(context.Background(), second, settings, again, nil); err != nil {
		return err
	}
	for i, r := range records {
		out[i] = answerOf(again[i], targets[r.ID])
	}
	return nil
}

// given is a stage that gives rows that are known.
func given[R any](name string, table *pipeline.DocTable[R], rows map[string][]R) *pipeline.Stage {
	return &pipeline.Stage{Name: name, Doc: "as given", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{table},
		Each: pipeline.Do(func(d *pipeline.Doc) error { table.Add(d, rows[d.ID]...); return nil })}
}

// withTargets makes the two actors of a record mentions. What they overlap gives them type and chain, and goes; one of whom nothing
// is known is a body of its own.
func withTargets(words []tokens.Token, found []chains.Mention, r record) (out []chains.Mention, chain [2]int32) {
	free := int32(0)
	for _, m := range found {
		free = max(free, m.Chain+1)
	}
	out = slices.Clone(found)
	for k, at := range [2][2]int{{r.P.Start, r.P.End}, {r.Q.Start, r.Q.End}} {
		first := slices.IndexFunc(words, func(w tokens.Token) bool { return int(w.End) > at[0] && int(w.Start) < at[1] })
		if first < 0 {
			chain[k] = -2
			continue
		}
		last := first + 1
		for last < len(words) && words[last].Sentence == words[first].Sentence && int(words[last].Start) < at[1] {
			last++
		}
		m := chains.Mention{Sentence: words[first].Sentence, First: int32(first), Last: int32(last), Start: int32(at[0]), End: int32(at[1]), Text: string([]rune(r.Text)[at[0]:at[1]]), //nolint:gosec // counts
			Type: "ORG", Form: "name", Probability: 1, Source: "fast", Name: -1, Chain: free, Certainty: 1}
		free++
		out = slices.DeleteFunc(out, func(o chains.Mention) bool {
			if o.First >= m.Last || o.Last <= m.First {
				return false
			}
			m.Chain, m.Form = o.Chain, o.Form
			if o.Name >= 0 {
				m.Name = o.Name
			}
			if m.Type = o.Type; m.Type != "PERSON" && m.Type != "PARTY" {
				m.Type = "ORG"
			}
			return true
		})
		n := sort.Search(len(out), func(i int) bool { return out[i].First >= m.First })
		out = slices.Insert(out, n, m)
		chain[k] = m.Chain
	}
	if chain[0] == chain[1] { // two of one name
		chain[1] = free
		for i := range out {
			if int(out[i].Start) == r.Q.Start {
				out[i].Chain = free
			}
		}
	}
	for i := range out {
		out[i].Mention = int32(i) //nolint:gosec // a count
	}
	return out, chain
}

func label(p, q bool, polarity float64) string {
	sign := "pos"
	if polarity < 0 {
		sign = "neg"
	}
	switch {
	case p:
		return sign + "_p_to_q"
	case q:
		return sign + "_q_to_p"
	}
	return "neutral"
}

// answerOf takes the strongest judgement of one of the two on the other, and the first deed.
func answerOf(d *pipeline.Doc, chain [2]int32) answer {
	out := answer{"neutral", "neutral", ""}
	mentions := chains.Mentions.Of(d)
	best := 0.0
	for _, j := range sentiment.Judgements.Of(d) {
		if j.Polarity == nil {
			continue
		}
		target, score := mentions[j.Mention].Chain, *j.PPositive-*j.PNegative
		p, q := j.HolderChain == chain[0] && target == chain[1], j.HolderChain == chain[1] && target == chain[0]
		if (p || q) && *j.Polarity != 0 && max(score, -score) > best {
			best, out.speech = max(score, -score), label(p, q, float64(*j.Polarity))
		}
	}
	for _, a := range acts.Find(tokens.Tokens.Of(d), mentions) {
		agent, patient := mentions[a.Agent].Chain, mentions[a.Patient].Chain
		if p, q := agent == chain[0] && patient == chain[1], agent == chain[1] && patient == chain[0]; p || q {
			out.act, out.word = label(p, q, float64(a.Polarity)), strings.ToLower(tokens.Tokens.Of(d)[a.Word].Text)
			break
		}
	}
	return out
}
