package pipeline

import (
	"fmt"
	"io"
	"reflect"
	"strings"
)

// WriteConfig writes a configuration file with every setting at its default and its meaning.
func (p *Plan) WriteConfig(w io.Writer) error {
	var out strings.Builder
	out.WriteString("# Settings of hustings, each at its default. A variable HUSTINGS_SECTION_KEY or --set section.key=value outranks this file.\n")
	section := ""
	for _, k := range p.Keys() {
		if k.Section != section {
			section = k.Section
			fmt.Fprintf(&out, "\n%s:\n", section)
		}
		doc := k.Doc
		if k.In != nil {
			doc += " (" + strings.Join(k.In, ", ") + ")"
		}
		if k.Range != "" {
			doc += " (" + strings.ReplaceAll(k.Range, "..", " to ") + ")"
		}
		fmt.Fprintf(&out, "  %s: %s # %s\n", k.Key, literal(k.Default), doc)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func literal(v any) string {
	if list, ok := v.([]string); ok {
		return "[" + strings.Join(list, ", ") + "]"
	}
	if reflect.ValueOf(v).Kind() == reflect.String && v == "" {
		return `""`
	}
	return fmt.Sprint(v)
}
