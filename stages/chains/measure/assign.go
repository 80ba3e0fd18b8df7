package main

import "math"

// assign gives the greatest sum of gains when each row is paired with at most one column and each column with at most one
// row: the Hungarian method (Kuhn 1955) with potentials, in rows² × columns steps.
func assign(gains [][]float64) float64 {
	if len(gains) == 0 || len(gains[0]) == 0 {
		return 0
	}
	n, m := len(gains), len(gains[0])
	gain := func(i, j int) float64 { return gains[i][j] }
	if n > m {
		n, m = m, n
		gain = func(i, j int) float64 { return gains[j][i] }
	}
	// Rows and columns from 1; column 0 holds the row that is being placed.
	rows, columns := make([]float64, n+1), make([]float64, m+1) // potentials
	holder, from := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		holder[0] = i
		at := 0
		least, done := make([]float64, m+1), make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for holder[at] != 0 {
			done[at] = true
			step, next := math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if done[j] {
					continue
				}
				if c := -gain(holder[at]-1, j-1) - rows[holder[at]] - columns[j]; c < least[j] {
					least[j], from[j] = c, at
				}
				if least[j] < step {
					step, next = least[j], j
				}
			}
			for j := range done {
				if done[j] {
					rows[holder[j]] += step
					columns[j] -= step
				} else {
					least[j] -= step
				}
			}
			at = next
		}
		for at != 0 {
			holder[at], at = holder[from[at]], from[at]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if holder[j] != 0 {
			sum += gain(holder[j]-1, j-1)
		}
	}
	return sum
}
