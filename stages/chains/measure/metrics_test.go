package main

import (
	"math"
	"strings"
	"testing"
)

// clusters reads "abc de" as two clusters of mentions.
func clusters(s string) (out [][]span) {
	for _, word := range strings.Fields(s) {
		var c []span
		for _, r := range word {
			c = append(c, span{r, r + 1})
		}
		out = append(out, c)
	}
	return out
}

func TestCompare(t *testing.T) {
	type pr struct{ p, r float64 }
	for _, c := range []struct {
		name, gold, system string
		muc, b3, ceaf      pr
	}{
		{"Pradhan et al. 2014, figure 1: a mention missed, two too many", "abc defg", "ab cd fghi",
			pr{2. / 5, 2. / 5}, pr{4. / 8, 35. / 84}, pr{1.3 / 3, 1.3 / 2}},
		{"Vilain et al. 1995", "abcd", "ab cd", pr{1, 2. / 3}, pr{1, 1. / 2}, pr{2. / 3 / 2, 2. / 3}},
		{"Bagga and Baldwin 1998, response 1", "abcde fg hijkl", "abcde fghijkl", pr{9. / 10, 1}, pr{16. / 21, 1},
			pr{(1 + 10./12) / 2, (1 + 10./12) / 3}},
		{"Bagga and Baldwin 1998, response 2", "abcde fg hijkl", "abcdehijkl fg", pr{9. / 10, 1}, pr{7. / 12, 1},
			pr{(1 + 2./3) / 2, (1 + 2./3) / 3}},
		{"single mentions", "a b cd", "a bc d", pr{0, 0}, pr{(1 + 1./2 + 1./2 + 1) / 4, (1 + 1 + 1./2 + 1./2) / 4}, pr{(1 + 4./3) / 3, (1 + 4./3) / 3}},
		{"nothing found", "ab", "", pr{}, pr{}, pr{}},
		{"nothing to find", "", "ab", pr{}, pr{}, pr{}},
	} {
		f := compare(clusters(c.gold), clusters(c.system))
		for _, x := range []struct {
			name string
			got  counts
			want pr
		}{{"MUC", f.muc, c.muc}, {"B-cubed", f.b3, c.b3}, {"CEAF", f.ceaf, c.ceaf}} {
			if math.Abs(x.got.precision()-x.want.p) > 1e-12 || math.Abs(x.got.recall()-x.want.r) > 1e-12 {
				t.Errorf("%s: %s: precision %v, recall %v, want %v", c.name, x.name, x.got.precision(), x.got.recall(), x.want)
			}
		}
	}
}

func TestConll(t *testing.T) {
	same := compare(clusters("ab c"), clusters("ab c"))
	if same.conll() != 1 {
		t.Errorf("what is equal has %v", same.conll())
	}
}

// assign is compared with all pairings.
func TestAssign(t *testing.T) {
	next := uint32(1)
	for range 300 {
		random := func(n uint32) uint32 {
			next = next*1664525 + 1013904223
			return next >> 8 % n
		}
		gains := make([][]float64, 1+random(5))
		width := 1 + random(5)
		for i := range gains {
			for range width {
				gains[i] = append(gains[i], float64(random(8))/8)
			}
		}
		if got, want := assign(gains), best(gains, map[int]bool{}); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v: %v, want %v", gains, got, want)
		}
	}
}

func best(gains [][]float64, taken map[int]bool) float64 {
	if len(gains) == 0 {
		return 0
	}
	top := best(gains[1:], taken)
	for j, g := range gains[0] {
		if !taken[j] {
			taken[j] = true
			top = max(top, g+best(gains[1:], taken))
			delete(taken, j)
		}
	}
	return top
}
