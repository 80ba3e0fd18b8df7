package standing

import "math"

// FewestLabels is how many labels of judgements that are not null a sheet must have, to correct anything.
const FewestLabels = 30

// most is how many features a judgement has at most.
const most = 3

// features are what a person's label is foretold from: 1, the judgement's score, and the shrunk mean of its actor. A mean over
// judgements has the means of theirs.
type features [most]float64

// point is a label with its features, its weight (all sum to 1), and its clusters.
type point struct {
	x               features
	label, weight   float64
	actor, document int32
}

// regression foretells labels: the weighted least squares of all points.
type regression struct {
	by        features
	errors    [][most][most]float64 // covariance of by, for each way to cluster
	residuals []float64
}

// regress fits the first k features; ok is false where they cannot be told apart.
func regress(points []point, k int) (r regression, ok bool) {
	var a [most][most]float64
	var b features
	for _, p := range points {
		for i := range k {
			wx := float64(p.weight * p.x[i])
			b[i] += float64(wx * p.label)
			for j := range k {
				a[i][j] += float64(wx * p.x[j])
			}
		}
	}
	inverse, ok := invert(a, k)
	if !ok {
		return r, false
	}
	for i := range k {
		for j := range k {
			r.by[i] += float64(inverse[i][j] * b[j])
		}
	}
	for _, p := range points {
		r.residuals = append(r.residuals, p.label-dot(r.by, p.x))
	}
	for _, cluster := range []func(int) int32{
		func(i int) int32 { return int32(i) }, //nolint:gosec // a sheet has fewer rows
		func(i int) int32 { return points[i].document },
		func(i int) int32 { return points[i].actor },
	} {
		if v, ok := sandwich(points, r.residuals, inverse, k, cluster); ok {
			r.errors = append(r.errors, v)
		}
	}
	return r, true
}

// sandwich is the covariance of the coefficients with points clustered (Liang and Zeger, Biometrika 73, 1986), times
// g/(g-1) for g clusters; ok is false for a single one.
func sandwich(points []point, residuals []float64, bread [most][most]float64, k int, cluster func(int) int32) (v [most][most]float64, ok bool) {
	at := map[int32]int{}
	var scores []features
	for i, p := range points {
		g, ok := at[cluster(i)]
		if !ok {
			g = len(scores)
			at[cluster(i)] = g
			scores = append(scores, features{})
		}
		wr := float64(p.weight * residuals[i])
		for j := range k {
			scores[g][j] += float64(wr * p.x[j])
		}
	}
	g := float64(len(scores))
	if g < 2 {
		return v, false
	}
	for _, s := range scores {
		var u features
		for i := range k {
			for j := range k {
				u[i] += float64(bread[i][j] * s[j])
			}
		}
		for i := range k {
			for j := range k {
				v[i][j] += float64(float64(u[i]*u[j]) * (g / (g - 1)))
			}
		}
	}
	return v, true
}

// variance is that of what is foretold for features, by the clustering that makes it largest.
func (r *regression) variance(x features) float64 {
	widest := 0.0
	for _, v := range r.errors {
		sum := 0.0
		for i := range most {
			for j := range most {
				sum += float64(float64(x[i]*v[i][j]) * x[j])
			}
		}
		widest = max(widest, sum)
	}
	return widest
}

// invert is the inverse of the first k rows and columns, by Gauss and Jordan with pivots; ok is false where there is none.
func invert(a [most][most]float64, k int) (inverse [most][most]float64, ok bool) {
	for i := range k {
		inverse[i][i] = 1
	}
	for c := range k {
		pivot := c
		for i := c + 1; i < k; i++ {
			if math.Abs(a[i][c]) > math.Abs(a[pivot][c]) {
				pivot = i
			}
		}
		if math.Abs(a[pivot][c]) < 1e-9 { // the features are between -1 and 1
			return inverse, false
		}
		a[c], a[pivot] = a[pivot], a[c]
		inverse[c], inverse[pivot] = inverse[pivot], inverse[c]
		p := a[c][c]
		for j := range k {
			a[c][j] /= p
			inverse[c][j] /= p
		}
		for i := range k {
			if f := a[i][c]; i != c {
				for j := range k {
					a[i][j] -= float64(f * a[c][j])
					inverse[i][j] -= float64(f * inverse[c][j])
				}
			}
		}
	}
	return inverse, true
}

func dot(a, b features) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
