// Package sample draws judgements of a published set, for a person to label who does not see what the model said.
//
// A stratum is the judgements of one actor with one polarity. A stratum of n judgements is given a part of the sheet in
// proportion to √n (power allocation: Bankier, American Statistician 42, 1988), so that rare polarities and actors are in it. Which
// judgements those are is drawn systematically with unequal probabilities (Madow, Annals of Mathematical Statistics 20, 1949),
// along the strata in order and at random within each: every judgement has a known probability of being drawn, and 1 by it is
// the row's weight. The same set, number and seed draw the same sheet.
package sample

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/reports/digest"
	"hustings/stages/actors"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/tokens"
)

// ErrNumber means that a sheet of so many judgements cannot be drawn.
var ErrNumber = errors.New("sample")

// around is how many code points of a sentence are shown on either side of the mention.
const around = 600

// judgement is one that may be drawn.
type judgement struct {
	actor, document int32
	start           int32
	end, mention    int32
	sentence        int32
	polarity        int8
	order           uint64 // at random
	probability     float64
}

// Sheet draws n judgements of the set published in a folder, in random order. Drawn are judgements of actors that are not null.
func Sheet(ctx context.Context, out string, n int, seed uint64) ([]read.SheetRow, error) {
	if n < 1 {
		return nil, fmt.Errorf("%w: %d is no number of judgements: draw 1 or more; 100 to 300 correct means well", ErrNumber, n)
	}
	s, err := gather(ctx, out)
	if err != nil {
		return nil, err
	}
	if n > len(s.all) {
		return nil, fmt.Errorf("%w: %d judgements cannot be drawn: %q has %d that are not null, of an actor", ErrNumber, n, out, len(s.all))
	}
	random := rand.New(rand.NewPCG(seed, uint64(n))) //nolint:gosec // n is positive
	for i := range s.all {
		s.all[i].order = random.Uint64()
	}
	drawn := draw(s.all, n, random.Float64())
	rows, err := s.rows(ctx, out, drawn)
	if err != nil {
		return nil, err
	}
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return rows, nil
}

// set is what a published set has of judgements.
type set struct {
	all       []judgement
	documents []string
	names     []string // of the actors
}

func gather(ctx context.Context, out string) (*set, error) {
	s := &set{}
	index := map[string]int32{}
	all, err := pipeline.ReadWhole(ctx, out, actors.Actors)
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	for i, a := range all {
		index[a.EntityID] = int32(i) //nolint:gosec // all are in memory
		s.names = append(s.names, digest.Clean(a.Name))
	}
	err = pipeline.ReadDocs(ctx, out, resolve.Sentiment, func(id string, rows []resolve.Judgement) bool {
		number := int32(len(s.documents)) //nolint:gosec // all are in memory
		s.documents = append(s.documents, id)
		for _, j := range rows {
			if actor, ok := index[j.EntityID]; ok && j.Polarity != nil {
				s.all = append(s.all, judgement{actor: actor, document: number, start: j.Start, end: j.End, mention: j.Mention, sentence: j.Sentence,
					polarity: int8(max(-1, min(1, *j.Polarity)))}) //nolint:gosec // -1, 0 or 1
			}
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return s, nil
}

// rows reads the sentences of what was drawn.
func (s *set) rows(ctx context.Context, out string, drawn []judgement) ([]read.SheetRow, error) {
	of := map[string][]judgement{}
	for _, j := range drawn {
		of[s.documents[j.document]] = append(of[s.documents[j.document]], j)
	}
	mentions := map[[2]int32]string{} // by document and number
	err := pipeline.ReadDocs(ctx, out, resolve.Mentions, func(id string, all []resolve.Mention) bool {
		for _, j := range of[id] {
			if i, ok := slices.BinarySearchFunc(all, j.mention, func(m resolve.Mention, n int32) int { return cmp.Compare(m.Mention, n) }); ok {
				mentions[[2]int32{j.document, j.mention}] = all[i].Text
			}
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	var rows []read.SheetRow
	err = pipeline.ReadDocs(ctx, out, tokens.Sentences, func(id string, all []tokens.Sentence) bool {
		for _, j := range of[id] {
			mention := mentions[[2]int32{j.document, j.mention}]
			row := read.SheetRow{Label: read.Label{DocID: id, Start: j.start, End: j.end, Weight: 1 / j.probability}, Mention: strings.Join(strings.Fields(mention), " "), Actor: s.names[j.actor]}
			if 0 <= j.sentence && int(j.sentence) < len(all) {
				before, target, after := digest.Marked(&all[j.sentence], j.start, j.end, mention, around)
				row.Sentence = before + "[[" + target + "]]" + after
			}
			rows = append(rows, row)
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return rows, nil
}
