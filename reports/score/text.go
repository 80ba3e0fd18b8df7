package score

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
)

// Text gives the figures as a table for people, each with its interval and the number of cases behind it.
func (f *Figures) Text() string {
	var out strings.Builder
	f.writeFigures(&out)
	f.writeTypes(&out)
	if len(f.Regions) > 0 {
		f.writeRegions(&out)
	}
	units, name := f.evidence.units()
	fmt.Fprintf(&out, "\nThe intervals are 95 %% bootstrap intervals of %d draws with a fixed seed; drawn are the %d %s,\n"+
		"for actor_mae and actor_rho the %d actors with at least %d mentions.\n", draws, len(units), name, len(f.evidence.actors), fewestMentions)
	if len(f.documentsNotInRun) > 0 {
		fmt.Fprintf(&out, "Not in the run, so all their mentions count as missed: %s.\n", strings.Join(f.documentsNotInRun, ", "))
	}
	return out.String()
}

func (f *Figures) writeFigures(out *strings.Builder) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "figure\tvalue\tinterval\tcases\n")
	line := func(name string, value *Share, low, high Share, ok bool, cases string) {
		between := "-"
		if ok {
			between = fmt.Sprintf("%.4f to %.4f", low, high)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", name, fixed(value), between, cases)
	}
	mentions := func(name string, value *Share, figure func(tally) *Share, cases string) {
		low, high, ok := f.evidence.mentions(figure)
		line(name, value, low, high, ok && value != nil, cases)
	}
	actors := func(name string, value *Share, figure func([]actor) *Share) {
		low, high, ok := f.evidence.compared(figure)
		line(name, value, low, high, ok && value != nil, fmt.Sprintf("%d actors", f.ActorsCompared))
	}
	var total tally
	for _, d := range f.evidence.docs {
		total.add(d)
	}
	mentions("ner_f1", &f.NER, func(t tally) *Share { s := t.names().f1(); return &s },
		fmt.Sprintf("%d names in the gold, %d in the run", total.names().gold, total.names().run))
	mentions("actors_f1", &f.Actors, func(t tally) *Share { s := t.actors().f1(); return &s },
		fmt.Sprintf("%d in the gold, %d in the run", total.actors().gold, total.actors().run))
	mentions("linking_b3_f1", f.Linking, tally.linking, fmt.Sprintf("%d mentions that both have", f.LinkingMentions))
	mentions("sentiment_f1m", &f.Sentiment, func(t tally) *Share { s := t.sentiment(); return &s },
		fmt.Sprintf("%d mentions in the gold", total.judgements))
	mentions("sentiment_f1m_found", f.SentimentFound, tally.sentimentFound, fmt.Sprintf("%d of them judged", total.foundJudgements))
	actors("actor_mae", f.ActorMAE, func(a []actor) *Share { s := meanError(a); return &s })
	actors("actor_rho", f.ActorRho, rho)
	fmt.Fprintf(w, "actor_sign\t%s\t-\tactors with a mean of %.1f or more either way\n", dash(f.ActorSign), clearMean)
	flush(w)
}

func (f *Figures) writeTypes(out *strings.Builder) {
	out.WriteString("\n")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "type\tprecision\trecall\tf1\tin the gold\n")
	for _, name := range sortedKeys(f.PerType) {
		t := f.PerType[name]
		fmt.Fprintf(w, "%s\t%s\t%s\t%.4f\t%d\n", name, fixed(t.P), fixed(t.R), t.F1, t.Gold)
	}
	flush(w)
}

func (f *Figures) writeRegions(out *strings.Builder) {
	out.WriteString("\n")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "region\tf1 by spans\tf1 by characters\tin the gold\n")
	for _, kind := range sortedKeys(f.Regions) {
		r := f.Regions[kind]
		fmt.Fprintf(w, "%s\t%.4f\t%.4f\t%d\n", kind, r.Span, r.Char, r.Gold)
	}
	flush(w)
	fmt.Fprintf(out, "%s of all characters stand in the kind of region that the gold has there.\n", fixed(f.evidence.rightKind))
}

// flush cannot fail: what it writes to is in memory.
func flush(w *tabwriter.Writer) { _ = w.Flush() }

func fixed(s *Share) string {
	if s == nil {
		return "-"
	}
	return fmt.Sprintf("%.4f", *s)
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
