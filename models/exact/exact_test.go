package exact

import (
	"math"
	"testing"
)

func TestAgainstStandardLibrary(t *testing.T) {
	for x := -700.0; x < 700; x += 0.37 {
		if got, want := Exp(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Fatalf("Exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x := 1e-300; x < 1e300; x *= 1.7 {
		if got, want := Log(x), math.Log(x); math.Abs(got-want) > 4e-16*math.Abs(want)+1e-18 {
			t.Fatalf("Log(%v) = %v, want %v", x, got, want)
		}
	}
}

func TestEdges(t *testing.T) {
	if Exp(math.Inf(-1)) != 0 || !math.IsInf(Exp(1000), 1) || !math.IsInf(Log(0), -1) || !math.IsNaN(Log(-1)) {
		t.Fatal("limits are wrong")
	}
	p := []float64{1000, 1000, -1000}
	Softmax(p)
	if p[0] != 0.5 || p[1] != 0.5 || p[2] != 0 {
		t.Fatalf("Softmax = %v", p)
	}
}
