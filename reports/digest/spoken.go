package digest

import (
	"cmp"
	"math"

	"hustings/stages/resolve"
	"hustings/stages/standing"
	"hustings/stages/tokens"
)

// Spoken is how one actor speaks of another, as both of their portraits show it.
type Spoken struct {
	Holder, Target *Actor
	Stand          *standing.Stand
	Evidence       *Sentence // what was said with most force; nil if nobody could judge any of it

	force float64 // of the evidence
}

// relation is who speaks of whom, by id.
type relation struct{ holder, target string }

// addRelations gathers who speaks of whom for the portraits, most often first.
func (g *gathering) addRelations(rows []standing.Relation) {
	for _, r := range rows {
		holder, target := g.byID[r.HolderID], g.byID[r.TargetID]
		if holder == nil || target == nil || holder == target || r.N == 0 {
			continue // what one says of oneself is no news: it is in the table
		}
		s := &Spoken{Holder: holder, Target: target, Stand: r.Stand()}
		if holder.Portrait {
			holder.SpeaksInAll++
			keep(&holder.Speaks, s, Slices, byJudgements)
		}
		if target.Portrait {
			target.SpokenInAll++
			keep(&target.Spoken, s, Slices, byJudgements)
		}
	}
	for _, a := range g.Actors {
		for _, s := range a.Speaks {
			g.spoken[relation{s.Holder.EntityID, s.Target.EntityID}] = append(g.spoken[relation{s.Holder.EntityID, s.Target.EntityID}], s)
		}
		for _, s := range a.Spoken {
			g.spoken[relation{s.Holder.EntityID, s.Target.EntityID}] = append(g.spoken[relation{s.Holder.EntityID, s.Target.EntityID}], s)
		}
	}
}

func byJudgements(x, y *Spoken) int {
	return cmp.Or(cmp.Compare(y.Stand.N, x.Stand.N), cmp.Compare(x.Holder.EntityID, y.Holder.EntityID), cmp.Compare(x.Target.EntityID, y.Target.EntityID))
}

// addSpoken keeps a judgement as evidence of its relation if none before it has its force.
func (g *gathering) addSpoken(doc *Document, s *tokens.Sentence, j *resolve.Judgement, mention string) {
	force := math.Abs(*j.PPositive - *j.PNegative)
	for _, x := range g.spoken[relation{j.HolderID, j.EntityID}] {
		if x.Evidence == nil || force > x.force {
			x.Evidence, x.force = newSentence(doc, s, j, mention), force
		}
	}
}
