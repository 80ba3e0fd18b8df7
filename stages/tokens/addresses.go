package tokens

import "strings"

// isAddress says whether a run is a web or e-mail address, punctuation around it
// aside.
func isAddress(run string) bool {
	s := run[addressStart(run):]
	if strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "WWW.") {
		return true
	}
	if i := strings.Index(s, "://"); i > 0 && i <= 8 {
		return lettersOnly(s[:i])
	}
	i := strings.IndexByte(s, '@')
	if i <= 0 || strings.HasPrefix(s, "@") {
		return false
	}
	dot := strings.IndexByte(s[i:], '.')
	return dot > 1 && i+dot+1 < len(s) && isASCIIAlnum(s[i-1]) && isASCIIAlnum(s[i+1]) && isASCIIAlnum(s[i+dot+1])
}

func lettersOnly(s string) bool {
	for i := range len(s) {
		if s[i]|0x20 < 'a' || s[i]|0x20 > 'z' {
			return false
		}
	}
	return s != ""
}

// openers and closers are the punctuation that stands around an address.
const (
	openers = `(<["'“‘«`
	closers = `.,;:!?)>]"'”’»`
)

func addressStart(run string) int {
	return len(run) - len(strings.TrimLeft(run, openers))
}

// address adds an address as one token and the punctuation around it.
func (c *cutter) address(start, end int) {
	run := c.text[start:end]
	a := start + addressStart(run)
	b := start + len(strings.TrimRight(run, closers))
	if strings.HasSuffix(c.text[a:b+1*min(1, end-b)], ")") && strings.Contains(c.text[a:b], "(") {
		b++ // the bracket was opened inside
	}
	c.run(start, a)
	c.spans = append(c.spans, Span{a, b})
	c.run(b, end)
}
