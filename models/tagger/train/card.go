package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"hustings/models/tagger"
)

// sourceFacts are what the card says of each source: name, where from, licence, and what it does not tell apart.
var sourceFacts = map[string][3]string{
	"authored":          {"passages written for this project", "CC0", "nothing: all types"},
	"augmented":         {"the same passages with their names exchanged (persons by country, parties by real and invented names, places, organisations), some lines in capitals, quotation marks curled", "CC0; names as below", "nothing: all types"},
	"crossner_politics": {"CrossNER (Liu et al. 2021), politics, train", "MIT", "places; peoples and works are not marked throughout"},
	"crossner_other":    {"CrossNER, science, music, literature, AI", "MIT", "places, parties and organisations; peoples are not marked throughout"},
	"wikigold":          {"WikiGold (Balasuriya et al. 2009)", "CC BY 4.0", "places; parties and organisations; peoples, events and works"},
	"gum_derived":       {"GUM (Zeldes 2017), genres academic, bio, court, interview, news, voyage", "CC BY 4.0", "places; parties and organisations; abstract names"},
	"tweebank":          {"Tweebank-NER (Jiang et al. 2022)", "Apache-2.0", "places; parties and organisations; peoples, events and works"},
	"wnut17":            {"WNUT 2017 (Derczynski et al. 2017)", "CC BY 4.0", "places; parties and organisations; peoples and events are not marked"},
	"btc":               {"Broad Twitter Corpus (Derczynski et al. 2016), sections a, b, e, g", "CC BY 4.0", "places; parties and organisations; peoples, events and works are not marked"},
}

type sourceRow struct {
	Name, What, License, Open string
	Documents, Words          int
	Weight                    float32
}

type typeRow struct {
	Type                  string
	Names                 int
	Precision, Recall, F1 string
}

type setRow struct {
	Name, All, First        string
	Documents, Words, Names int
	Types                   []typeRow
}

type card struct {
	Bins []binRow

	Sources              []sourceRow
	Sets                 []setRow
	First, Second, Bytes int
	Epochs, Averaged     int
	Dropout, Rate        float64
}

// writeCard writes README.md.
func writeCard(folder string, train []document, sets []setRow, bins []binRow, first, second, bytes int) error {
	c := card{Sets: sets, Bins: bins, First: first, Second: second, Bytes: bytes, Epochs: epochs, Averaged: averaged, Dropout: dropout, Rate: rate}
	for _, d := range train {
		if len(c.Sources) == 0 || !hasSource(c.Sources, d.source) {
			facts := sourceFacts[d.source]
			c.Sources = append(c.Sources, sourceRow{Name: d.source, What: facts[0], License: facts[1], Open: facts[2], Weight: weights[d.source]})
		}
		for i := range c.Sources {
			if s := &c.Sources[i]; s.Name == d.source {
				s.Documents++
				for _, x := range d.sentences {
					s.Words += len(x.words)
				}
			}
		}
	}
	var out strings.Builder
	if err := page.Execute(&out, c); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "README.md"), []byte(out.String()), 0o644)
}

func hasSource(rows []sourceRow, name string) bool {
	for _, r := range rows {
		if r.Name == name {
			return true
		}
	}
	return false
}

// row is one development set's part of the card.
func (r result) row(first result) setRow {
	x := setRow{Name: r.name, Documents: r.documents, Words: r.words, Names: r.all.gold,
		All:   fmt.Sprintf("%.3f [%.3f, %.3f]", r.all.f1(), r.low, r.high),
		First: fmt.Sprintf("%.3f [%.3f, %.3f]", first.all.f1(), first.low, first.high)}
	for _, t := range append(tagger.Types[:], "place", "body") {
		c := r.byType[t]
		if c.gold == 0 {
			continue
		}
		precision := "-"
		if c.found > 0 {
			precision = fmt.Sprintf("%.3f", float64(c.hits)/float64(c.found))
		}
		x.Types = append(x.Types, typeRow{t, c.gold, precision, fmt.Sprintf("%.3f", float64(c.hits)/float64(c.gold)), fmt.Sprintf("%.3f", c.f1())})
	}
	return x
}

var page = template.Must(template.New("").Parse(`# Model card: tagger

Written by ` + "`go run ./models/tagger/train`" + `; do not edit.

Finds names in English political prose and says what they name: PERSON, PARTY, ORG, GPE, LOC, EVENT, WORK, NORP.
Intended for counting and reading who is named where, with a person who looks at the evidence; not for decisions about people.

## Method

Two linear-chain conditional random fields over hashed features (word, affixes, shape, neighbours, gazetteer words and phrases,
the run of capitalised words, what the whole document says of a word). The second reads a document again with what the first
found: the names at each word and at the word's other uses. It was trained on first readings by models that had not seen the
document ({{.Epochs}} epochs of AdaGrad, rate {{.Rate}}, feature dropout {{.Dropout}}, the mean of the last {{.Averaged}} epochs, weights rounded to
8 bits). Where a source does not tell types apart, or does not mark some, the likelihood sums over all labels that it allows.
Kept: {{.First}} and {{.Second}} features, {{.Bytes}} bytes. Same data, same bytes.

## Data

| source | documents | words | weight | licence | what is left open |
|---|---|---|---|---|---|
{{range .Sources}}| {{.Name}}: {{.What}} | {{.Documents}} | {{.Words}} | {{.Weight}} | {{.License}} | {{.Open}} |
{{end}}
Gazetteer: ParlGov (CC0), Party Facts (MIT), forenames and surnames by country (CC0), United States politicians (CC0), own lists.
The texts themselves are not part of the project.

## Figures

Exact spans with exact types. Intervals: 95 %, bootstrap over documents. "place" is GPE and LOC as one, "body" PARTY and ORG as
one, where a set does not tell them apart; its other types are left out.
{{range .Sets}}
### {{.Name}}

{{.Documents}} documents, {{.Words}} words, {{.Names}} names: micro F1 {{.All}}; the first reading alone {{.First}}.

| type | names | precision | recall | F1 |
|---|---|---|---|---|
{{range .Types}}| {{.Type}} | {{.Names}} | {{.Precision}} | {{.Recall}} | {{.F1}} |
{{end}}{{end}}
### Probabilities

Names found in the held-out passages, by the probability given (which was calibrated on them):

| probability up to | names | mean probability | share right |
|---|---|---|---|
{{range .Bins}}| {{printf "%.1f" .Upto}} | {{.Names}} | {{printf "%.3f" .Mean}} | {{printf "%.3f" .Right}} |
{{end}}
The held-out passages come from the same authors as those trained on, so that they flatter; CrossNER's politics (Wikipedia) marks
by other rules and is mostly beyond the training data; GUM has few names of parties. The development sets also served to choose
the features and the number of epochs.

## Weaknesses

- WORK, EVENT and LOC are few in training: titles without quotation marks and agreements named after places are often missed.
- Whether an unknown acronym is a party or another organisation is guessed from context, and wrong more often than anything else.
- A word that begins a sentence and is a name only there is sometimes missed; so are names in lower case.
- Names from Europe, the Americas, South Asia and Africa were trained on; those from elsewhere are less sure.
- English only. Other languages' sentences give names with low probability, or none.
`))
