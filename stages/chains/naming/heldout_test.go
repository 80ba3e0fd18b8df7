package naming

import "testing"

// heldOut is how many of testdata/heldout.txt come out right. The pairs were written by another hand and were not looked at
// while the rules were made: the share is an honest figure only as long as no rule is made for them.
const heldOut = 134

func TestHeldOut(t *testing.T) {
	pairs := readPairs(t, "testdata/heldout.txt")
	right := 0
	for _, c := range pairs {
		if ok, _ := c.holds(); ok {
			right++
		}
	}
	t.Logf("%d of %d pairs are right", right, len(pairs))
	if right < heldOut {
		t.Errorf("%d of %d pairs are right, want %d or more", right, len(pairs), heldOut)
	}
}
