package main

import (
	"os"

	"github.com/spf13/cobra"

	"hustings/reports/score"
)

func scoreCommand() *cobra.Command {
	var o options
	var asJSON bool
	c := &cobra.Command{
		Use:   "score GOLD_DIR",
		Short: "Measure the published tables against annotated documents",
		Args:  arguments(1),
		RunE: func(c *cobra.Command, args []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			figures, err := score.Run(c.Context(), args[0], settings.Run().Out)
			if err != nil {
				return err
			}
			if asJSON {
				_, err = os.Stdout.Write(figures.JSON())
			} else {
				_, err = os.Stdout.WriteString(figures.Text())
			}
			return err
		},
	}
	o.flags(c)
	c.Flags().BoolVar(&asJSON, "json", false, "the figures as JSON")
	return c
}
