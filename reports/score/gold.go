package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// span is a stretch of a document in code points, end exclusive.
type span struct{ start, end int32 }

// goldDoc is one document as a person marked it.
type goldDoc struct {
	name    string
	spans   []goldSpan // each span once, in the file's order
	regions []region   // nil where no regions are marked
}

// goldSpan is one mention in the gold.
type goldSpan struct {
	span
	coarse   coarse
	kind     string // the type as written
	entity   string
	polarity int32 // of a PERSON or PARTY
}

// region is a stretch of one kind of text.
type region struct {
	kind string
	span
}

// judged says whether a type has polarity and actors to score.
func judged(kind string) bool { return kind == "PERSON" || kind == "PARTY" }

// readGold reads a gold folder; its documents are sorted by name.
func readGold(dir string) ([]goldDoc, error) {
	const expected = "expected is a folder with one DOCUMENT.jsonl for each document, a line for each mention: " +
		`{"start": 0, "end": 9, "text": "Jane Hill", "type": "PERSON", "entity": "jane-hill", "polarity": 1}`
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("score: no gold folder %q: %s", dir, expected)
	}
	if err != nil {
		return nil, fmt.Errorf("score: gold folder: %w", err)
	}
	_, err = os.Stat(filepath.Join(dir, "regions"))
	hasRegions := err == nil
	var docs []goldDoc
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".jsonl")
		if !ok || e.IsDir() {
			continue
		}
		d := goldDoc{name: name}
		if d.spans, err = readGoldSpans(filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
		if hasRegions {
			if d.regions, err = readGoldRegions(filepath.Join(dir, "regions", e.Name())); err != nil {
				return nil, err
			}
		}
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("score: gold folder %q has no .jsonl file: %s", dir, expected)
	}
	slices.SortFunc(docs, func(a, b goldDoc) int { return strings.Compare(a.name, b.name) })
	return docs, nil
}

func readGoldSpans(path string) ([]goldSpan, error) {
	var out []goldSpan
	at := map[span]int{}
	err := eachLine(path, func(line []byte) error {
		var row struct {
			Start, End   *int32
			Type, Entity string
			Polarity     *int32
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		if row.Start == nil || row.End == nil || *row.Start < 0 || *row.End <= *row.Start {
			return errors.New("needs start and end, code points with 0 <= start < end")
		}
		s := goldSpan{span: span{*row.Start, *row.End}, kind: row.Type, entity: row.Entity}
		var ok bool
		if s.coarse, ok = coarseOf[row.Type]; !ok {
			return fmt.Errorf("type %q is none of PERSON, PARTY, ORG, GPE, LOC, EVENT, NORP, WORK", row.Type)
		}
		if judged(row.Type) {
			if row.Polarity == nil || *row.Polarity < -1 || *row.Polarity > 1 {
				return fmt.Errorf("a %s needs a polarity of -1, 0 or 1", row.Type)
			}
			s.polarity = *row.Polarity
		}
		if i, ok := at[s.span]; ok { // marked twice: the later line counts
			out[i] = s
			return nil
		}
		at[s.span] = len(out)
		out = append(out, s)
		return nil
	})
	return out, err
}

func readGoldRegions(path string) ([]region, error) {
	out := []region{}
	err := eachLine(path, func(line []byte) error {
		var row struct {
			Start, End int32
			Kind       string
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		if row.Kind == "" || row.Start < 0 || row.End < row.Start {
			return errors.New("needs kind, start and end, code points with 0 <= start <= end")
		}
		out = append(out, region{row.Kind, span{row.Start, row.End}})
		return nil
	})
	return out, err
}

// eachLine calls do with every line of a file that is not blank; an error names file and line.
func eachLine(path string, do func(line []byte) error) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("score: gold: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if line := bytes.TrimSpace(lines.Bytes()); len(line) > 0 {
			if err := do(line); err != nil {
				return fmt.Errorf("score: gold: %s:%d: %w", path, n, err)
			}
		}
	}
	return lines.Err()
}
