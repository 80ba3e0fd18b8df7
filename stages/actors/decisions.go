package actors

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"
	"strings"

	"hustings/stages/chains/naming"
	"hustings/stages/read"
)

// sure is the probability from which on a decision is not told of.
const sure = 0.97

// What the two of an edge that was not taken are worth as one.
const (
	apartTogether = 0.1 // of two whom one document names both
	apartOther    = 0.3 // of two of which another name does not fit
	apartLives    = 0.1 // of two people of one name more than a life or a party apart
)

// decide lists what was joined or kept apart though it might be otherwise, the most consequential first: the mentions
// that would change times the probability that they should. No more than limit are kept.
func (g *groups) decide(limit int) []Decision {
	l := decisions{groups: g, limit: limit}
	l.joined()
	l.apart()
	l.loosely()
	l.unclearly()
	l.cut()
	for i := range l.rows {
		l.rows[i].Decision = int32(i)
	}
	return l.rows
}

// decisions are those found so far; no more than a few times limit.
type decisions struct {
	*groups
	limit int
	rows  []Decision
}

// stake is how many mentions a decision is expected to get wrong.
func stake(d Decision) float64 {
	return float64(float64(d.Mentions) * min(d.Probability, 1-d.Probability))
}

func (l *decisions) add(d Decision) {
	if d.Mentions == 0 || d.EntityID == "" || l.rules.Excluded(d.EntityID) || l.rules.Excluded(d.OtherID) {
		return
	}
	l.rows = append(l.rows, d)
	if len(l.rows) > 4*l.limit+1000 {
		l.cut()
	}
}

func (l *decisions) cut() {
	slices.SortFunc(l.rows, func(a, b Decision) int {
		return cmp.Or(cmp.Compare(stake(b), stake(a)), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.EntityID, b.EntityID),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.OtherID, b.OtherID), cmp.Compare(a.Alias, b.Alias), cmp.Compare(a.Row, b.Row))
	})
	l.rows = slices.Compact(l.rows[:min(len(l.rows), l.limit)])
}

// joined are the names that a rule made an actor's.
func (l *decisions) joined() {
	for i, p := range l.places {
		if p.actor < 0 || p.p >= sure || p.rule == full || p.rule == byFile || p.rule == merged {
			continue
		}
		a, x := l.actors[p.actor], l.at(int32(i))
		slug := naming.Slug(x.name.Text)
		d := Decision{Kind: "alias", EntityID: a.id, Alias: x.text(), Probability: p.p, Mentions: x.mentions}
		if p.lent {
			d.Row = Row(read.Rule{Rule: "name", EntityID: a.id, Alias: d.Alias, Type: a.kind})
		} else if slug != a.id {
			d.Kind, d.OtherID = "merge", slug
			d.Row = Row(read.Rule{Rule: "never", EntityID: a.id, OtherID: slug})
		}
		l.add(d)
	}
}

// apart are the names that fit and were not joined.
func (l *decisions) apart() {
	for _, n := range l.nearly {
		a, b := l.places[n.a].actor, l.places[n.b].actor
		if a < 0 || b < 0 || a == b || n.why == forbidden {
			continue
		}
		if l.actors[a].mentions < l.actors[b].mentions {
			a, b = b, a
		}
		x, y := l.actors[a], l.actors[b]
		d := Decision{Kind: "split", EntityID: x.id, OtherID: y.id, Mentions: y.mentions, Reason: n.why,
			Row: Row(read.Rule{Rule: "merge", EntityID: x.id, OtherID: y.id})}
		switch n.why {
		case together:
			d.Probability = apartTogether
		case otherName:
			d.Probability = apartOther
		default:
			d.Probability = n.p / 2
		}
		l.add(d)
	}
	for _, n := range l.parted {
		for _, b := range n.actors[1:] {
			x, y := l.actors[n.actors[0]], l.actors[b]
			if x.mentions == 0 || y.mentions == 0 {
				continue
			}
			l.add(Decision{Kind: "split", EntityID: x.id, OtherID: y.id, Alias: x.name, Probability: apartLives, Mentions: min(x.mentions, y.mentions),
				Reason: n.why, Row: Row(read.Rule{Rule: "merge", EntityID: x.id, OtherID: y.id})})
		}
	}
}

// loosely are the actors of one common name whose documents name nobody else in common.
func (l *decisions) loosely() {
	for _, x := range l.loose {
		a := l.actors[x.actor]
		if a.mentions == 0 {
			continue
		}
		for _, docs := range x.groups[1:] {
			doc := l.ids[docs[0]]
			mentions := max(1, int32(int64(a.mentions)*int64(len(docs))/int64(a.documents)))
			l.add(Decision{Kind: "merge", EntityID: a.id, Alias: a.name, Probability: x.p, Mentions: mentions, Reason: strangers,
				Row: Row(read.Rule{Rule: "name", EntityID: a.id + "-" + naming.Slug(doc), Alias: a.name, Name: a.name, Type: a.kind, Doc: doc})})
		}
	}
}

// unclearly are the short names that several bear, document by document.
func (l *decisions) unclearly() {
	for _, u := range l.unclear {
		x := l.at(u.node)
		if len(l.candidates[u.node]) < 2 { // the file has merged them
			continue
		}
		for _, d := range u.doubts {
			a := l.actors[d.actor]
			if d.p >= sure || a.mentions == 0 {
				continue
			}
			row := Decision{Kind: "alias", EntityID: a.id, Alias: x.text(), Probability: d.p, Mentions: max(1, x.mentions/x.documents), Reason: several,
				Row: Row(read.Rule{Rule: "name", EntityID: a.id, Alias: x.text(), Type: a.kind, Doc: l.ids[d.document]})}
			if k := slices.IndexFunc(l.candidates[u.node], func(c int32) bool { return c != d.actor }); k >= 0 {
				row.OtherID = l.actors[l.candidates[u.node][k]].id
			}
			l.add(row)
		}
	}
}

// Row is the line of actors.csv that says a rule.
func Row(r read.Rule) string {
	fields := map[string]string{"rule": r.Rule, "entity_id": r.EntityID, "alias": r.Alias, "other_id": r.OtherID, "name": r.Name, "type": r.Type, "doc": r.Doc}
	row := make([]string, len(read.RuleColumns))
	for i, name := range read.RuleColumns {
		row[i] = fields[name]
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(row) // a buffer never fails
	w.Flush()
	return strings.TrimRight(b.String(), "\n")
}
