package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"hustings/pipeline"
	"hustings/reports"
	"hustings/stages"
	"hustings/stages/read"
)

// options are the flags from which settings come.
type options struct {
	config, seeds, out, gold string
	workers                  int
	model                    string
	set                      []string
}

const defaultConfig = "config.yaml"

// read gives the plan and its settings. Without --config a missing config.yaml means the defaults.
func (o options) read(c *cobra.Command) (*pipeline.Plan, pipeline.Settings, error) {
	plan, err := stages.Plan()
	if err != nil {
		return nil, nil, err
	}
	assignments := o.set
	for flag, value := range map[string]string{"seeds": o.seeds, "out": o.out, "gold": o.gold, "workers": fmt.Sprint(o.workers)} {
		if f := c.Flags().Lookup(flag); f != nil && f.Changed {
			assignments = append(assignments, "run."+flag+"="+value)
		}
	}
	if o.model != "" { // the one word; a --set outranks it
		assignments = append([]string{"names.model=" + o.model, "sentiment.model=" + o.model}, assignments...)
	}
	settings, err := plan.ReadSettings(o.config, assignments)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.Flags().Lookup("config").Changed:
		err = usage{err}
	case errors.Is(err, fs.ErrNotExist):
		settings, err = plan.Settings(assignments)
	}
	return plan, settings, err
}

func (o *options) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.config, "config", defaultConfig, "file with the settings")
	c.Flags().StringVar(&o.out, "out", "out", "folder for tables, report and the store of finished steps")
}

func runCommand() *cobra.Command {
	var o options
	var quiet, jsonLog bool
	c := &cobra.Command{
		Use:   "run",
		Short: "Read the documents and write tables, report and summary",
		Args:  arguments(0),
		RunE: func(c *cobra.Command, _ []string) error {
			started := time.Now()
			plan, settings, err := o.read(c)
			if err != nil {
				return err
			}
			store, err := pipeline.StoreIn(settings.Run().Out)
			if err != nil {
				return err
			}
			show := progressOn(os.Stderr, quiet, jsonLog)
			p := &pipeline.Pipeline{Plan: plan, Reports: reports.All, Store: store, Settings: settings, Sources: stages.Sources(), Watch: show.event}
			result, err := p.Run(c.Context(), settings.Run().Seeds)
			if err == nil {
				err = p.Publish(c.Context(), result, settings.Run().Out)
			}
			show.end()
			if err != nil {
				return err
			}
			return done(os.Stderr, result, time.Since(started))
		},
	}
	o.flags(c)
	c.Flags().StringVar(&o.seeds, "seeds", "seeds", "folder with the documents")
	c.Flags().StringVar(&o.gold, "gold", "", "sheet of judgements labelled by hand (see hustings sample): corrects the means; default: labels.csv in the folder with the documents")
	c.Flags().IntVar(&o.workers, "workers", 0, "documents worked on at once; 0: one for each processor")
	c.Flags().StringVar(&o.model, "model", "", "accurate or fast, for names and sentiment both")
	c.Flags().StringArrayVar(&o.set, "set", nil, "a setting, as section.key=value")
	c.Flags().BoolVar(&quiet, "quiet", false, "no progress, only the last line")
	c.Flags().BoolVar(&jsonLog, "json-log", false, "progress as lines of JSON")
	return c
}

// done writes the last line of a run.
func done(w io.Writer, r *pipeline.Result, took time.Duration) error {
	rejects := 0
	for _, x := range read.Rejects.Rows(r.Corpus) {
		if x.Severity == "error" {
			rejects++
		}
	}
	_, err := fmt.Fprintf(w, "done: %s, %s, %d of %d steps ran, %.2fs\n", count(r.Documents, "document"), count(rejects, "reject"), r.Ran, r.Steps, took.Seconds())
	return err
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
