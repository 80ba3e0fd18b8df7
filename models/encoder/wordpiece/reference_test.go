package wordpiece

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// reference reads what testdata/reference.py wrote: the vocabulary, and then each text.
func reference(t testing.TB) (vocab []string, texts []referenceText) {
	t.Helper()
	f, err := os.Open("testdata/reference.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bufio.NewReader(z))
	if err := d.Decode(&vocab); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		var r referenceText
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, r)
	}
	return vocab, texts
}

type referenceText struct {
	text           string
	cased, uncased []Piece
}

func (r *referenceText) UnmarshalJSON(data []byte) error {
	var rows [2][3][]int32 // id, start, length
	if err := json.Unmarshal(data, &[]any{&r.text, &rows[0], &rows[1]}); err != nil {
		return err
	}
	for i, to := range []*[]Piece{&r.cased, &r.uncased} {
		var id, start int32
		for j := range rows[i][0] {
			id += rows[i][0][j]
			start += rows[i][1][j]
			*to = append(*to, Piece{ID: id, Start: start, End: start + rows[i][2][j]})
		}
	}
	return nil
}

func TestReference(t *testing.T) {
	vocab, texts := reference(t)
	if len(texts) < 3000 {
		t.Fatalf("%d texts, want 3000 or more", len(texts))
	}
	for _, lowercase := range []bool{false, true} {
		tokens, err := New(vocab, Options{Lowercase: lowercase})
		if err != nil {
			t.Fatal(err)
		}
		wrong := 0
		for _, r := range texts {
			got, want := tokens.Append(nil, r.text), r.cased
			if lowercase {
				want = r.uncased
			}
			for i, p := range got {
				if piece := tokens.Piece(p.ID); p.Continues != (piece[0] == '#' && len(piece) > 2) {
					t.Fatalf("%+q: piece %d, %q, has Continues %v", r.text, i, piece, p.Continues)
				}
				got[i].Continues = false
			}
			if !slices.Equal(got, want) {
				wrong++
				if wrong <= 3 {
					t.Errorf("lowercase %v, text %+q:\n got %v\nwant %v", lowercase, r.text, got, want)
				}
			}
		}
		if wrong > 0 {
			t.Errorf("lowercase %v: %d of %d texts differ", lowercase, wrong, len(texts))
		}
	}
}
