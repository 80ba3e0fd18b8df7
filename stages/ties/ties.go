// Package ties counts who is named together over the corpus, and how much of that chance would do.
//
// A tie is two actors with at least one joint window. Its chance is exact: what shuffling each actor's windows
// within each document would give if it were done in every possible way, rather than a thousand times.
package ties

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"hustings/models/exact"
	"hustings/pipeline"
	"hustings/stages/pairs"
)

// Stage makes ties.
var Stage = &pipeline.Stage{
	Name:  "ties",
	Doc:   "actors named together over the corpus: counts, NPMI, chance by permutation within documents",
	Needs: []pipeline.Table{pairs.Pairs.Only("a", "b", "distance"), pairs.Namings},
	Makes: []pipeline.Table{Ties},
	Whole: pipeline.Do(tie),
}

func tie(c *pipeline.Corpus) error {
	all := corpus{ids: map[string]int32{}, joint: map[uint64]*joint{}}
	for d, err := range c.Docs() {
		if err != nil {
			return err
		}
		all.add(pairs.Pairs.Of(d), pairs.Namings.Of(d))
	}
	Ties.Add(c, all.ties()...)
	return nil
}

// corpus is what is kept of all documents: for each actor where it is named, for each pair its joint windows.
// Documents are numbered in the order of their ids, actors in the order in which they are met.
type corpus struct {
	ids     map[string]int32
	names   []string
	naming  [][]naming // by actor, then by document
	windows []int32    // by document
	overlap bool       // windows overlap: they can't be counted out or shuffled
	joint   map[uint64]*joint
}

// naming is in how many windows of a document an actor is named.
type naming struct{ document, windows int32 }

// joint is the joint windows of two actors.
type joint struct {
	a, b               int32
	windows, documents int32
	last               int32 // the last document counted
	weight             float64
}

func (c *corpus) id(name string) int32 {
	id, ok := c.ids[name]
	if !ok {
		name = strings.Clone(name)
		id = int32(len(c.names))
		c.ids[name] = id
		c.names = append(c.names, name)
		c.naming = append(c.naming, nil)
	}
	return id
}

func (c *corpus) add(together []pairs.Pair, named []pairs.Naming) {
	document := int32(len(c.windows))
	windows := int32(0)
	for _, n := range named {
		if n.EntityID == "" {
			windows = n.Windows
			continue
		}
		id := c.id(n.EntityID)
		c.naming[id] = append(c.naming[id], naming{document, n.Windows})
		c.overlap = c.overlap || windows == 0
	}
	c.windows = append(c.windows, windows)
	for _, p := range together {
		a, b := c.id(p.A), c.id(p.B)
		if b < a {
			a, b = b, a
		}
		key := uint64(a)<<32 | uint64(b)
		j := c.joint[key]
		if j == nil {
			j = &joint{a: a, b: b, last: -1}
			c.joint[key] = j
		}
		j.windows++
		if j.last != document {
			j.documents, j.last = j.documents+1, document
		}
		j.weight += 1 / (1 + float64(p.Distance)/10)
	}
}

// ties gives every tie, sorted by its actors' names.
func (c *corpus) ties() []Tie {
	all := make([]*joint, 0, len(c.joint))
	for _, j := range c.joint {
		if len(c.naming[j.a]) < len(c.naming[j.b]) {
			j.a, j.b = j.b, j.a // what is looked for in both's documents goes over b's
		}
		all = append(all, j)
	}
	slices.SortFunc(all, func(x, y *joint) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	out := make([]Tie, len(all))
	total, named := c.totals()
	for i, j := range all {
		a, b := c.names[j.a], c.names[j.b]
		out[i] = Tie{A: min(a, b), B: max(a, b), Sentences: j.windows, Documents: j.documents, Weight: j.weight}
		if !c.overlap {
			out[i].NPMI = npmi(j.windows, named[j.a], named[j.b], total)
		}
	}
	if !c.overlap {
		c.chances(all, out)
	}
	slices.SortFunc(out, func(x, y Tie) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	falseDiscovery(out)
	return out
}

// totals gives the windows of the corpus and how many of them name each actor.
func (c *corpus) totals() (windows int64, named []int64) {
	for _, n := range c.windows {
		windows += int64(n)
	}
	named = make([]int64, len(c.names))
	for id, in := range c.naming {
		for _, n := range in {
			named[id] += int64(n.windows)
		}
	}
	return windows, named
}

// npmi is log(p(a,b) / p(a)p(b)) / -log p(a,b) (Bouma, "Normalized (Pointwise) Mutual Information in Collocation
// Extraction", GSCL 2009): -1 never together, 0 as by chance, 1 never apart. It is 0/0 where every window names both.
func npmi(joint int32, a, b, windows int64) *float64 {
	if int64(joint) >= windows || a == 0 || b == 0 {
		return nil
	}
	n := float64(windows)
	both := exact.Log(float64(joint) / n)
	v := (both - exact.Log(float64(a)/n) - exact.Log(float64(b)/n)) / -both
	v = max(-1, min(1, v))
	return &v
}

// chances fills in the p values. Each is computed by itself, so any number of goroutines gives the same.
func (c *corpus) chances(all []*joint, out []Tie) {
	const share = 4096 // ties taken at a time
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(all); from += share {
		g.Go(func() error {
			chance := newChance(c)
			for i := from; i < min(from+share, len(all)); i++ {
				out[i].PValue = chance.of(all[i])
			}
			return nil
		})
	}
	_ = g.Wait() // none fails
}

// falseDiscovery fills in the q values: p*m/rank, made monotone from the largest p down, over the m ties with a p.
func falseDiscovery(ties []Tie) {
	var ranked []*Tie
	for i := range ties {
		if ties[i].PValue != nil {
			ranked = append(ranked, &ties[i])
		}
	}
	slices.SortStableFunc(ranked, func(x, y *Tie) int { return cmp.Compare(*x.PValue, *y.PValue) })
	q := 1.0
	for i, t := range slices.Backward(ranked) {
		q = min(q, *t.PValue*float64(len(ranked))/float64(i+1))
		v := q
		t.QValue = &v
	}
}
