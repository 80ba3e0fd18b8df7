package main

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"unicode"

	"hustings/stages/chains/naming"
)

// record is one document of a set.
type record struct {
	ID, Text string
	Mentions []struct {
		Start, End                      int32
		Text, Type, Form, Cluster, Wiki string
	}
}

// gold is one name with the entity that it means; entity is empty where nobody said.
type gold struct {
	start, end         int32
	text, kind, entity string
}

type document struct {
	id, text string
	names    []gold // sorted, none overlaps another
}

func load(file string, read func(record) []gold) ([]document, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []document
	for line := range bytes.Lines(raw) {
		var r record
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, err
		}
		out = append(out, document{r.ID, r.Text, innermost(read(r))})
	}
	return out, nil
}

var kinds = map[string]string{"person": "PERSON", "organization": "ORG", "place": "GPE"}

// gum has a name's Wikipedia page.
func gum(r record) []gold {
	var out []gold
	for _, m := range r.Mentions {
		if kind := kinds[m.Type]; kind != "" && m.Form == "NAME" {
			out = append(out, gold{m.Start, m.End, m.Text, kind, m.Wiki})
		}
	}
	return out
}

// meantime has clusters across documents, and does not say which mentions are names: those in capitals are taken. An
// entity's number comes last in its cluster's name.
func meantime(r record) []gold {
	var out []gold
	for _, m := range r.Mentions {
		if kind := kinds[m.Type]; kind != "" && capitalised(m.Text) {
			out = append(out, gold{m.Start, m.End, m.Text, kind, m.Cluster[strings.LastIndexByte(m.Cluster, '_')+1:]})
		}
	}
	return out
}

// capitalised says whether a mention reads like a name: capitals but for small words, and no pronoun.
func capitalised(text string) bool {
	ws := strings.Fields(naming.Clean(text))
	if len(ws) == 1 && slices.Contains([]string{"we", "it", "he", "she", "they", "i", "you", "our", "his", "her", "its", "their", "this", "who", "which"}, strings.ToLower(ws[0])) {
		return false
	}
	for i, w := range ws {
		small := i > 0 && slices.Contains([]string{"of", "the", "and", "for", "&", "in", "'s", ".", ",", "de"}, w)
		if !small && !unicode.IsUpper([]rune(w)[0]) {
			return false
		}
	}
	return len(ws) > 0 && len(ws) < 7
}

// innermost keeps the names that hold no other, in order.
func innermost(names []gold) []gold {
	slices.SortStableFunc(names, func(a, b gold) int {
		if a.end-a.start != b.end-b.start {
			return int((a.end - a.start) - (b.end - b.start))
		}
		return int(a.start - b.start)
	})
	var out []gold
	for _, n := range names {
		if !slices.ContainsFunc(out, func(o gold) bool { return o.start < n.end && n.start < o.end }) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b gold) int { return int(a.start - b.start) })
	return out
}
