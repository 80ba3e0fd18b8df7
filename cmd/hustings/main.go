// The command hustings reads a folder of political prose and tells who is in it, who is named with whom and how
// each party and leader is spoken of.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"hustings/pipeline"
	"hustings/reports/sample"
	"hustings/stages/read"
)

// Exit codes.
const (
	exitFailed = 1
	exitUsage  = 2
)

// collect is at how many per cent of growth the garbage collector runs: half of Go's default, which costs a twentieth of
// the time and keeps the peak near what is in use. GOGC outranks it.
const collect = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collect)
	}
	os.Exit(run())
}

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := &cobra.Command{
		Use:           "hustings",
		Short:         "Who is in a folder of political prose, who is named with whom, and how each party and leader is spoken of",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			hint := ""
			if near := c.SuggestionsFor(args[0]); len(near) > 0 {
				hint = fmt.Sprintf("; did you mean %q?", near[0])
			}
			return usage{fmt.Errorf("unknown command %q%s", args[0], hint)}
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(runCommand(), stagesCommand(), explainCommand(), actorCommand(), checkCommand(), sampleCommand(), scoreCommand(), predictCommand())
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage{fmt.Errorf("%w: see '%s --help'", err, c.CommandPath())}
	})
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if ctx.Err() != nil {
		fmt.Fprintln(os.Stderr, "interrupted: every finished step is kept; run again to go on from there")
		return exitFailed
	}
	fmt.Fprintln(os.Stderr, "hustings:", err)
	if errors.As(err, &usage{}) || errors.Is(err, pipeline.ErrSettings) || errors.Is(err, read.ErrNoDocuments) || errors.Is(err, read.ErrRules) || errors.Is(err, read.ErrSheet) || errors.Is(err, sample.ErrNumber) {
		return exitUsage
	}
	return exitFailed
}

// usage is a mistake in how the command was called.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

// arguments checks their number.
func arguments(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(c, args); err != nil {
			return usage{fmt.Errorf("%w: see '%s --help'", err, c.CommandPath())}
		}
		return nil
	}
}
