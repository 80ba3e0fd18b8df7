package score

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/resolve"
)

// Sheet is how a run's polarities compare with a sheet of labels. Every share and figure is weighted: it is one of all
// judgements from which the sheet was drawn.
type Sheet struct {
	Labels    int         `json:"labels"`    // that met a judgement
	Skipped   int         `json:"skipped"`   // rows without label
	Confusion [3][4]Share `json:"confusion"` // by label and the model's answer: -1, 0, 1, none; all sum to 1
	Counts    [3][4]int   `json:"counts"`    // the same as labels, not weighted
	F1        Share       `json:"sentiment_f1m"`
	F1Between [2]Share    `json:"sentiment_f1m_interval"`
	Right     Share       `json:"accuracy"`
	Error     Share       `json:"mean_error"` // mean of p_positive - p_negative, less that of the labels
	Between   [2]Share    `json:"mean_error_interval"`
	Unused    []string    `json:"unused,omitempty"` // rows that could not be used, with the reason
	units     string
}

// answer is a label and the model's answer.
type answer struct {
	document    string
	weight      float64
	label, said int     // from 0 to 2, and 3 for none
	error       float64 // of the score
}

// RunSheet compares the set published in the folder out with a sheet as 'hustings sample' draws it, labelled.
func RunSheet(ctx context.Context, path, out string) (*Sheet, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("score: sheet: %w", err)
	}
	s := &Sheet{}
	rows, err := read.ParseSheet(data, func(line int, reason string) {
		s.Unused = append(s.Unused, fmt.Sprintf("line %d: %s", line, reason))
	})
	if err != nil {
		return nil, fmt.Errorf("score: %q: %w", path, err)
	}
	asked := map[string][]read.SheetRow{}
	for _, r := range rows {
		if !r.Filled {
			s.Skipped++
			continue
		}
		asked[r.DocID] = append(asked[r.DocID], r)
	}
	if len(asked) == 0 {
		return nil, fmt.Errorf("score: sheet %q has no label: write -1, 0 or 1 into its column label", path)
	}
	var answers []answer
	var strangers []read.SheetRow
	err = pipeline.ReadDocs(ctx, out, resolve.Sentiment, func(id string, all []resolve.Judgement) bool {
		at := map[span]*resolve.Judgement{}
		for i := range all {
			at[span{all[i].Start, all[i].End}] = &all[i]
		}
		for _, r := range asked[id] {
			j, ok := at[span{r.Start, r.End}]
			if !ok {
				strangers = append(strangers, r)
				continue
			}
			a := answer{document: id, weight: r.Weight, label: int(r.Polarity) + 1, said: 3, error: j.PPositive - j.PNegative - float64(r.Polarity)}
			if j.Polarity != nil {
				a.said = int(max(-1, min(1, *j.Polarity))) + 1 // others stand in a damaged table alone
			}
			answers = append(answers, a)
		}
		delete(asked, id)
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("score: %w", err)
	}
	for _, of := range asked {
		strangers = append(strangers, of...)
	}
	slices.SortFunc(strangers, func(a, b read.SheetRow) int { return a.Line - b.Line })
	for _, r := range strangers {
		s.Unused = append(s.Unused, fmt.Sprintf("line %d: nothing is judged at %d to %d of %q", r.Line, r.Start, r.End, r.DocID))
	}
	if len(answers) == 0 {
		return nil, fmt.Errorf("score: no label of sheet %q meets a judgement of %q: draw the sheet from this set", path, out)
	}
	s.compare(answers)
	return s, nil
}

// compare fills in the figures.
func (s *Sheet) compare(answers []answer) {
	s.Labels = len(answers)
	for _, a := range answers {
		s.Counts[a.label][a.said]++
	}
	all := weigh(answers)
	for label, of := range all.by {
		for said, w := range of {
			s.Confusion[label][said] = Share(w / all.weight)
		}
		s.Right += s.Confusion[label][label]
	}
	s.F1, s.Error = all.f1(), all.meanError()
	var units []weighed
	units, s.units = unitsOf(answers)
	figure := func(of func(weighed) Share) (between [2]Share) {
		between[0], between[1], _ = interval(len(units), func(pick []int) *Share {
			var sum weighed
			for _, i := range pick {
				sum.add(units[i])
			}
			f := of(sum)
			return &f
		})
		return between
	}
	s.F1Between = figure(weighed.f1)
	s.Between = figure(weighed.meanError)
}

// unitsOf are what is drawn for the intervals: documents, or labels where there are few documents.
func unitsOf(answers []answer) (units []weighed, name string) {
	for from, to := 0, 0; from < len(answers); from = to { // by document
		for to < len(answers) && answers[to].document == answers[from].document {
			to++
		}
		units = append(units, weigh(answers[from:to]))
	}
	if len(units) >= fewestDocuments {
		return units, "documents"
	}
	units = nil
	for i := range answers {
		units = append(units, weigh(answers[i:i+1]))
	}
	return units, "labels"
}

// weighed is a sum of answers.
type weighed struct {
	by            [3][4]float64 // weights, by label and answer
	weight, error float64
}

func weigh(answers []answer) weighed {
	var w weighed
	for _, a := range answers {
		w.by[a.label][a.said] += a.weight
		w.weight += a.weight
		w.error += float64(a.weight * a.error)
	}
	return w
}

func (w *weighed) add(o weighed) {
	for i := range w.by {
		for k := range w.by[i] {
			w.by[i][k] += o.by[i][k]
		}
	}
	w.weight += o.weight
	w.error += o.error
}

func (w weighed) meanError() Share { return Share(w.error / w.weight) }

// f1 is macro F1 over -1, 0 and 1; no answer is a wrong one.
func (w weighed) f1() Share {
	sum := 0.0
	for c := range w.by {
		both, labels, said := w.by[c][c], 0.0, 0.0
		for k := range w.by[c] {
			labels += w.by[c][k]
		}
		for i := range w.by {
			said += w.by[i][c]
		}
		if labels+said > 0 {
			sum += 2 * both / (labels + said)
		}
	}
	return Share(sum / 3)
}

// Text gives the comparison as tables for people.
func (s *Sheet) Text() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%d labels, %d rows skipped. Labels down, the model's answers across: shares of all judgements, and labels.\n\n", s.Labels, s.Skipped)
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "label\t-1\t0\t1\tnone\n")
	for i, of := range s.Confusion {
		fmt.Fprintf(w, "%d", i-1)
		for k, share := range of {
			fmt.Fprintf(w, "\t%.4f (%d)", share, s.Counts[i][k])
		}
		fmt.Fprint(w, "\n")
	}
	flush(w)
	out.WriteString("\n")
	fmt.Fprint(w, "figure\tvalue\tinterval\n")
	fmt.Fprintf(w, "sentiment_f1m\t%.4f\t%.4f to %.4f\n", s.F1, s.F1Between[0], s.F1Between[1])
	fmt.Fprintf(w, "accuracy\t%.4f\t-\n", s.Right)
	fmt.Fprintf(w, "mean_error\t%+.4f\t%+.4f to %+.4f\n", s.Error, s.Between[0], s.Between[1])
	flush(w)
	fmt.Fprintf(&out, "\nAll figures but the labels in brackets are weighted by how many judgements a row stands for. mean_error is the mean of\n"+
		"p_positive - p_negative less that of the labels. The intervals are 95 %% bootstrap intervals of %d draws of %s.\n", draws, s.units)
	if len(s.Unused) > 0 {
		fmt.Fprintf(&out, "\nNot used:\n  %s\n", strings.Join(s.Unused, "\n  "))
	}
	return out.String()
}
