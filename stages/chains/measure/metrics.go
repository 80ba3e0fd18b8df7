package main

// span is where a mention stands, in code points, end exclusive.
type span struct{ start, end int32 }

// counts are what precision and recall are made of; sums over documents are counts again.
type counts struct{ right, found, hit, gold float64 } // right of found: precision; hit of gold: recall

func (c counts) plus(d counts) counts {
	return counts{c.right + d.right, c.found + d.found, c.hit + d.hit, c.gold + d.gold}
}

func (c counts) precision() float64 { return share(c.right, c.found) }
func (c counts) recall() float64    { return share(c.hit, c.gold) }

func (c counts) f1() float64 {
	p, r := c.precision(), c.recall()
	return share(2*p*r, p+r)
}

func share(of, all float64) float64 {
	if all == 0 {
		return 0
	}
	return of / all
}

// figures compare one partition of mentions with another.
type figures struct{ muc, b3, ceaf counts }

func (f figures) plus(g figures) figures {
	return figures{f.muc.plus(g.muc), f.b3.plus(g.b3), f.ceaf.plus(g.ceaf)}
}

// conll is the mean of the three F1.
func (f figures) conll() float64 { return (f.muc.f1() + f.b3.f1() + f.ceaf.f1()) / 3 }

// compare compares the clusters of a system with gold's. Neither side's mentions are changed to the other's: one that only gold has
// costs recall, one that only the system has costs precision, and clusters of one mention count as they are given, as in
// the CoNLL scorer from version 8 on (Pradhan et al. 2014).
//
//   - muc (Vilain et al. 1995): a cluster of n mentions is n-1 links; those that the other side's parts of it keep.
//   - b3 (Bagga and Baldwin 1998): for each mention the share of its cluster that is in its cluster on the other side.
//   - ceaf (Luo 2005, phi 4): clusters are paired one to one so that the sum of their Dice similarities is greatest.
func compare(gold, system [][]span) figures {
	of := map[span]int{}
	for s, cluster := range system {
		for _, m := range cluster {
			of[m] = s
		}
	}
	common := make([][]int, len(gold)) // mentions by cluster on either side
	for g, cluster := range gold {
		common[g] = make([]int, len(system))
		for _, m := range cluster {
			if s, ok := of[m]; ok {
				common[g][s]++
			}
		}
	}
	turned := make([][]int, len(system))
	for s := range system {
		turned[s] = make([]int, len(gold))
		for g := range gold {
			turned[s][g] = common[g][s]
		}
	}
	var f figures
	f.muc.hit, f.muc.gold = links(gold, common)
	f.muc.right, f.muc.found = links(system, turned)
	f.b3.hit, f.b3.gold = shares(gold, common)
	f.b3.right, f.b3.found = shares(system, turned)
	likeness := make([][]float64, len(gold))
	for g := range gold {
		likeness[g] = make([]float64, len(system))
		for s := range system {
			likeness[g][s] = share(float64(2*common[g][s]), float64(len(gold[g])+len(system[s])))
		}
	}
	same := assign(likeness)
	f.ceaf = counts{same, float64(len(system)), same, float64(len(gold))}
	return f
}

// links counts the links of clusters, and those that are kept by the parts that the other side cuts them into.
func links(clusters [][]span, common [][]int) (kept, all float64) {
	for i, cluster := range clusters {
		parts, seen := 0, 0
		for _, n := range common[i] {
			if n > 0 {
				parts, seen = parts+1, seen+n
			}
		}
		parts += len(cluster) - seen // what the other side lacks stands alone
		kept += float64(len(cluster) - parts)
		all += float64(len(cluster) - 1)
	}
	return kept, all
}

// shares sums over mentions the share of their cluster that the other side has together with them.
func shares(clusters [][]span, common [][]int) (sum, all float64) {
	for i, cluster := range clusters {
		for _, n := range common[i] {
			sum += float64(n*n) / float64(len(cluster))
		}
		all += float64(len(cluster))
	}
	return sum, all
}
