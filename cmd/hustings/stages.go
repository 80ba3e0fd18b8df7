package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"hustings/pipeline"
	"hustings/stages"
)

func stagesCommand() *cobra.Command {
	var markdown, config bool
	c := &cobra.Command{
		Use:   "stages",
		Short: "Show the stages, their settings and the data dictionary",
		Args:  arguments(0),
		RunE: func(*cobra.Command, []string) error {
			plan, err := stages.Plan()
			if err != nil {
				return err
			}
			switch {
			case markdown:
				return dictionary(os.Stdout, plan)
			case config:
				return plan.WriteConfig(os.Stdout)
			}
			return overview(os.Stdout, plan)
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, "the data dictionary alone, as Markdown")
	c.Flags().BoolVar(&config, "config", false, "a config.yaml with every setting at its default")
	return c
}

// overview prints stages and tables for people.
func overview(w io.Writer, plan *pipeline.Plan) error {
	var out strings.Builder
	one := func(name, doc string, needs, makes []pipeline.Table) {
		fmt.Fprintf(&out, "%s: %s\n", name, doc)
		if len(needs) > 0 {
			fmt.Fprintf(&out, "  needs %s\n", namesOf(needs))
		}
		fmt.Fprintf(&out, "  makes %s\n", namesOf(makes))
		for _, k := range plan.Keys() {
			if k.Section == name {
				fmt.Fprintf(&out, "  setting %s.%s = %v: %s\n", k.Section, k.Key, k.Default, k.Doc)
			}
		}
		out.WriteString("\n")
	}
	one(plan.Source.Name, plan.Source.Doc, nil, plan.Source.Makes)
	for _, s := range plan.Stages {
		one(s.Name, s.Doc, s.Needs, s.Makes)
	}
	if _, err := io.WriteString(w, out.String()); err != nil {
		return err
	}
	return dictionary(w, plan)
}

func namesOf(tables []pipeline.Table) string {
	var out []string
	for _, t := range tables {
		out = append(out, t.Name())
	}
	return strings.Join(out, ", ")
}

// dictionary prints every published table with its columns.
func dictionary(w io.Writer, plan *pipeline.Plan) error {
	var out strings.Builder
	for _, t := range plan.Tables() {
		if !t.Published() {
			continue
		}
		fmt.Fprintf(&out, "**%s**: %s\n\n| column | type | meaning |\n|---|---|---|\n", t.Name(), t.Doc())
		for _, c := range t.Columns() {
			fmt.Fprintf(&out, "| %s | %s | %s |\n", c.Name, kind(c), strings.ReplaceAll(meaning(c), "|", "\\|"))
		}
		out.WriteString("\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func kind(c pipeline.Column) string {
	k := c.Type
	if c.Key {
		k += ", key"
	}
	if c.Null {
		k += ", may be null"
	}
	return k
}

func meaning(c pipeline.Column) string {
	m := c.Doc
	if c.Unit != "" {
		m += "; in " + c.Unit
	}
	if c.In != nil {
		m += "; one of " + strings.TrimSuffix(strings.Join(c.In, ", "), ", ")
	}
	if c.Low != nil {
		m += fmt.Sprintf("; %v to %v", *c.Low, *c.High)
	}
	if c.Ref != "" && c.Name != "doc_id" {
		m += "; in " + c.Ref
	}
	return m
}
