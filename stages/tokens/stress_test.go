package tokens_test

import (
	"math/rand"
	"strings"
	"testing"
	"time"
)

func TestStress(t *testing.T) {
	bits := []string{" ", "\n", "\n\n", "\f", "-\n", "word", "The Party", "“", "”", "\"", "'", "’", "(Hill, 1994)", "[^1]", "[^1]:", "⁴", "12", ".", ",", ":", "a.b", "# ", "> ", "- ", "1. ", "|", "\t", "REFERENCES", "Q:", "MR ORU:", "Table 1:", "é", "—", "…", "page 4", "[edit]", "===", "---", "* ", "†", "ibid.", "By Jane Hill", "x@y.z", "com", "munist"}
	r := rand.New(rand.NewSource(7))
	for i := 0; i < 3000; i++ {
		var b strings.Builder
		for n := r.Intn(60); n >= 0; n-- {
			b.WriteString(bits[r.Intn(len(bits))])
			if r.Intn(3) == 0 {
				b.WriteByte(' ')
			}
		}
		s := b.String()
		done := make(chan bool)
		go func() {
			select {
			case <-done:
			case <-time.After(5 * time.Second):
				panic("slow: " + s)
			}
		}()
		check(t, s)
		close(done)
	}
}
