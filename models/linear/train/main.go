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
	"time"

	"hustings/models/linear"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "models/linear", "folder to write to")
	penalty := flag.Float64("penalty", 0.1, "")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*data, *out, *penalty); err != nil {
		log.Fatal(err)
	}
}

const folds = 5

func run(data, out string, penalty float64) error {
	t0 := time.Now()
	lexicon, err := compileLexicons(filepath.Join(data, "lexicons"))
	if err != nil {
		return err
	}
	train, dev, err := load(data)
	if err != nil {
		return err
	}
	r := encode(train, linear.New(linear.Parameters{Lexicon: lexicon}))
	log.Printf("%d examples, %d held out, %v", len(train), len(dev), time.Since(t0))
	unseen := make([]scored, len(train))
	for f := range folds {
		m := r.train(func(i int) bool { return fold(r.passage[i], folds) != f }, penalty)
		for i := range train {
			if fold(r.passage[i], folds) == f {
				unseen[i] = scored{m.scores(r.features[i]), r.label[i]}
			}
		}
	}
	log.Printf("folds %v", time.Since(t0))
	by := map[string][]scored{}
	for i, e := range train {
		g := e.source
		if g == "long" {
			g = "natural"
		}
		by[g] = append(by[g], unseen[i])
	}
	k := calibrate(by["natural"])
	for _, g := range sources[:3] {
		var c confusion
		for _, s := range by[g] {
			c[s.label][k.decide(k.probabilities(s.scores))]++
		}
		own := calibrate(by[g])
		var co confusion
		ll := 0.0
		for _, s := range by[g] {
			co[s.label][own.decide(own.probabilities(s.scores))]++
			ll -= ln(own.probabilities(s.scores)[s.label])
		}
		fmt.Printf("%-10s n=%d F1 %.4f acc %.4f | own calibration %.4f %.4f ll %.4f %+v\n", g, len(by[g]), c.macroF1(), c.accuracy(), co.macroF1(), co.accuracy(), ll/float64(len(by[g])), own)
	}
	log.Printf("calibrated %v", time.Since(t0))
	_ = os.Args
	_ = out
	return nil
}
