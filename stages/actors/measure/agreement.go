package main

// The metrics of coreference: how two partitions of mentions, the annotation's and ours, agree. A mention of one partition that
// the other lacks counts as nobody's there (as in the scorer of CoNLL 2012, version 8; Pradhan and others 2014).
const (
	muc    = iota // Vilain and others 1995: links; an actor mentioned once has none
	bCubed        // Bagga and Baldwin 1998: for each mention, the share of its cluster that is right
	ceaf          // Luo 2005, φ4: the best one-to-one alignment of clusters
)

// part is a metric's sums: right of found, and right of all that there is.
type part struct{ hit, found, hitKey, key float64 }

func (p part) precision() float64 { return ratio(p.hit, p.found) }
func (p part) recall() float64    { return ratio(p.hitKey, p.key) }
func (p part) f1() float64 {
	a, b := p.precision(), p.recall()
	return ratio(2*a*b, a+b)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

type agreement [3]part

// conll is the mean of the three F1.
func (m agreement) conll() float64 { return (m[muc].f1() + m[bCubed].f1() + m[ceaf].f1()) / 3 }

func add(all []agreement) (sum agreement) {
	for _, m := range all {
		for k, p := range m {
			s := &sum[k]
			s.hit, s.found, s.hitKey, s.key = s.hit+p.hit, s.found+p.found, s.hitKey+p.hitKey, s.key+p.key
		}
	}
	return sum
}

func measureOf(j joining) (m agreement) {
	key, found := clustersOf(j.key), clustersOf(j.found)
	m[muc].hit, m[muc].found = links(found, j.key)
	m[muc].hitKey, m[muc].key = links(key, j.found)
	m[bCubed].hit, m[bCubed].found = shares(found, j.key)
	m[bCubed].hitKey, m[bCubed].key = shares(key, j.found)
	m[ceaf].hit = aligned(key, found)
	m[ceaf].hitKey, m[ceaf].found, m[ceaf].key = m[ceaf].hit, float64(len(found)), float64(len(key))
	return m
}

func clustersOf(of map[mention]string) map[string][]mention {
	out := map[string][]mention{}
	for m, c := range of {
		out[c] = append(out[c], m)
	}
	return out
}

// links counts the links of clusters, and those that the other partition has.
func links(clusters map[string][]mention, other map[mention]string) (hit, all float64) {
	for _, ms := range clusters {
		parts := map[string]bool{}
		alone := 0
		for _, m := range ms {
			if c, ok := other[m]; ok {
				parts[c] = true
			} else {
				alone++
			}
		}
		all += float64(len(ms) - 1)
		hit += float64(len(ms) - alone - len(parts))
	}
	return hit, all
}

// shares sums over mentions the share of the cluster that the other partition has in one cluster with the mention.
func shares(clusters map[string][]mention, other map[mention]string) (hit, all float64) {
	for _, ms := range clusters {
		counts := map[string]int{}
		for _, m := range ms {
			if c, ok := other[m]; ok {
				counts[c]++
			}
		}
		same := 0
		for _, n := range counts {
			same += n * n
		}
		hit += float64(same) / float64(len(ms))
		all += float64(len(ms))
	}
	return hit, all
}

// aligned is the greatest sum of likenesses of clusters that are paired one to one; the likeness of two is
// twice the mentions that they share over the mentions of both.
func aligned(key, found map[string][]mention) float64 {
	at := map[mention]int{}
	sizes := []int{}
	for _, ms := range found {
		for _, m := range ms {
			at[m] = len(sizes)
		}
		sizes = append(sizes, len(ms))
	}
	n := max(len(key), len(sizes))
	cost := make([][]float64, 0, n)
	for _, ms := range key {
		row := make([]float64, n)
		for _, m := range ms {
			if c, ok := at[m]; ok {
				row[c]++
			}
		}
		for c := range row {
			if row[c] > 0 {
				row[c] = -2 * row[c] / float64(len(ms)+sizes[c])
			}
		}
		cost = append(cost, row)
	}
	for len(cost) < n {
		cost = append(cost, make([]float64, n))
	}
	return -assign(cost)
}

// assign gives the least cost of a one-to-one assignment of a square matrix: the Hungarian algorithm with potentials (Kuhn 1955;
// Jonker and Volgenant 1987).
func assign(cost [][]float64) float64 {
	n := len(cost)
	u, v := make([]float64, n+1), make([]float64, n+1)
	row := make([]int, n+1) // row of each column, from 1
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used, way := make([]float64, n+1), make([]bool, n+1), make([]int, n+1)
		for j := range least {
			least[j] = 1e18
		}
		at := 0
		for row[at] != 0 {
			used[at] = true
			delta, next := 1e18, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[row[at]-1][j-1] - u[row[at]] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		total += cost[row[j]-1][j-1]
	}
	return total
}
