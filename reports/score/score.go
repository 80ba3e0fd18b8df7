// Package score measures a run's tables against gold annotation: which names were found, which actors they were
// taken for, which polarity they were given, and how the text was cut into regions.
//
// The nouns are a gold document (spans that a person marked, with type, actor and polarity), a run (what the tables
// say of the same spans), tallies (additive counts of spans, so that documents and bootstrap draws are sums) and
// [Figures].
package score

import (
	"context"
	"fmt"
)

// Figures are the figures of one comparison. All shares are of one; a nil pointer is a figure without any case.
type Figures struct {
	Docs              map[string]Document `json:"docs"`
	PerType           map[string]Type     `json:"per_type"`
	NER               Share               `json:"ner_f1"`
	Actors            Share               `json:"actors_f1"`
	Linking           *Share              `json:"linking_b3_f1,omitempty"`
	LinkingMentions   int                 `json:"linking_mentions,omitempty"`
	Sentiment         Share               `json:"sentiment_f1m"`
	SentimentFound    *Share              `json:"sentiment_f1m_found"`
	SentimentFoundOf  string              `json:"sentiment_found"` // found/all
	ActorRho          *Share              `json:"actor_rho"`
	ActorsCompared    int                 `json:"actors_compared"`
	ActorMAE          *Share              `json:"actor_mae,omitempty"`
	ActorSign         string              `json:"actor_sign,omitempty"` // right/all
	Regions           map[string]Region   `json:"regions,omitzero"`
	evidence          evidence            // what the intervals of Text are drawn from
	documentsNotInRun []string
}

// Document is one document's figure.
type Document struct {
	NER Share `json:"ner_f1"`
}

// Type is how well names of one type were found; P and R are nil where there is nothing to divide by.
type Type struct {
	P    *Share `json:"p"`
	R    *Share `json:"r"`
	F1   Share  `json:"f1"`
	Gold int    `json:"gold"`
}

// Region is how well regions of one kind were found, by spans (each end within 3 code points) and by characters.
type Region struct {
	Span Share `json:"span_f1"`
	Char Share `json:"char_f1"`
	Gold int   `json:"gold"`
}

// evidence keeps what the figures were computed from, to draw from it again.
type evidence struct {
	spans  []tally // one a span that gold or run has
	docs   []tally // one a document
	actors []actor // those compared

	rightKind *Share // characters in the right kind of region
}

// Run compares the set published in the folder out with a gold folder, which holds DOCUMENT.jsonl (start, end, type,
// entity, polarity) and, where regions are marked too, regions/DOCUMENT.jsonl (start, end, kind). A document is matched
// by the last part of its doc_id without extension.
//
// The definitions:
//
//   - ner: exact-span, typed F1 over PERSON, PARTY, ORG, and GPE and LOC as one, micro; EVENT, NORP and WORK stand in
//     per_type alone. Only mentions that are names or acronyms count.
//   - actors: the same over PERSON and PARTY.
//   - linking: B-cubed F1 (Bagga and Baldwin 1998) of the actors over PERSON and PARTY mentions whose span both have; a
//     mention without an actor is a cluster of its own.
//   - sentiment: macro F1 over -1, 0 and +1 at gold mentions of PERSON and PARTY; a mention that was not found or has
//     no polarity counts as wrong. "found" leaves those out.
//   - actor_mae: mean absolute error of the mean polarity of actors with at least 5 gold mentions (not found: 0);
//     actor_sign: of those with a gold mean of at least 0.2 either way, how many have the right sign; actor_rho: Spearman's rank
//     correlation.
//   - regions: F1 by kind, over the kinds that the document's gold has.
func Run(ctx context.Context, goldDir, out string) (*Figures, error) {
	gold, err := readGold(goldDir)
	if err != nil {
		return nil, err
	}
	r, err := readRun(ctx, out)
	if err != nil {
		return nil, err
	}
	f := compare(gold, r)
	if len(f.documentsNotInRun) == len(gold) {
		return nil, fmt.Errorf("score: no document of gold folder %q is in %q: a gold file is named as its document, with .jsonl for the extension", goldDir, out)
	}
	return f, nil
}
