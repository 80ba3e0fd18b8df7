package main

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"hustings/pipeline"
)

// progress shows how far a run is: a bar on a terminal, plain lines elsewhere, lines of JSON if asked for.
type progress struct {
	event func(pipeline.Event)
	end   func()
}

func progressOn(w *os.File, quiet, jsonLog bool) progress {
	nothing := func() {}
	switch {
	case quiet:
		return progress{func(pipeline.Event) {}, nothing}
	case jsonLog:
		log := slog.New(slog.NewJSONHandler(w, nil))
		return progress{func(e pipeline.Event) {
			log.Info(e.Kind, "name", e.Name, "documents", e.Documents, "ran", e.Ran)
		}, nothing}
	case term.IsTerminal(int(w.Fd())):
		return bar(w)
	}
	return progress{func(e pipeline.Event) {
		if line := describe(e); line != "" {
			_, _ = fmt.Fprintln(w, line) // progress that can't be shown stops nothing
		}
	}, nothing}
}

// bar shows the documents of the pass under way; their number is not known while the folder is being read.
func bar(w *os.File) progress {
	var b *progressbar.ProgressBar
	end := func() {
		if b != nil {
			_ = b.Clear() // progress that can't be shown stops nothing
		}
	}
	return progress{func(e pipeline.Event) {
		switch e.Kind {
		case "pass":
			end()
			total := e.Documents
			if total == 0 {
				total = -1
			}
			b = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(e.Name),
				progressbar.OptionShowCount(), progressbar.OptionSetWidth(20), progressbar.OptionClearOnFinish())
		case "part":
			_ = b.Add(e.Documents)
		}
	}, end}
}

func describe(e pipeline.Event) string {
	switch {
	case e.Kind == "pass" && e.Documents == 0:
		return "reading; " + e.Name
	case e.Kind == "pass":
		return fmt.Sprintf("%s: %s", e.Name, count(e.Documents, "document"))
	case e.Kind == "step" && e.Ran:
		return e.Name + ": made"
	case e.Kind == "step":
		return e.Name + ": found"
	}
	return ""
}
