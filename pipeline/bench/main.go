//go:build unix

// The command bench measures a built binary on corpora that it makes of a folder of documents: how fast it reads,
// how its memory grows, and how long a run takes after one document has changed.
//
//	go run ./pipeline/bench -binary bin/hustings -seeds seeds
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

func main() {
	binary := flag.String("binary", "bin/hustings", "the command to measure")
	seeds := flag.String("seeds", "seeds", "folder of documents that the corpora are made of")
	copies := flag.Int("copies", 200, "copies of the folder for the measure of speed")
	documents := flag.Int("documents", 10_000, "documents of the large corpus; the small one has a tenth")
	flag.Parse()
	if err := run(*binary, *seeds, *copies, *documents); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(binary, seeds string, copies, documents int) error {
	dir, err := os.MkdirTemp("", "hustings-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // a temporary folder
	b := bench{binary: binary, dir: dir}
	fmt.Printf("%d processors, %s/%s\n\n", runtime.GOMAXPROCS(0), runtime.GOOS, runtime.GOARCH)
	fmt.Printf(row, "corpus", "documents", "words", "workers", "seconds", "words/s/worker", "peak MB", "steps ran")

	b.measure("seeds, accurate, cold", seeds, "accurate", 0)
	b.measure("seeds, accurate, warm", seeds, "accurate", 0)
	b.fast = true // as one would take for what follows
	b.measure("seeds, fast, cold", seeds, "seeds", 0)
	b.measure("seeds, fast, warm", seeds, "seeds", 0)

	repeated := filepath.Join(dir, "repeated")
	if err := repeat(seeds, repeated, copies); err != nil {
		return err
	}
	b.measure(fmt.Sprintf("seeds %d times", copies), repeated, "alone", 1)
	b.measure(fmt.Sprintf("seeds %d times", copies), repeated, "together", 0)

	drawn := filepath.Join(dir, "drawn")
	source, err := newDrawing(seeds)
	if err != nil {
		return err
	}
	if err := source.write(drawn, 0, documents/10); err != nil {
		return err
	}
	small := b.measure("drawn, cold", drawn, "small", 0)
	if err := source.write(drawn, documents/10, documents); err != nil {
		return err
	}
	large := b.measure("drawn, cold", drawn, "large", 0)
	if err := change(drawn, documents/2); err != nil {
		return err
	}
	changed := b.measure("one changed", drawn, "large", 0)
	warm := b.measure("none changed", drawn, "large", 0)
	if b.err != nil {
		return b.err
	}
	fmt.Printf("\npeak memory from %d to %d documents: %.0f to %.0f MB\n", documents/10, documents, small.peak, large.peak)
	fmt.Printf("after one of %d changed: %.1f %% of the cold run; after none: %.1f %%\n",
		documents, 100*changed.seconds/large.seconds, 100*warm.seconds/large.seconds)
	return nil
}
