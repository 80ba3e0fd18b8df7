// Command train fits the model of package coref and writes its weights and its model card.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hustings/models/coref"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the training data")
	measure := flag.Bool("measure", false, "measure the model that is there, train none")
	flag.Parse()
	if err := run(*data, *measure); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type corpus struct{ train, dev, gumDev, gapDev []document }

func load(data string) (c corpus, err error) {
	for _, s := range [][2]string{{filepath.Join(data, "authored"), "authored"}, {"models/passages", "passages"}} {
		docs, err := authored(s[0], s[1])
		if err != nil {
			return c, err
		}
		for _, d := range docs {
			if d.heldOut {
				c.dev = append(c.dev, d)
			} else {
				c.train = append(c.train, d)
			}
		}
	}
	coreference := filepath.Join(data, "coref")
	more, err := gum(filepath.Join(coreference, "gum.train.jsonl"))
	if err != nil {
		return c, err
	}
	c.train = append(c.train, more...)
	if more, err = gap(filepath.Join(coreference, "gap.train.jsonl"), "gap"); err != nil {
		return c, err
	}
	c.train = append(c.train, more...)
	if c.gumDev, err = gum(filepath.Join(coreference, "gum.dev.jsonl")); err != nil {
		return c, err
	}
	c.gapDev, err = gap(filepath.Join(coreference, "gap.dev.jsonl"), "gap dev")
	return c, err
}

var started = time.Now()

func logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%5.1fs "+format+"\n", append([]any{time.Since(started).Seconds()}, args...)...)
}

func run(data string, measure bool) error {
	c, err := load(data)
	if err != nil {
		return err
	}
	logf("%d documents to train on, %d held out", len(c.train), len(c.dev))
	if measure {
		fmt.Print(figures(coref.Load(), c))
		return nil
	}
	l, err := lexicon(data, c.train)
	if err != nil {
		return err
	}
	logf("%d words", len(l.Words))
	p := learn(l, c.train)
	b, err := coref.Encode(p)
	if err != nil {
		return err
	}
	if err := os.WriteFile("models/coref/model.bin", b, 0o644); err != nil {
		return err
	}
	logf("%d features, %d bytes, scale %.3g, least %.2f", len(p.Network.Rows), len(b), p.Scale, p.Least)
	text := figures(coref.New(p), c)
	fmt.Print(text)
	return writeCard(text)
}

func figures(m *coref.Model, c corpus) string {
	var out strings.Builder
	report(m, c.dev, &out)
	out.WriteString("\nGUM, development split:\n\n")
	report(m, c.gumDev, &out)
	out.WriteString("\nGAP:\n\n| pronouns | n | precision | recall | F1 | interval |\n|---|---|---|---|---|---|\n")
	for _, g := range []struct {
		name string
		keep func(*pair) bool
	}{
		{"all", func(*pair) bool { return true }},
		{"masculine", func(p *pair) bool { return !p.feminine }},
		{"feminine", func(p *pair) bool { return p.feminine }},
	} {
		t, low, high := gapScore(m, c.gapDev, g.keep)
		fmt.Fprintf(&out, "| %s | %d | %.3f | %.3f | %.3f | %.3f to %.3f |\n", g.name, t.gold, t.precision(), t.recall(), t.f1(), low, high)
	}
	return out.String()
}
