package ties

import (
	"math"
	"math/rand/v2"
	"testing"
)

// enumerate gives the chance of at least joint common windows by looking at every pair of subsets.
func enumerate(windows, a, b, joint int) float64 {
	hits, all := 0, 0
	for x := range 1 << windows {
		if ones(x) != a {
			continue
		}
		for y := range 1 << windows {
			if ones(y) == b {
				all++
				if ones(x&y) >= joint {
					hits++
				}
			}
		}
	}
	return float64(hits) / float64(all)
}

func ones(x int) (n int) {
	for ; x > 0; x &= x - 1 {
		n++
	}
	return n
}

// of makes a corpus of two actors, whose windows are given by document as {windows, a, b}.
func of(documents ...[3]int32) *corpus {
	c := &corpus{ids: map[string]int32{}, joint: map[uint64]*joint{}}
	c.id("a")
	c.id("b")
	for i, d := range documents {
		c.windows = append(c.windows, d[0])
		for actor := range int32(2) {
			if n := d[1+actor]; n > 0 {
				c.naming[actor] = append(c.naming[actor], naming{int32(i), n})
			}
		}
	}
	return c
}

func TestChanceOfOneDocumentIsExact(t *testing.T) {
	for windows := 1; windows <= 7; windows++ {
		for a := 1; a <= windows; a++ {
			for b := 1; b <= windows; b++ {
				for count := max(0, a+b-windows); count <= min(a, b); count++ {
					p := newChance(of([3]int32{int32(windows), int32(a), int32(b)})).of(&joint{a: 0, b: 1, windows: int32(count)})
					if a == windows || b == windows {
						if p != nil {
							t.Errorf("%d of %d and %d: p = %v, want null: every shuffling gives the same", a, windows, b, *p)
						}
						continue
					}
					if want := enumerate(windows, a, b, count); p == nil || math.Abs(*p-want) > 1e-12 {
						t.Errorf("%d of %d and %d, %d joint: p = %v, want %v", a, windows, b, count, *p, want)
					}
				}
			}
		}
	}
}

// TestChanceOverDocuments shuffles windows for real and compares.
func TestChanceOverDocuments(t *testing.T) {
	documents := [][3]int32{{20, 5, 4}, {12, 3, 6}, {30, 1, 2}, {9, 4, 0}, {6, 6, 2}}
	const joints, draws = 6, 200_000
	random := rand.New(rand.NewPCG(1, 2))
	hits := 0
	for range draws {
		n := 0
		for _, d := range documents {
			order := random.Perm(int(d[0]))
			for _, w := range order[:d[2]] { // a's windows are the first ones, b's are drawn
				if w < int(d[1]) {
					n++
				}
			}
		}
		if n >= joints {
			hits++
		}
	}
	p := newChance(of(documents...)).of(&joint{a: 0, b: 1, windows: joints})
	if want := float64(hits) / draws; p == nil || math.Abs(*p-want) > 0.005 {
		t.Fatalf("p = %v, by shuffling %v", *p, want)
	}
}

func TestNormalIsNearExact(t *testing.T) {
	var documents [][3]int32
	for i := range int32(150) {
		documents = append(documents, [3]int32{40, 6 + i%4, 8})
	}
	c := newChance(of(documents...))
	for _, joints := range []int32{200, 225, 240, 260} {
		exact := c.of(&joint{a: 0, b: 1, windows: joints})
		least := int64(0)
		if normal := c.normal(int64(joints) - least); math.Abs(*exact-normal) > 0.003 {
			t.Errorf("%d joint: exact %v, normal %v", joints, *exact, normal)
		}
	}
}

func TestNPMI(t *testing.T) {
	for _, x := range []struct {
		joint int32
		a, b  int64
		want  float64
	}{
		{10, 10, 10, 1}, // never apart
		{1, 10, 10, 0},  // as by chance: 0.1 * 0.1 of 100
		{5, 10, 20, math.Log(2.5) / -math.Log(0.05)}, // p(a,b)=.05, p(a)p(b)=.02
	} {
		if got := npmi(x.joint, x.a, x.b, 100); got == nil || math.Abs(*got-x.want) > 1e-12 {
			t.Errorf("npmi(%d, %d, %d) = %v, want %v", x.joint, x.a, x.b, got, x.want)
		}
	}
	if npmi(100, 100, 100, 100) != nil {
		t.Error("where every window names both nothing can be said")
	}
}

func TestFalseDiscovery(t *testing.T) {
	p := func(x float64) *float64 { return &x }
	ties := []Tie{{PValue: p(0.04)}, {PValue: p(0.01)}, {}, {PValue: p(0.03)}, {PValue: p(0.5)}}
	falseDiscovery(ties)
	for i, want := range []float64{0.04 * 4 / 3, 0.04, -1, 0.04 * 4 / 3, 0.5} {
		if want < 0 {
			if ties[i].QValue != nil {
				t.Error("a tie without p has a q")
			}
			continue
		}
		if math.Abs(*ties[i].QValue-want) > 1e-12 {
			t.Errorf("q of %v = %v, want %v", *ties[i].PValue, *ties[i].QValue, want)
		}
	}
}
