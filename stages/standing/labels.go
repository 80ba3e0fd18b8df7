package standing

import (
	"cmp"
	"slices"

	"hustings/stages/read"
	"hustings/stages/resolve"
)

// labelled is a label of the sheet and the judgement that it is of.
type labelled struct {
	label     read.Label
	cell      cell // of that judgement alone; its actor is 0 if there is none
	judgement resolve.Judgement
}

// counts says whether the label tells something of the model: of a judgement that is not null.
func (l *labelled) counts() bool { return l.cell.n() > 0 }

// byDocument cuts labels, which are sorted, by document.
func byDocument(all []read.Label) map[string][]read.Label {
	out := map[string][]read.Label{}
	for from, to := 0, 0; from < len(all); from = to {
		for to < len(all) && all[to].DocID == all[from].DocID {
			to++
		}
		out[all[from].DocID] = all[from:to]
	}
	return out
}

// meeting brings the labels of one document together with its judgements.
type meeting struct{ all []labelled }

func meet(labels []read.Label) meeting {
	m := meeting{}
	for _, l := range labels {
		m.all = append(m.all, labelled{label: l})
	}
	return m
}

func (m meeting) meet(j resolve.Judgement, x cell) {
	i, ok := slices.BinarySearchFunc(m.all, j, func(l labelled, j resolve.Judgement) int {
		return cmp.Or(cmp.Compare(l.label.Start, j.Start), cmp.Compare(l.label.End, j.End))
	})
	if ok {
		m.all[i].cell, m.all[i].judgement = x, j
	}
}

// labelRows is the table of labels.
func (c *corpus) labelRows() []LabelRow {
	var out []LabelRow
	for i := range c.labelled {
		l := &c.labelled[i]
		row := LabelRow{DocID: l.label.DocID, Start: l.label.Start, End: l.label.End, EntityID: c.words[l.cell.actor],
			Label: l.label.Polarity, Weight: l.label.Weight}
		if l.counts() {
			polarity, score := *l.judgement.Polarity, l.cell.sum
			row.Polarity, row.Score = &polarity, &score
		}
		out = append(out, row)
	}
	return out
}
