package score

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The figures are those of score.py, which lies beside the training data and needs Python alone.
const reference = "../../../shared/score/score.py"

func TestReference(t *testing.T) {
	script, err := filepath.Abs(reference)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(script); err != nil {
		t.Skipf("no %s", reference)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dir := t.TempDir()
			random(t, dir, rand.New(rand.NewPCG(seed, 7)))
			want, err := exec.Command(python, script, filepath.Join(dir, "gold"), filepath.Join(dir, "tables"), "--json").CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, want)
			}
			gold, err := readGold(filepath.Join(dir, "gold"))
			if err != nil {
				t.Fatal(err)
			}
			if got := compare(gold, runOf(t, dir)).JSON(); !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// random writes a gold folder and a run's tables as JSON Lines.
func random(t *testing.T, dir string, r *rand.Rand) {
	types := []string{"PERSON", "PERSON", "PARTY", "PARTY", "ORG", "GPE", "LOC", "EVENT", "NORP", "WORK"}
	kinds := []string{"heading", "paragraph", "footnote", "list"}
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	tables := map[string]*bytes.Buffer{"documents": {}, "mentions": {}, "sentiment": {}, "regions": {}}
	line := func(into *bytes.Buffer, format string, args ...any) { fmt.Fprintf(into, format+"\n", args...) }
	for d := range 1 + r.IntN(8) {
		name := fmt.Sprintf("text.%d", d)
		id := fmt.Sprintf("%s/%s.txt", pick([]string{"north", "south"}), name)
		line(tables["documents"], `{"doc_id": %q, "title": ""}`, id)
		var gold, goldRegions bytes.Buffer
		for i := range r.IntN(60) {
			start, end := i*20, i*20+5+r.IntN(9)
			kind, entity := pick(types), fmt.Sprintf("actor-%d", r.IntN(7))
			polarity := "null"
			if judged(kind) {
				polarity = fmt.Sprint(r.IntN(3) - 1)
			}
			if r.IntN(8) > 0 {
				line(&gold, `{"start": %d, "end": %d, "text": "x", "type": %q, "entity": %q, "polarity": %s}`, start, end, kind, entity, polarity)
			}
			if r.IntN(6) == 0 {
				kind = pick(append(types, "OTHER"))
			}
			end += max(0, r.IntN(9)-7)
			if r.IntN(5) == 0 {
				entity = pick([]string{"", "actor-1", "somebody"})
			}
			if r.IntN(7) > 0 {
				line(tables["mentions"], `{"doc_id": %q, "start": %d, "end": %d, "form": %q, "type": %q, "entity_id": %q}`,
					id, start, end, pick([]string{"name", "name", "name", "acronym", "pronoun"}), kind, entity)
			}
			if r.IntN(3) == 0 {
				polarity = pick([]string{"null", "-1", "0", "1"})
			}
			if r.IntN(7) > 0 {
				line(tables["sentiment"], `{"doc_id": %q, "start": %d, "end": %d, "polarity": %s}`, id, start, end, polarity)
			}
		}
		for i := range r.IntN(20) {
			start, end := i*30+r.IntN(9), i*30+40
			line(&goldRegions, `{"start": %d, "end": %d, "kind": %q}`, start, end, pick(kinds))
			line(tables["regions"], `{"doc_id": %q, "start": %d, "end": %d, "kind": %q}`, id, start+r.IntN(5), end-r.IntN(5), pick(kinds))
		}
		write(t, filepath.Join(dir, "gold", name+".jsonl"), gold.Bytes())
		write(t, filepath.Join(dir, "gold", "regions", name+".jsonl"), goldRegions.Bytes())
	}
	for table, lines := range tables {
		write(t, filepath.Join(dir, "tables", table+".jsonl"), lines.Bytes())
	}
}
