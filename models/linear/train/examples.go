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
	label   int // 0 negative, 1 neutral, 2 positive
}

// sources have a bias of their own while training: their shares of neutral differ.
var sources = []string{"newsmtsc", "balanced", "natural", "long"}

// files of the authored passages: of four continents, with about as many judgements as neutral mentions; of five
// genres, with the frequencies of real prose; long documents.
var files = map[string][]string{
	"balanced": {"africa_mideast", "americas_oceania", "asia", "europe"},
	"natural":  {"academic", "movement", "news", "opinion", "voices"},
	"long":     {"long"},
}

// load reads all sets; those whose examples are held out are for measuring.
func load(data string) (train, dev []example, err error) {
	for file, held := range map[string]bool{"train.jsonl": false, "dev.jsonl": true} {
		es, err := records(filepath.Join(data, "sentiment", file))
		if err != nil {
			return nil, nil, err
		}
		for i := range es {
			es[i].heldOut = held
		}
		if held {
			dev = append(dev, es...)
		} else {
			train = append(train, es...)
		}
	}
	for _, source := range sources[1:] {
		for _, file := range files[source] {
			es, err := authored(filepath.Join(data, "authored", file+".txt"))
			if err != nil {
				return nil, nil, err
			}
			for _, e := range es {
				e.source, e.file = source, file
				if e.heldOut {
					dev = append(dev, e)
				} else {
					train = append(train, e)
				}
			}
		}
	}
	return train, dev, nil
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
