package coref

import "hustings/models/exact"

// Hidden is the number of the network's hidden units.
const Hidden = 48

// Network scores a pair by its features: each has a weight of its own and a row of Hidden numbers. The rows and Bias are
// summed, what is below 0 is cut off, and the rest weighed by Out. All numbers are whole, so that a score is the same on
// every machine. Further evidence of a pair (a similarity of vectors, say) would be more rows, each times its value.
type Network struct {
	Rows  map[uint32]int32 // a feature's id to its index
	Wide  []int16
	Inner [][Hidden]int8
	Bias  [Hidden]int32
	Out   [Hidden]int16
	// A wide weight counts WideUnit of the score's units; an inner sum times Out counts one.
	WideUnit int64
}

func (n *Network) score(features []uint32) int64 {
	sum := n.Bias
	wide := int64(0)
	for _, f := range features {
		i, ok := n.Rows[f]
		if !ok {
			continue
		}
		wide += int64(n.Wide[i])
		for k, x := range &n.Inner[i] {
			sum[k] += int32(x)
		}
	}
	score := wide * n.WideUnit
	for k, x := range &sum {
		if x > 0 {
			score += int64(x) * int64(n.Out[k])
		}
	}
	return score
}

// probabilities are those of each chain, and last that of none. scale is the log-odds of one unit.
func (n *Network) probabilities(c *Choice, scale float64) []float64 {
	p := make([]float64, len(c.Features))
	for i, f := range c.Features {
		p[i] = float64(float64(n.score(f)) * scale)
	}
	exact.Softmax(p)
	return p
}
