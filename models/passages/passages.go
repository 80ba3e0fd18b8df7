// Package passages reads annotated passages: prose whose names, pronouns and descriptions are marked inline (see README.md).
//
// All offsets are bytes.
package passages

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Passage is one text with what is marked in it.
type Passage struct {
	ID, Genre, Place, Year, Stance string

	Entities   []Entity // as declared
	Paragraphs []Paragraph
}

// Entity is who or what a passage names.
type Entity struct {
	ID      string // within its passage
	Type    string
	Name    string
	Aliases []string
	PartOf  string // id of the party that it is a faction or wing of; empty if of none
}

// Names are an entity's name and aliases.
func (e *Entity) Names() []string { return append([]string{e.Name}, e.Aliases...) }

// Paragraph is one line of a passage.
type Paragraph struct {
	Lead     string // what marks its kind: "## ", "> ", "- ", "[^1] "; mostly empty
	Text     string // without Lead and marks
	Mentions []Mention
}

// Mention is a marked stretch of a text.
type Mention struct {
	Start, End int
	Entity     string // id
	Described  bool   // a pronoun or a description; otherwise a name
	Polarity   int    // how its sentence makes a reader see a PERSON or PARTY: -1, 0, 1
	Voice      string // id of the entity whose judgement it is; empty for the author's
}

// HeldOut says whether a passage is development data.
func (p *Passage) HeldOut() bool { return strings.HasSuffix(p.ID, "0") }

// Entity gives a declared entity, or nil.
func (p *Passage) Entity(id string) *Entity {
	for i := range p.Entities {
		if p.Entities[i].ID == id {
			return &p.Entities[i]
		}
	}
	return nil
}

// Text gives the passage as one document, a blank line between paragraphs, and all mentions at their places in it.
func (p *Passage) Text() (string, []Mention) {
	var text strings.Builder
	var all []Mention
	for i, x := range p.Paragraphs {
		if i > 0 {
			text.WriteString("\n\n")
		}
		text.WriteString(x.Lead)
		at := text.Len()
		text.WriteString(x.Text)
		for _, m := range x.Mentions {
			m.Start, m.End = m.Start+at, m.End+at
			all = append(all, m)
		}
	}
	return text.String(), all
}

// Read reads the passages of all *.txt files of a folder, in the order of their names.
func Read(folder string) ([]Passage, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%q: no passages", folder)
	}
	slices.Sort(files)
	var out []Passage
	for _, file := range files {
		more, err := ReadFile(file)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// ReadFile reads the passages of one file.
func ReadFile(path string) ([]Passage, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Passage
	for _, block := range blank.Split(strings.TrimSpace(string(b)), -1) {
		p, err := Parse(block)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", path, err)
		}
		out = append(out, p)
	}
	return out, nil
}

var (
	blank    = regexp.MustCompile(`\n\s*\n`)
	declared = regexp.MustCompile(`^= ([A-Z]+[0-9]*[a-z]?) ([A-Z]+) (.+)$`)
	partOf   = regexp.MustCompile(`\s*<\s*([A-Z]+[0-9]*[a-z]?)?.*$`)
	lead     = regexp.MustCompile(`^(?:## |> |\[\^\d+\] |- |\* )+`)
	marked   = regexp.MustCompile(`\{([A-Z]+[0-9]*[a-z]?)(~?)([+-]?)(?:@([A-Z]+[0-9]*[a-z]?))?:([^{}\n]+)\}`)
)

// Parse reads one passage.
func Parse(block string) (Passage, error) {
	lines := strings.Split(block, "\n")
	p := heading(lines[0])
	for _, line := range lines[1:] {
		if m := declared.FindStringSubmatch(line); m != nil {
			p.Entities = append(p.Entities, entity(m[1], m[2], m[3]))
			continue
		}
		x, err := p.paragraph(line)
		if err != nil {
			return p, fmt.Errorf("%s: %w", p.ID, err)
		}
		p.Paragraphs = append(p.Paragraphs, x)
	}
	return p, nil
}

func heading(line string) Passage {
	var p Passage
	for i, field := range strings.Split(strings.TrimPrefix(line, "# "), " | ") {
		key, value, _ := strings.Cut(field, ": ")
		switch {
		case i == 0:
			p.ID = field
		case key == "genre":
			p.Genre = value
		case key == "place":
			p.Place = value
		case key == "year":
			p.Year = value
		case key == "stance":
			p.Stance = value
		}
	}
	return p
}

func entity(id, kind, names string) Entity {
	e := Entity{ID: id, Type: kind}
	if m := partOf.FindStringSubmatch(names); m != nil {
		e.PartOf, names = m[1], strings.TrimSuffix(names, m[0])
	}
	for i, name := range strings.Split(names, "|") {
		if name = strings.TrimSpace(name); i == 0 {
			e.Name = name
		} else {
			e.Aliases = append(e.Aliases, name)
		}
	}
	return e
}

// paragraph takes the marks out of a line.
func (p *Passage) paragraph(line string) (Paragraph, error) {
	var x Paragraph
	x.Lead = lead.FindString(line)
	line = line[len(x.Lead):]
	var text strings.Builder
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(line, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return line[m[2*i]:m[2*i+1]]
		}
		text.WriteString(line[at:m[0]])
		at = m[1]
		y := Mention{Start: text.Len(), Entity: group(1), Described: group(2) != "", Voice: group(4)}
		if p.Entity(y.Entity) == nil {
			return x, fmt.Errorf("entity %q is not declared", y.Entity)
		}
		switch group(3) {
		case "+":
			y.Polarity = 1
		case "-":
			y.Polarity = -1
		}
		text.WriteString(group(5))
		y.End = text.Len()
		x.Mentions = append(x.Mentions, y)
	}
	text.WriteString(line[at:])
	x.Text = text.String()
	return x, nil
}
