package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/linear"
)

// record is a line of the sentiment sets; offsets are code points.
type record struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Polarity string   `json:"polarity"`
	Further  [][2]int `json:"further"`
}

// records reads a set of NewsMTSC as examples.
func records(path string) ([]example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	var read []record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, len(read)+1, err)
		}
		read = append(read, r)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	small := lowerCased(read)
	var out []example
	for _, r := range read {
		words, places := cut(r.Text)
		offset := byteOffsets(r.Text)
		span := func(s [2]int) [2]int { return wordsOf(places, offset[s[0]], offset[s[1]]) }
		at := span([2]int{r.Start, r.End})
		t := linear.Target{First: at[0], Last: at[1], Named: true, Quoted: quotedBytes(r.Text)[offset[r.Start]], Names: capitalised(words, small)}
		for _, s := range r.Further {
			t.Same = append(t.Same, span(s))
		}
		label := map[string]int{"negative": 0, "neutral": 1, "positive": 2}[r.Polarity]
		passage := r.ID[:max(strings.LastIndexByte(r.ID, '-'), 0)] // the targets of one sentence share it
		file := "newsmtsc-train"
		if strings.Contains(r.ID, "-dev-") {
			file = r.ID[:len("newsmtsc-mt")]
		}
		text := prose{Text: r.Text, Target: [2]int{offset[r.Start], offset[r.End]}, Named: true}
		for _, s := range r.Further {
			text.Same = append(text.Same, [2]int{offset[s[0]], offset[s[1]]})
		}
		out = append(out, example{source: "newsmtsc", file: file, passage: passage, words: words, target: t, label: label, prose: text})
	}
	return out, nil
}

func byteOffsets(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}

// lowerCased counts words of small letters.
func lowerCased(read []record) map[string]int {
	n := map[string]int{}
	for _, r := range read {
		for w := range strings.FieldsSeq(r.Text) {
			n[strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })]++
		}
	}
	return n
}

// capitalised finds names where nobody has marked any: runs of capitalised words that are not also common in small
// letters. In a headline, where most words are capitalised, it finds none.
func capitalised(words []string, small map[string]int) [][2]int {
	capitals, letters := 0, 0
	big := make([]bool, len(words))
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) && w != "I" {
			capitals++
			low := strings.ToLower(w)
			big[i] = small[low] <= small[w]
		}
	}
	if 2*capitals > letters {
		return nil
	}
	var out [][2]int
	for i := 0; i < len(words); i++ {
		if !big[i] {
			continue
		}
		from := i
		for i+1 < len(words) && big[i+1] {
			i++
		}
		out = append(out, [2]int{from, i})
	}
	return out
}
