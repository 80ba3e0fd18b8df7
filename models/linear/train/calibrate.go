package main

import "hustings/models/exact"

// scored is a row that a model which has not seen its passage has scored.
type scored struct {
	scores [3]float64
	label  int
}

// calibration turns scores into probabilities and probabilities into a decision.
type calibration struct {
	temperature float64
	bias        [3]float64 // added to the scores before they are divided by the temperature; neutral's is 0
	prefer      [3]float64
}

func (k calibration) probabilities(scores [3]float64) [3]float64 {
	q := make([]float64, 3)
	for c := range q {
		q[c] = (scores[c] + k.bias[c]) / k.temperature
	}
	exact.Softmax(q)
	return [3]float64(q)
}

func (k calibration) decide(p [3]float64) int {
	best := 0
	for c := range p {
		if p[c]*k.prefer[c] > p[best]*k.prefer[best] {
			best = c
		}
	}
	return best
}

// calibrate fits temperature and bias by likelihood (descent by coordinates), then the preference by macro F1 over a grid.
func calibrate(rows []scored) calibration {
	k := calibration{temperature: 1, prefer: [3]float64{1, 1, 1}}
	loss := func() float64 {
		sum := 0.0
		for _, r := range rows {
			sum -= exact.Log(k.probabilities(r.scores)[r.label])
		}
		return sum
	}
	best := loss()
	for step := 0.5; step > 0.004; step /= 2 {
		for better := true; better; {
			better = false
			for _, x := range []*float64{&k.temperature, &k.bias[0], &k.bias[2]} {
				for _, d := range []float64{step, -step} {
					old := *x
					if *x += d; k.temperature > 0.1 {
						if l := loss(); l < best-1e-9 {
							best, better = l, true
							continue
						}
					}
					*x = old
				}
			}
		}
	}
	p := make([][3]float64, len(rows))
	for i, r := range rows {
		p[i] = k.probabilities(r.scores)
	}
	top, prefer := -1.0, k.prefer
	for a := 20; a <= 60; a++ {
		for b := 20; b <= 60; b++ {
			k.prefer = [3]float64{float64(a) / 20, 1, float64(b) / 20}
			var c confusion
			for i, r := range rows {
				c[r.label][k.decide(p[i])]++
			}
			if f := c.macroF1(); f > top {
				top, prefer = f, k.prefer
			}
		}
	}
	k.prefer = prefer
	return k
}
