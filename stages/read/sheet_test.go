package read

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hustings/pipeline"
)

func TestSheetRoundTrip(t *testing.T) {
	rows := []SheetRow{
		{Label: Label{DocID: "a/b.txt", Start: 4, End: 13, Weight: 1}, Mention: "Ida Marsh", Actor: "Ida Marsh", Sentence: "Why [[Ida Marsh]], \"of all\"?"},
		{Label: Label{DocID: "c.txt", Start: 4, End: 6, Weight: 12.75}, Mention: "TP", Actor: "Tideland Party", Sentence: "The [[TP]]."},
	}
	var out bytes.Buffer
	if err := WriteSheet(&out, rows); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "12.75") || strings.Count(out.String(), "\n") != 3 {
		t.Errorf("%s", out.String())
	}
	none := func(line int, reason string) { t.Errorf("line %d: %s", line, reason) }
	filled := strings.Replace(out.String(), "]].,,", "]].,-1,", 1)
	got, err := ParseSheet([]byte("\ufeff"+strings.ReplaceAll(filled, "\n", "\r\n")), none)
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	for i, r := range got {
		want := rows[i]
		want.Line = i + 2
		if i == 1 {
			want.Polarity, want.Filled = -1, true
		}
		if r != want {
			t.Errorf("got %+v, want %+v", r, want)
		}
	}
}

func TestSheetFaults(t *testing.T) {
	const header = "doc_id,start,end,mention,label,draw\n"
	for data, want := range map[string]string{
		"":                                          "sheet: line 1: no header",
		"doc_id;start;end;label\n":                  `line 1: no column "doc_id" among ["doc_id;start;end;label"]`,
		"doc_id,start,end\n":                        `line 1: no column "label"`,
		header + "a.txt,0,3,Ida,good,\n":            `2 column label: "good" is none of -1, 0 and 1`,
		header + "a.txt,0,3,Ida,2,\n":               `2 column label: "2" is none`,
		header + ",0,3,Ida,1,\n":                    "2 column doc_id: is empty",
		header + "a.txt,x,3,Ida,1,\n":               `2 column start: "x" is not a number`,
		header + "a.txt,0,99999999999,,1,\n":        `2 column end: "99999999999" is not a number`,
		header + "a.txt,3,3,,1,\n":                  "2 column end: 3 is not behind 3",
		header + "a.txt,0,3,,1,12.5\n":              `2 column draw: "12.5" is not what`,
		header + "a.txt,0,3,,1,w0000000000000000\n": "2 column draw",
		header + "a.txt,0,3,,1\n":                   "2 wrong number of fields",
		header + "a.txt,0,3,,1,\na.txt,0,3,,0,\n":   "3 is the judgement of line 2 once more",
		header + "a.txt,0,3,,1,\n\"a.txt,0,3,,0,\n": "3 extraneous or missing",
	} {
		var told []string
		_, err := ParseSheet([]byte(data), func(line int, reason string) { told = append(told, fmt.Sprint(line, " ", reason)) })
		if err != nil {
			told = append(told, err.Error())
		}
		if len(told) != 1 || !strings.Contains(told[0], want) {
			t.Errorf("%q: got %q, want %q", data, told, want)
		}
	}
}

// TestLabelsMeetTheirText: labels of documents that are not there, or whose text has changed, are rejects.
func TestLabelsMeetTheirText(t *testing.T) {
	f := &folder{sheet: sheet{name: "labels.csv", asked: map[string][]SheetRow{}}}
	ask := func(doc string, start, end int32, mention string) {
		f.sheet.asked[doc] = append(f.sheet.asked[doc], SheetRow{Label: Label{DocID: doc, Start: start, End: end, Polarity: 1, Weight: 1}, Line: int(start) + 2, Mention: mention})
	}
	ask("a.txt", 4, 13, "Ida Marsh")
	ask("a.txt", 0, 3, "Ida Marsh")
	ask("a.txt", 14, 99, "")
	ask("a.txt", 0, 2, "")
	ask("gone.txt", 0, 2, "")
	f.meet(pipeline.NewDoc("a.txt", "Öl, Ida\nMarsh!"))
	f.meet(pipeline.NewDoc("b.txt", "TP"))
	var got []string
	for _, l := range f.labels() {
		got = append(got, fmt.Sprint(l.DocID, " ", l.Start))
	}
	for _, r := range settle(f.rejects) {
		got = append(got, r.Place+": "+r.Reason)
	}
	want := []string{"a.txt 0", "a.txt 4",
		`line 16: row was left out: "" no longer stands at 14 to 99 of "a.txt": the text has changed since the sheet was drawn`,
		`line 2: row was left out: "Ida Marsh" no longer stands at 0 to 3 of "a.txt": the text has changed since the sheet was drawn; row was left out: no document "gone.txt" was read`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
