// Package sentiment judges how each person, party and organisation is spoken of, mention by mention: what the sentence
// makes a reader think of the target, and whose judgement it is.
package sentiment

import (
	"sort"
	"strings"

	"hustings/models/linear"
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/quotes"
	"hustings/stages/tokens"
)

// Settings of the stage.
type Settings struct {
	Abstain float64 `set:"abstain" doc:"polarity is null where no class has this probability" range:"0..1"`
}

// Stage makes the judgements of a document.
var Stage = &pipeline.Stage{
	Name: "sentiment", Doc: "judges how each person, party and organisation is spoken of, and in whose voice",
	Needs: []pipeline.Table{tokens.Sentences, tokens.Tokens, quotes.Quotations, chains.Mentions},
	Makes: []pipeline.Table{Judgements},
	Each: pipeline.With(Settings{Abstain: 0.4}, func(s Settings) (func(*pipeline.Doc) error, error) {
		model := linear.Load()
		return func(d *pipeline.Doc) error {
			j := &judging{model: model, abstain: s.Abstain, sentences: tokens.Sentences.Of(d), words: tokens.Tokens.Of(d),
				mentions: chains.Mentions.Of(d), quotations: quotes.Quotations.Of(d), chainOf: map[int32]int32{}}
			Judgements.Add(d, j.all()...)
			return nil
		}, nil
	}),
}

// judging is the work on one document.
type judging struct {
	model      *linear.Model
	abstain    float64
	sentences  []tokens.Sentence
	words      []tokens.Token
	mentions   []chains.Mention
	quotations []quotes.Quotation
	chainOf    map[int32]int32 // chain by row of names
	text       []string        // of the sentence at hand
	first      int             // its first token
}

func (j *judging) all() []Judgement {
	for _, m := range j.mentions {
		if m.Name >= 0 {
			j.chainOf[m.Name] = m.Chain
		}
	}
	var out []Judgement
	word := 0
	for i := 0; i < len(j.mentions); {
		n := i // the mentions of one sentence
		for n < len(j.mentions) && j.mentions[n].Sentence == j.mentions[i].Sentence {
			n++
		}
		here := j.mentions[i:n]
		i = n
		sentence := here[0].Sentence
		for word < len(j.words) && j.words[word].Sentence < sentence {
			word++
		}
		j.first, j.text = word, j.text[:0]
		for k := word; k < len(j.words) && j.words[k].Sentence == sentence; k++ {
			j.text = append(j.text, j.words[k].Text)
		}
		read := (*linear.Sentence)(nil)
		for k, m := range here {
			if m.Type != "PERSON" && m.Type != "PARTY" && m.Type != "ORG" {
				continue
			}
			if read == nil {
				read = j.model.Read(j.text)
			}
			out = append(out, j.judge(read, here, k))
		}
	}
	return out
}

// judge judges one mention of a sentence.
func (j *judging) judge(read *linear.Sentence, here []chains.Mention, k int) Judgement {
	m := here[k]
	target := linear.Target{First: int(m.First) - j.first, Last: int(m.Last) - 1 - j.first, Kind: m.Type, Quoted: j.inMarks(int32(j.first))}
	for i, o := range here {
		place := [2]int{int(o.First) - j.first, int(o.Last) - 1 - j.first}
		switch {
		case i == k:
		case o.Chain == m.Chain:
			target.Same = append(target.Same, place)
		case o.Type != "NORP":
			target.Names = append(target.Names, place)
		}
	}
	got := j.model.JudgeIn(read, target)
	row := Judgement{Mention: m.Mention, PNegative: got.Negative, PNeutral: got.Neutral, PPositive: got.Positive}
	if max(got.Negative, got.Neutral, got.Positive) >= j.abstain {
		p := int32(got.Polarity)
		row.Polarity = &p
	}
	for _, c := range got.Cues {
		row.Cues = append(row.Cues, j.text[c])
	}
	row.Voice, row.HolderChain = j.voice(here, k)
	return row
}

// inQuotation is the quotation that holds a token, -1 if none does.
func (j *judging) inQuotation(token int32) int {
	n := sort.Search(len(j.quotations), func(i int) bool { return j.quotations[i].First > token })
	if n > 0 && token < j.quotations[n-1].Last { // they are sorted and do not overlap
		return n - 1
	}
	return -1
}

// inMarks says whether a token is quoted in the midst of other text; a turn of a transcript is not.
func (j *judging) inMarks(token int32) bool {
	q := j.inQuotation(token)
	return q >= 0 && j.quotations[q].Kind != "turn"
}

// voice tells whose judgement a mention's sentence is: a speaker's where it stands in a quotation or depends on "X said
// that", else the author's.
func (j *judging) voice(here []chains.Mention, k int) (voice string, holder int32) {
	m := here[k]
	if q := j.inQuotation(m.First); q >= 0 {
		if c, ok := j.chainOf[j.quotations[q].SpeakerName]; ok {
			return "quoted", c
		}
		return "quoted", -1
	}
	for i, o := range here {
		if i == k || o.Chain == m.Chain || o.Type != "PERSON" && o.Type != "PARTY" && o.Type != "ORG" || o.Start > m.Start {
			continue
		}
		if j.reports(int(o.First)-j.first, int(o.Last)-j.first, int(m.First)-j.first) {
			return "reported", o.Chain
		}
	}
	return "author", -1
}

// reports says whether what stands at a word is reported by the name before it: "X said that … target", "X … claimed
// target …", "according to X, … target". first and last are the name's words, last exclusive.
func (j *judging) reports(first, last, target int) bool {
	word := func(i int) string {
		if i < 0 || i >= len(j.text) {
			return ""
		}
		return strings.ToLower(j.text[i])
	}
	if word(first-1) == "to" && word(first-2) == "according" {
		return true
	}
	const near, that = 6, 4
	for v := last; v < min(last+near, target); v++ {
		w := word(v)
		if w == ";" || w == "." || w == "who" || w == "which" || w == "," && v > last {
			return false
		}
		if !quotes.Reporting(w) {
			continue
		}
		for i := v + 1; i < min(v+1+that, target); i++ {
			if word(i) == "that" {
				return true
			}
		}
		return clausal[w] && v+1 < target
	}
	return false
}

// clausal are the reporting verbs that take a clause without "that" often enough.
var clausal = map[string]bool{"said": true, "says": true, "claimed": true, "claims": true, "argued": true, "argues": true, "insisted": true,
	"insists": true, "believed": true, "believes": true, "thought": true, "thinks": true, "alleged": true, "alleges": true, "called": true, "calls": true,
	"accused": true, "described": true, "denounced": true, "condemned": true, "praised": true}
