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
		Use:   "explain",
		Short: "Tell why each step of the last run ran or did not, or how a document was taken apart",
		Long: `Tells why each step of the last run ran or did not.

With --document, prints a published document as it was taken apart, in the order of its text. In the margin stand the kind
of each block, indented where it lies inside another, and the number of each sentence in the order in which sentences are
read: what interrupts a paragraph, a note or a running header, is read after it. 12… is a sentence that goes on below what
interrupts it, …12 the rest of it. ‹kind: …› marks what lies inside sentences: citations, the anchors of notes, and quoted
passages of a sentence or more (blockquote). A turn is what a speaker says; its paragraphs stand deeper than its label.`,
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
