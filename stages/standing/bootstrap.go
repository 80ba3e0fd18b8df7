package standing

import (
	"math/rand/v2"
	"slices"
)

// fewDocuments is from how many documents on the bootstrap draws documents. Judgements in one document hang together,
// so that documents are what varies; but a handful of them say little about how much, and paragraphs say more.
const fewDocuments = 5

// cluster is judgements that are drawn together: how many, and the sum of their scores.
type cluster struct{ n, sum float64 }

// interval gives the 95 % percentile interval of the mean by the cluster bootstrap (Efron and Tibshirani, "An
// Introduction to the Bootstrap", 1993, chapter 13; Field and Welsh, "Bootstrapping clustered data", JRSS B 69, 2007):
// draw as many clusters as there are, with replacement, take the mean of all their judgements, many times. The ends
// are the lowest and the highest mean with 2.5 % of the resamples at or beyond it.
func (w *worker) interval(random *rand.PCG) (low, high float64) {
	resamples := w.settings.Resamples
	tail := max(1, resamples/40)
	w.lowest, w.highest = w.lowest[:0], w.highest[:0]
	size := uint64(len(w.clusters))
	for range resamples {
		n, sum := 0.0, 0.0
		for drawn := 0; drawn < len(w.clusters); drawn += 2 {
			bits := random.Uint64() // two draws of 32 bits each
			x := &w.clusters[(bits>>32)*size>>32]
			n += x.n
			sum += x.sum
			if drawn+1 < len(w.clusters) {
				x = &w.clusters[(bits&(1<<32-1))*size>>32]
				n += x.n
				sum += x.sum
			}
		}
		mean := sum / n
		w.lowest = keepLeast(w.lowest, mean, tail)
		w.highest = keepLeast(w.highest, -mean, tail)
	}
	return w.lowest[tail-1], -w.highest[tail-1]
}

// keepLeast puts x into the sorted list of the least so far, if it belongs there.
func keepLeast(least []float64, x float64, atMost int) []float64 {
	if len(least) == atMost {
		if x >= least[atMost-1] {
			return least
		}
		least = least[:atMost-1]
	}
	i, _ := slices.BinarySearch(least, x)
	return slices.Insert(least, i, x)
}
