package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/standing"
	"hustings/stages/tokens"
)

func actorCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "actor ID",
		Short: "Show an actor's names, why each is taken for it, the sentence that shows it, and what is in doubt",
		Args:  arguments(1),
		RunE: func(c *cobra.Command, args []string) error {
			_, settings, err := o.read(c)
			if err != nil {
				return err
			}
			return showActor(c.Context(), os.Stdout, settings.Run().Out, args[0])
		},
	}
	o.flags(c)
	return c
}

func showActor(ctx context.Context, w io.Writer, out, id string) error {
	all, err := pipeline.ReadWhole(ctx, out, actors.Actors)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(a actors.Actor) bool { return a.EntityID == id })
	if i < 0 {
		return usage{fmt.Errorf("actor: no %q in %q%s", id, out, nearest(id, all))}
	}
	a := all[i]
	aliases, err := pipeline.ReadWhole(ctx, out, actors.Aliases)
	if err != nil {
		return err
	}
	stands, err := pipeline.ReadWhole(ctx, out, standing.Standing)
	if err != nil {
		return err
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s (%s, %s)\n%s in %s\n", a.Name, a.EntityID, a.Type, count(int(a.Mentions), "mention"), count(int(a.Documents), "document"))
	for _, s := range stands {
		if s.EntityID == id && s.Slice == "voice" && s.Mean != nil {
			fmt.Fprintf(&text, "standing, %s voice: %+.2f of %s%s\n", s.Value, *s.Mean, count(int(s.N), "judgement"), interval(s)+corrected(s))
		}
	}
	for _, x := range aliases {
		if x.EntityID != id {
			continue
		}
		sentence, err := evidence(ctx, out, x)
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "\n%q: %s, %s; first in %s at %d:\n  %s\n", x.Alias, why(x.Rule), count(int(x.Count), "time"), x.DocID, x.Start, sentence)
	}
	decisions, err := pipeline.ReadWhole(ctx, out, actors.Decisions)
	if err != nil {
		return err
	}
	writeDoubts(&text, a, all, decisions)
	_, err = io.WriteString(w, text.String())
	return err
}

func interval(s standing.Stand) string {
	switch {
	case !s.Enough:
		return " (not enough evidence)"
	case s.Low == nil || s.High == nil:
		return ""
	}
	return fmt.Sprintf(" (95 %% interval %+.2f to %+.2f over %s)", *s.Low, *s.High, s.IntervalOver)
}

// corrected tells the mean that a sheet of labels gives.
func corrected(s standing.Stand) string {
	if s.Corrected == nil || s.CorrectedLow == nil || s.CorrectedHigh == nil {
		return ""
	}
	return fmt.Sprintf("; corrected %+.2f (%+.2f to %+.2f)", *s.Corrected, *s.CorrectedLow, *s.CorrectedHigh)
}

// evidence is the sentence that the first evidence of an alias stands in.
func evidence(ctx context.Context, out string, x actors.Alias) (string, error) {
	rows, err := pipeline.ReadDoc(ctx, out, tokens.Sentences, x.DocID)
	if err != nil {
		return "", err
	}
	for _, s := range rows {
		if s.Start <= x.Start && x.Start < s.End {
			return strings.Join(strings.Fields(s.Text), " "), nil
		}
	}
	return "(no sentence)", nil
}

// nearest suggests actors whose id holds the word asked for.
func nearest(id string, all []actors.Actor) string {
	var found []string
	for _, a := range all {
		if strings.Contains(a.EntityID, id) {
			found = append(found, a.EntityID)
		}
	}
	if len(found) == 0 {
		return ": the table actors lists them"
	}
	return "; there are " + strings.Join(found[:min(len(found), 5)], ", ")
}
