package tokens_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"testing"

	"hustings/pipeline/pipetest"
	"hustings/stages/read"
	"hustings/stages/tokens"
)

var gum = flag.String("gum", "", "JSON Lines of documents with the places of their sentences: measure sentence boundaries on them")

// TestBoundaries prints the F1 of sentence ends against annotated documents, lines of {"text", "sentences": [[start,
// end], …]} in code points, with the 95 % interval of a bootstrap over documents. `make score` runs it where it finds GUM.
func TestBoundaries(t *testing.T) {
	if *gum == "" {
		t.Skip("no annotated documents: give them with -gum")
	}
	file, err := os.Open(*gum)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it is only read
	var all [][3]int   // of each document: ends that both have, that were found, that are marked
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var doc struct {
			Text      string
			Sentences [][2]int32
		}
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		d := pipetest.Doc(t, read.Source, stages, doc.Text)
		marked := map[int32]bool{}
		for _, s := range doc.Sentences {
			marked[s[1]] = true
		}
		both := 0
		for _, s := range tokens.Sentences.Of(d) {
			if marked[s.End] {
				both++
			}
		}
		all = append(all, [3]int{both, len(tokens.Sentences.Of(d)), len(marked)})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	f1 := func(pick func(i int) int) float64 {
		var sum [3]int
		for i := range all {
			for k, n := range all[pick(i)] {
				sum[k] += n
			}
		}
		return 2 * float64(sum[0]) / float64(sum[1]+sum[2])
	}
	r := rand.New(rand.NewSource(1)) //nolint:gosec // the same draws each time
	draws := make([]float64, 1000)
	for i := range draws {
		draws[i] = f1(func(int) int { return r.Intn(len(all)) })
	}
	slices.Sort(draws)
	value := f1(func(i int) int { return i })
	sentences := 0
	for _, x := range all {
		sentences += x[2]
	}
	fmt.Printf("sentence ends: f1 %.4f, interval %.4f to %.4f, %d sentences of %d documents\n", value, draws[25], draws[975], sentences, len(all))
	if value < 0.97 {
		t.Errorf("the F1 of sentence ends is %.4f, under 0.97", value)
	}
}
