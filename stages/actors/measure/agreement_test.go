package main

import (
	"math"
	"testing"
)

// sets makes clusters of one-letter mentions: "ab c" is two.
func sets(text string) map[mention]string {
	out := map[mention]string{}
	cluster := 'A'
	for _, r := range text {
		if r == ' ' {
			cluster++
			continue
		}
		out[mention{text: string(r)}] = string(cluster)
	}
	return out
}

// The cases are those of Pradhan and others 2014, section 5: the key has {a b c} and {d e f g}.
func TestMetrics(t *testing.T) {
	for _, c := range []struct {
		key, found                         string
		mucP, mucR, b3P, b3R, ceafP, ceafR float64
	}{
		{"abc defg", "abc defg", 1, 1, 1, 1, 1, 1},
		{"abc defg", "ab cd fghi", 0.4, 0.4, 0.5, 0.4167, 0.433, 0.65},
		{"abc", "a b c", 0, 0, 1, 1.0 / 3, 1.0 / 6, 0.5},
	} {
		m := measureOf(joining{key: sets(c.key), found: sets(c.found)})
		got := []float64{m[muc].precision(), m[muc].recall(), m[bCubed].precision(), m[bCubed].recall(), m[ceaf].precision(), m[ceaf].recall()}
		want := []float64{c.mucP, c.mucR, c.b3P, c.b3R, c.ceafP, c.ceafR}
		for i := range got {
			if math.Abs(got[i]-want[i]) > 0.001 {
				t.Errorf("%q found as %q: figure %d is %.4f, want %.4f", c.key, c.found, i, got[i], want[i])
			}
		}
	}
}
