package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"time"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/read"
	"hustings/stages/roles"
)

// perDocument is how many people a made document names.
const perDocument = 20

// grow makes n people, of whom a third are named in a second document too and half by their surname as well, and prints
// the time that joining them takes and the most memory that it holds at a time, beyond the documents.
func grow(ctx context.Context, n int) error {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	given, surnames := make([]string, 3000), make([]string, 1000+n/10)
	for i := range given {
		given[i] = word(random)
	}
	for i := range surnames {
		surnames[i] = word(random)
	}
	var docs []*pipeline.Doc
	add := func(name, surname string) {
		if len(docs) == 0 || len(chains.Chains.Of(docs[len(docs)-1])) == perDocument {
			docs = append(docs, pipeline.NewDoc(fmt.Sprintf("%09d.txt", len(docs)), ""))
		}
		d := docs[len(docs)-1]
		k := int32(len(chains.Chains.Of(d)))
		chains.Chains.Add(d, chains.Chain{Chain: k, Type: "PERSON", Name: name, Mentions: 2})
		chains.Forms.Add(d, chains.Form{Chain: k, Alias: name, Rule: "full", Count: 1})
		if random.IntN(2) == 0 {
			chains.Forms.Add(d, chains.Form{Chain: k, Alias: surname, Rule: "surname", Count: 1})
		}
	}
	seen := make(map[string]bool, n)
	var twice [][2]string
	for len(seen) < n {
		surname := surnames[random.IntN(len(surnames))]
		name := given[random.IntN(len(given))] + " " + surname
		if seen[name] {
			continue
		}
		seen[name] = true
		add(name, surname)
		if random.IntN(3) == 0 {
			twice = append(twice, [2]string{name, surname})
		}
	}
	random.Shuffle(len(twice), func(i, j int) { twice[i], twice[j] = twice[j], twice[i] })
	for _, t := range twice {
		add(t[0], t[1])
	}

	source := &pipeline.Source{Name: "made", Doc: "made chains", Makes: []pipeline.Table{read.Documents, read.Rules, chains.Chains, chains.Forms, roles.Stated}}
	plan, err := pipeline.NewPlan(source, actors.Stage)
	if err != nil {
		return err
	}
	settings, err := plan.Settings(nil)
	if err != nil {
		return err
	}
	before := live()
	done, peak := make(chan bool), make(chan uint64)
	go func() {
		top := uint64(0)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-tick.C:
				top = max(top, marked())
			case <-done:
				peak <- max(top, live())
				return
			}
		}
	}()
	start := time.Now()
	c, err := pipeline.InMemory(ctx, plan, settings, docs, nil)
	if err != nil {
		return err
	}
	took := time.Since(start)
	done <- true
	bytes := float64(<-peak) - float64(before)
	fmt.Printf("%d names in %d documents: %.1f s, %.0f MB, %.0f bytes a name; %d actors\n", n, len(docs), took.Seconds(), bytes/1e6, bytes/float64(n), len(actors.Actors.Rows(c)))
	return nil
}

// live is the memory that is in use after a collection.
func live() uint64 {
	runtime.GC()
	return marked()
}

// marked is the memory that the last collection found in use.
func marked() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
