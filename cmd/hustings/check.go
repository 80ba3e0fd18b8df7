package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hustings/pipeline"
)

func checkCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "check",
		Short: "Read the published set again and report every fault in it",
		Args:  arguments(0),
		RunE: func(c *cobra.Command, _ []string) error {
			plan, settings, err := o.read(c)
			if err != nil {
				return err
			}
			out := settings.Run().Out
			faults, err := pipeline.Check(c.Context(), plan, out)
			if err != nil {
				return err
			}
			for _, f := range faults {
				fmt.Fprintln(os.Stderr, f)
			}
			if len(faults) > 0 {
				return fmt.Errorf("check: %s in %q: run the pipeline again to mend the set", count(len(faults), "fault"), out)
			}
			fmt.Fprintln(os.Stderr, "check: no fault")
			return nil
		},
	}
	o.flags(c)
	return c
}
