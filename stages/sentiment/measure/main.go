// Command measure tells how often the product knows whose judgement it is, on the annotated passages that are held out: with names
// and chains given, so that only voice and holder are measured, and with its own, as a user gets them.
//
//	go run ./stages/sentiment/measure -data ../shared/data
package main

import (
	"context"
	"flag"
	"log"
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

// seen is a held-out passage that is left out: a rule was written after its form had been looked at.
const seen = "q-0060"

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	train := flag.Bool("train", false, "measure on what is not held out")
	own := flag.Bool("own", false, "only with the product's own names and chains")
	errs := flag.Bool("errors", false, "print what is wrong")
	shares := flag.Bool("shares", false, "print how often speakers are right, by the share that is stated")
	flag.Parse()
	log.SetFlags(0)
	var all []passage
	for _, folder := range []string{filepath.Join(*data, "authored"), "models/passages"} {
		some, err := passages.Read(folder)
		if err != nil {
			log.Fatal(err)
		}
		for i := range some {
			if some[i].HeldOut() != *train && some[i].ID != seen {
				all = append(all, read(&some[i]))
			}
		}
	}
	m := &measuring{of: map[string]*passage{}}
	for i := range all {
		m.of[all[i].id+".txt"] = &all[i]
	}
	for _, m.own = range []bool{false, true} {
		if m.own != *own && (*errs || *shares || *own) {
			continue
		}
		out, err := m.run(all)
		switch {
		case err != nil:
			log.Fatal(err)
		case *errs:
			mistakes(all, out)
		case *shares:
			stated(out)
		default:
			report(m.own, out)
		}
	}
}

// measuring runs the stages over passages.
type measuring struct {
	of  map[string]*passage // by document
	own bool                // with the product's own names and chains
}

// run gives the outcomes of all judged mentions, passage by passage.
func (m *measuring) run(all []passage) ([]outcome, error) {
	stages := []*pipeline.Stage{structure.Stage, tokens.Stage, m.given(), quotes.Stage, m.chained()}
	if m.own {
		stages = []*pipeline.Stage{structure.Stage, tokens.Stage, names.Stage, quotes.Stage, chains.Stage}
	}
	plan, err := pipeline.NewPlan(reading.Source, stages...)
	if err != nil {
		return nil, err
	}
	var docs []*pipeline.Doc
	for _, p := range all {
		docs = append(docs, pipeline.NewDoc(p.id+".txt", p.text))
	}
	if _, err := pipeline.InMemory(context.Background(), plan, nil, docs, nil); err != nil {
		return nil, err
	}
	var out []outcome
	for i, d := range docs {
		out = append(out, outcomes(&all[i], d)...)
	}
	return out, nil
}

// outcomes are those of one passage: of each judged mention that the run has too.
func outcomes(p *passage, d *pipeline.Doc) []outcome {
	mentions, voices := chains.Mentions.Of(d), sentiment.Voices(d)
	entity := meant(p, mentions)
	var out []outcome
	for i := range p.mentions {
		m := &p.mentions[i]
		if !m.polarity && m.holder < 0 || p.types[m.entity] != "PERSON" && p.types[m.entity] != "PARTY" {
			continue
		}
		o := outcome{passage: p.id, named: m.named, gold: "author", goldHolder: m.holder, gotHolder: -1, in: *m}
		if m.holder >= 0 {
			o.gold = "reported"
			if m.quoted {
				o.gold = "quoted"
			}
		}
		k := overlapping(mentions, m)
		if k < 0 {
			o.missing = true
			out = append(out, o)
			continue
		}
		v := voices[k]
		o.got, o.stated = v.Voice, v.Probability
		if v.Holder >= 0 {
			o.gotHolder = entity[v.Holder]
		}
		o.unknown = m.holder < 0 && (m.marks || v.Voice != "author" && o.gotHolder < 0)
		out = append(out, o)
	}
	return out
}

// meant is the marked entity that most mentions of a chain are mentions of; -1 for a chain of none.
func meant(p *passage, mentions []chains.Mention) map[int32]int {
	votes := map[int32]map[int]int{}
	for i := range p.mentions {
		if k := overlapping(mentions, &p.mentions[i]); k >= 0 {
			c := mentions[k].Chain
			if votes[c] == nil {
				votes[c] = map[int]int{}
			}
			votes[c][p.mentions[i].entity]++
		}
	}
	out := map[int32]int{}
	for _, m := range mentions {
		out[m.Chain] = -1
	}
	for c, v := range votes {
		for e, n := range v {
			if best := out[c]; best < 0 || n > v[best] || n == v[best] && e < best {
				out[c] = e
			}
		}
	}
	return out
}

// overlapping is the mention that has most of its text in common with a marked one; -1 if none has any.
func overlapping(mentions []chains.Mention, m *mention) int {
	best, most := -1, 0
	for i, o := range mentions {
		if n := min(int(o.End), m.end) - max(int(o.Start), m.start); n > most || n == most && n > 0 && o.End-o.Start < mentions[best].End-mentions[best].Start {
			best, most = i, n
		}
	}
	return best
}

// given makes the names that are marked.
func (m *measuring) given() *pipeline.Stage {
	return &pipeline.Stage{Name: "names", Doc: "names as marked", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{names.Names},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			p := m.of[d.ID]
			for _, m := range p.mentions {
				if r, ok := place(d, m); m.named && ok {
					names.Names.Add(d, names.Name{Name: int32(len(names.Names.Of(d))), Sentence: r.Sentence, First: r.First, Last: r.Last, Start: r.Start, End: r.End,
						Text: r.Text, Type: p.types[m.entity], Probability: 1, Source: "fast"})
				}
			}
			return nil
		})}
}

// chained makes the mentions that are marked; a chain is an entity.
func (m *measuring) chained() *pipeline.Stage {
	return &pipeline.Stage{Name: "chains", Doc: "chains as marked", Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{chains.Mentions},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			p, name := m.of[d.ID], int32(0)
			for _, m := range p.mentions {
				r, ok := place(d, m)
				if !ok {
					continue
				}
				r.Mention, r.Type, r.Chain, r.Name = int32(len(chains.Mentions.Of(d))), p.types[m.entity], int32(m.entity), -1
				if m.named {
					r.Name = name
					name++
				}
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
