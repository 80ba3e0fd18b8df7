package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/structure"
)

// A cutter cuts a text at the characters that always stand alone: brackets,
// quotation marks, dashes, ellipses, slashes between words, note numbers. What
// is left between them is a core: a word with its hyphens, apostrophes, currency
// sign and full stop. Cores of letters and digits alone are tokens already.
type cutter struct {
	text     string
	lastWord int // end of the text's last letter or digit, in bytes
	spans    []Span
	cores    []int // indexes into spans of what prose is to split
}

// cut goes over the runs between white space.
func (c *cutter) cut() {
	text := c.text
	for i := 0; i < len(text); {
		b := text[i]
		switch {
		case b == ' ' || b == '\n':
			i++
			continue
		case b >= utf8.RuneSelf || b < ' ':
			if r, size := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(r) {
				i += size
				continue
			}
		}
		end, plain, address := scanRun(text, i)
		switch {
		case plain:
			c.spans = append(c.spans, Span{i, end})
		case address && isAddress(text[i:end]):
			c.address(i, end)
		default:
			c.run(i, end)
		}
		i = end
	}
}

// scanRun finds the end of the run that starts at i, whether it is one word of
// letters and digits, and whether it holds a character of addresses.
func scanRun(text string, i int) (end int, plain, address bool) {
	plain = true
	for i < len(text) {
		b := text[i]
		if b < utf8.RuneSelf {
			if isASCIIAlnum(b) {
				i++
				continue
			}
			if isASCIISpace(b) {
				break
			}
			plain = false
			address = address || b == '@' || b == ':' || b == '.'
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			break
		}
		plain = plain && isWordRune(r)
		i += size
	}
	return i, plain, address
}

// run cuts one run of characters that are not white space.
func (c *cutter) run(start, end int) {
	text := c.text
	from := start // start of the core being read
	for i := start; i < end; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		if c.inCore(r, i, size, from, start, end) {
			i += size
			continue
		}
		c.core(from, i)
		n := i + size
		for r != utf8.RuneError && strings.HasPrefix(text[n:end], text[i:i+size]) && !isBracket(r) {
			n += size
		}
		if structure.IsRaised(r) {
			for n < end {
				s, size := utf8.DecodeRuneInString(text[n:end])
				if !structure.IsRaised(s) {
					break
				}
				n += size
			}
		}
		c.spans = append(c.spans, Span{i, n})
		from, i = n, n
	}
	c.core(from, end)
}

// core adds a core as it is when nothing in it can be split, and leaves it to
// prose otherwise.
func (c *cutter) core(start, end int) {
	if start == end {
		return
	}
	for _, r := range c.text[start:end] {
		if r == '.' || r == '$' || isApostrophe(r) {
			c.cores = append(c.cores, len(c.spans))
			break
		}
	}
	c.spans = append(c.spans, Span{start, end})
}

// inCore says whether the character r of the given size at i belongs to the core
// that started at from, in the run from start to end.
func (c *cutter) inCore(r rune, i, size, from, start, end int) bool {
	if isWordRune(r) {
		return true
	}
	text := c.text
	before, _ := utf8.DecodeLastRuneInString(text[from:i])
	after, afterSize := utf8.DecodeRuneInString(text[i+size : end])
	if i == from {
		before = ' '
	}
	if i+size == end {
		after = ' '
	}
	switch {
	case r == '-' || r == '‐' || r == '‑':
		return isWordRune(after) && (isWordRune(before) || before == '.' || isApostrophe(before) ||
			i == start && unicode.IsDigit(after))
	case r == '.':
		switch {
		case after == '.' || i > start && text[i-1] == '.':
			return false // an ellipsis
		case i == from:
			return unicode.IsDigit(after) && i == start
		case isWordRune(after):
			return !missingSpace(before, after, text[i+size+afterSize:end])
		}
		return true
	case isApostrophe(r):
		if isWordRune(before) || before == '.' {
			return r != '‘' || isWordRune(after)
		}
		return i == from && isWordRune(after) && isElision(text[i+size:end])
	case r == ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case r == '/' || r == ':':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case r == '&' || r == '_':
		return isWordRune(before) && isWordRune(after)
	case r == '$':
		return i == from && unicode.IsDigit(after)
	case r == '@':
		return i == from && isWordRune(after)
	}
	return false
}

// missingSpace says whether a full stop between before and after ends a sentence
// whose following space was forgotten: "left.The party", not "U.S.A" or "x.com".
func missingSpace(before, after rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(before) && unicode.IsUpper(after) && (unicode.IsLower(next) || rest == "")
}

// isElision says whether a word that follows an apostrophe is one that begins
// with it, rather than the first word of a quotation: 'tis, '90s, 's.
func isElision(rest string) bool {
	n := 0
	for n < len(rest) && isASCIIAlnum(rest[n]) {
		n++
	}
	if n < len(rest) && rest[n] >= utf8.RuneSelf && !isApostrophe(firstRune(rest[n:])) {
		return false
	}
	switch strings.ToLower(rest[:n]) {
	case "s", "ll", "re", "ve", "m", "d", "t", "em", "tis", "twas", "til", "cause":
		return true
	}
	return n >= 2 && n <= 3 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9'
}

// splitCore adds the pieces of one core. answer holds the lengths of prose's
// pieces in characters, or is nil.
func (c *cutter) splitCore(out []Span, core Span, answer []int) []Span {
	text := c.text
	stop := core.End
	if text[core.End-1] == '.' && core.End-core.Start > 1 &&
		!keepsStop(text[core.Start:core.End-1], core.End > c.lastWord, text[core.End:]) {
		stop = core.End - 1
	}
	from, i := core.Start, core.Start
	cut := func(at int) {
		if at > from && at <= stop {
			out = append(out, Span{from, at})
			from = at
		}
	}
	if answer == nil {
		at := clitic(text[core.Start:stop])
		cut(core.Start + at)
	}
	for n, length := range answer {
		for range length {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
		if n == len(answer)-1 {
			break
		}
		if text[i:core.End] == "." && stop == core.End {
			continue // prose took the stop of an abbreviation
		}
		if at := from + clitic(text[from:i]); at < i {
			cut(at)
		}
		cut(i)
	}
	if at := from + clitic(text[from:stop]); at < stop {
		cut(at)
	}
	cut(stop)
	if stop < core.End {
		out = append(out, Span{stop, core.End})
	}
	return out
}

// clitic returns where a clitic at the end of word begins ('s, 've, 'd, n't, a
// lone closing apostrophe), or len(word).
func clitic(word string) int {
	n := len(word)
	for back := 1; back <= 3 && n > 0; back++ {
		r, size := utf8.DecodeLastRuneInString(word[:n])
		n -= size
		if !isApostrophe(r) {
			continue
		}
		if n == 0 {
			break
		}
		switch tail := strings.ToLower(word[n+size:]); { //nolint:staticcheck // a tagged switch reads worse
		case tail == "t":
			if word[n-1]|0x20 == 'n' && n > 1 {
				return n - 1
			}
		case tail == "" || tail == "s" || tail == "d" || tail == "m" || tail == "ll" || tail == "re" || tail == "ve":
			return n
		}
		break
	}
	return len(word)
}
