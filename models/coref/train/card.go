package main

import (
	_ "embed"
	"os"
	"strings"
)

//go:embed card.md
var cardText string

// writeCard writes the model card: the text of card.md with the figures in it.
func writeCard(figures string) error {
	return os.WriteFile("models/coref/README.md", []byte(strings.Replace(cardText, "FIGURES\n", figures, 1)), 0o644)
}
