package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hustings/reports/score"
)

func scoreCommand() *cobra.Command {
	var o options
	var asJSON bool
	c := &cobra.Command{
		Use:   "score GOLD_DIR|SHEET.csv",
		Short: "Measure the published tables against annotated documents, or their polarities against a labelled sheet",
		Args:  arguments(1),
		RunE: func(c *cobra.Command, args []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			figures, err := measure(c.Context(), args[0], settings.Run().Out)
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

// figures are what score finds.
type figures interface {
	Text() string
	JSON() []byte
}

func measure(ctx context.Context, gold, out string) (figures, error) {
	if info, err := os.Stat(gold); strings.EqualFold(filepath.Ext(gold), ".csv") && (err != nil || !info.IsDir()) {
		return score.RunSheet(ctx, gold, out)
	}
	return score.Run(ctx, gold, out)
}
