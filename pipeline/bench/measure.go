//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"hustings/pipeline"
	"hustings/stages/read"
)

// row is how a line of the printed table is laid out.
const row = "%-18s %9v %9v %8v %8v %15v %8v  %s\n"

// bench runs the binary and prints what it measures. Once a run has failed, no further one is begun.
type bench struct {
	binary, dir string
	fast        bool // the fast models
	err         error
}

// measured is one run of the binary as a process of its own.
type measured struct{ seconds, peak float64 } // peak resident memory in MB

// measure runs the pipeline on a folder into an output folder of the given name; 0 workers: one for each processor.
func (b *bench) measure(corpus, seeds, out string, workers int) measured {
	if b.err != nil {
		return measured{}
	}
	out = filepath.Join(b.dir, "out", out)
	c := exec.Command(b.binary, "run", "--quiet", "--seeds", seeds, "--out", out, "--workers", fmt.Sprint(workers))
	if b.fast {
		c.Args = append(c.Args, "--model", "fast")
	}
	var log bytes.Buffer
	c.Stderr = &log
	started := time.Now()
	err := c.Run()
	m := measured{seconds: time.Since(started).Seconds()}
	if err != nil && c.ProcessState.ExitCode() != 3 { // 3: done, but a quality check says "error"
		b.err = fmt.Errorf("%s: %w\n%s", corpus, err, log.Bytes())
		return m
	}
	m.peak = peak(c.ProcessState.SysUsage().(*syscall.Rusage))
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	documents, words, err := size(out)
	if err != nil {
		b.err = err
		return m
	}
	// done: 14 documents, 0 rejects, 12 of 37 steps ran, 1.32s
	_, last, _ := strings.Cut(log.String(), "done: ")
	steps := ""
	if fields := strings.Split(last, ", "); len(fields) > 2 {
		steps = strings.TrimSuffix(fields[2], " steps ran")
	}
	fmt.Printf(row, corpus, documents, words, workers, fmt.Sprintf("%.2f", m.seconds),
		fmt.Sprintf("%.0f", float64(words)/m.seconds/float64(workers)), fmt.Sprintf("%.0f", m.peak), steps)
	return m
}

// size counts the documents and words of a run.
func size(out string) (documents, words int, err error) {
	err = pipeline.ReadDocs(context.Background(), out, read.Documents, func(_ string, rows []read.Document) bool {
		documents++
		words += int(rows[0].Words)
		return true
	})
	return documents, words, err
}

// peak gives megabytes: the field counts bytes on macOS, kilobytes elsewhere.
func peak(u *syscall.Rusage) float64 {
	if runtime.GOOS == "darwin" {
		return float64(u.Maxrss) / 1e6
	}
	return float64(u.Maxrss) * 1024 / 1e6
}
