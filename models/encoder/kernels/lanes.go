package kernels

// laneCount is how many partial sums a sum over a row is kept in.
const laneCount = 16

// lanes holds the partial sums of a row: lane i has the elements whose index
// is i modulo 16, in order.
type lanes [laneCount]float32

// sum adds the lanes in a fixed tree: the upper half to the lower, lane by
// lane, until one is left.
func (l *lanes) sum() float32 {
	for half := laneCount / 2; half > 0; half /= 2 {
		for i := range half {
			l[i] += l[i+half]
		}
	}
	return l[0]
}
