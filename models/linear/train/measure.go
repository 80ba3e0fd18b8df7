package main

import (
	"fmt"
	"io"
	"slices"

	"hustings/models/accurate"
	"hustings/models/linear"
)

// heldOut are the sets on which figures are told.
var heldOut = []struct {
	name string
	keep func(example) bool
}{
	{"NewsMTSC mt", func(e example) bool { return e.file == "newsmtsc-mt" }},
	{"NewsMTSC rw", func(e example) bool { return e.file == "newsmtsc-rw" }},
	{"passages, four continents", func(e example) bool { return e.source == "balanced" }},
	{"passages, natural frequencies", func(e example) bool { return e.source == "natural" }},
	{"passages, long documents", func(e example) bool { return e.source == "long" }},
	{"passages, essays", func(e example) bool { return e.source == "essays" }},
	{"passages, PERSON", func(e example) bool { return !isNews(e) && e.target.Kind == "PERSON" }},
	{"passages, PARTY", func(e example) bool { return !isNews(e) && e.target.Kind == "PARTY" }},
}

// measure prints how each way of judging does on what was held out: macro F1 and accuracy by set, of names alone, since
// pronouns are not judged in documents.
func measure(w io.Writer, data string) error {
	all, err := read(data)
	if err != nil {
		return err
	}
	byModel := map[string][]outcome{} // in the order of named
	var named []example
	for _, e := range all {
		if e.heldOut && e.label != unjudged && e.prose.Named {
			named = append(named, e)
		}
	}
	byModel["accurate"] = byEncoder(all)
	byModel["fast"] = judge(linear.Load(), named)
	fmt.Fprintln(w, "| set | n | model | macro F1 | interval | accuracy | ECE | by class |\n|---|---|---|---|---|---|---|---|")
	for _, g := range heldOut {
		for _, model := range []string{"accurate", "fast"} {
			var os []outcome
			for i, o := range byModel[model] {
				if g.keep(named[i]) {
					os = append(os, o)
				}
			}
			if len(os) == 0 {
				continue
			}
			c := confusionOf(os)
			low, high := interval(os)
			fmt.Fprintf(w, "| %s | %d | %s | %.3f | %.3f to %.3f | %.3f | %.3f | %.3f |\n", g.name, len(os), model, c.macroF1(), low, high, c.accuracy(), calibrationError(os), classwise(os))
		}
	}
	fmt.Fprintln(w)
	faithful(w, all)
	return nil
}

// byEncoder judges all named mentions that are held out, each sentence with all its actors marked.
func byEncoder(all []example) []outcome {
	passages, of := marked(all, func(e example) bool { return e.heldOut && e.prose.Named })
	judged := map[int]outcome{} // by example
	for i, js := range accurate.Load().Judge(passages) {
		for k, j := range js {
			e := all[of[i][k]]
			judged[of[i][k]] = outcome{e.label, j.Polarity + 1, [3]float64{j.Negative, j.Neutral, j.Positive}, e.passage}
		}
	}
	var out []outcome
	for i, e := range all {
		if o, ok := judged[i]; ok && e.label != unjudged {
			out = append(out, o)
		}
	}
	return out
}

// marked gives the sentences of examples that are kept, as the encoder reads them, with the examples of each.
func marked(all []example, keep func(example) bool) (passages []accurate.Passage, of [][]int) {
	number := map[string]int{}
	for i, e := range all {
		if !keep(e) {
			continue
		}
		last := len(passages) - 1
		if last < 0 || passages[last].Text != e.prose.Text || passages[last].Before != e.prose.Before || all[of[last][0]].passage != e.passage {
			p := accurate.Passage{Text: e.prose.Text, Before: e.prose.Before, Follows: last >= 0 && all[of[last][0]].passage == e.passage}
			if last >= 0 && passages[last].Text == p.Before && all[of[last][0]].passage == e.passage {
				p.Behind = passages[last].Mentions
			}
			passages, of = append(passages, p), append(of, nil)
			last++
		}
		key := e.passage + "\x00" + e.prose.Entity
		if e.prose.Entity == "" { // an actor is known by the first of its places in the sentence
			first := e.prose.Target
			for _, s := range e.prose.Same {
				if s[0] < first[0] {
					first = s
				}
			}
			key += fmt.Sprint(first)
		}
		actor, ok := number[key]
		if !ok {
			actor = len(number)
			number[key] = actor
		}
		passages[last].Mentions = append(passages[last].Mentions, accurate.Mention{Start: e.prose.Target[0], End: e.prose.Target[1], Actor: actor,
			Person: e.target.Kind == "PERSON" || e.target.Kind == "", Described: !e.prose.Named})
		of[last] = append(of[last], i)
	}
	for i := range passages { // marks are laid in the order of the text
		p := &passages[i]
		order := make([]int, len(of[i]))
		for k := range order {
			order[k] = k
		}
		slices.SortFunc(order, func(a, b int) int { return p.Mentions[a].Start - p.Mentions[b].Start })
		mentions, examples := p.Mentions, of[i]
		p.Mentions, of[i] = nil, nil
		for _, k := range order {
			p.Mentions, of[i] = append(p.Mentions, mentions[k]), append(of[i], examples[k])
		}
	}
	return passages, of
}
