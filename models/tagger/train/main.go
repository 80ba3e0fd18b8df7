// Command train learns the tagger's weights and writes them and the model card.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"hustings/models/tagger"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the training data: authored/, ner/, gazetteers/")
	out := flag.String("out", "models/tagger", "folder to write model.bin and README.md to")
	epochs := flag.Int("epochs", 8, "")
	rate := flag.Float64("rate", 0.15, "")
	dropout := flag.Float64("dropout", 0.15, "")
	most := flag.Int("most", 320000, "")
	flag.Parse()
	if err := run(*data, *out, *epochs, *rate, *dropout, *most); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

var weight = map[string]float32{"authored": 1, "augmented": 0.7, "crossner_politics": 0.7, "wikigold": 0.4, "crossner_other": 0.3, "gum_derived": 0.4, "tweebank": 0.2, "wnut17": 0.2, "btc": 0.2}

func run(data, out string, epochs int, rate, dropout float64, most int) error {
	passages, err := authored(filepath.Join(data, "authored"))
	if err != nil {
		return err
	}
	known, err := readSurfaces(filepath.Join(data, "ner"))
	if err != nil {
		return err
	}
	names, err := readNames(filepath.Join(data, "gazetteers"), filepath.Join(out, "..", "gazetteer", "lists"))
	if err != nil {
		return err
	}
	var docs, dev []document
	for i := range passages {
		if p := &passages[i]; p.heldOut() {
			dev = append(dev, p.document(asWritten))
		} else {
			docs = append(docs, p.document(asWritten), names.vary(p, rand.New(rand.NewPCG(11, uint64(i)))))
		}
	}
	for _, x := range sets {
		more, err := x.read(filepath.Join(data, "ner"), "train", known)
		if err != nil {
			return err
		}
		docs = append(docs, more...)
	}
	politics, err := crossner.read(filepath.Join(data, "ner"), "dev", known)
	if err != nil {
		return err
	}
	news, err := gum.read(filepath.Join(data, "ner"), "dev", known)
	if err != nil {
		return err
	}

	f, all := samples(docs, weight)
	f.random = rand.New(rand.NewPCG(1, 2))
	f.rate, f.dropout = rate, dropout
	fmt.Println(len(docs), "documents,", len(all), "sentences,", len(f.ids), "features")
	var mean average
	for n := range epochs {
		f.rate = rate * (1 - float64(n)/float64(epochs+1))
		f.epoch(all)
		fmt.Println("epoch", n+1)
		if n >= epochs-2 {
			mean.add(f)
		}
		if n == 0 {
			if err := write(f.parameters(most), out); err != nil {
				return err
			}
		}
	}
	mean.finish(f)
	p := f.parameters(most)
	m := tagger.New(p)
	for _, r := range []result{
		evaluate(m, "authored, development passages", dev, fine),
		evaluate(m, "CrossNER politics, development", politics, core),
		evaluate(m, "GUM (CC BY genres), development", news, bodies),
	} {
		fmt.Printf("%s: n=%d F1 %.4f [%.4f %.4f]\n", r.name, r.all.gold, r.all.f1(), r.low, r.high)
		for _, t := range append(tagger.Types[:], "place", "body") {
			if c := r.byType[t]; c.gold+c.found > 0 {
				fmt.Printf("  %-7s P %.3f R %.3f F %.3f n=%d\n", t, float64(c.hits)/float64(max(c.found, 1)), float64(c.hits)/float64(max(1, c.gold)), c.f1(), c.gold)
			}
		}
	}
	return write(p, out)
}

func write(p tagger.Parameters, out string) error {
	b, err := tagger.Encode(p)
	if err != nil {
		return err
	}
	fmt.Println(len(p.IDs), "features kept,", len(b), "bytes")
	return os.WriteFile(filepath.Join(out, "model.bin"), b, 0o644)
}
