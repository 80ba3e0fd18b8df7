package tokens_test

import (
	"math/rand"
	"strings"
	"testing"
)

// TestHostile puts together what documents are made of, in any order.
func TestHostile(t *testing.T) {
	bits := []string{" ", "\n", "\n\n", "\f", "\r\n", "\r", "-\n", "word", "The Party", "“", "”", "\"", "'", "’", "(Hill, 1994)", "[^1]", "[^1]:", "[3]", "⁴", "12", ".", ",", ":", "a.b", "# ", "> ", "- ", "1. ",
		"|", "\t", "      ", "REFERENCES", "NOTES", "Q:", "MR ORU:", "Table 1:", "é", "—", "…", "page 4", "[edit]", "[00:01]", "===", "---", "* ", "*", "†", "ibid.", "By Jane Hill", "x@y.z", "com", "munist", "\u2028", "\u200f", "\x00"}
	r := rand.New(rand.NewSource(1)) //nolint:gosec // the same documents each time
	for range 3000 {
		var b strings.Builder
		for n := r.Intn(60); n >= 0; n-- {
			b.WriteString(bits[r.Intn(len(bits))])
			if r.Intn(3) == 0 {
				b.WriteByte(' ')
			}
		}
		check(t, b.String())
	}
}
