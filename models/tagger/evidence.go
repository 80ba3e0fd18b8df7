package tagger

import "hustings/models/gazetteer"

// evidence is what a whole document says of a word: how it is used wherever it stands with a capital.
type evidence struct {
	signs sign
	inner uint8           // uses within a sentence, at most 3
	long  gazetteer.Class // of the words that the word abbreviates: "Front" for FLN
	head  uint64          // the last of them
}

type sign uint16

const (
	afterTitle sign = 1 << iota
	afterForename
	beforeSurname
	beforeSpeech
	afterThe
	afterIn
	afterBy
	beforeParty
	beforeOrganisation
	afterRole
	endsRun
	beginsRun
	bracketed
	signs = iota
)

var inHash, byHash = hash("in"), hash("by")

// collect adds what one sentence says to its words. Lines in capitals say nothing.
func (r *reading) collect(l *line) {
	if l.shout {
		return
	}
	for i := range l.words {
		w := r.at(l, i)
		if !w.form.upper() {
			continue
		}
		u := &l.uses[i]
		if i > 0 {
			w.inner = min(w.inner+1, 3)
			p := r.at(l, i-1)
			switch {
			case p.class&gazetteer.Title != 0 || l.uses[i-1].phrase&gazetteer.Title != 0:
				w.signs |= afterTitle
			case p.class&gazetteer.Role != 0:
				w.signs |= afterRole
			}
			if p.form == capital && p.class&gazetteer.Forename != 0 {
				w.signs |= afterForename
			}
			switch p.lower {
			case theHash:
				w.signs |= afterThe
			case inHash:
				w.signs |= afterIn
			case byHash:
				w.signs |= afterBy
			case openHash:
				if w.short && i+1 < len(l.words) && r.at(l, i+1).text == closeHash {
					w.signs |= bracketed
					r.abbreviates(l, i-2, w)
				}
			}
		}
		if i+1 < len(l.words) {
			n := r.at(l, i+1)
			if n.class&gazetteer.Speech != 0 && n.form == lowered {
				w.signs |= beforeSpeech
			}
			if n.form == capital && n.class&gazetteer.Surname != 0 {
				w.signs |= beforeSurname
			}
		}
		if u.first >= 0 && u.last-u.first > 1 {
			if u.run&gazetteer.PartyWord != 0 {
				w.signs |= beforeParty
			}
			if u.run&gazetteer.OrgWord != 0 {
				w.signs |= beforeOrganisation
			}
			if int32(i) == u.first {
				w.signs |= beginsRun
			}
			if int32(i) == u.last-1 {
				w.signs |= endsRun
			}
		}
	}
}

// abbreviates takes the run of capitalised words that ends at i as the long form of w.
func (r *reading) abbreviates(l *line, i int, w *word) {
	if i < 0 || l.uses[i].first < 0 || l.uses[i].last-l.uses[i].first < 2 {
		return
	}
	w.long = l.uses[i].run | l.uses[i].phrase
	w.head = r.at(l, i).lower
}
