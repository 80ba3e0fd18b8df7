// Measure says how well the actors of a corpus are told apart and joined across documents; within one, stages/chains/measure does.
//
//	go run ./stages/actors/measure -data ../shared/data
//
// It reads the training parts of MEANTIME (Minard and others 2016: 120 articles of four topics) and GUM (Zeldes 2017),
// takes their names as marked, and runs chains and actors on them. B³ (Bagga and Baldwin 1998) is over all names of an
// identified entity, across documents. Then it hides names (after Gale, Church and Yarowsky 1992): groups of unrelated
// entities get one surname, and one document of each names it by the surname alone; does the context find it again?
//
// With -scale N it makes N names and tells the time and memory that joining them takes.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	data := flag.String("data", "../shared/data", "folder with coref/")
	scale := flag.Int("scale", 0, "number of names to make, in place of measuring on data")
	flag.Parse()
	if err := run(context.Background(), *data, *scale); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, data string, names int) error {
	if names > 0 {
		return grow(ctx, names)
	}
	for _, set := range []struct {
		name, file string
		read       func(record) []gold
	}{{"MEANTIME train", "meantime.train.jsonl", meantime}, {"GUM train", "gum.train.jsonl", gum}} {
		docs, err := load(filepath.Join(data, "coref", set.file), set.read)
		if err != nil {
			return err
		}
		if err := joined(ctx, set.name, docs); err != nil {
			return err
		}
		if err := hidden(ctx, set.name, docs); err != nil {
			return err
		}
	}
	return nil
}
