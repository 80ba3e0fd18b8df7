// Command measure tells how often the product knows whose judgement it is, on the annotated passages that are held out: names
// and chains are given, so that only voice and holder are measured.
//
//	go run ./stages/sentiment/measure -data ../shared/data
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"hustings/models/passages"
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/names"
	"hustings/stages/quotes"
	reading "hustings/stages/read"
	"hustings/stages/sentiment"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	train := flag.Bool("train", false, "measure on what is not held out")
	errs := flag.Bool("errors", false, "print what is wrong")
	flag.Parse()
	log.SetFlags(0)
	var all []passages.Passage
	for _, folder := range []string{filepath.Join(*data, "authored"), "models/passages"} {
		more, err := passages.Read(folder)
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, more...)
	}
	var out []outcome
	for i := range all {
		if all[i].HeldOut() == *train {
			continue
		}
		p := read(&all[i])
		got, err := run(p)
		if err != nil {
			log.Fatalf("%s: %v", p.id, err)
		}
		out = append(out, got...)
		if *errs {
			for _, o := range got {
				if o.wrong() {
					fmt.Println(o.tell(p))
				}
			}
		}
	}
	if !*errs {
		report(out)
	}
}

// run gives the outcome for each judged mention of a passage.
func run(p passage) ([]outcome, error) {
	var order []int // of each mention, its number in the passage
	plan, err := pipeline.NewPlan(reading.Source, structure.Stage, tokens.Stage, given(p), quotes.Stage, chained(p, &order))
	if err != nil {
		return nil, err
	}
	d := pipeline.NewDoc(p.id+".txt", p.text)
	if _, err := pipeline.InMemory(context.Background(), plan, nil, []*pipeline.Doc{d}, nil); err != nil {
		return nil, err
	}
	if os.Getenv("SHOW") == p.id { // DEBUG
		r := []rune(d.Text)
		for _, q := range quotes.Quotations.Of(d) {
			who := "?"
			if q.SpeakerName >= 0 {
				who = names.Names.Of(d)[q.SpeakerName].Text
			}
			if q.SpeakerToken >= 0 {
				who += "/" + tokens.Tokens.Of(d)[q.SpeakerToken].Text
			}
			fmt.Printf("%s [%s] %q %s\n", q.Kind, q.Cue, who, string(r[q.Start:q.End]))
		}
		for _, g := range structure.Regions.Of(d) {
			fmt.Println(g.Kind, string(r[g.Start:min(g.End, g.Start+40)]))
		}
	}
	var out []outcome
	voices := sentiment.Voices(d)
	for i, v := range voices {
		m := p.mentions[order[i]]
		if !m.polarity && m.holder < 0 || p.types[m.entity] != "PERSON" && p.types[m.entity] != "PARTY" {
			continue
		}
		o := outcome{passage: p.id, named: m.named, gold: "author", goldHolder: m.holder, got: v.Voice, gotHolder: int(v.Holder), in: m}
		if m.holder >= 0 {
			o.gold = "reported"
			if m.quoted {
				o.gold = "quoted"
			}
		}
		o.unknown = m.holder < 0 && (m.marks || v.Voice != "author" && v.Holder < 0)
		out = append(out, o)
	}
	return out, nil
}

// given makes the names that are marked.
func given(p passage) *pipeline.Stage {
	return &pipeline.Stage{Name: "names", Doc: "names as marked", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{names.Names},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			for _, m := range p.mentions {
				if r, ok := place(d, m); m.named && ok {
					names.Names.Add(d, names.Name{Name: int32(len(names.Names.Of(d))), Sentence: r.Sentence, First: r.First, Last: r.Last, Start: r.Start, End: r.End,
						Text: r.Text, Type: p.types[m.entity], Probability: 1, Source: "fast"})
				}
			}
			return nil
		})}
}

// chained makes the mentions that are marked; Name is their number in the passage.
func chained(p passage, order *[]int) *pipeline.Stage {
	return &pipeline.Stage{Name: "chains", Doc: "chains as marked", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{chains.Mentions},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			name := int32(0)
			for i, m := range p.mentions {
				r, ok := place(d, m)
				if !ok {
					continue
				}
				r.Mention, r.Type, r.Chain, r.Name = int32(len(chains.Mentions.Of(d))), p.types[m.entity], int32(m.entity), -1
				if m.named {
					r.Name = name
					name++
				}
				*order = append(*order, i)
				r.Form, r.Certainty, r.Probability, r.Source = "name", 1, 1, "fast"
				if !m.named {
					r.Form = "nominal"
					if pronouns[strings.ToLower(r.Text)] {
						r.Form = "pronoun"
					}
				}
				chains.Mentions.Add(d, r)
			}
			return nil
		})}
}

var pronouns = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves who whom whose") {
		out[w] = true
	}
	return out
}()

// place finds the tokens of a mention.
func place(d *pipeline.Doc, m mention) (chains.Mention, bool) {
	r := chains.Mention{Start: int32(m.start), End: int32(m.end), First: -1}
	for _, w := range tokens.Tokens.Of(d) {
		if w.End > r.Start && w.Start < r.End {
			if r.First < 0 {
				r.First, r.Sentence = w.Token, w.Sentence
			}
			r.Last = w.Token + 1
		}
	}
	runes := []rune(d.Text)
	r.Text = string(runes[m.start:m.end])
	return r, r.First >= 0
}
