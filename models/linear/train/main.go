// Command train fits the linear model of target sentiment and writes its file and its model card.
//
//	go run ./models/linear/train -data ../shared/data
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"hustings/models/linear"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "models/linear", "folder to write to")
	exportTo := flag.String("export", "", "write the examples to learn from to this file, for the encoder, and learn nothing")
	only := flag.Bool("measure", false, "print how the models do on what was held out, and learn nothing")
	flag.Parse()
	log.SetFlags(0)
	if *only {
		if err := measure(os.Stdout, *data); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *exportTo != "" {
		if err := export(*data, *exportTo); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*data, *out); err != nil {
		log.Fatal(err)
	}
}

const (
	folds   = 5
	penalty = 0.6
)

func run(data, out string) error {
	lexicon, err := compileLexicons(filepath.Join(data, "lexicons"))
	if err != nil {
		return err
	}
	train, dev, err := load(data)
	if err != nil {
		return err
	}
	train = teach(train)
	r := encode(train, linear.New(linear.Parameters{Lexicon: lexicon}))
	k := calibrate(r.unseen("natural"))
	all := r.train(func(int) bool { return true }, penalty)
	p := quantise(all, k)
	p.Lexicon = lexicon
	packed, err := linear.Encode(p)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "model.bin.gz"), packed, 0o644); err != nil {
		return err
	}
	card := writeCard(linear.New(p), len(train), dev, len(p.IDs), len(packed), k)
	fmt.Print(card)
	return os.WriteFile(filepath.Join(out, "README.md"), []byte(card), 0o644)
}

// unseen gives the scores of a source's rows by models that have not seen their passages.
func (r rows) unseen(source string) []scored {
	var out []scored
	for f := range folds {
		m := r.train(func(i int) bool { return fold(r.passage[i], folds) != f }, penalty)
		for i := range r.label {
			if fold(r.passage[i], folds) == f && sources[r.source[i]] == source && r.label[i] != unjudged {
				out = append(out, scored{m.scores(r.features[i]), r.label[i]})
			}
		}
	}
	return out
}

// quantise turns weights into whole numbers of a unit; what is under half a unit is left out.
func quantise(m model, k calibration) linear.Parameters {
	const unit = 1.0 / 128
	p := linear.Parameters{Scale: unit / k.temperature, Prefer: k.prefer}
	for c := range p.Bias {
		p.Bias[c] = int32(nearest(k.bias[c] / unit))
	}
	for i, id := range m.ids {
		var w [3]int16
		for c := range w {
			w[c] = int16(max(-32000, min(32000, nearest(m.weights[i][c]/unit))))
		}
		if w != [3]int16{} {
			p.IDs = append(p.IDs, id)
			p.Weights = append(p.Weights, w)
		}
	}
	return p
}

func nearest(x float64) int {
	if x < 0 {
		return -int(0.5 - x)
	}
	return int(x + 0.5)
}
