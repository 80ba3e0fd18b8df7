package standing

import (
	"cmp"
	"maps"
	"slices"

	"hustings/stages/actors"
)

// mostParties is how many parties a person may be in and still be counted for them: who is said to be in more is
// probably several persons of one name.
const mostParties = 8

// people gives the persons of each party who have not left it. The rows of a person and a party follow each other.
func people(all []actors.Affiliation) map[string][]string {
	parties, persons := map[string]map[string]bool{}, map[string]map[string]bool{}
	add := func(to map[string]map[string]bool, key, value string) {
		if to[key] == nil {
			to[key] = map[string]bool{}
		}
		to[key][value] = true
	}
	for len(all) > 0 {
		a, n := all[0], 1
		for n < len(all) && all[n].PersonID == a.PersonID && all[n].PartyID == a.PartyID {
			n++
		}
		if !actors.Left(all[:n]) {
			add(parties, a.PersonID, a.PartyID)
			add(persons, a.PartyID, a.PersonID)
		}
		all = all[n:]
	}
	out := map[string][]string{}
	for party, of := range persons {
		for _, person := range slices.Sorted(maps.Keys(of)) {
			if len(parties[person]) <= mostParties {
				out[party] = append(out[party], person)
			}
		}
	}
	return out
}

// together gives the stands of all parties' people, each in a list of its own.
func (s Settings) together(all *corpus, of [][]cell, persons map[string][]string) [][]stand {
	cells := map[string][]cell{}
	for _, x := range of {
		cells[all.words[x[0].actor]] = x
	}
	w := worker{corpus: all, settings: s}
	var out [][]stand
	for _, party := range slices.Sorted(maps.Keys(persons)) {
		if x, ok := w.people(party, persons[party], cells); ok {
			out = append(out, []stand{x})
		}
	}
	return out
}

// people gives the stand of a party's people: the authors' judgements of all of them, as if they were one actor. The
// party's own judgements are not among them.
func (w *worker) people(party string, persons []string, cells map[string][]cell) (stand, bool) {
	w.values = w.values[:0]
	for _, person := range persons {
		of := cells[person]
		for i := range of {
			if w.corpus.words[of[i].voice] == "author" {
				w.values = append(w.values, valued{of[i].voice, &of[i]})
			}
		}
	}
	if len(w.values) == 0 {
		return stand{}, false
	}
	slices.SortStableFunc(w.values, func(a, b valued) int {
		return cmp.Or(cmp.Compare(a.cell.document, b.cell.document), cmp.Compare(a.cell.paragraph, b.cell.paragraph))
	})
	return w.stand(party, "people", w.values), true
}
