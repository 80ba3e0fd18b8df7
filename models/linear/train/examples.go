package main

import (
	"path/filepath"
	"slices"
	"strings"

	"hustings/models/linear"
	"hustings/stages/tokens"
)

// example is one target in one sentence, with its label.
type example struct {
	source  string // of the sources below
	file    string
	passage string // examples of one passage never stand on both sides of a split
	heldOut bool
	words   []string
	target  linear.Target
	label   int        // 0 negative, 1 neutral, 2 positive, or unjudged
	want    [3]float64 // shares of the classes, to be learned
	prose   prose
}

// prose is an example as text, for models that read characters: the sentence, and the one before it in its document.
// Places are bytes, end exclusive.
type prose struct {
	Text   string   `json:"text"`
	Target [2]int   `json:"target"`
	Named  bool     `json:"named"`            // a name; else a pronoun or a description
	Entity string   `json:"entity,omitempty"` // of the target, within its passage
	Same   [][2]int `json:"same,omitempty"`   // other names of the target, where Entity does not tell
	Before string   `json:"before,omitempty"`
	Voice  string   `json:"voice,omitempty"` // who judges, if not the author
}

// sources have a bias of their own while training: their shares of neutral differ.
var sources = []string{"newsmtsc", "balanced", "natural", "long", "essays"}

// files of the authored passages: of four continents, with about as many judgements as neutral mentions; of five
// genres, with the frequencies of real prose; long documents.
var files = map[string][]string{
	"balanced": {"africa_mideast", "americas_oceania", "asia", "europe"},
	"natural":  {"academic", "movement", "news", "opinion", "voices"},
	"long":     {"long"},
}

// load reads all examples; those that are held out are for measuring, and judged.
func load(data string) (train, dev []example, err error) {
	all, err := read(data)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range all {
		switch {
		case !e.heldOut:
			train = append(train, e)
		case e.label != unjudged:
			dev = append(dev, e)
		}
	}
	return train, dev, nil
}

// read reads all sets.
func read(data string) (all []example, err error) {
	for _, file := range []string{"train.jsonl", "dev.jsonl"} {
		es, err := records(filepath.Join(data, "sentiment", file))
		if err != nil {
			return nil, err
		}
		for i := range es {
			es[i].heldOut = file == "dev.jsonl"
		}
		all = append(all, es...)
	}
	for _, source := range sources[1:] {
		paths, err := pathsOf(data, source)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			es, err := authored(path)
			if err != nil {
				return nil, err
			}
			for _, e := range es {
				e.source, e.file = source, strings.TrimSuffix(filepath.Base(path), ".txt")
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// pathsOf lists the files of a source of passages; "essays" are the project's own.
func pathsOf(data, source string) ([]string, error) {
	if source == "essays" {
		return filepath.Glob("models/passages/*.txt") // sorted
	}
	var out []string
	for _, file := range files[source] {
		out = append(out, filepath.Join(data, "authored", file+".txt"))
	}
	return out, nil
}

// fold puts a passage into one of n folds, by its name alone.
func fold(passage string, n int) int {
	h := uint32(2166136261)
	for i := range len(passage) {
		h = (h ^ uint32(passage[i])) * 16777619
	}
	return int(h>>8) % n
}

// cut gives the words of a sentence and where they stand.
func cut(text string) ([]string, []tokens.Span) {
	places := tokens.Words(text)
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = text[p.Start:p.End]
	}
	return words, places
}

// wordsOf gives the first and last word that a stretch of bytes touches.
func wordsOf(places []tokens.Span, start, end int) [2]int {
	first, last := len(places), -1
	for i, p := range places {
		if p.End > start && p.Start < end {
			first, last = min(first, i), i
		}
	}
	return [2]int{first, last}
}

// quotedBytes tells for each byte whether double quotation marks are open there.
func quotedBytes(text string) []bool {
	in, open := make([]bool, len(text)+1), false
	for i, r := range text {
		switch r {
		case '“', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		}
		in[i] = open
	}
	return in
}

func pick(es []example, keep func(example) bool) []example {
	return slices.Collect(func(yield func(example) bool) {
		for _, e := range es {
			if keep(e) && !yield(e) {
				return
			}
		}
	})
}

func isNews(e example) bool { return strings.HasPrefix(e.source, "newsmtsc") }
