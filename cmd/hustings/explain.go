package main

import (
	"os"

	"github.com/spf13/cobra"

	"hustings/pipeline"
)

func explainCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "explain",
		Short: "Tell why each step of the last run ran or did not",
		Args:  arguments(0),
		RunE: func(c *cobra.Command, _ []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			return pipeline.Explain(os.Stdout, settings.Run().Out)
		},
	}
	o.flags(c)
	return c
}
