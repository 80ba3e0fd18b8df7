package standing

// fewestCompared is from how many actors on shrinking toward their own mean is better than not to, in all (Efron and
// Morris, "Data analysis using Stein's estimator and its generalizations", JASA 70, 1975).
const fewestCompared = 4

// spread is what a stand says of how much clusters differ: their number, the sum of the squares of their sizes, and the sum of
// the squares of what they differ from the mean, in all their judgements together.
type spread struct {
	clusters int
	sizes    float64
	squares  float64
}

func spreadOf(clusters []cluster, mean float64) spread {
	out := spread{clusters: len(clusters)}
	for _, c := range clusters {
		d := c.sum - float64(c.n*mean)
		out.sizes += float64(c.n * c.n)
		out.squares += float64(d * d)
	}
	return out
}

// kin are the stands that are shrunk together: of one type of actor, in one slice and value.
type kin struct{ kind, slice, value string }

// shrink fills the column shrunk. The order of the stands is that of the sums.
func shrink(all [][]stand, types map[string]string) {
	groups := map[kin][]*stand{}
	for _, of := range all {
		for i := range of {
			if x := &of[i]; x.Mean != nil {
				k := kin{types[x.EntityID], x.Slice, x.Value}
				groups[k] = append(groups[k], x)
			}
		}
	}
	for _, group := range groups { // each by itself: their order is of no matter
		shrinkGroup(group)
	}
}

// shrinkGroup draws the means of a group toward their own mean: see the package's comment.
func shrinkGroup(group []*stand) {
	if len(group) < fewestCompared {
		return
	}
	squares, sizes := 0.0, 0.0
	for _, x := range group {
		if k := float64(x.spread.clusters); k > 1 {
			squares += float64(x.spread.squares * (k / (k - 1)))
			sizes += x.spread.sizes
		}
	}
	if squares == 0 { // nobody is spoken of in two places, or always alike: nothing tells how much chance there is
		return
	}
	chance := make([]float64, len(group)) // the variance of each mean
	for i, x := range group {
		n := float64(x.N)
		chance[i] = squares / sizes * (x.spread.sizes / float64(n*n))
	}
	between := dersimonian(group, chance)
	mean := weighted(group, chance, between)
	for i, x := range group {
		x.kept = between / (between + chance[i])
		shrunk := mean + float64((*x.Mean-mean)*x.kept)
		x.Shrunk = &shrunk
	}
}

// dersimonian is the variance between actors by the moments of DerSimonian and Laird ("Meta-analysis in clinical trials",
// Controlled Clinical Trials 7, 1986).
func dersimonian(group []*stand, chance []float64) float64 {
	mean := weighted(group, chance, 0)
	q, sum, squares := 0.0, 0.0, 0.0
	for i, x := range group {
		w, d := 1/chance[i], *x.Mean-mean
		q += float64(w * float64(d*d))
		sum += w
		squares += float64(w * w)
	}
	return max(0, (q-float64(len(group)-1))/(sum-squares/sum))
}

// weighted is the mean of all, each by how sure it is.
func weighted(group []*stand, chance []float64, between float64) float64 {
	sum, all := 0.0, 0.0
	for i, x := range group {
		w := 1 / (chance[i] + between)
		sum += float64(w * *x.Mean)
		all += w
	}
	return sum / all
}
