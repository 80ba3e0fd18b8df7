package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"hustings/reports/sample"
	"hustings/stages/read"
)

func sampleCommand() *cobra.Command {
	var o options
	var seed uint64
	c := &cobra.Command{
		Use:   "sample N",
		Short: "Draw N judgements as a sheet (CSV) to label by hand: what score and run --gold read",
		Long: `Draws N judgements of the published set and writes them as a sheet of comma-separated values to standard output:

    hustings sample 200 >sheet.csv

Each row has a sentence with a mention in [[ ]]. Write into its column label how the sentence speaks of who is mentioned there:
-1 ill, 0 neither, 1 well; leave it empty to skip the row. What the model says is not shown. The rows are in random order, so that
one may stop at any. Leave the other columns as they are: draw holds, made unreadable, how many judgements the row stands for.
'hustings score sheet.csv' then tells how often the model is right, and 'hustings run --gold sheet.csv' corrects the means.`,
		Args: arguments(1),
		RunE: func(c *cobra.Command, args []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			n, err := strconv.Atoi(args[0])
			if err != nil {
				return usage{fmt.Errorf("sample: %q is not a number of judgements", args[0])}
			}
			rows, err := sample.Sheet(c.Context(), settings.Run().Out, n, seed)
			if err != nil {
				return err
			}
			return read.WriteSheet(os.Stdout, rows)
		},
	}
	o.flags(c)
	c.Flags().Uint64Var(&seed, "seed", 1, "another seed draws another sheet")
	return c
}
