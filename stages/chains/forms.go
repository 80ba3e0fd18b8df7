package chains

import (
	"strings"

	"hustings/models/exact"
	"hustings/stages/chains/curated"
	"hustings/stages/chains/naming"
)

// form is the mentions that have one name.
type form struct {
	name     naming.Name
	id       string          // the curated actor
	open     curated.Meaning // of a name that the curated file calls ambiguous
	kind     string          // type by the mentions' log-odds
	mentions []int32
	group    int32 // -1: not placed yet
	rule     string
	p        float64            // how often the rule is right
	rivals   []naming.Candidate // groups that it fits equally well
	outer    []*form            // forms that define it: "Long Form (LF)"
	behind   []*form            // forms that it stands behind in parentheses though it is none of their acronyms
	votes    votes
}

// votes are the sums of log-odds by type, in the order of types.
type votes struct {
	sum  [8]float64
	seen [8]bool
}

var types = [8]string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}

func (v *votes) add(kind string, probability float64) {
	p := min(max(probability, 0.02), 0.98)
	for i, t := range types {
		if t == kind {
			v.sum[i] += exact.Log(p / (1 - p))
			v.seen[i] = true
		}
	}
}

func (v *votes) best() string {
	best := -1
	for i := range types {
		if v.seen[i] && (best < 0 || v.sum[i] > v.sum[best]) {
			best = i
		}
	}
	return types[best]
}

// joiner joins the forms of one document.
type joiner struct {
	rules    *curated.File
	mentions []Mention
	forms    []*form
	formOf   []int32 // of each mention
	groupOf  []int32 // of each mention
	book     naming.Book
	kinds    []string         // of each group: type of the form that began it
	groupID  []string         // of each group: the curated id
	byID     map[string]int32 // group by curated id
	open     [][]string       // of each group: whom the name that began it may mean
	slugs    [][]string       // of each group: ids of its names, where pairs are forbidden
	inner    map[int32]int32
}

func newJoiner(c *curated.File, ms []Mention, said []curated.Meaning) *joiner {
	j := &joiner{rules: c, mentions: ms, formOf: make([]int32, len(ms)), groupOf: make([]int32, len(ms)), inner: map[int32]int32{}, byID: map[string]int32{}}
	type key struct {
		class    naming.Class
		name, id string
	}
	type written struct{ text, kind string }
	byKey, parsed, pinned := map[key]int32{}, map[written]naming.Name{}, map[key]string{}
	for i, m := range ms {
		w := written{m.Text, m.Type}
		n, ok := parsed[w]
		if !ok {
			if n = naming.Parse(m.Text, m.Type); n.Country() {
				n = naming.Parse(m.Text, "GPE")
			}
			parsed[w] = n
		}
		if n.Class == naming.Place && naming.ClassOf(m.Type) != naming.Place {
			ms[i].Type = "GPE"
		}
		if n.Acronym {
			ms[i].Form = "acronym"
		} else {
			ms[i].Form = "name"
		}
		k := key{n.Class, n.Key, ""}
		open := len(said[i].All) > 0
		if !open {
			k.id = said[i].ID
		}
		if k.id == "" && !open { // a name whose id the file names without giving it as an alias
			id, ok := pinned[k]
			if !ok {
				id = c.Pinned(n)
				pinned[k] = id
			}
			k.id = id
		}
		f, ok := byKey[k]
		if !ok {
			f = int32(len(j.forms))
			byKey[k] = f
			j.forms = append(j.forms, &form{name: n, id: k.id, group: -1})
		}
		x := j.forms[f]
		if open {
			x.open = said[i]
		}
		if (x.name.Acronym || capitals(x.name.Text)) && !capitals(n.Text) {
			x.name = n
		}
		x.votes.add(ms[i].Type, m.Probability)
		x.mentions = append(x.mentions, int32(i))
		j.formOf[i] = f
	}
	for _, f := range j.forms {
		f.kind = f.votes.best()
	}
	return j
}

func capitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
