package standing

import (
	"cmp"
	"slices"
	"strings"

	"hustings/stages/actors"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// corpus is what is kept of all documents: their values in the slices, and the cells.
type corpus struct {
	period    string
	types     map[string]string // of the actors that have a standing
	words     []string          // ids and values; "" is 0
	ids       map[string]int32
	documents []document
	cells     []cell
	deeds     []cell                  // as judgements of their agents on their patients
	labels    map[string][]read.Label // of the sheet, by document
	labelled  []labelled
}

// document is the values of one document, as indexes into words.
type document struct{ id, source, period int32 }

// cell is the judgements of one actor in one paragraph and one kind of text, in one voice and by one holder.
type cell struct {
	actor, document, paragraph, region, voice, holder int32
	abstained, negative, neutral, positive            int32
	sum                                               float64 // of p_positive - p_negative, over those that are not null
}

func (c *cell) n() int32 { return c.negative + c.neutral + c.positive }

func newCorpus(all []actors.Actor, period string) *corpus {
	c := &corpus{period: period, types: map[string]string{}, ids: map[string]int32{"": 0}, words: []string{""}}
	for _, a := range all {
		if slices.Contains(judged, a.Type) {
			c.types[a.EntityID] = a.Type
		}
	}
	return c
}

func (c *corpus) id(word string) int32 {
	id, ok := c.ids[word]
	if !ok {
		word = strings.Clone(word)
		id = int32(len(c.words))
		c.ids[word] = id
		c.words = append(c.words, word)
	}
	return id
}

// add adds up a document's judgements.
func (c *corpus) add(id string, rows []read.Document, sentences []tokens.Sentence, judgements []resolve.Judgement) {
	doc := document{id: c.id(id)}
	for _, row := range rows {
		doc.source, doc.period = c.id(row.Source), c.id(periodOf(row.Date, c.period))
	}
	number := int32(len(c.documents))
	c.documents = append(c.documents, doc)
	from := len(c.cells)
	labels := meet(c.labels[id])
	for _, j := range judgements {
		if c.types[j.EntityID] == "" {
			continue
		}
		paragraph, region := int32(-1), int32(0)
		if int(j.Sentence) < len(sentences) {
			s := &sentences[j.Sentence]
			paragraph, region = s.Paragraph, c.id(s.RegionKind)
		}
		x := newCell(cell{
			actor: c.id(j.EntityID), document: number, paragraph: paragraph, region: region, voice: c.id(j.Voice), holder: c.id(j.HolderID),
		}, j)
		c.cells = append(c.cells, x)
		labels.meet(j, x)
	}
	c.labelled = append(c.labelled, labels.all...)
	mine := c.cells[from:]
	slices.SortStableFunc(mine, compareCells)
	kept := 0
	for i := range mine {
		if kept > 0 && compareCells(mine[kept-1], mine[i]) == 0 {
			mine[kept-1].join(mine[i])
			continue
		}
		mine[kept] = mine[i]
		kept++
	}
	c.cells = c.cells[:from+kept]
}

func newCell(c cell, j resolve.Judgement) cell {
	if j.Polarity == nil {
		c.abstained = 1
		return c
	}
	c.sum = j.PPositive - j.PNegative
	switch {
	case *j.Polarity < 0:
		c.negative = 1
	case *j.Polarity > 0:
		c.positive = 1
	default:
		c.neutral = 1
	}
	return c
}

func (c *cell) join(other cell) {
	c.abstained += other.abstained
	c.negative += other.negative
	c.neutral += other.neutral
	c.positive += other.positive
	c.sum += other.sum
}

// compareCells orders by actor, document, paragraph, kind of text, voice and holder.
func compareCells(a, b cell) int {
	return cmp.Or(cmp.Compare(a.actor, b.actor), cmp.Compare(a.document, b.document), cmp.Compare(a.paragraph, b.paragraph),
		cmp.Compare(a.region, b.region), cmp.Compare(a.voice, b.voice), cmp.Compare(a.holder, b.holder))
}

// byActor cuts sorted cells by actor.
func byActor(cells []cell) [][]cell {
	var out [][]cell
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].actor == cells[0].actor {
			n++
		}
		out = append(out, cells[:n])
		cells = cells[n:]
	}
	return out
}

// periodOf gives the year ("1968") or decade ("1960s") of an ISO date, "" if there is none.
func periodOf(date, period string) string {
	if period == "none" || len(date) < 4 || strings.Trim(date[:4], "0123456789") != "" {
		return ""
	}
	if period == "decade" {
		return date[:3] + "0s"
	}
	return date[:4]
}
