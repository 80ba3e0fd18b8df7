package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"hustings/models/linear"
	"hustings/stages/tokens"
)

var (
	marked = regexp.MustCompile(`\{([A-Z]+[0-9]*[a-z]?)(~?)([+-]?)(?:@([A-Z]+[0-9]*[a-z]?))?:([^{}\n]+)\}`)
	entity = regexp.MustCompile(`^= ([A-Z]+[0-9]*[a-z]?) ([A-Z]+) `)
)

// mention is a marked mention in a paragraph whose marks are gone; byte offsets.
type mention struct {
	start, end   int
	entity, kind string
	named        bool
	polarity     int
	voice        string
}

// authored reads one file of passages. A passage is held out if its number ends in 0.
func authored(path string) ([]example, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, block := range regexp.MustCompile(`\n\s*\n`).Split(strings.TrimSpace(string(b)), -1) {
		lines := strings.Split(block, "\n")
		id, _, _ := strings.Cut(strings.TrimPrefix(lines[0], "# "), " | ")
		types := map[string]string{}
		last := ""
		for _, line := range lines[1:] {
			if m := entity.FindStringSubmatch(line); m != nil {
				types[m[1]] = m[2]
				continue
			}
			text, mentions, err := unmark(line, types)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, id, err)
			}
			examples, end := paragraph(text, mentions, last)
			last = end
			for _, e := range examples {
				e.passage, e.heldOut = id, strings.HasSuffix(id, "0")
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// unmark takes the marks of block and mention out of a line.
func unmark(line string, types map[string]string) (string, []mention, error) {
	for _, p := range []string{"## ", "> "} {
		line = strings.TrimPrefix(line, p)
	}
	var b strings.Builder
	var mentions []mention
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(line, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return line[m[2*i]:m[2*i+1]]
		}
		b.WriteString(line[at:m[0]])
		kind := types[part(1)]
		if kind == "" {
			return "", nil, fmt.Errorf("entity %q is not declared", part(1))
		}
		x := mention{start: b.Len(), entity: part(1), kind: kind, named: part(2) == "", voice: part(4)}
		switch part(3) {
		case "+":
			x.polarity = 1
		case "-":
			x.polarity = -1
		}
		b.WriteString(part(5))
		x.end = b.Len()
		mentions = append(mentions, x)
		at = m[1]
	}
	b.WriteString(line[at:])
	return b.String(), mentions, nil
}

// unjudged is the label of an actor whose polarity is not marked.
const unjudged = -1

// paragraph makes an example of each PERSON, PARTY and ORG mention. before is the sentence before the paragraph; last is the
// paragraph's last one.
func paragraph(text string, mentions []mention, before string) (out []example, last string) {
	quoted := quotedBytes(text)
	for _, s := range tokens.Split(text) {
		var inside []mention
		for _, m := range mentions {
			if m.start >= s.Start && m.end <= s.End {
				inside = append(inside, m)
			}
		}
		previous := before
		before = text[s.Start:s.End]
		if len(inside) == 0 {
			continue
		}
		words, places := cut(text[s.Start:s.End])
		span := func(m mention) [2]int { return wordsOf(places, m.start-s.Start, m.end-s.Start) }
		for _, m := range inside {
			label := m.polarity + 1
			switch m.kind {
			case "PERSON", "PARTY":
			case "ORG":
				label = unjudged
			default:
				continue
			}
			at := span(m)
			t := linear.Target{First: at[0], Last: at[1], Kind: m.kind, Quoted: quoted[m.start]}
			for _, o := range inside {
				switch {
				case o == m:
				case o.entity == m.entity:
					t.Same = append(t.Same, span(o))
				case o.named && o.kind != "NORP":
					t.Names = append(t.Names, span(o))
				}
			}
			p := prose{Text: before, Target: [2]int{m.start - s.Start, m.end - s.Start}, Named: m.named, Entity: m.entity, Before: previous, Voice: m.voice}
			out = append(out, example{words: words, target: t, label: label, prose: p})
		}
	}
	return out, before
}
