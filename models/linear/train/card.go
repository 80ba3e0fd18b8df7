package main

import (
	"fmt"
	"strings"

	"hustings/models/linear"
)

// writeCard measures the model on what was held out and writes the model card.
func writeCard(m *linear.Model, trained int, dev []example, features, bytes int, k calibration) string {
	var out strings.Builder
	fmt.Fprintf(&out, `# Target sentiment, linear

How a sentence portrays one of the persons, parties or organisations named in it: negative, neutral or positive.

Multinomial logistic regression (L2 penalty %.2g, L-BFGS) over hashed features of what stands around the target: words and
bigrams by their role toward it (before or after it, another actor nearer or not, same clause or not), lexicon valence
(VADER, AFINN-165) with negation and contrast, CAMEO verbs by role and voice, quotation marks, place. Names are masked: the
target's own name and all other names are never features. It learns three tenths from the labels and seven from what the accurate
model (models/accurate), which learned from the same labels, makes of the same sentences; of organisations, which nobody has
judged, from the latter alone. %d examples, %d features with a weight, %d kB.
Weights are whole numbers; a score is an exact sum, so that every machine gives the same.

Probabilities are calibrated (temperature and prior) by %d-fold cross-validation on passages with the frequencies of real
prose, where about two thirds of the mentions are neutral. The decision takes the class with the largest
probability × preference (negative %.2f, neutral %.2f, positive %.2f), the preference chosen for macro F1 on the same folds.

## Data

| set | licence | use |
|---|---|---|
| NewsMTSC, train | MIT | training |
| passages written for this project | CC0 | training; a passage whose number ends in 0 is held out |
| NewsMTSC, validation (mt, rw) | MIT | measuring |
| VADER lexicon | MIT | features |
| AFINN-165 | Apache-2.0 | features |
| CAMEO verb patterns | MIT | features |

## Figures

Held out. Macro F1 over the three classes with the middle 95 %% of 1,000 bootstrap draws of passages; ECE is the expected
calibration error of the likeliest class over ten bands, and, by class, the mean of that of each class's probability. `+"`make train`"+` writes this page.

| set | n | neutral | macro F1 | interval | accuracy | ECE | by class |
|---|---|---|---|---|---|---|---|
`, penalty, trained, features, bytes/1000, folds, k.prefer[0], k.prefer[1], k.prefer[2])
	var total confusion
	for _, g := range heldOut {
		os := judge(m, pick(dev, g.keep))
		if len(os) == 0 {
			continue
		}
		c := confusionOf(os)
		if g.name == "passages, natural frequencies" {
			total = c
		}
		low, high := interval(os)
		neutral := 0
		for _, o := range os {
			if o.label == 1 {
				neutral++
			}
		}
		fmt.Fprintf(&out, "| %s | %d | %.0f %% | %.3f | %.3f to %.3f | %.3f | %.3f | %.3f |\n", g.name, len(os), 100*float64(neutral)/float64(len(os)), c.macroF1(), low, high, c.accuracy(), calibrationError(os), classwise(os))
	}
	out.WriteString("\nPassages with natural frequencies, true class by class given:\n\n| | negative | neutral | positive |\n|---|---|---|---|\n")
	for i, name := range []string{"negative", "neutral", "positive"} {
		fmt.Fprintf(&out, "| %s | %d | %d | %d |\n", name, total[i][0], total[i][1], total[i][2])
	}
	out.WriteString(`
## When names are exchanged

Every name of a person or party in the corpus, in the held-out news and in the held-out passages is exchanged for another of other origin,
gender and length (pronouns stay), and all is judged again as in a run: once with the mentions given, which tries the judging alone, and
once by the whole product, which finds the mentions anew and may find others. Shares of labels that change, with the 95 % interval that
takes mentions for independent; the mean move of p(positive) - p(negative), and whether it goes to one side. Rows of origins and genders
count persons by their new name. ` + "`make audit`" + ` writes this.

<!-- audit -->
<!-- /audit -->

## What it is bad at

Irony and understatement; judgements that need the sentences before; who does what to whom in long sentences with several
actors; praise and blame by facts alone. NewsMTSC has half as many neutral mentions as real prose, and the prior is set for
the latter, so its figures here are lower than a model fitted to it alone would reach.
`)
	return out.String()
}

func judge(m *linear.Model, es []example) []outcome {
	var out []outcome
	for _, e := range es {
		j := m.Judge(e.words, e.target)
		out = append(out, outcome{e.label, j.Polarity + 1, [3]float64{j.Negative, j.Neutral, j.Positive}, e.passage})
	}
	return out
}
