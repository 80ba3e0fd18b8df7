package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"hustings/models/passages"
	"hustings/pipeline"
)

// document is a text with the mentions that a person marked, by start.
type document struct {
	id, text string
	mentions []mention
}

// mention is a marked mention.
type mention struct {
	span
	kind   string // type
	entity string
	form   string // name, pronoun or nominal
}

// authored reads the annotated passages that were held out from training, or the others.
func authored(heldOut bool, folders ...string) ([]document, error) {
	var out []document
	for _, folder := range folders {
		all, err := passages.Read(folder)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if p := &all[i]; p.HeldOut() == heldOut {
				out = append(out, fromPassage(p))
			}
		}
	}
	return out, nil
}

func fromPassage(p *passages.Passage) document {
	text, marked := p.Text()
	at := pipeline.NewDoc(p.ID, text)
	d := document{id: p.ID, text: text}
	for _, m := range marked {
		x := mention{span{int32(at.Point(m.Start)), int32(at.Point(m.End))}, p.Entity(m.Entity).Type, m.Entity, "name"}
		if m.Described {
			x.form = formOf(text[m.Start:m.End])
		}
		d.mentions = append(d.mentions, x)
	}
	return d
}

// formOf tells pronouns from other descriptions.
func formOf(text string) string {
	if pronouns[strings.ToLower(text)] {
		return "pronoun"
	}
	return "nominal"
}

var pronouns = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
		herself it its itself they them their theirs themselves themself who whom whose which that this these those one`) {
		out[w] = true
	}
	return out
}()

// gum reads GUM's named people, places, organisations and events. A cluster has the type of most of its names.
func gum(path string) ([]document, error) {
	types := map[string]string{"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT"}
	var out []document
	err := eachLine(path, func(line []byte) error {
		var row struct {
			ID, Text string
			Mentions []struct {
				Start, End          int
				Type, Form, Cluster string
			}
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		d := document{id: row.ID, text: row.Text}
		text := []rune(row.Text)
		votes := map[string]map[string]int{}
		for _, m := range row.Mentions {
			kind := types[m.Type]
			start, end, ok := properName(text, m.Start, m.End)
			if m.Form != "NAME" || kind == "" || !ok {
				continue
			}
			if votes[m.Cluster] == nil {
				votes[m.Cluster] = map[string]int{}
			}
			votes[m.Cluster][kind]++
			d.mentions = append(d.mentions, mention{span{int32(start), int32(end)}, "", m.Cluster, "name"})
		}
		for i := range d.mentions {
			m := &d.mentions[i]
			for _, kind := range []string{"PERSON", "ORG", "GPE", "EVENT"} {
				if n := votes[m.entity]; n[kind] > n[m.kind] {
					m.kind = kind
				}
			}
		}
		d.mentions = outermost(d.mentions)
		out = append(out, d)
		return nil
	})
	return out, err
}

// properName cuts an article and a possessive off a noun phrase, and says whether what is left is no more than a name: at
// most six words, all with a capital but small ones.
func properName(text []rune, start, end int) (from, to int, ok bool) {
	s := string(text[start:end])
	for _, article := range []string{"the ", "The ", "THE ", "a ", "an ", "A "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			start, s = start+len([]rune(article)), rest
			break
		}
	}
	for _, tail := range []string{"'s", "’s"} {
		if rest, ok := strings.CutSuffix(s, tail); ok {
			end, s = end-2, rest
		}
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(s, ",;:()\n") {
		return 0, 0, false
	}
	for i, w := range words {
		first := []rune(w)[0]
		capital := unicode.IsUpper(first) || unicode.IsDigit(first) && len(words) > 1
		small := i > 0 && i < len(words)-1 && len(w) <= 3
		if !capital && !small {
			return 0, 0, false
		}
	}
	return start, end, true
}

// outermost sorts mentions and drops those that overlap a longer one, since names do not.
func outermost(all []mention) []mention {
	slices.SortStableFunc(all, func(a, b mention) int {
		if a.start != b.start {
			return int(a.start - b.start)
		}
		return int(b.end - a.end)
	})
	var out []mention
	for _, m := range all {
		if len(out) == 0 || m.start >= out[len(out)-1].end {
			out = append(out, m)
		}
	}
	return out
}

// annotated reads the annotation of documents in a gold folder; documents whose text is not their file's are left out.
func annotated(gold, seeds string) ([]document, error) {
	files, err := filepath.Glob(filepath.Join(gold, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []document
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		text, err := textOf(seeds, id)
		if err != nil {
			return nil, err
		}
		if text == "" {
			continue
		}
		d := document{id: id, text: text}
		err = eachLine(file, func(line []byte) error {
			var row struct {
				Start, End   int32
				Type, Entity string
			}
			if err := json.Unmarshal(line, &row); err != nil {
				return err
			}
			d.mentions = append(d.mentions, mention{span{row.Start, row.End}, row.Type, row.Entity, "name"})
			return nil
		})
		if err != nil {
			return nil, err
		}
		d.mentions = outermost(d.mentions)
		out = append(out, d)
	}
	return out, nil
}

// textOf finds a document by its name, in a folder or one below; empty if it is no plain text.
func textOf(seeds, id string) (string, error) {
	for _, pattern := range []string{id + ".txt", id + ".md", "*/" + id + ".txt", "*/" + id + ".md"} {
		found, err := filepath.Glob(filepath.Join(seeds, pattern))
		if err != nil {
			return "", err
		}
		if len(found) == 0 {
			continue
		}
		b, err := os.ReadFile(found[0])
		return strings.TrimPrefix(string(b), "\ufeff"), err
	}
	return "", nil
}

// eachLine calls do with every line of a JSON Lines file.
func eachLine(path string, do func(line []byte) error) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n") {
		n++
		if err := do([]byte(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return nil
}
