package digest

import (
	"cmp"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/acts"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// Document is one document as a list shows it.
type Document struct {
	ID, Title, Author, Date, Source string
	Words, Mentions                 int // mentions of persons, political groups and organisations
}

// Heading is the document's title, or its id if it has none.
func (d *Document) Heading() string { return cmp.Or(d.Title, d.ID) }

func (g *gathering) addDocument(d *pipeline.Doc) {
	doc := &Document{ID: strings.Clone(d.ID)}
	for _, r := range read.Documents.Of(d) {
		doc.Title, doc.Author, doc.Source = Clean(r.Title), Clean(r.Author), Clean(r.Source)
		doc.Date, doc.Words = strings.Clone(r.Date), int(r.Words)
	}
	for _, m := range resolve.Mentions.Of(d) {
		if m.Named() && g.byID[m.EntityID] != nil {
			doc.Mentions++
		}
	}
	g.count(doc)
	for _, q := range resolve.Quotes.Of(d) {
		if a := g.byID[q.SpeakerID]; a != nil {
			a.Quotes++
		}
	}
	g.addSentences(d, doc)
	g.addEvidence(d, doc)
	g.addDeeds(doc, tokens.Sentences.Of(d), acts.Acts.Of(d))
}

func (g *gathering) count(doc *Document) {
	g.Documents++
	g.Words += doc.Words
	g.sources[doc.Source]++
	if doc.Date == "" {
		g.Undated++
	} else {
		if g.First == "" || doc.Date < g.First {
			g.First = doc.Date
		}
		g.Last = max(g.Last, doc.Date)
	}
	keep(&g.Most, doc, Most, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.ID, b.ID))
	})
}

// mentionText is the text of the mention that is judged.
func mentionText(d *pipeline.Doc, j *resolve.Judgement) string {
	all := resolve.Mentions.Of(d)
	i, ok := slices.BinarySearchFunc(all, j.Mention, func(m resolve.Mention, number int32) int { return cmp.Compare(m.Mention, number) })
	if !ok {
		return ""
	}
	return all[i].Text
}

// addSentences offers the document's judgements of the portrayed to their shelves.
func (g *gathering) addSentences(d *pipeline.Doc, doc *Document) {
	sentences := tokens.Sentences.Of(d)
	var touched []*shelf
	for i := range resolve.Sentiment.Of(d) {
		j := &resolve.Sentiment.Of(d)[i]
		a := g.byID[j.EntityID]
		if a == nil || j.Polarity == nil || !j.Judged() || int(j.Sentence) >= len(sentences) || j.Sentence < 0 {
			continue
		}
		if j.HolderID != "" {
			g.addSpoken(doc, &sentences[j.Sentence], j, mentionText(d, j))
		}
		if !a.Portrait || *j.Polarity == 0 {
			continue
		}
		list, confidence := AuthorPositive, *j.PPositive
		if *j.Polarity < 0 {
			list, confidence = AuthorNegative, *j.PNegative
		}
		if j.Voice != "author" {
			list += OthersNegative
		}
		s := &a.shelves[list]
		if len(s.here) == 0 {
			touched = append(touched, s)
		}
		keep(&s.here, candidate{confidence, j}, PerList, byConfidence)
	}
	for _, s := range touched {
		for rank, x := range s.here {
			s.offer(rank, x.confidence, func() *Sentence {
				e := newSentence(doc, &sentences[x.judgement.Sentence], x.judgement, mentionText(d, x.judgement))
				if h := g.byID[x.judgement.HolderID]; h != nil {
					e.Holder, e.HolderName = h, h.Name
				}
				return e
			})
		}
		s.here = s.here[:0]
	}
}
