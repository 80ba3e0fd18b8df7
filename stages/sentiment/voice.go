package sentiment

import (
	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/quotes"
	"hustings/stages/tokens"
)

// Voice is whose judgement a sentence passes on a mention.
type Voice struct {
	Voice       string  // author, quoted or reported
	Holder      int32   // the chain of whose it is; -1 for the author and where unknown
	Probability float64 // share of such holders that are right; 1 for the author, 0 if unknown
}

// Voices gives the voice of each mention of a document.
func Voices(d *pipeline.Doc) []Voice {
	mentions := chains.Mentions.Of(d)
	v := hear(len(tokens.Tokens.Of(d)), mentions, quotes.Quotations.Of(d))
	out := make([]Voice, len(mentions))
	for i := range mentions {
		out[i] = v.of(&mentions[i])
	}
	return out
}

// hearing knows who speaks at each token.
type hearing struct {
	quotations []quotes.Quotation
	speakers   []int32 // of each quotation: the speaker's chain, -1 if unknown
	outer      []int32 // of each quotation: the one that it stands in, -1 for none
	inner      []int32 // of each token: the innermost quotation, -1 for none
}

func hear(words int, mentions []chains.Mention, quotations []quotes.Quotation) *hearing {
	h := &hearing{quotations, make([]int32, len(quotations)), make([]int32, len(quotations)), make([]int32, words)}
	for i := range h.inner {
		h.inner[i] = -1
	}
	for i, m := range chains.Speakers(mentions, quotations) {
		h.speakers[i] = -1
		if m >= 0 {
			h.speakers[i] = mentions[m].Chain
		}
	}
	for i, q := range quotations { // those around come before those within
		h.outer[i] = h.inner[q.First]
		for t := q.First; t < q.Last; t++ {
			h.inner[t] = int32(i) //nolint:gosec // a count of quotations
		}
	}
	return h
}

// of is the voice of one mention. The speaker of what is reported is not reported himself: "Hill, X said" judges Hill. What nobody
// known says within a turn of a transcript is said by whose turn it is.
func (h *hearing) of(m *chains.Mention) Voice {
	for q := h.inner[m.First]; q >= 0; q = h.outer[q] {
		row := &h.quotations[q]
		if h.speakers[q] < 0 && h.inTurn(h.outer[q]) {
			continue
		}
		if row.Kind != "indirect" {
			return Voice{"quoted", h.speakers[q], row.Probability}
		}
		speaks := m.Chain == h.speakers[q] || m.Name >= 0 && m.Name == row.SpeakerName && row.SpeakerToken < 0 || m.First <= row.SpeakerToken && row.SpeakerToken < m.Last
		if !speaks {
			return Voice{"reported", h.speakers[q], row.Probability}
		}
	}
	return Voice{"author", -1, 1}
}

// inTurn says whether a quotation is or stands in a turn.
func (h *hearing) inTurn(q int32) bool {
	for q >= 0 && h.quotations[q].Kind != "turn" {
		q = h.outer[q]
	}
	return q >= 0
}

// inMarks says whether a token is quoted in the midst of other text; a turn of a transcript is not, nor what is reported.
func (h *hearing) inMarks(token int) bool {
	q := h.inner[token]
	for q >= 0 && h.quotations[q].Kind == "indirect" {
		q = h.outer[q]
	}
	return q >= 0 && h.quotations[q].Kind != "turn"
}
