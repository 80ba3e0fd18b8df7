// Package passages reads annotated passages of political prose: README.md has their form.
package passages

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Passage is one text with all its mentions.
type Passage struct {
	ID       string
	Text     string // one paragraph a line, headings and quotations with their marks
	Mentions []Mention
}

// Mention is one mention; offsets are code points, End exclusive.
type Mention struct {
	Start, End int32
	Text       string
	Entity     string // as numbered in the passage
	Type       string // PERSON, PARTY, ORG, GPE, LOC, EVENT, WORK or NORP
	Described  bool   // by a pronoun or a description, not by a name
	Polarity   int    // -1, 0 or 1
	Holder     string // the entity whose judgement it is; empty: the author
}

// HeldOut says whether a passage is for measuring alone: its number ends in 0.
func (p *Passage) HeldOut() bool { return strings.HasSuffix(p.ID, "0") }

var (
	blank    = regexp.MustCompile(`\n\s*\n`)
	declared = regexp.MustCompile(`^= ([A-Z]+[0-9]*[a-z]?) ([A-Z]+) `)
	mention  = regexp.MustCompile(`\{([A-Z]+[0-9]*[a-z]?)(~?)([+-]?)(?:@([A-Z]+[0-9]*[a-z]?))?:([^{}\n]+)\}`)
)

// Read reads all passages of a folder, in the order of its files.
func Read(folder string) ([]Passage, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Passage
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, block := range blank.Split(strings.TrimSpace(string(raw)), -1) {
			p, err := parse(block)
			if err != nil {
				return nil, fmt.Errorf("passages: %q: %w", file, err)
			}
			out = append(out, p)
		}
	}
	return out, nil
}

func parse(block string) (p Passage, err error) {
	lines := strings.Split(block, "\n")
	p.ID, _, _ = strings.Cut(strings.TrimPrefix(lines[0], "# "), " | ")
	kinds := map[string]string{}
	var text strings.Builder
	n := int32(0)
	put := func(s string) {
		text.WriteString(s)
		n += int32(utf8.RuneCountInString(s)) //nolint:gosec // passages are short
	}
	for _, line := range lines[1:] {
		if m := declared.FindStringSubmatch(line); m != nil {
			kinds[m[1]] = m[2]
			continue
		}
		at := 0
		for _, m := range mention.FindAllStringSubmatchIndex(line, -1) {
			group := func(k int) string {
				if m[2*k] < 0 {
					return ""
				}
				return line[m[2*k]:m[2*k+1]]
			}
			x := Mention{Text: group(5), Entity: group(1), Type: kinds[group(1)], Described: group(2) != "", Holder: group(4)}
			if x.Type == "" {
				return p, fmt.Errorf("%s: entity %q is not declared", p.ID, x.Entity)
			}
			switch group(3) {
			case "+":
				x.Polarity = 1
			case "-":
				x.Polarity = -1
			}
			put(line[at:m[0]])
			x.Start = n
			put(x.Text)
			x.End = n
			at = m[1]
			p.Mentions = append(p.Mentions, x)
		}
		put(line[at:] + "\n")
	}
	p.Text = text.String()
	return p, nil
}
