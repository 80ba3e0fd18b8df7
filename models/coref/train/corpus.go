package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hustings/models/coref"
	"hustings/models/passages"
	"hustings/models/tagger"
	"hustings/stages/tokens"
)

// document is a text with what its mentions mean.
type document struct {
	id, source string
	heldOut    bool
	uneven     bool // "it" and "they" are marked too seldom to learn from
	text       coref.Document
	gold       []gold
	gap        *pair // where only one pronoun is known
}

// gold is a mention that means a chain.
type gold struct {
	first, last int32
	form        string
	chain       int32
}

// pair is what GAP says of one pronoun: which of two names it means, if any.
type pair struct {
	word     int32
	chains   [2]int32
	means    [2]bool
	feminine bool
}

// span is a mention in a text: byte offsets.
type span struct {
	start, end int
	chain      int32
	kind       string // of a name
	named      bool
}

// builder makes a document line by line.
type builder struct {
	document
	sentence, paragraph int32
}

// line adds a paragraph, or a part of one, and gives the words of each span, (-1, -1) where there are none.
func (b *builder) line(text string, spans []span) [][2]int32 {
	places := make([][2]int32, len(spans))
	for i := range places {
		places[i] = [2]int32{-1, -1}
	}
	for _, cut := range tokens.Split(text) {
		for _, w := range tokens.Words(text[cut.Start:cut.End]) {
			at := int32(len(b.text.Words))
			start, end := cut.Start+w.Start, cut.Start+w.End
			for i, s := range spans {
				if start < s.end && end > s.start {
					if places[i][0] < 0 {
						places[i][0] = at
					}
					places[i][1] = at + 1
				}
			}
			b.text.Words = append(b.text.Words, coref.Word{Text: text[start:end], Sentence: b.sentence, Paragraph: b.paragraph})
		}
		b.sentence++
	}
	b.paragraph++
	for i, s := range spans {
		p := places[i]
		switch {
		case p[0] < 0:
		case s.named:
			b.text.Names = append(b.text.Names, coref.Name{First: p[0], Last: p[1], Chain: s.chain, Type: s.kind})
		default:
			form := coref.Nominal
			if p[1]-p[0] == 1 && coref.IsPronoun(text[s.start:s.end]) {
				form = coref.Pronoun
			}
			b.gold = append(b.gold, gold{p[0], p[1], form, s.chain})
		}
	}
	return places
}

func (b *builder) done() document {
	slices.SortStableFunc(b.text.Names, func(x, y coref.Name) int { return int(x.First - y.First) })
	b.text.Quotes = quotes(&b.text)
	return b.document
}

// authored reads the passages of a folder.
func authored(folder, source string) ([]document, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []document
	for _, file := range files {
		read, err := passages.ReadFile(file)
		if err != nil {
			return nil, err
		}
		from := len(out)
		for i := range read {
			out = append(out, ofPassage(&read[i], source))
		}
		uneven := marked(out[from:]) < evenly
		for i := range out[from:] {
			out[from+i].uneven = uneven
		}
	}
	return out, nil
}

func ofPassage(p *passages.Passage, source string) document {
	b := builder{document: document{id: p.ID, source: source, heldOut: p.HeldOut()}}
	kinds, chains := map[string]string{}, map[string]int32{}
	for i, e := range p.Entities {
		chains[e.ID], kinds[e.ID] = int32(i), e.Type
	}
	for _, x := range p.Paragraphs {
		var spans []span
		for _, m := range x.Mentions {
			spans = append(spans, span{m.Start, m.End, chains[m.Entity], kinds[m.Entity], !m.Described})
		}
		b.line(x.Text, spans)
	}
	return b.done()
}

// evenly is the least share of "its" that a file marks when its author marked them throughout.
const evenly = 0.3

// marked is the share of "its" that is marked in the training documents of a file.
func marked(docs []document) float64 {
	all, known := 0, 0
	for i := range docs {
		if docs[i].heldOut {
			continue
		}
		for _, w := range docs[i].text.Words {
			if strings.EqualFold(w.Text, "its") {
				all++
			}
		}
		for _, g := range docs[i].gold {
			if strings.EqualFold(docs[i].text.Words[g.first].Text, "its") && g.form == coref.Pronoun {
				known++
			}
		}
	}
	return ratio(known, all)
}

// records reads a file of JSON lines.
func records[R any](path string) ([]R, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []R
	for line := range strings.Lines(string(raw)) {
		var r R
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return nil, fmt.Errorf("%q: %w", path, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// runes gives the byte offset of each code point, and the length.
func runes(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

var gumGenres = []string{"academic", "bio", "court", "interview", "news", "voyage"}

var gumKinds = map[string]string{"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT", "abstract": "WORK"}

// gum reads the genres of GUM whose texts are CC BY. An entity with a name is a chain.
func gum(path string) ([]document, error) {
	type record struct {
		ID, Genre, Text string
		Sentences       [][2]int
		Mentions        []struct {
			Start, End          int
			Type, Form, Cluster string
		}
	}
	rs, err := records[record](path)
	if err != nil {
		return nil, err
	}
	var out []document
	for _, r := range rs {
		if !slices.Contains(gumGenres, r.Genre) {
			continue
		}
		chains, kinds := map[string]int32{}, map[string]string{}
		for _, m := range r.Mentions {
			if m.Form != "NAME" || gumKinds[m.Type] == "" {
				continue
			}
			if _, ok := chains[m.Cluster]; !ok {
				chains[m.Cluster] = int32(len(chains))
				kinds[m.Cluster] = gumKinds[m.Type]
			}
		}
		at := runes(r.Text)
		b := builder{document: document{id: r.ID, source: "gum"}}
		for start := 0; start < len(r.Text); {
			end := len(r.Text)
			if i := strings.IndexByte(r.Text[start:], '\n'); i >= 0 {
				end = start + i
			}
			var spans []span
			covered := 0
			for _, m := range r.Mentions {
				s, e := at[m.Start], at[m.End]
				chain, ok := chains[m.Cluster]
				if !ok || s < start || e > end {
					continue
				}
				named := m.Form == "NAME"
				if named {
					if s < covered {
						continue
					}
					covered = e
				}
				spans = append(spans, span{s - start, e - start, chain, kinds[m.Cluster], named})
			}
			b.line(r.Text[start:end], spans)
			start = end + 1
		}
		out = append(out, b.done())
	}
	return out, nil
}

// gap reads a file of GAP; the other names are found by the tagger.
func gap(path, source string) ([]document, error) {
	type place struct {
		Start, End int
		Coref      bool
	}
	type record struct {
		ID, Text      string
		Pronoun, A, B place
	}
	rs, err := records[record](path)
	if err != nil {
		return nil, err
	}
	find := tagger.Load()
	var out []document
	for _, r := range rs {
		at := runes(r.Text)
		b := builder{document: document{id: r.ID, source: source, heldOut: source == "gap dev"}}
		ofText := func(p place) span { return span{start: at[p.Start], end: at[p.End], kind: "PERSON", named: true} }
		places := b.line(strings.ReplaceAll(r.Text, "\n", " "), []span{ofText(r.Pronoun), ofText(r.A), ofText(r.B)})
		ab := b.text.Names[1:]
		sentences := [][]string{}
		starts := []int32{}
		for i, w := range b.text.Words {
			if i == 0 || w.Sentence != b.text.Words[i-1].Sentence {
				sentences = append(sentences, nil)
				starts = append(starts, int32(i))
			}
			sentences[len(sentences)-1] = append(sentences[len(sentences)-1], w.Text)
		}
		names := slices.Clone(ab)
		for s, found := range find.Tag(sentences) {
			for _, x := range found {
				n := coref.Name{First: starts[s] + int32(x.First), Last: starts[s] + int32(x.Last), Type: x.Type}
				if !slices.ContainsFunc(ab, func(o coref.Name) bool { return n.First < o.Last && n.Last > o.First }) {
					names = append(names, n)
				}
			}
		}
		b.text.Names = names
		doc := b.done()
		joinNames(&doc.text)
		chainOf := func(first int32) int32 {
			for _, n := range doc.text.Names {
				if n.First <= first && first < n.Last {
					return n.Chain
				}
			}
			return -1
		}
		doc.gap = &pair{word: places[0][0], chains: [2]int32{chainOf(places[1][0]), chainOf(places[2][0])}, means: [2]bool{r.A.Coref, r.B.Coref}}
		switch strings.ToLower(r.Text[at[r.Pronoun.Start]:at[r.Pronoun.End]]) {
		case "she", "her", "hers":
			doc.gap.feminine = true
		}
		out = append(out, doc)
	}
	return out, nil
}

// joinNames puts names with the same words into one chain, and a person's shorter name into that of the only longer one.
func joinNames(d *coref.Document) {
	words := func(n coref.Name) []string {
		var w []string
		for _, x := range d.Words[n.First:n.Last] {
			w = append(w, coref.Fold(x.Text))
		}
		return w
	}
	type chain struct {
		kind  string
		names [][]string
	}
	var chains []chain
	order := make([]int, len(d.Names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int((d.Names[b].Last - d.Names[b].First) - (d.Names[a].Last - d.Names[a].First))
	})
	for _, i := range order {
		w := words(d.Names[i])
		to, fits := -1, 0
		for k, c := range chains {
			if c.kind != d.Names[i].Type {
				continue
			}
			for _, o := range c.names {
				same := slices.Equal(o, w)
				if same || c.kind == "PERSON" && len(w) < len(o) && (slices.Equal(o[len(o)-len(w):], w) || slices.Equal(o[:len(w)], w)) {
					fits++
					if to < 0 {
						to = k
					}
					break
				}
			}
		}
		if to < 0 {
			to = len(chains)
			chains = append(chains, chain{kind: d.Names[i].Type})
		}
		chains[to].names = append(chains[to].names, w)
		d.Names[i].Chain = int32(to)
	}
}
