// Command measure tells how well the stage chains joins what means the same within one document.
//
//	go run ./stages/chains/measure -data ../shared/data
//
// Names are given as a person marked them, or found by the models. Every interval is the middle 95 % of 1,000 bootstrap
// draws of documents.
package main

import (
	"bufio"
	"errors"
	"flag"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "../shared/data", "folder of the data sets: authored/, coref/")
	flag.StringVar(&o.gold, "gold", "seeds/gold", "folder of annotated documents; empty for none")
	flag.StringVar(&o.seeds, "seeds", "seeds", "folder of those documents")
	models := flag.String("model", "accurate,fast", "whose names are measured besides the given ones")
	flag.BoolVar(&o.train, "train", false, "measure on the training parts, to see what to mend")
	flag.IntVar(&o.mistakes, "mistakes", 0, "print the names of this many documents of each set that are joined worst instead")
	flag.Parse()
	if *models != "" {
		o.models = strings.Split(*models, ",")
	}
	if err := o.run(); err != nil {
		log.Fatal(err)
	}
}

type options struct {
	data, gold, seeds string
	models            []string
	train             bool
	mistakes          int
}

func (o options) run() error {
	out := &table{bufio.NewWriter(os.Stdout)}
	defer out.Flush() //nolint:errcheck // a closed pipe needs no word
	part := "dev"
	if o.train {
		part = "train"
	}
	passages, err := authored(!o.train, filepath.Join(o.data, "authored"), "models/passages")
	if err != nil {
		return err
	}
	coref := filepath.Join(o.data, "coref")
	web, err := gum(filepath.Join(coref, "gum."+part+".jsonl"))
	if err != nil {
		return err
	}
	var documents []document
	if o.gold != "" {
		if documents, err = annotated(o.gold, o.seeds); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if o.mistakes == 0 {
		out.head()
	}
	sets := []struct {
		name string
		docs []document
	}{{"authored " + part, passages}, {"GUM " + part, web}, {"gold", documents}}
	for _, set := range sets {
		if len(set.docs) == 0 {
			continue
		}
		if err := o.names(out, set.name, set.docs); err != nil {
			return err
		}
	}
	if o.mistakes > 0 {
		return nil
	}
	if err := described(out, "authored "+part, passages); err != nil {
		return err
	}
	pronouns, err := gap(filepath.Join(coref, "gap."+part+".jsonl"))
	if err != nil {
		return err
	}
	return pronouns.measure(out, "GAP "+part)
}

// names measures a set's names: given, and as each model finds them.
func (o options) names(out *table, set string, docs []document) error {
	r, err := newRunner(given(docs))
	if err != nil {
		return err
	}
	ran, err := r.run(docs)
	if err != nil {
		return err
	}
	if o.mistakes > 0 {
		mistakes(out, set, docs, ran, o.mistakes)
		return nil
	}
	all := linking(docs, ran, "")
	out.linking(set, "given", "names", all)
	for _, kind := range []string{"PERSON", "PARTY", "ORG", "GPE"} {
		out.linking(set, "given", kind, linking(docs, ran, kind))
	}
	if set == "gold" {
		for i, d := range docs {
			out.linking(set, "given", d.id, all[i:i+1])
		}
	}
	for _, model := range o.models {
		r, err := newRunner(nil)
		if err != nil {
			return err
		}
		ran, err := r.run(docs, "names.model="+model)
		if err != nil {
			return err
		}
		out.linking(set, model, "names that both have", linking(docs, ran, ""))
	}
	return nil
}
