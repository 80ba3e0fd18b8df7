// Command train learns the tagger's weights and writes them and the model card.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"hustings/models/passages"
	"hustings/models/tagger"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the training data: authored/, ner/, gazetteers/")
	lists := flag.String("lists", "models/gazetteer/lists", "folder of the gazetteer's own lists")
	out := flag.String("out", "models/tagger", "folder to write model.bin and README.md to")
	exportTo := flag.String("export", "", "write the documents to learn from to this file, for the encoder, and learn nothing")
	only := flag.Bool("measure", false, "print how the models do on the development sets, and learn nothing")
	mistakes := flag.Bool("mistakes", false, "print what the models get wrong on the development sets, and learn nothing")
	flag.Parse()
	if err := run(*data, *lists, *out, *exportTo, *only, *mistakes); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// weights say how much a sentence of each source counts: most where the texts and the guide are ours.
var weights = map[string]float32{"authored": 1, "augmented": 0.4, "crossner_politics": 0.7, "wikigold": 0.4,
	"crossner_other": 0.3, "gum_derived": 0.4, "tweebank": 0.2, "wnut17": 0.2, "btc": 0.2}

// The features that each reading keeps, at most.
const (
	keptFirst  = 120000
	keptSecond = 240000
)

func run(data, lists, out, exportTo string, only, mistakes bool) error {
	train, dev, err := load(data, lists)
	if err != nil {
		return err
	}
	if only || mistakes {
		return measure(os.Stdout, dev, mistakes)
	}
	if exportTo != "" {
		return export(train, dev, exportTo)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	once := extract(train, nil)
	fmt.Println(len(train), "documents,", len(once.all), "sentences,", len(once.ids), "features")
	first := once.learn(keptFirst, func(int) bool { return true })
	second := extract(train, crossFit(train, once))
	fmt.Println("second reading:", len(second.ids), "features")
	final := second.learn(keptSecond, func(int) bool { return true })
	final = calibrate(first, final, dev[0])
	b, err := tagger.Encode(first, final)
	if err != nil {
		return err
	}
	fmt.Println(len(first.IDs), "and", len(final.IDs), "features kept,", len(b), "bytes")
	if err := os.WriteFile(filepath.Join(out, "model.bin"), b, 0o644); err != nil {
		return err
	}
	m := tagger.New(first, final)
	var rows []setRow
	for _, set := range dev {
		r, alone := set.score(m.Tag), set.score(tagger.FirstReading(first))
		fmt.Println(r.line())
		rows = append(rows, r.row(alone))
	}
	return writeCard(out, train, rows, dev[0].reliability(m.Tag), len(first.IDs), len(final.IDs), len(b))
}

// variants is how often a passage is learned from with other names.
const variants = 3

// folds is the number of parts of the training documents whose first reading is made by a model that has not seen them.
const folds = 3

// crossFit makes the first reading of each training document as a new document would get it.
func crossFit(train []document, once samples) [][][]tagger.Span {
	out := make([][][]tagger.Span, len(train))
	for fold := range folds {
		m := tagger.FirstReading(once.learn(keptFirst, func(d int) bool { return train[d].fold != fold }))
		for d := range train {
			if train[d].fold == fold {
				out[d] = m(train[d].words())
			}
		}
	}
	return out
}

// own is the folder of the project's own annotated passages, of the same form as the authored ones.
const own = "models/passages"

// load reads the training documents and the development sets.
func load(data, lists string) (train []document, dev []devSet, err error) {
	all, err := passages.Read(filepath.Join(data, "authored"))
	if err != nil {
		return nil, nil, err
	}
	more, err := passages.Read(own)
	if err != nil {
		return nil, nil, err
	}
	all = append(all, more...)
	known, err := readSurfaces(filepath.Join(data, "ner"))
	if err != nil {
		return nil, nil, err
	}
	names, err := readNames(filepath.Join(data, "gazetteers"), lists)
	if err != nil {
		return nil, nil, err
	}
	var heldOut []document
	for i := range all {
		p := &all[i]
		if p.HeldOut() {
			heldOut = append(heldOut, documentOf(p, asWritten))
			continue
		}
		versions := []document{documentOf(p, asWritten)}
		random := rand.New(rand.NewPCG(11, uint64(i)))
		for range variants {
			versions = append(versions, names.vary(p, random))
		}
		for _, d := range versions {
			d.fold = i % folds
			train = append(train, d)
		}
	}
	folder := filepath.Join(data, "ner")
	for _, x := range sets {
		docs, err := x.read(folder, "train", known)
		if err != nil {
			return nil, nil, err
		}
		for i := range docs {
			docs[i].fold = i % folds
		}
		train = append(train, docs...)
	}
	politics, err := crossner.read(folder, "dev", known)
	if err != nil {
		return nil, nil, err
	}
	web, err := gum.read(folder, "dev", known)
	if err != nil {
		return nil, nil, err
	}
	dev = []devSet{
		{"authored, passages held out", heldOut, fine},
		{"CrossNER politics, development", politics, core},
		{"GUM, CC BY genres, development", web, bodies},
	}
	for _, x := range sets { // tweets and the like
		if x.source == "btc" || x.source == "wnut17" || x.source == "tweebank" {
			docs, err := x.read(folder, "dev", known)
			if err != nil {
				return nil, nil, err
			}
			dev = append(dev, devSet{x.source + ", development", docs, bodies})
		}
	}
	return train, dev, nil
}
