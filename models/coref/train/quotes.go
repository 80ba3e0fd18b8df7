package main

import (
	"strings"

	"hustings/models/coref"
)

var saying = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("said says wrote writes told asked added replied declared announced argued warned insisted explained shouted answered called observed remarked cried") {
		m[w] = true
	}
	return m
}()

// quotes finds the quotations of a text by their marks, and a speaker who is named next to a verb of saying beside one.
func quotes(d *coref.Document) []coref.Quote {
	var out []coref.Quote
	open := int32(-1)
	for i := range d.Words {
		if i > 0 && d.Words[i].Paragraph != d.Words[i-1].Paragraph {
			open = -1
		}
		switch d.Words[i].Text {
		case `"`, "“", "”":
			if open < 0 {
				open = int32(i) + 1
				continue
			}
			if int32(i) > open {
				out = append(out, coref.Quote{First: open, Last: int32(i), Speaker: speaker(d, open-1, int32(i)+1)})
			}
			open = -1
		}
	}
	return out
}

// speaker looks for a verb of saying up to five words before from or after to, and a person's name beside it.
func speaker(d *coref.Document, from, to int32) int32 {
	for _, r := range [][2]int32{{to, to + 5}, {from - 5, from}} {
		for i := max(r[0], 0); i < min(r[1], int32(len(d.Words))); i++ {
			if !saying[strings.ToLower(d.Words[i].Text)] {
				continue
			}
			for _, n := range d.Names {
				if n.Type == "PERSON" && (n.Last == i || n.First >= i+1 && n.First <= i+3) && d.Words[n.First].Paragraph == d.Words[i].Paragraph {
					return n.Chain
				}
			}
		}
	}
	return -1
}
