package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"hustings/stages/tokens"
)

// A passage of the authored texts: entities, and lines made of pieces of plain text and of mentions.
type passage struct {
	id       string
	entities map[string]entity
	order    []string // of the entities, as declared
	lines    [][]piece
}

type entity struct {
	kind  string
	names []string
}

type piece struct {
	text   string
	entity string // of a named mention; empty for other text
}

var (
	mention  = regexp.MustCompile(`\{([A-Z]+[0-9]*[a-z]?)(~?)[+-]?(?:@[A-Z]+[0-9]*[a-z]?)?:([^{}\n]+)\}`)
	declared = regexp.MustCompile(`^= ([A-Z]+[0-9]*[a-z]?) ([A-Z]+) (.+)$`)
	blank    = regexp.MustCompile(`\n\s*\n`)
	partOf   = regexp.MustCompile(`\s*<.*$`)
	lead     = regexp.MustCompile(`^(?:## |> |\[\^\d+\] |- |\* )+`)
)

// authored reads all passages, files and passages in order.
func authored(folder string) ([]passage, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%q: no passages", folder)
	}
	slices.Sort(files)
	var out []passage
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, block := range blank.Split(strings.TrimSpace(string(b)), -1) {
			p, err := parse(block)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", file, err)
			}
			out = append(out, p)
		}
	}
	return out, nil
}

func parse(block string) (passage, error) {
	lines := strings.Split(block, "\n")
	p := passage{entities: map[string]entity{}}
	p.id, _, _ = strings.Cut(strings.TrimPrefix(lines[0], "# "), " | ")
	for _, line := range lines[1:] {
		if m := declared.FindStringSubmatch(line); m != nil {
			e := entity{kind: m[2]}
			for name := range strings.SplitSeq(partOf.ReplaceAllString(m[3], ""), "|") {
				e.names = append(e.names, strings.TrimSpace(name))
			}
			p.entities[m[1]] = e
			p.order = append(p.order, m[1])
			continue
		}
		line = lead.ReplaceAllString(line, "")
		var pieces []piece
		at := 0
		for _, m := range mention.FindAllStringSubmatchIndex(line, -1) {
			id, pronoun, surface := line[m[2]:m[3]], m[4] < m[5], line[m[6]:m[7]]
			if _, ok := p.entities[id]; !ok {
				return p, fmt.Errorf("%s: entity %q is not declared", p.id, id)
			}
			pieces = append(pieces, piece{text: line[at:m[0]]})
			if pronoun {
				id = ""
			}
			pieces = append(pieces, piece{surface, id})
			at = m[1]
		}
		p.lines = append(p.lines, append(pieces, piece{text: line[at:]}))
	}
	return p, nil
}

// heldOut says whether a passage is development data.
func (p *passage) heldOut() bool { return strings.HasSuffix(p.id, "0") }

// document cuts a passage into sentences and words; name gives the text of a mention.
func (p *passage) document(name func(id, surface string) string) document {
	d := document{source: "authored"}
	for _, line := range p.lines {
		var text strings.Builder
		type place struct{ start, end, kind int }
		var mentions []place
		for _, x := range line {
			start := text.Len()
			if x.entity == "" {
				text.WriteString(x.text)
				continue
			}
			text.WriteString(name(x.entity, x.text))
			mentions = append(mentions, place{start, text.Len(), int(typesOf(p.entities[x.entity].kind))})
		}
		all := text.String()
		for _, cut := range tokens.Split(all) {
			spans := tokens.Words(all[cut.Start:cut.End])
			words := make([]string, len(spans))
			for i, s := range spans {
				words[i] = all[cut.Start+s.Start : cut.Start+s.End]
			}
			s := newSentence(words)
			for _, m := range mentions {
				first, last := -1, -1
				for i, w := range spans {
					if cut.Start+w.Start < m.end && cut.Start+w.End > m.start {
						if first < 0 {
							first = i
						}
						last = i + 1
					}
				}
				if first >= 0 {
					s.mark(first, last, types(m.kind), false)
				}
			}
			d.sentences = append(d.sentences, s)
		}
	}
	return d
}

func asWritten(_, surface string) string { return surface }
