package ties

import "math"

// largestSupport is up to which range of the joint count its distribution is computed exactly. Beyond, the count is
// a sum of so many nearly independent small parts that the normal distribution, with continuity correction, is
// within 0.003 of it.
const largestSupport = 1000

// chance computes p values over a corpus; one goroutine's.
//
// Shuffling an actor's windows within a document leaves in how many of its N windows the actor is named. If a of
// them name one actor and b the other, the joint count of all shufflings is hypergeometric(N, a, b): in each
// document apart from the others, so that the corpus's joint count is distributed as the convolution of the
// documents'. Every document that names both counts, also one where they never meet.
type chance struct {
	corpus    *corpus
	actor     int32   // whose windows stand in named; -1 for none
	named     []int32 // windows that name the actor, by document
	documents []shuffle
	sum, next []float64 // distribution of the joint count so far, and the one being made
	part      []float64 // one document's
}

func newChance(c *corpus) *chance {
	return &chance{corpus: c, actor: -1, named: make([]int32, len(c.windows))}
}

// of gives the chance of j's joint windows or more; nil if every shuffling gives the same count. It is quickest when
// called for all ties of one actor in turn.
func (c *chance) of(j *joint) *float64 {
	c.mark(j.a)
	c.documents = c.documents[:0]
	least, width := int64(0), int64(0)
	for _, n := range c.corpus.naming[j.b] {
		if a := c.named[n.document]; a > 0 {
			s := shuffle{windows: int64(c.corpus.windows[n.document]), a: int64(a), b: int64(n.windows)}
			least += s.least()
			if s.most() > s.least() {
				width += s.most() - s.least()
				c.documents = append(c.documents, s)
			}
		}
	}
	if width == 0 {
		return nil
	}
	var p float64
	if width > largestSupport {
		p = c.normal(int64(j.windows) - least)
	} else {
		p = c.exact(int(int64(j.windows) - least))
	}
	p = max(0, min(1, p))
	return &p
}

// mark puts the actor's documents into named.
func (c *chance) mark(actor int32) {
	if actor == c.actor {
		return
	}
	if c.actor >= 0 {
		for _, n := range c.corpus.naming[c.actor] {
			c.named[n.document] = 0
		}
	}
	c.actor = actor
	for _, n := range c.corpus.naming[actor] {
		c.named[n.document] = n.windows
	}
}

// negligible probabilities at both ends of the distribution are dropped as it grows: a million of them would not
// show in a published digit.
const negligible = 1e-20

// exact gives the chance that the joint count exceeds its least by at least count: 1 less the chance of each smaller
// number, which is all of the distribution that is kept.
func (c *chance) exact(count int) float64 {
	if count <= 0 {
		return 1
	}
	first := 0 // what sum[0] is the chance of
	c.sum = append(c.sum[:0], 1)
	for _, s := range c.documents {
		c.part = s.distribution(c.part[:0])
		n := min(len(c.sum)+len(c.part)-1, count-first)
		c.next = c.next[:0]
		for k := range n {
			p := 0.0
			for i := max(0, k-len(c.sum)+1); i < min(len(c.part), k+1); i++ {
				p += float64(c.part[i] * c.sum[k-i])
			}
			c.next = append(c.next, p)
		}
		c.sum, c.next = c.next, c.sum
		drop := 0
		for drop < len(c.sum) && c.sum[drop] < negligible {
			drop++
		}
		first += drop
		c.sum = append(c.sum[:0], c.sum[drop:]...)
		for len(c.sum) > 0 && c.sum[len(c.sum)-1] < negligible {
			c.sum = c.sum[:len(c.sum)-1]
		}
		if len(c.sum) == 0 {
			return 1 // fewer than count have no chance
		}
	}
	less := 0.0
	for _, p := range c.sum {
		less += p
	}
	return 1 - less
}

// normal is exact's normal approximation.
func (c *chance) normal(count int64) float64 {
	mean, variance := 0.0, 0.0
	for _, s := range c.documents {
		n, a, b := float64(s.windows), float64(s.a), float64(s.b)
		each := float64(a / n * b)
		mean += each - float64(s.least())
		variance += float64(each * ((n - a) / n) * ((n - b) / (n - 1)))
	}
	// The variance is positive: each document's count can vary.
	z := (float64(count) - 0.5 - mean) / math.Sqrt(variance)
	return 1 - cumulative(z)
}
