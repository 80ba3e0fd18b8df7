package structure

import (
	"strings"
	"unicode"
)

// isVolume knows the line of a volume: "Vol. 3, No. 2 (1999), pp. 1-14".
func isVolume(low string) bool {
	if len(low) > longestHeader || !strings.ContainsAny(low, "0123456789") {
		return false
	}
	n := 0
	if i := strings.LastIndexByte(low, ':'); i > 0 && strings.HasSuffix(low[:i], ")") && strings.Trim(low[i+1:], " 0123456789-–.") == "" {
		n++ // "31, no. 2 (Autumn 2008): 211–234"
	}
	words := strings.Fields(low)
	for i, w := range words {
		switch strings.Trim(w, "(,;:·.") {
		case "vol", "volume", "no", "issue", "pp", "nr", "number":
			if i+1 < len(words) && (isDigit(words[i+1][0]) || strings.Trim(words[i+1], "ivxlc.,") == "") {
				n++
			}
		}
	}
	return (n >= 2 || n == 1 && strings.Contains(low, " · ")) && !prose(low)
}

// isLetterhead says whether the first block is the name of the organisation, the paper or the series above the title: a
// body's name, and another line that looks like a title comes before any text.
func isLetterhead(text string, blocks []block) bool {
	s := blocks[0].text(text)
	if len(blocks) > 2 && kickers[strings.ToLower(s)] && len(blocks[1].text(text)) <= longestHeader {
		return true
	}
	if len(blocks) > 3 && len(strings.Fields(s)) <= 6 && !endsSentence(s) && s[0] != '#' && blocks[1].kind == boilerplate {
		next := 1
		for next < len(blocks)-1 && blocks[next].kind == boilerplate {
			next++
		}
		t := blocks[next].text(text)
		if len(t) <= longestHeader && !endsSentence(t) && !isByline(t) && !isName(t) && !isDate(t) && !prose(t) {
			return true // a paper's or a site's name above its issue or its menu
		}
	}
	if len(s) > longestHeader || len(blocks) < 3 || endsSentence(s) || s[0] == '#' || prose(s) || !inCapitals(s) && !strings.ContainsAny(s, "0123456789") {
		return false
	}
	body := false
	for w := range strings.FieldsSeq(s) {
		body = body || bodies[strings.ToLower(strings.Trim(w, ",.()'’"))]
	}
	for _, b := range blocks[1:] {
		if b.kind == boilerplate {
			continue
		}
		t := b.text(text)
		return body && len(t) <= longestHeader && !endsSentence(t) && !opensPart(t) && numbered(t) == 0 && !isByline(t) && !isName(t) && !isDate(t) && (titled(t) || inCapitals(t))
	}
	return false
}

// kickers stand above a headline and say what sort of article it is.
var kickers = set("opinion comment commentary analysis editorial leader feature news politics letters interview review essay column world culture society")

var bodies = set("league institute institution party congress alliance union association society federation council committee commission ministry department university foundation centre center press monthly weekly daily times herald gazette tribune courier observer bulletin chronicle post news magazine proceedings record review journal quarterly issue office bureau parliament assembly senate house chamber court paper papers series archive")

// isIssue knows the line below a newspaper's name: "No. 18,411   TUESDAY, OCTOBER 19, 1954   PRICE 2d."
func isIssue(s string) bool {
	low := strings.ToLower(s)
	return len(s) < longestHeader && hasDate(s) && !prose(s) && (strings.HasPrefix(low, "no. ") || strings.HasPrefix(low, "vol. ") || strings.Contains(low, " no. ") && strings.Contains(low, "price"))
}

// isIssueLine knows the line above an article that names its paper and day: "Port Hallam Courier, Monday 1 March 1999",
// "Morning Tide, 12 September 2001, page 6".
func isIssueLine(s string) bool {
	if len(s) > longestHeader || !hasDate(s) || prose(s) || isDateline(s) {
		return false
	}
	low := strings.ToLower(s)
	if strings.Contains(low, ", page ") || strings.Contains(low, ", p. ") || strings.Contains(low, "price ") {
		return true
	}
	for w := range strings.FieldsSeq(low) {
		if papers[strings.Trim(w, ",.()*_")] {
			return true
		}
	}
	return inCapitals(s[:min(len(s), 12)]) && (strings.Contains(s, " · ") || strings.Contains(s, " — "))
}

var papers = set("courier times herald gazette tribune observer bulletin chronicle post news magazine journal review weekly daily monthly mercury star standard telegraph guardian sentinel echo express mail")

// isMasthead knows the title line of a journal: "Northern Journal of Politics (NJP)".
func isMasthead(s string) bool {
	words := strings.Fields(s)
	if len(words) < 3 || len(words) > 14 || endsSentence(s) && !strings.HasSuffix(s, ")") {
		return false
	}
	journal := false
	for i, w := range words {
		switch strings.ToLower(w) {
		case "journal", "quarterly", "annals", "proceedings":
			last := i+1 == len(words) || words[i+1][0] == '('
			journal = journal || last || i+1 < len(words) && (strings.EqualFold(words[i+1], "of") || strings.EqualFold(words[i+1], "for"))
		}
		if r := first(w); unicode.IsLower(r) && !small[w] {
			return false
		}
	}
	return journal
}
