package tokens

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/structure"
)

// piece is a stretch of the document that belongs to a block: bytes, end exclusive.
type piece struct {
	from, to int
	open     bool // the text goes on right behind it: only an anchor was taken out
	at       int  // where it begins in the joined text
}

// joined is the text of a block without what interrupts it.
type joined struct {
	text   string
	pieces []piece
	last   int   // the piece asked for last: places mostly go up
	taken  []int // where an anchor was taken out
}

// join joins the pieces of a block, and words that a line's end cut in two, if no anchor stands in the cut.
func (c *cutting) join(pieces []piece, anchors []structure.Region) joined {
	if len(pieces) == 1 && !strings.Contains(c.text[pieces[0].from:pieces[0].to], "-\n") && !strings.Contains(c.text[pieces[0].from:pieces[0].to], "-\r\n") {
		return joined{text: c.text[pieces[0].from:pieces[0].to], pieces: pieces}
	}
	var b strings.Builder
	var out []piece
	var taken []int
	for n, p := range pieces {
		for from := p.from; from < p.to; {
			hyphen, next := c.hyphen(from, p.to)
			if hyphen < 0 {
				hyphen, next = p.to, p.to
				if n+1 < len(pieces) && !p.open { // a page's end may cut a word too
					if h, w := c.cutWord(from, p.to, pieces[n+1]); h >= 0 && !c.between(anchors, h, w) {
						hyphen = h
						pieces[n+1].from = w
						p.open = true
					}
				}
			}
			end := hyphen
			if hyphen < p.to && c.text[hyphen] == '-' {
				after := next
				if next == p.to {
					after = pieces[n+1].from
				}
				if !c.joins(hyphen, after) {
					end++ // the hyphen stays
				}
			}
			out = append(out, piece{from: from, to: end, at: b.Len()})
			b.WriteString(c.text[from:end])
			from = next
		}
		if n+1 < len(pieces) {
			if !p.open {
				b.WriteByte(' ')
			} else if !pieces[n].open {
				continue // a word goes on
			} else {
				taken = append(taken, b.Len())
			}
		}
	}
	return joined{text: b.String(), pieces: out, taken: taken}
}

// cutWord finds the hyphen that ends a stretch, and where its word goes on in the next piece; -1 for none.
func (c *cutting) cutWord(from, to int, next piece) (hyphen, at int) {
	h := from + len(strings.TrimRightFunc(c.text[from:to], unicode.IsSpace)) - 1
	rest := c.text[next.from:next.to]
	at = next.to - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
	if h < from || c.text[h] != '-' || !c.cuts(h, at, next.to) {
		return -1, -1
	}
	return h, at
}

// between says whether an anchor begins in a stretch of the text.
func (c *cutting) between(anchors []structure.Region, from, to int) bool {
	i := sort.Search(len(anchors), func(i int) bool { return c.doc.Byte(int(anchors[i].Start)) >= from })
	return i < len(anchors) && c.doc.Byte(int(anchors[i].Start)) < to
}

// hyphen finds the next hyphen at a line's end that cuts a word in two, and where the word goes on; -1 for none.
func (c *cutting) hyphen(from, to int) (at, next int) {
	for i := from; i < to; {
		n := strings.Index(c.text[i:to], "-")
		if n < 0 {
			break
		}
		i += n
		j := i + 1
		for j < to && (c.text[j] == ' ' || c.text[j] == '\r' || c.text[j] == '\t') {
			j++
		}
		if j < to && c.text[j] == '\n' {
			for j < to && (c.text[j] == ' ' || c.text[j] == '\t' || c.text[j] == '\n' || c.text[j] == '\r') {
				j++
			}
			if strings.Count(c.text[i:j], "\n") == 1 && c.cuts(i, j, to) {
				return i, j
			}
		}
		i++
	}
	return -1, -1
}

// cuts says whether a hyphen stands behind letters, and letters of the same word may stand at a place: small ones, or
// large ones in a word of large ones.
func (c *cutting) cuts(hyphen, next, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(c.text[:hyphen])
	after, _ := utf8.DecodeRuneInString(c.text[next:to])
	return unicode.IsLetter(before) && (unicode.IsLower(after) || unicode.IsUpper(after) && unicode.IsUpper(before))
}

// joins says whether a word that was cut by a hyphen is known without it: to the document or to Punkt's model. If the
// document writes it with the hyphen elsewhere, that counts more.
func (c *cutting) joins(hyphen, next int) bool {
	from, to := hyphen, next
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(c.text[:from])
		if !unicode.IsLetter(r) && r != '-' {
			break
		}
		from -= size
	}
	for to < len(c.text) {
		r, size := utf8.DecodeRuneInString(c.text[to:])
		if !unicode.IsLetter(r) {
			break
		}
		to += size
	}
	if hyphen-from > longestWord || to-next > longestWord {
		return false
	}
	head, tail := strings.ToLower(c.text[from:hyphen]), strings.ToLower(c.text[next:to])
	if c.known == nil {
		c.known = vocabulary(c.text)
	}
	if c.known[head+"-"+tail] {
		return false
	}
	return c.known[head+tail] || lexicon()[head+tail]
}

// vocabulary is the words of a text, in small letters, those that a line's end cuts left out.
func vocabulary(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if len(w) > 3 && len(w) <= 2*longestWord && w[len(w)-1] != '-' && w[0] != '-' {
			out[strings.ToLower(w)] = true
		}
	}
	return out
}

// untilTaken is the first place after from where an anchor was taken out, or to.
func (j *joined) untilTaken(from, to int) int {
	for len(j.taken) > 0 && j.taken[0] <= from {
		j.taken = j.taken[1:]
	}
	if len(j.taken) > 0 && j.taken[0] < to {
		return j.taken[0]
	}
	return to
}

// place is the byte of the document at a byte of the joined text; placeEnd the same for a place where something ends.
func (j *joined) place(at int) int {
	if len(j.pieces) == 1 {
		return j.pieces[0].from + at
	}
	for j.last > 0 && j.pieces[j.last].at > at {
		j.last--
	}
	for j.last+1 < len(j.pieces) && j.pieces[j.last+1].at <= at {
		j.last++
	}
	p := j.pieces[j.last]
	return p.from + at - p.at
}

func (j *joined) placeEnd(at int) int { return j.place(at-1) + 1 }
