package standing

import (
	"cmp"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"slices"
)

// worker makes the stands of one actor after the other; one goroutine's.
type worker struct {
	corpus   *corpus
	settings Settings
	values   []valued
	clusters []cluster
	lowest   []float64
	highest  []float64
}

// valued is a cell with its value in the slice at hand.
type valued struct {
	value int32
	cell  *cell
}

// by gives a cell's value in each slice but all; 0 if it is in none.
var by = []struct {
	slice string
	value func(*corpus, *cell) int32
}{
	{"document", func(c *corpus, x *cell) int32 { return c.documents[x.document].id }},
	{"period", func(c *corpus, x *cell) int32 { return c.documents[x.document].period }},
	{"region", func(_ *corpus, x *cell) int32 { return x.region }},
	{"source", func(c *corpus, x *cell) int32 { return c.documents[x.document].source }},
	{"voice", func(_ *corpus, x *cell) int32 { return x.voice }},
}

// stands gives an actor's stands, by slice and value. The cells are the actor's, sorted by document and paragraph.
func (w *worker) stands(cells []cell) []stand {
	w.values = w.values[:0]
	for i := range cells {
		w.values = append(w.values, valued{0, &cells[i]})
	}
	id := w.corpus.words[cells[0].actor]
	out := []stand{w.stand(id, "all", w.values)}
	for _, s := range by {
		w.values = w.values[:0]
		for i := range cells {
			if v := s.value(w.corpus, &cells[i]); v != 0 {
				w.values = append(w.values, valued{v, &cells[i]})
			}
		}
		for values := range w.cut() {
			out = append(out, w.stand(id, s.slice, values))
		}
	}
	return out
}

// cut sorts the values at hand by their words and gives those of each.
func (w *worker) cut() iter.Seq[[]valued] {
	slices.SortStableFunc(w.values, func(a, b valued) int {
		return cmp.Compare(w.corpus.words[a.value], w.corpus.words[b.value])
	})
	return func(yield func([]valued) bool) {
		for all := w.values; len(all) > 0; {
			n := 1
			for n < len(all) && all[n].value == all[0].value {
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

// stand is a stand with what its shrinkage needs.
type stand struct {
	Stand
	spread spread
	kept   float64 // of its mean's distance to the others', when it is shrunk
}

// stand sums up the judgements of an actor in one slice.
func (w *worker) stand(id, slice string, values []valued) stand {
	words := w.corpus.words
	out := stand{Stand: Stand{EntityID: id, Slice: slice, Value: words[values[0].value]}}
	var sum cell
	last := int32(-1)
	for _, v := range values {
		sum.join(*v.cell)
		if v.cell.n() > 0 && v.cell.document != last {
			out.Documents, last = out.Documents+1, v.cell.document
		}
	}
	out.N, out.Abstained = sum.n(), sum.abstained
	if out.N == 0 {
		return out
	}
	n := float64(out.N)
	out.Negative, out.Neutral, out.Positive = float64(sum.negative)/n, float64(sum.neutral)/n, float64(sum.positive)/n
	mean := sum.sum / n
	out.Mean = &mean

	paragraphs := out.Documents < fewDocuments
	w.cluster(values, paragraphs)
	out.spread = spreadOf(w.clusters, mean)
	if int(out.N) < w.settings.Judged || len(w.clusters) < 2 {
		return out // an interval of a handful of judgements would say more than they do
	}
	low, high := w.interval(seed(out.EntityID, slice, out.Value))
	out.Low, out.High = &low, &high
	out.IntervalOver = "documents"
	if paragraphs {
		out.IntervalOver = "paragraphs"
	}
	out.Enough = high-low <= w.settings.Width
	return out
}

// cluster adds up the judgements that the bootstrap draws together.
func (w *worker) cluster(values []valued, paragraphs bool) {
	w.clusters = w.clusters[:0]
	document, paragraph := int32(-1), int32(-1)
	for _, v := range values {
		x := v.cell
		if x.n() == 0 {
			continue
		}
		if len(w.clusters) == 0 || x.document != document || paragraphs && x.paragraph != paragraph {
			w.clusters = append(w.clusters, cluster{})
			document, paragraph = x.document, x.paragraph
		}
		last := &w.clusters[len(w.clusters)-1]
		last.n += float64(x.n())
		last.sum += x.sum
	}
}

// seed starts the draws of one stand, so that no other actor or slice changes them.
func seed(parts ...string) *rand.PCG {
	h := fnv.New128a()
	for _, p := range parts {
		h.Write([]byte(p)) // never fails
		h.Write([]byte{0})
	}
	var sum [16]byte
	h.Sum(sum[:0])
	var a, b uint64
	for i := range 8 {
		a, b = a<<8|uint64(sum[i]), b<<8|uint64(sum[8+i])
	}
	return rand.NewPCG(a, b)
}
