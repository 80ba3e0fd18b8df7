package structure

import (
	"strings"
	"unicode/utf8"
)

// isSetOff says whether a block is a quotation that is set off: indented against the text around it, or one long
// quotation in marks.
func (s *sorter) isSetOff() bool {
	switch {
	case isQuoted(s.s):
		return true
	case len(s.s) < 60:
		return false
	}
	above := ""
	if s.before == paragraph {
		above = s.blocks[s.i-1].text(s.text)
	}
	if s.personal && firstPerson(above[max(0, len(above)-100):]) && firstPerson(s.s) {
		return false // the author goes on speaking
	}
	if s.mark == none && !strings.HasSuffix(s.s, ":") && (announces(above) || !s.personal && speaksUp(above, s.s)) {
		return true
	}
	for _, l := range s.lines[s.b.first : s.b.last+1] {
		if l.indent < s.indent+3 {
			return false
		}
	}
	return prose(s.s) && (s.b.last > s.b.first || strings.HasSuffix(above, ":"))
}

// announces says whether a paragraph ends by announcing words of somebody else's: "… the clause reads in full:".
func announces(s string) bool {
	rest, ok := strings.CutSuffix(strings.TrimRight(s, "—–- "), ":")
	if !ok {
		return false
	}
	for _, p := range []string{"in full", "in these terms", "in these words", "as follows", "in the words of", "text of the resolution"} {
		if strings.Contains(rest[max(0, len(rest)-60):], p) {
			return true
		}
	}
	words := strings.Fields(rest)
	for _, w := range words[max(0, len(words)-7):] {
		if announcing[strings.ToLower(strings.Trim(w, ",.;()\"'“”"))] {
			return true
		}
	}
	return false
}

// speaksUp says whether a block below a colon speaks in the first person, and the sentence above does not.
func speaksUp(above, s string) bool {
	if !strings.HasSuffix(strings.TrimRight(above, "—–- "), ":") || len(s) < 100 {
		return false
	}
	return firstPerson(s) && !firstPerson(above[max(0, len(above)-300):])
}

func firstPerson(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.Trim(w, ".,;:!?()“”‘’\"'") {
		case "I", "we", "We", "our", "Our", "us", "my", "My", "me", "ours", "ourselves", "myself", "I’m", "I've", "I’ve", "I'm", "we’re", "we've":
			return true
		}
	}
	return false
}

var announcing = set("reads read writes wrote written stated declares declared says said argues argued recalls recalled noted explains explained observed observes provides provided announced proclaims proclaimed quotes quoted concluded concludes excerpt passage extract replied answered describes described remembers remembered testified recounts recounted relates reading")

// isQuoted says whether a block is one long quotation: marks at both ends, none that closes between, and more than a
// remark.
func isQuoted(s string) bool {
	if len(s) < 80 {
		return false
	}
	open, size := utf8.DecodeRuneInString(s)
	closing, ok := closingMarks[open]
	if !ok || len(strings.Fields(s)) < 20 {
		return false
	}
	end := quotationEnd(s, size, open, closing)
	return end >= 0 && strings.Trim(s[end:], ".,; ") == ""
}

// isAttribution knows "— Jane Hill, 1994" behind a quotation.
func isAttribution(s string) bool {
	rest := strings.TrimLeft(s, "—–- \n")
	return rest != s && len(rest) < 100 && !prose(rest)
}
