package digest

import (
	"cmp"
	"math"

	"hustings/stages/acts"
	"hustings/stages/resolve"
	"hustings/stages/standing"
	"hustings/stages/tokens"
)

// Spoken is how one actor speaks of another or acts toward it, as both of their portraits show it.
type Spoken struct {
	Holder, Target *Actor
	Stand          *standing.Stand
	Evidence       *Sentence // what was said with most force, or the first deed; nil if nobody could judge any of it

	force float64 // of the evidence
}

// Spokens are the most frequent, in order, and how many there are.
type Spokens struct {
	Most  []*Spoken
	InAll int
}

func (l *Spokens) add(s *Spoken) {
	l.InAll++
	keep(&l.Most, s, Slices, byJudgements)
}

// relation is who speaks of whom, or acts toward whom, by id.
type relation struct{ holder, target, by string }

// addRelations gathers who speaks of whom and who acts toward whom for the portraits.
func (g *gathering) addRelations(rows []standing.Relation) {
	for _, r := range rows {
		holder, target := g.byID[r.HolderID], g.byID[r.TargetID]
		if holder == nil || target == nil || holder == target || r.N == 0 {
			continue // what one says of oneself is no news: it is in the table
		}
		s := &Spoken{Holder: holder, Target: target, Stand: r.Stand()}
		from, to := &holder.Speaks, &target.Spoken
		if r.By == "act" {
			from, to = &holder.Does, &target.Done
		}
		if holder.Portrait {
			from.add(s)
		}
		if target.Portrait {
			to.add(s)
		}
	}
	for _, a := range g.Actors {
		for _, l := range []struct {
			by  string
			all []*Spoken
		}{{"speech", a.Speaks.Most}, {"speech", a.Spoken.Most}, {"act", a.Does.Most}, {"act", a.Done.Most}} {
			for _, s := range l.all {
				r := relation{s.Holder.EntityID, s.Target.EntityID, l.by}
				g.spoken[r] = append(g.spoken[r], s)
			}
		}
	}
}

func byJudgements(x, y *Spoken) int {
	return cmp.Or(cmp.Compare(y.Stand.N, x.Stand.N), cmp.Compare(x.Holder.EntityID, y.Holder.EntityID), cmp.Compare(x.Target.EntityID, y.Target.EntityID))
}

// addSpoken keeps a judgement as evidence of its relation if none before it has its force.
func (g *gathering) addSpoken(doc *Document, s *tokens.Sentence, j *resolve.Judgement, mention string) {
	force := math.Abs(*j.PPositive - *j.PNegative)
	for _, x := range g.spoken[relation{j.HolderID, j.EntityID, "speech"}] {
		if x.Evidence == nil || force > x.force {
			x.Evidence, x.force = newSentence(doc, s, j, mention), force
		}
	}
}

// addDeeds keeps the first deed that an author tells as evidence of its relation.
func (g *gathering) addDeeds(doc *Document, sentences []tokens.Sentence, deeds []acts.Act) {
	for i := range deeds {
		a := &deeds[i]
		if a.Voice != "author" || a.Sentence < 0 || int(a.Sentence) >= len(sentences) {
			continue
		}
		for _, x := range g.spoken[relation{a.AgentID, a.PatientID, "act"}] {
			if x.Evidence == nil {
				s := &sentences[a.Sentence]
				start, end := int(a.Start-s.Start), int(a.End-s.Start)
				if s.Fragments > 1 {
					start, end = -1, -1
				}
				x.Evidence = sentenceAt(doc, s, start, end)
			}
		}
	}
}
