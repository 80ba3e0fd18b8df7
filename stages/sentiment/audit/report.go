package main

import (
	"fmt"
	"math"
	"os"
	"strings"
)

// cell counts what became of judgements when names were exchanged.
type cell struct {
	n, gone, changed int
	moved, sum       float64 // of p_positive - p_negative: how far, and to which side
}

func (c *cell) add(before, after judged, found bool) {
	c.n++
	if !found {
		c.gone++
		return
	}
	if before.polarity != after.polarity {
		c.changed++
	}
	d := after.mean - before.mean
	c.moved += math.Abs(d)
	c.sum += d
}

// kept is how many mentions were judged both times.
func (c *cell) kept() int { return c.n - c.gone }

// table holds the cells of one way of judging, by the rows of the report.
type table struct {
	names []string
	cells map[string]*cell
}

func newTable(origins []origin) *table {
	t := &table{
		names: []string{"all", "corpus", "news", "passages", "persons", "parties", "others, beside them", "women's names", "men's names"},
		cells: map[string]*cell{},
	}
	for _, o := range origins {
		t.names = append(t.names, o.name)
	}
	for _, name := range t.names {
		t.cells[name] = &cell{}
	}
	return t
}

// add counts a mention in all rows that it belongs to; x is nil for those that kept their name.
func (t *table) add(set, kind string, x *renaming, before, after judged, found bool) {
	rows := []string{"all", set}
	switch {
	case x == nil:
		rows = append(rows, "others, beside them")
	case kind == "PERSON":
		rows = append(rows, "persons", x.gender+"'s names", x.origin)
	default:
		rows = append(rows, "parties")
	}
	for _, r := range rows {
		t.cells[r].add(before, after, found)
	}
}

// share writes a share of n in per cent with its 95 % interval (Wilson 1927), which takes mentions for independent.
func share(k, n int) string {
	if n == 0 {
		return "- | -"
	}
	const z = 1.96
	p, m := float64(k)/float64(n), float64(n)
	middle := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return fmt.Sprintf("%.2f %% | %.2f to %.2f", 100*p, 100*max(0, middle-half), 100*min(1, middle+half))
}

// write gives the rows of a table.
func (t *table) write(whole bool) string {
	var out strings.Builder
	head, line := "| mentions | n |", "|---|---|"
	if whole {
		head, line = head+" found again |", line+"---|"
	}
	fmt.Fprintf(&out, "%s labels changed | interval | mean move | to one side |\n%s---|---|---|---|\n", head, line)
	for _, name := range t.names {
		c := t.cells[name]
		fmt.Fprintf(&out, "| %s | %d |", name, c.n)
		if whole {
			fmt.Fprintf(&out, " %.1f %% |", 100*float64(c.kept())/float64(max(1, c.n)))
		}
		m := float64(max(1, c.kept()))
		fmt.Fprintf(&out, " %s | %.4f | %+.4f |\n", share(c.changed, c.kept()), c.moved/m, c.sum/m)
	}
	return out.String()
}

// Marks of the part of a model card that the audit writes.
const (
	opening = "<!-- audit -->\n"
	closing = "<!-- /audit -->\n"
)

// put writes the audit into a model card.
func put(card, text string) error {
	data, err := os.ReadFile(card)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(data), opening)
	_, after, ended := strings.Cut(rest, closing)
	if !ok || !ended {
		return fmt.Errorf("%q: has no lines %q and %q to put the audit between", card, strings.TrimSpace(opening), strings.TrimSpace(closing))
	}
	return os.WriteFile(card, []byte(before+opening+text+closing+after), 0o644) //nolint:gosec // a page of the repository
}
