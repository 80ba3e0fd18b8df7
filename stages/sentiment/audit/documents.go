package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hustings/models/passages"
	"hustings/stages/chains"
)

// document is a text with the mentions in it, in order.
type document struct {
	id, set, text string
	mentions      []mention
}

// mention is a mention of an actor; places are bytes, end exclusive.
type mention struct {
	start, end int
	actor      int // within the document
	kind       string
	form       string
	named      bool
}

// documents gives the corpus, the held-out passages and the held-out news. Of passages the mentions are those that are marked; of
// the others what the product finds with the accurate model.
func documents(seeds, data string) ([]*document, error) {
	var out []*document
	files, err := filepath.Glob(filepath.Join(seeds, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		out = append(out, &document{id: filepath.Base(file), set: "corpus", text: string(text)})
	}
	news, err := newsOf(filepath.Join(data, "sentiment", "dev.jsonl"))
	if err != nil {
		return nil, err
	}
	out = append(out, news...)
	for _, d := range out {
		if err := d.find(); err != nil {
			return nil, err
		}
	}
	for _, folder := range []string{filepath.Join(data, "authored"), "models/passages"} {
		all, err := passages.Read(folder)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if all[i].HeldOut() {
				out = append(out, marked(&all[i]))
			}
		}
	}
	return out, nil
}

// newsOf reads the texts of a set of NewsMTSC.
func newsOf(path string) ([]*document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	var out []*document
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if n := len(out); n == 0 || out[n-1].text != r.Text { // the targets of one text follow each other
			out = append(out, &document{id: r.ID + ".txt", set: "news", text: r.Text})
		}
	}
	return out, lines.Err()
}

// marked makes a document of an annotated passage.
func marked(p *passages.Passage) *document {
	text, mentions := p.Text()
	d := &document{id: p.ID + ".txt", set: "passages", text: text}
	for _, m := range mentions {
		x := mention{start: m.Start, end: m.End, kind: p.Entity(m.Entity).Type, named: !m.Described, form: "name",
			actor: slices.IndexFunc(p.Entities, func(e passages.Entity) bool { return e.ID == m.Entity })}
		if m.Described {
			x.form = "nominal"
			if pronouns[strings.ToLower(text[m.Start:m.End])] {
				x.form = "pronoun"
			}
		}
		d.mentions = append(d.mentions, x)
	}
	return d
}

var pronouns = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq("i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves who whom whose") {
		out[w] = true
	}
	return out
}()

// find takes the mentions that the product finds.
func (d *document) find() error {
	doc, err := whole(d, "accurate", true)
	if err != nil {
		return err
	}
	for _, m := range chains.Mentions.Of(doc) {
		start, end := doc.Byte(int(m.Start)), doc.Byte(int(m.End))
		d.mentions = append(d.mentions, mention{start, end, int(m.Chain), m.Type, m.Form, m.Named()})
	}
	return nil
}
