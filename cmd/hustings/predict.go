package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"hustings/stages/names"
	"hustings/stages/sentiment"
)

func predictCommand() *cobra.Command {
	var model string
	c := &cobra.Command{
		Use:   "predict",
		Short: "Use the models alone: JSON Lines in, JSON Lines out, in order",
		Args:  arguments(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return usage{fmt.Errorf("predict what? names or sentiment: see 'hustings predict --help'")}
		},
	}
	c.PersistentFlags().StringVar(&model, "model", "accurate", "accurate or fast")
	by := func(answer func(question, string) (any, error)) func(*cobra.Command, []string) error {
		return func(*cobra.Command, []string) error {
			if model != "accurate" && model != "fast" {
				return usage{fmt.Errorf("--model %s: want accurate or fast", model)}
			}
			return predict(os.Stdin, os.Stdout, func(q question) (any, error) { return answer(q, model) })
		}
	}
	c.AddCommand(&cobra.Command{
		Use:   "names",
		Short: `{"id","text"} to {"id","mentions":[{"start","end","type","probability"}]}`,
		Args:  arguments(0),
		RunE:  by(predictNames),
	}, &cobra.Command{
		Use:   "sentiment",
		Short: `{"id","text","start","end"} to {"id","polarity","p_negative","p_neutral","p_positive"}; null if the text is not in English`,
		Args:  arguments(0),
		RunE:  by(predictSentiment),
	})
	return c
}

// question is one line of input. Offsets are code points, end exclusive.
type question struct {
	ID    json.RawMessage `json:"id"` // any JSON: it comes back as it is
	Text  *string         `json:"text"`
	Start *int            `json:"start"`
	End   *int            `json:"end"`
}

type namesAnswer struct {
	ID       json.RawMessage `json:"id"`
	Mentions []mention       `json:"mentions"`
}

type mention struct {
	Start       int32   `json:"start"`
	End         int32   `json:"end"`
	Type        string  `json:"type"`
	Probability float64 `json:"probability"`
}

type sentimentAnswer struct {
	ID        json.RawMessage `json:"id"`
	Polarity  *int32          `json:"polarity"` // null, as the others are, where the text is not in English
	PNegative *float64        `json:"p_negative"`
	PNeutral  *float64        `json:"p_neutral"`
	PPositive *float64        `json:"p_positive"`
	Unjudged  string          `json:"unjudged,omitempty"` // why
}

type faultAnswer struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// predict answers each line by a line. A line that can't be answered gets {"id","error"}, the rest goes on, and the
// command fails at the end.
func predict(in io.Reader, out io.Writer, answer func(question) (any, error)) error {
	r, w := bufio.NewReader(in), bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	faults := 0
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var q question
			var got any
			fault := json.Unmarshal(line, &q)
			if fault == nil && q.Text == nil {
				fault = fmt.Errorf(`"text" is missing`)
			}
			if fault == nil {
				got, fault = answer(q)
			}
			if fault != nil {
				faults++
				got = faultAnswer{q.ID, fmt.Sprintf("line %d: %v", n, fault)}
			}
			if err := enc.Encode(got); err != nil {
				return err
			}
			if r.Buffered() == 0 { // whoever waits for the answer before asking again gets it
				if err := w.Flush(); err != nil {
					return err
				}
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if faults > 0 {
		return fmt.Errorf("predict: %s could not be answered", count(faults, "line"))
	}
	return nil
}

func predictNames(q question, model string) (any, error) {
	found, err := names.Predict(*q.Text, model)
	if err != nil {
		return nil, err
	}
	a := namesAnswer{q.ID, []mention{}}
	for _, m := range found {
		a.Mentions = append(a.Mentions, mention{m.Start, m.End, m.Type, m.Probability})
	}
	return a, nil
}

func predictSentiment(q question, model string) (any, error) {
	if q.Start == nil || q.End == nil {
		return nil, fmt.Errorf(`"start" and "end" are needed: code points of the target, end exclusive`)
	}
	n := utf8.RuneCountInString(*q.Text)
	if *q.Start < 0 || *q.End <= *q.Start || *q.End > n {
		return nil, fmt.Errorf("target %d..%d is not inside the %d code points of the text", *q.Start, *q.End, n)
	}
	j, err := sentiment.Predict(*q.Text, *q.Start, *q.End, model)
	if err != nil {
		return nil, err
	}
	a := sentimentAnswer{q.ID, j.Polarity, round(j.PNegative), round(j.PNeutral), round(j.PPositive), ""}
	if j.PNeutral == nil {
		a.Unjudged = "the text is not in English, and the models read no other language"
	}
	return a, nil
}

func round(x *float64) *float64 {
	if x == nil {
		return nil
	}
	y := float64(int(*x*1e6+0.5)) / 1e6
	return &y
}
