package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hustings/models/exact"
	"hustings/models/linear"
)

type example struct {
	source, passage string
	heldOut         bool
	words           []string
	target          linear.Target
	label           int
}

func main() {
	data := flag.String("data", "../shared/data", "")
	pen := flag.Float64("pen", 1, "")
	nsc := flag.Float64("norm", 4, "")
	wn := flag.Float64("wn", 1, "")
	minc := flag.Int("min", 2, "")
	drop := flag.String("drop", "", "")
	flag.Parse()
	t0 := time.Now()
	lex, err := compileLexicons(filepath.Join(*data, "lexicons"))
	if err != nil {
		log.Fatal(err)
	}
	os.WriteFile("models/linear/lexicon.tsv.gz", lex, 0o644)
	train, err := records(*data+"/sentiment/train.jsonl", func(string) string { return "newsmtsc" })
	if err != nil {
		log.Fatal(err)
	}
	dev, err := records(*data+"/sentiment/dev.jsonl", func(id string) string { return id[:11] })
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range slices.Concat(balanced, natural, []string{"long"}) {
		es, err := authored(*data+"/authored", f)
		if err != nil {
			log.Fatal(err)
		}
		for _, e := range es {
			g := e.source
			if slices.Contains(balanced, e.source) {
				g = "balanced"
			} else if slices.Contains(natural, e.source) {
				g = "natural"
			}
			e.source = g
			if e.heldOut {
				dev = append(dev, e)
			} else {
				train = append(train, e)
			}
		}
	}
	fmt.Println(len(train), len(dev), time.Since(t0))
	_ = drop
	srcs := []string{"newsmtsc", "balanced", "natural", "long"}
	count := map[uint32]int{}
	var feats [][]uint32
	tot := 0
	for _, e := range train {
		fs := linear.Features(linear.Read(e.words), e.target)
		feats = append(feats, fs)
		tot += len(fs)
		for _, f := range fs {
			count[f]++
		}
	}
	var ids []uint32
	for f, n := range count {
		if n >= *minc {
			ids = append(ids, f)
		}
	}
	slices.Sort(ids)
	index := map[uint32]int32{}
	for i, f := range ids {
		index[f] = int32(i)
	}
	p := &problem{columns: len(ids), sources: len(srcs), penalty: *pen}
	for i, e := range train {
		var r []int32
		for _, f := range feats[i] {
			if k, ok := index[f]; ok {
				r = append(r, k)
			}
		}
		p.rows = append(p.rows, r)
		p.norm = append(p.norm, *nsc/math.Sqrt(float64(len(feats[i])+1)))
		p.source = append(p.source, slices.Index(srcs, e.source))
		p.label = append(p.label, e.label)
		w := 1.0
		if e.source == "newsmtsc" {
			w = *wn
		}
		p.weight = append(p.weight, w)
	}
	fmt.Println("features", len(ids), "of", len(count), "mean", tot/len(train), time.Since(t0))
	x := p.fit(60)
	fmt.Println("fit", time.Since(t0))
	// evaluate
	score := func(e example) []float64 {
		fs := linear.Features(linear.Read(e.words), e.target)
		s := make([]float64, 3)
		for _, f := range fs {
			if k, ok := index[f]; ok {
				for c := range s {
					s[c] += x[3*int(k)+c]
				}
			}
		}
		src := e.source
		if strings.HasPrefix(src, "newsmtsc") {
			src = "newsmtsc"
		}
		for c := range s {
			s[c] = s[c]**nsc/math.Sqrt(float64(len(fs)+1)) + x[3*(len(ids)+slices.Index(srcs, src))+c]
		}
		exact.Softmax(s)
		return s
	}
	by := map[string][]int{}
	for i, e := range dev {
		by[e.source] = append(by[e.source], i)
		if len(e.source) > 10 {
			by["news all"] = append(by["news all"], i)
		} else if e.source != "balanced" {
			by["natural+long"] = append(by["natural+long"], i)
		}
	}
	keys := []string{}
	for k := range by {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	P := make([][]float64, len(dev))
	for i, e := range dev {
		P[i] = score(e)
	}
	for _, k := range keys {
		var cm [3][3]int
		ll := 0.0
		for _, i := range by[k] {
			s := P[i]
			ll -= math.Log(s[dev[i].label])
			b := 0
			for c := range s {
				if s[c] > s[b] {
					b = c
				}
			}
			cm[dev[i].label][b]++
		}
		f, a := macro(cm)
		bestF, bw := 0.0, 0.0
		for w := 1.0; w < 3; w += 0.1 {
			var cm [3][3]int
			for _, i := range by[k] {
				s := []float64{P[i][0] * w, P[i][1], P[i][2] * w}
				b := 0
				for c := range s {
					if s[c] > s[b] {
						b = c
					}
				}
				cm[dev[i].label][b]++
			}
			if f, _ := macro(cm); f > bestF {
				bestF, bw = f, w
			}
		}
		fmt.Printf("%-14s n=%d F1=%.4f acc=%.4f ll=%.4f  best %.4f at %.1f %v\n", k, len(by[k]), f, a, ll/float64(len(by[k])), bestF, bw, cm)
	}
	fmt.Println(time.Since(t0))
}

func macro(cm [3][3]int) (f1, acc float64) {
	n, t := 0, 0
	for c := range 3 {
		p, g := 0, 0
		for d := range 3 {
			p += cm[d][c]
			g += cm[c][d]
			n += cm[c][d]
		}
		t += cm[c][c]
		if p+g > 0 {
			f1 += 2 * float64(cm[c][c]) / float64(p+g) / 3
		}
	}
	return f1, float64(t) / float64(n)
}
