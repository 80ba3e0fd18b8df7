// Package sentiment judges how each person, party and organisation is spoken of, mention by mention: what the sentence
// makes a reader think of the target, and whose judgement it is.
package sentiment

import (
	"slices"
	"sort"

	"hustings/models/accurate"
	"hustings/models/linear"
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

// Settings are the section "sentiment" of the configuration.
type Settings struct {
	Model   string  `set:"model" doc:"accurate: a transformer; fast: a linear model, less exact and many times faster" in:"accurate|fast"`
	Abstain float64 `set:"abstain" doc:"polarity is null where no class has this probability" range:"0..1"`
}

// Stage makes the judgements of a document.
var Stage = &pipeline.Stage{
	Name: "sentiment", Doc: "judges how each person, party and organisation is spoken of, and in whose voice",
	Needs: []pipeline.Table{tokens.Tokens, quotes.Quotations, chains.Mentions},
	Makes: []pipeline.Table{Judgements},
	Each: pipeline.With(Settings{Model: "accurate", Abstain: 0.4}, func(s Settings) (func(*pipeline.Doc) error, error) {
		judge := s.judge()
		return func(d *pipeline.Doc) error {
			Judgements.Add(d, judge(d, chains.Mentions.Of(d))...)
			return nil
		}, nil
	}),
}

// judge gives the way of judging that is set: a document and its mentions to the judgements of those that name actors.
func (s Settings) judge() func(*pipeline.Doc, []chains.Mention) []Judgement {
	cues, by := linear.Load(), fast
	if s.Model == "accurate" {
		model := accurate.Load()
		by = func(j *judging) { j.accurate(model) }
	}
	return func(d *pipeline.Doc, mentions []chains.Mention) []Judgement {
		j := &judging{linear: cues, abstain: s.Abstain, words: tokens.Tokens.Of(d), mentions: mentions, repeats: map[int32]bool{}}
		j.voices = hear(len(j.words), mentions, quotes.Quotations.Of(d))
		j.read()
		if read.English(d.Text) {
			by(j)
		} else {
			none(j)
		}
		j.rows = slices.DeleteFunc(j.rows, func(r Judgement) bool { return j.repeats[r.Mention] })
		slices.SortFunc(j.rows, func(a, b Judgement) int { return int(a.Mention - b.Mention) })
		return j.rows
	}
}

// judging is the work on one document.
type judging struct {
	linear    *linear.Model
	abstain   float64
	words     []tokens.Token
	mentions  []chains.Mention
	voices    *hearing
	sentences []sentence     // those with mentions
	repeats   map[int32]bool // pronouns and descriptions of whom their sentence names
	rows      []Judgement
}

// A sentence is one that has mentions.
type sentence struct {
	first    int      // its first token
	text     []string // its words
	mentions []chains.Mention
}

// read gathers the sentences that have mentions.
func (j *judging) read() {
	at := map[int32]int{} // of a sentence in j.sentences; a note may stand between two mentions of one
	for _, m := range j.mentions {
		i, ok := at[m.Sentence]
		if !ok {
			i = len(j.sentences)
			at[m.Sentence] = i
			s := sentence{first: sort.Search(len(j.words), func(k int) bool { return j.words[k].Sentence >= m.Sentence })}
			for k := s.first; k < len(j.words) && j.words[k].Sentence == m.Sentence; k++ {
				s.text = append(s.text, j.words[k].Text)
			}
			j.sentences = append(j.sentences, s)
		}
		j.sentences[i].mentions = append(j.sentences[i].mentions, m)
	}
	slices.SortFunc(j.sentences, func(a, b sentence) int { return a.first - b.first })
	j.repeated()
}

// repeated finds the pronouns and descriptions that are not judged: their sentence names the actor too, and would count
// twice ("Hill lost her seat").
func (j *judging) repeated() {
	for _, s := range j.sentences {
		named := map[int32]bool{}
		for _, m := range s.mentions {
			if m.Named() {
				named[m.Chain] = true
			}
		}
		for _, m := range s.mentions {
			if !m.Named() && named[m.Chain] {
				j.repeats[m.Mention] = true
			}
		}
	}
}

// none judges nothing, but tells whom there would be to judge: a text that the models can't read gets no invented figures.
func none(j *judging) {
	for i := range j.sentences {
		for k, m := range j.sentences[i].mentions {
			if isActor(m.Type) {
				j.rows = append(j.rows, j.unjudged(&j.sentences[i], k))
			}
		}
	}
}

// isActor says whether mentions of a type are judged.
func isActor(kind string) bool { return kind == "PERSON" || kind == "PARTY" || kind == "ORG" }

// row makes the judgement of a mention of a sentence; words are those that decided.
func (j *judging) row(s *sentence, k int, p [3]float64, polarity int, words []int) Judgement {
	row := j.unjudged(s, k)
	row.PNegative, row.PNeutral, row.PPositive = &p[0], &p[1], &p[2]
	if max(p[0], p[1], p[2]) >= j.abstain {
		given := int32(polarity)
		row.Polarity = &given
	}
	for _, c := range words {
		row.Cues = append(row.Cues, s.text[c])
	}
	return row
}

// unjudged is the row of a mention of a sentence before it is judged.
func (j *judging) unjudged(s *sentence, k int) Judgement {
	row := Judgement{Mention: s.mentions[k].Mention}
	voice := j.voices.of(&s.mentions[k])
	row.Voice, row.HolderChain = voice.Voice, voice.Holder
	return row
}
