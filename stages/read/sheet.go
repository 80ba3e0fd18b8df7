package read

import (
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ErrSheet is what every error about a sheet as a whole wraps: a mistake of the person who named or changed it.
var ErrSheet = errors.New("sheet")

// SheetColumns are the columns of a sheet of judgements to label by hand. Of a sheet that is read, sentence and actor are not
// asked for; without draw every row counts alike.
var SheetColumns = []string{"doc_id", "start", "end", "mention", "actor", "sentence", "label", "draw"}

// SheetRow is one judgement of a sheet.
type SheetRow struct {
	Label                  // its Polarity counts if Filled
	Line            int    // in the file, from 1
	Filled          bool   // whether it has a label
	Mention         string // as written in the text
	Actor, Sentence string // for the person who labels
}

// WriteSheet writes rows without their labels. The weight is written so that nobody reads it: it would tell what the model
// has answered.
func WriteSheet(w io.Writer, rows []SheetRow) error {
	out := csv.NewWriter(w)
	_ = out.Write(SheetColumns) // Error tells
	for _, r := range rows {
		_ = out.Write([]string{r.DocID, fmt.Sprint(r.Start), fmt.Sprint(r.End), r.Mention, r.Actor, r.Sentence, "", veiled(&r.Label)})
	}
	out.Flush()
	return out.Error()
}

// veiled is the weight of a row, mixed with a hash of where the mention stands. The letter keeps spreadsheets from taking
// it for a number.
func veiled(l *Label) string {
	return fmt.Sprintf("w%016x", math.Float64bits(l.Weight)^place(l))
}

func place(l *Label) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d\x00%d", l.DocID, l.Start, l.End) //nolint:errcheck // a hash never fails
	return h.Sum64()
}

// unveil reads the weight back; ok is false if the text was not written for this place.
func (l *Label) unveil(text string) (ok bool) {
	bits, found := strings.CutPrefix(text, "w")
	data, err := hex.DecodeString(bits)
	if !found || err != nil || len(data) != 8 {
		return false
	}
	x := uint64(0)
	for _, b := range data {
		x = x<<8 | uint64(b)
	}
	l.Weight = math.Float64frombits(x ^ place(l))
	return l.Weight >= 1 && l.Weight < 1e9
}

// ParseSheet reads a sheet. A row that cannot be used is told to fault with its line and the reason.
func ParseSheet(data []byte, fault func(line int, reason string)) ([]SheetRow, error) {
	r, header, err := readCSV(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSheet, err)
	}
	for _, column := range []string{"doc_id", "start", "end", "label"} {
		if !slices.Contains(header, column) {
			return nil, fmt.Errorf("%w: line 1: no column %q among %q: draw a sheet with 'hustings sample' and keep its header and commas", ErrSheet, column, header)
		}
	}
	var rows []SheetRow
	lines := map[Label]int{} // by place
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		line := lineOf(r, err)
		if err != nil {
			fault(line, csvReason(err).Error())
			continue
		}
		row, reason := sheetRow(header, fields)
		where := Label{DocID: row.DocID, Start: row.Start, End: row.End}
		if first, ok := lines[where]; ok && reason == "" {
			reason = fmt.Sprintf("is the judgement of line %d once more", first)
		}
		if reason != "" {
			fault(line, reason)
			continue
		}
		row.Line, lines[where] = line, line
		rows = append(rows, row)
	}
}

// sheetRow reads one row; the reason says why it cannot be used.
func sheetRow(header, fields []string) (row SheetRow, reason string) {
	row.Weight = 1
	draw := ""
	for i, column := range header {
		v := strings.TrimSpace(fields[i])
		switch column {
		case "doc_id":
			row.DocID = strings.TrimPrefix(strings.ReplaceAll(v, "\\", "/"), "./")
		case "start", "end":
			n, err := strconv.ParseInt(v, 10, 32)
			if err != nil || n < 0 {
				return row, fmt.Sprintf("column %s: %q is not a number of code points", column, v)
			}
			if column == "start" {
				row.Start = int32(n)
			} else {
				row.End = int32(n)
			}
		case "mention":
			row.Mention = v
		case "actor":
			row.Actor = v
		case "sentence":
			row.Sentence = v
		case "draw":
			draw = v
		case "label":
			switch v {
			case "":
				continue
			case "-1", "−1", "–1":
				row.Polarity = -1
			case "0":
			case "1", "+1":
				row.Polarity = 1
			default:
				return row, fmt.Sprintf("column label: %q is none of -1, 0 and 1: leave it empty to skip the row", v)
			}
			row.Filled = true
		}
	}
	switch {
	case row.DocID == "":
		return row, "column doc_id: is empty: name the document"
	case row.End <= row.Start:
		return row, fmt.Sprintf("column end: %d is not behind %d in column start", row.End, row.Start)
	case draw != "" && !row.unveil(draw):
		return row, fmt.Sprintf("column draw: %q is not what 'hustings sample' wrote for this place: leave doc_id, start, end and draw as they are", draw)
	}
	return row, ""
}
