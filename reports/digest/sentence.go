package digest

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// Sentence is one piece of evidence.
type Sentence struct {
	Before, Mention, After string // the sentence, clipped around the mention
	Document               *Document
	Number, Paragraph      int32 // as in the sentences table, from 0; Paragraph is -1 for none
	Voice                  string
	Holder                 *Actor // who speaks; nil in the author's voice and where it is unknown
	HolderName             string
	Negative, Positive     float64 // probabilities …
	Neutral                float64 // … of the three answers
	Cues                   []string
	Confidence             float64

	key string // the words alone: one sentence printed twice is shown once
}

// Code points kept before and after a mention.
const (
	contextBefore  = 200
	contextAfter   = 240
	longestMention = 160
)

func newSentence(doc *Document, s *tokens.Sentence, j *resolve.Judgement, mentioned string) *Sentence {
	start, end := within(s, j.Start, j.End, mentioned)
	e := sentenceAt(doc, s, start, end)
	e.Voice, e.Confidence = strings.Clone(j.Voice), max(j.PNegative, j.PPositive)
	e.Negative, e.Neutral, e.Positive = j.PNegative, j.PNeutral, j.PPositive
	for _, cue := range j.Cues[:min(len(j.Cues), 6)] {
		e.Cues = append(e.Cues, Clip(Clean(cue), 40))
	}
	e.key = letters(s.Text)
	return e
}

// within is where in a sentence a mention stands that stands from start to end in the document.
func within(s *tokens.Sentence, start, end int32, mentioned string) (from, to int) {
	from, to = int(start-s.Start), int(end-s.Start)
	if utf8.RuneCountInString(s.Text) != int(s.End-s.Start) { // something that interrupts it was left out
		from, to = find(s.Text, mentioned, from)
	}
	return from, to
}

// Marked parts a sentence at a mention in it, fit for display, with at most so many code points on either side.
func Marked(s *tokens.Sentence, start, end int32, mentioned string, around int) (before, mention, after string) {
	from, to := within(s, start, end, mentioned)
	before, mention, after = cut(s.Text, from, to)
	return clipLeft(clean(before), around), clean(mention), Clip(clean(after), around)
}

// sentenceAt is a sentence with what stands between two code points of it marked.
func sentenceAt(doc *Document, s *tokens.Sentence, start, end int) *Sentence {
	before, mention, after := cut(s.Text, start, end)
	return &Sentence{
		Document: doc, Number: s.Sentence, Paragraph: s.Paragraph,
		Before: clipLeft(clean(before), contextBefore), Mention: Clip(clean(mention), longestMention), After: Clip(clean(after), contextAfter),
	}
}

// find gives the last place of a text in a sentence that is not behind a code point, or else the first.
func find(sentence, text string, latest int) (start, end int) {
	start = -1
	length := utf8.RuneCountInString(text)
	for at := 0; text != ""; {
		n := strings.Index(sentence[at:], text)
		if n < 0 {
			break
		}
		place := utf8.RuneCountInString(sentence[:at+n])
		if start >= 0 && place > latest {
			break
		}
		start = place
		at += n + len(text)
	}
	return start, start + length
}

// cut parts a sentence at its mention, whose ends are code points from its begin. A mention outside of it, as a set
// that somebody has changed may have, is not marked.
func cut(sentence string, start, end int) (before, mention, after string) {
	runes := []rune(sentence)
	if start < 0 || end < start || end > len(runes) {
		return sentence, "", ""
	}
	return string(runes[:start]), string(runes[start:end]), string(runes[end:])
}

// shelf keeps the most telling sentences of one list: the best of each document, and what documents have more.
type shelf struct {
	best, more []*Sentence
	here       []candidate // of the document at hand
}

type candidate struct {
	confidence float64
	judgement  *resolve.Judgement
}

func byConfidence(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.confidence, a.confidence), cmp.Compare(a.judgement.Start, b.judgement.Start))
}

// spare is how many more than a list shows are kept, for those that turn out to be said twice.
const spare = 3

// offer gives the shelf the sentence that is rank'th of its document; make is called if it may stay.
func (s *shelf) offer(rank int, confidence float64, make func() *Sentence) {
	list := &s.best
	if rank > 0 {
		list = &s.more
	}
	n := len(*list)
	if n == PerList+spare && confidence <= (*list)[n-1].Confidence {
		return
	}
	e := make()
	if slices.ContainsFunc(*list, func(x *Sentence) bool { return x.key == e.key && x.Confidence >= e.Confidence }) {
		return
	}
	*list = slices.DeleteFunc(*list, func(x *Sentence) bool { return x.key == e.key })
	at := len(*list) // behind its equals, so that earlier documents win
	for at > 0 && (*list)[at-1].Confidence < e.Confidence {
		at--
	}
	*list = slices.Insert(*list, at, e)
	if len(*list) > PerList+spare {
		*list = (*list)[:PerList+spare]
	}
}

// pick gives n sentences, no two alike, from as many documents as there are.
func (s *shelf) pick(n int) []*Sentence {
	var out []*Sentence
	for _, e := range slices.Concat(s.best, s.more) {
		if len(out) < n && !slices.ContainsFunc(out, func(x *Sentence) bool { return x.key == e.key }) {
			out = append(out, e)
		}
	}
	return out
}
