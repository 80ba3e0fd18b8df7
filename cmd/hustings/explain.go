package main

import (
	"os"

	"github.com/spf13/cobra"

	"hustings/pipeline"
)

func explainCommand() *cobra.Command {
	var o options
	var document string
	c := &cobra.Command{
		Use:     "explain",
		Short:   "Tell why each step of the last run ran or did not, or how a document was taken apart",
		Example: "  hustings explain\n  hustings explain --document speeches/1962.txt",
		Args:    arguments(0),
		RunE: func(c *cobra.Command, _ []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			if document != "" {
				return showAnatomy(c.Context(), os.Stdout, settings.Run().Out, document)
			}
			return pipeline.Explain(os.Stdout, settings.Run().Out)
		},
	}
	o.flags(c)
	c.Flags().StringVar(&document, "document", "", "print this document with its regions and sentences in the margin")
	return c
}
