package structure

import (
	"strings"
	"unicode"
)

// furniture marks the lines that belong to the page or the web site rather than to the text: page numbers, running
// headers and footers, crumbs, mastheads. A running header is known by coming back, digits aside.
func furniture(text string, lines []line) {
	counts := repeats(text, lines)
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if len(s) > 2*longestHeader {
			continue
		}
		alone := l.after || l.before
		switch {
		case isFurniture(s) && (alone || !prose(s)) || isTeaser(s), (i < 3 || l.after && l.before) && isMenu(s), alone && (isStamp(s) || isVolume(strings.ToLower(s))):
			l.kind = boilerplate
			if isTeaser(s) { // titles of other pages follow
				for j := i + 1; j < len(lines) && j < i+8 && lines[j].end-lines[j].start < longestHeader && !endsSentence(text[lines[j].start:lines[j].end]); j++ {
					lines[j].kind = boilerplate
				}
			}
			for j := i + 1; j < min(i+5, len(lines)) && !lines[j].after && len(s) > 40 && isNotice(s); j++ {
				lines[j].kind = boilerplate // a notice of several lines
			}
		case isPageNumber(s) && (alone && !inColumn(text, lines, i) || !digits(s) && strings.ContainsAny(s, "-–—[")), isNoise(s), alone && isSpacedHeader(s):
			l.kind = boilerplate
		case i < 5 && isIssueLine(s):
			l.kind = boilerplate
		case len(s) <= longestHeader && l.mark == none && l.label == 0 && !endsSentence(s) && !isDateline(s):
			key := repeated(s)
			edge := i == 0 || i+1 == len(lines) || lines[i-1].page != l.page || lines[i+1].page != l.page || i > 1 && lines[i-2].page != l.page || i+2 < len(lines) && lines[i+2].page != l.page
			if n := counts[key]; key != "" && (n >= 3 && alone || n >= 2 && edge && l.page+1 > 1) {
				l.kind = boilerplate
			}
		}
	}
	mail(text, lines)
	runningHeads(text, lines)
	frontMatter(text, lines)
}

// runningHeads marks headers that have a page number at one end and repeat, in part, what stands elsewhere: the title of
// the text or of the journal.
func runningHeads(text string, lines []line) {
	seen := map[string][]int{} // short lines by their first two words
	key := func(letters string) string {
		words := strings.Fields(letters)
		if len(words) < 2 {
			return ""
		}
		return strings.ToLower(words[0] + " " + words[1])
	}
	for i, l := range lines {
		if s := text[l.start:l.end]; len(s) <= longestHeader && (l.after || l.before) && !endsSentence(s) {
			if k := key(repeated(s)); k != "" {
				seen[k] = append(seen[k], i)
			}
		}
	}
	numbered := map[int]int{} // lines alone that have a page number at one end, or are one
	for i, l := range lines {
		if s := text[l.start:l.end]; (l.after || l.before) && (l.kind == boilerplate && isPageNumber(s) || mayBeHead(s)) {
			numbered[pageOf(s)] = i + 1
		}
	}
	for i := range lines {
		l := &lines[i]
		s := text[l.start:l.end]
		if l.kind == "" && (l.after || l.before) && mayBeHead(s) && l.label == 0 {
			n := pageOf(s)
			before, after := numbered[n-1]-1, numbered[n+1]-1
			edge := i+1 < len(lines) && lines[i+1].page != l.page || i > 0 && lines[i-1].page != l.page
			if before >= 0 && before < i-3 || after > i+3 || edge {
				l.kind = boilerplate
				continue
			}
		}
		if l.kind == "" && l.after && inCapitals(s) && !isDateline(s) && len(s) <= longestHeader && len(strings.Fields(s)) >= 3 && !endsSentence(s) {
			letters := strings.ToLower(repeated(s))
			for _, j := range seen[key(letters)] {
				other := strings.ToLower(repeated(text[lines[j].start:lines[j].end]))
				if j < i-12 && (strings.HasPrefix(other, letters) || strings.HasPrefix(letters, other)) && len(letters) >= 12 && len(other) >= 12 {
					l.kind = boilerplate
				}
			}
		}
		if l.kind != "" || len(s) > longestHeader || !l.after && !l.before || !numberAtEnd(s) || (l.mark != none || noteNumber(s) > 0) && !inCapitals(s) {
			continue
		}
		letters := strings.ToLower(repeated(s))
		for _, j := range seen[key(letters)] {
			other := strings.ToLower(repeated(text[lines[j].start:lines[j].end]))
			if j != i && len(letters) >= 6 && (strings.HasPrefix(other, letters) || strings.HasPrefix(letters, other)) {
				l.kind = boilerplate
				if lines[j].kind == "" && j < i && strings.HasPrefix(letters, other) && j+1 < len(lines) && j < 4 && !isName(strings.TrimRight(text[lines[j].start:lines[j].end], "*†‡")) && len(letters) > len(other) {
					lines[j].kind = boilerplate // the name of the journal above the title
				}
			}
		}
	}
}

// mayBeHead says whether a line may be a running header: a title with a page number at one end.
func mayBeHead(s string) bool {
	return len(s) <= 100 && pageOf(s) > 0 && len(strings.Fields(s)) >= 2 && numbered(s) == 0 && !hasDate(s) && (titled(s) || inCapitals(s)) && !strings.ContainsAny(s, ":;?!") && noteSign(s) == ""
}

// pageOf is the page number at one end of a line, 0 without one.
func pageOf(s string) int {
	words := strings.Fields(s)
	if len(words) == 0 {
		return 0
	}
	for _, w := range []string{words[len(words)-1], words[0]} {
		first := w == words[0]
		if w = strings.Trim(w, "[]|·-–—"); len(w) <= 4 && digits(w) && !year(w) && (!first || inCapitals(s) || strings.HasPrefix(s[len(w):], "   ")) {
			return number(w)
		}
	}
	return 0
}

// numberAtEnd says whether a line begins or ends with a number, as headers with a page number do.
func numberAtEnd(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 {
		return false
	}
	number := func(w string) bool {
		w = strings.Trim(w, "[]()|·-–—")
		return w != "" && len(w) <= 4 && digits(w)
	}
	return number(words[0]) || number(words[len(words)-1]) || strings.Contains(s, "[Vol")
}

// mail marks the head of an e-mail and what stands below its signature's dashes.
func mail(text string, lines []line) {
	heads := 0
	for i := 0; i < min(len(lines), 12) && (i == 0 || !lines[i].after); i++ {
		field, _, ok := strings.Cut(text[lines[i].start:lines[i].end], ": ")
		if ok && mailFields[strings.ToLower(field)] {
			heads++
		}
	}
	for i := 0; heads >= 2 && i < min(len(lines), 12) && (i == 0 || !lines[i].after); i++ {
		lines[i].kind = boilerplate
	}
	for i := range lines {
		if text[lines[i].start:lines[i].end] == "--" && lines[i].after {
			for j := i; j < min(len(lines), i+9) && (j == i || !lines[j].after); j++ {
				lines[j].kind = boilerplate
			}
		}
	}
}

var mailFields = phrases("from, to, cc, bcc, date, sent, subject, reply-to")

// frontMatter marks the settings at the top of a Markdown file, between lines of hyphens.
func frontMatter(text string, lines []line) {
	if len(lines) < 3 || text[lines[0].start:lines[0].end] != "---" {
		return
	}
	for i := 1; i < min(len(lines), 40); i++ {
		s := text[lines[i].start:lines[i].end]
		if s == "---" {
			for j := 0; j <= i; j++ {
				lines[j].kind = boilerplate
			}
			return
		}
		if !strings.Contains(s, ":") && bullet(s) == 0 {
			return
		}
	}
}

// longestHeader is the longest running header or heading, in bytes.
const longestHeader = 140

// repeats counts short lines by their key.
func repeats(text string, lines []line) map[string]int {
	counts := map[string]int{}
	for _, l := range lines {
		if l.end-l.start <= longestHeader && (l.after || l.before) {
			if key := repeated(text[l.start:l.end]); key != "" {
				counts[key]++
			}
		}
	}
	return counts
}

// repeated is what two appearances of a running header have in common: its letters. Lines without letters have none.
func repeated(s string) string {
	letters, plain := 0, true
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else if r != ' ' {
			plain = false
		}
	}
	switch {
	case letters < 3:
		return ""
	case plain && !strings.Contains(s, "  "):
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space = false
		} else {
			space = true
		}
	}
	return b.String()
}

// isPageNumber knows "7", "- 7 -", "[7]", "Page 7", "7 of 12", "xiv", "p. 7".
func isPageNumber(s string) bool {
	if len(s) > 24 {
		return false
	}
	low := strings.ToLower(s)
	low = strings.Trim(low, "-–—|[]·•*~ .")
	for _, p := range []string{"page ", "page", "p. ", "pg. "} {
		low = strings.TrimPrefix(low, p)
	}
	if a, b, ok := strings.Cut(low, " of "); ok {
		return digits(a) && digits(b)
	}
	if a, b, ok := strings.Cut(low, "/"); ok {
		return digits(strings.TrimSpace(a)) && digits(strings.TrimSpace(b)) && len(low) < 8
	}
	return digits(low) && len(low) <= 4 || low != "" && len(low) <= 6 && strings.Trim(low, "ivxlc") == "" && low == strings.ToLower(s)
}

// isStamp knows the marks of time and place that records have between lines: "3.30 pm", "[Column 413]", "00:14:05",
// "411   Oral Answers   412".
func isStamp(s string) bool {
	low := strings.ToLower(strings.Trim(s, "[]() "))
	words := strings.Fields(low)
	switch len(words) {
	case 0:
		return false
	case 1, 2, 3:
		clock := strings.TrimRight(words[0], "apm.")
		if len(clock) >= 4 && len(clock) <= 8 && clock[0] >= '0' && clock[0] <= '9' && strings.Trim(clock, "0123456789.:") == "" && strings.ContainsAny(clock[1:], ".:") {
			rest := strings.ReplaceAll(strings.Join(words[1:], ""), ".", "")
			return rest == "am" || rest == "pm" || rest == "" && (strings.Contains(clock, ":") || clock != words[0])
		}
		if len(words) == 2 && (words[0] == "column" || words[0] == "col" || words[0] == "col.") && digits(words[1]) {
			return true
		}
	}
	if len(words) <= 4 && strings.Contains(low, ".") && (digits(words[0]) || digits(words[len(words)-1])) {
		for _, w := range words { // "28   thelantern.example"
			if _, end, ok := strings.Cut(w, "."); ok && len(end) >= 2 && strings.Trim(end, "abcdefghijklmnopqrstuvwxyz./-") == "" && !digits(w[:1]) {
				return true
			}
		}
	}
	first, last := number(words[0]), number(words[len(words)-1])
	return len(words) >= 3 && first > 0 && last > 0 && (last == first+1 || last == first-1) && len(s) <= longestHeader && !prose(s)
}

// isMenu knows the row of a site's sections: "News   Politics   Analysis   Sport".
func isMenu(s string) bool {
	return strings.Count(s, "   ") >= 3 && len(s) <= longestHeader && !prose(s) && !strings.ContainsAny(s, "0123456789.|\t")
}

// isNoise knows what a scanner makes of specks: signs and hardly a letter.
func isNoise(s string) bool {
	if len(s) > 40 {
		return false
	}
	words, signs := 0, map[rune]bool{}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			words++
		} else if r != ' ' {
			signs[r] = true
		}
	}
	return words <= 2 && len(signs) >= 3 || words == 0 && len(signs) == 2
}

// isSpacedHeader knows a title and a page number set far apart: "46          Eleventh Congress".
func isSpacedHeader(s string) bool {
	before, after, ok := strings.Cut(s, "      ")
	after = strings.TrimSpace(after)
	numbers := func(s string) bool { return s != "" && strings.Trim(s, "0123456789-–/") == "" }
	return ok && !strings.Contains(after, "   ") && (numbers(before) || numbers(after)) && len(before) <= longestHeader && !endsSentence(before)
}

// inColumn says whether a lone number stands among others, as in a table that was cut into lines.
func inColumn(text string, lines []line, i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(lines) && lines[j].page == lines[i].page && isPageNumber(text[lines[j].start:lines[j].end])
	}
	return near(i-1) && near(i+1) || near(i-1) && !lines[i].after || near(i+1) && !lines[i+1].after
}

// isFurniture knows crumbs, mastheads and what web pages and files say of themselves by their look.
func isFurniture(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "[(<* "))
	switch {
	case strings.HasSuffix(low, " min read") || strings.HasSuffix(low, " minute read") || strings.HasSuffix(low, " minutes read"):
		return len(low) < 24
	case low == "ends" || low == "ends." || low == "end" || low == "(ends)" || low == "-30-" || low == "for immediate release":
		return true
	case s[0] != '>' && len(s) < longestHeader && (strings.HasPrefix(s, "←") || strings.HasPrefix(s, "→") || strings.HasSuffix(s, "→") || strings.HasSuffix(s, " »") || strings.HasPrefix(s, "« ") && !strings.Contains(s, "»")):
		return true
	case isCrumbs(s), isMasthead(s), numberAtEnd(s) && hasDate(s) && len(s) < 100 && (inCapitals(s) || strings.Contains(s, "    ")), isIssue(s):
		return true
	case strings.Contains(low, "issn"), strings.Contains(low, "isbn") && len(s) < 60, strings.HasPrefix(s, "©"), strings.Contains(low, "all rights reserved"):
		return true
	case strings.Contains(low, "doi.org/") && len(strings.Fields(s)) <= 3:
		return true
	}
	for _, p := range openings {
		if strings.HasPrefix(low, p) && (len(low) == len(p) || !wordByte(low[len(p)]) || !wordByte(p[len(p)-1])) {
			return len(s) <= longestHeader && !(p[len(p)-1] == ' ' && prose(s)) || !prose(s) || p == "keywords:" || len(s) < 2*longestHeader && notices[p]
		}
	}
	if strings.Contains(low, "leave a reply") || strings.Contains(low, "leave a comment") || strings.HasSuffix(low, " comments") && len(low) < 20 {
		return true
	}
	return shareWords(low)
}

// openings are how lines of furniture begin, in small letters.
var openings = func() []string {
	var out []string
	for p := range strings.SplitSeq(`keywords:|key words:|keywords —|keywords -|index terms:|jel classification|jel codes|jel:|doi:|doi |copyright |published by |printed by |printed and published |
downloaded from|download pdf|downloaded on|scanned by|scan |scanned |digitized by|digitised by|ocr |this content downloaded|view online|view in browser|view this email|view this e-mail|
continued on page|continued on p|continued from|from page |turn to page|see page|cont. on|(continued|(cont|[continued|p.t.o|
share this|share on|share:|share |tweet|print this|print |e-mail this|email this|follow us|like us|subscribe|unsubscribe|sign up|sign in|log in|login|register|skip to|skip navigation|
home »|home /|home |menu|search|back to top|back to |top of page|read more|read also|more stories|related articles|related stories|related posts|related:|you may also like|you might also like|your email address|required fields|name *|recommended|most read|latest news|trending|
advertisement|advert|sponsored|cookie|we use cookies|this site uses cookies|this website uses|by continuing to use|accept all|accept cookies|privacy policy|terms of use|terms and conditions|
leave a comment|leave a reply|comments are closed|comments (|add a comment|post a comment|view comments|reply to this|newsletter|support our|support independent|donate|
filed under|tagged|tags:|tags |categories:|posted in|topics:|click here|javascript|loading|next article|previous article|next post|previous post|« |older posts|newer posts|
jump to|retrieved from "|main article:|redirected from|text is available under|v · t · e|this page was last|page last|last modified|permalink|edit this page|press release|media release|news release|for immediate release|embargo|not for publication before|issue |previous:|previous page|next:|scan:|enjoying this|price one|price two|price three|price six|price: |cite this|how to cite|to cite this article|article history|received:|received |accepted:|manuscript received|
blank page|this page intentionally|the views expressed|disclaimer|you are receiving this|you received this|to unsubscribe|if you no longer wish|vol. |volume |no. of pages|working paper no|registered office|registered charity|
end of transcript|transcript provided|transcribed by|(this transcript|[page |page break|-- page|--- page|-ends-`, "|") {
		if p = strings.TrimLeft(p, "\n"); p != "" {
			out = append(out, p)
		}
	}
	return out
}()

// notices are openings that sentences of their own follow.
var notices = phrases("printed by, published by, printed and published, downloaded from, scanned by, this site uses cookies, this website uses, we use cookies, you are receiving this, you received this, to unsubscribe, if you no longer wish, the views expressed, disclaimer, enjoying this, this page was last, transcript provided")

func isTeaser(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "you might also like") || strings.HasPrefix(low, "you may also like") || strings.HasPrefix(low, "related ") && len(low) < 24 || strings.HasPrefix(low, "recommended for you")
}

func isNotice(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "[(<* "))
	for p := range notices {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// isCrumbs knows the path to a page: "Home > Politics > Elections".
func isCrumbs(s string) bool {
	for _, sep := range []string{" > ", " » ", " › ", " | ", " / "} {
		n := strings.Count(s, sep)
		if n == 1 && sep == " | " && inCapitals(s) && len(s) < 40 {
			return true // "OPINION | HOUSING"
		}
		if n >= 2 && len(strings.Fields(s)) <= 6*(n+1) && !prose(s) && s[0] != '|' || n == 1 && (strings.HasSuffix(s, strings.TrimSpace(sep)) || strings.HasPrefix(s, "Home")) && sep != " / " && sep != " | " {
			return true
		}
	}
	return false
}

// shareWords knows a row of buttons: "Facebook Twitter E-mail".
func shareWords(low string) bool {
	words := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if len(words) < 1 || len(words) > 14 || len(low) > longestHeader {
		return false
	}
	n := 0
	for _, w := range words {
		if buttons[w] {
			n++
		}
	}
	return n*3 >= len(words)*2 && (n >= 2 || len(words) == 1 && strings.ContainsAny(low, "[<"))
}

var buttons = set("share tweet print email e-mail mail facebook twitter x whatsapp telegram reddit linkedin listen play pause embed toggle options transcript copy link pdf save rss like comment comments subscribe login menu search home about contact archive donate shop news opinion more next previous prev back instagram youtube bluesky mastodon pinterest download edit view history")

// isVolume knows the line of a volume: "Vol. 3, No. 2 (1999), pp. 1-14".
func isVolume(low string) bool {
	if len(low) > longestHeader || !strings.ContainsAny(low, "0123456789") {
		return false
	}
	n := 0
	if i := strings.LastIndexByte(low, ':'); i > 0 && strings.HasSuffix(low[:i], ")") && strings.Trim(low[i+1:], " 0123456789-–.") == "" {
		n++ // "31, no. 2 (Autumn 2008): 211–234"
	}
	for _, w := range strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "vol", "volume", "no", "issue", "pp", "nr", "number":
			n++
		}
	}
	return (n >= 2 || n == 1 && strings.Contains(low, " · ")) && !prose(low)
}

// isLetterhead says whether the first block is the name of the organisation, the paper or the series above the title: a
// body's name, and another line that looks like a title comes before any text.
func isLetterhead(text string, blocks []block) bool {
	s := blocks[0].text(text)
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
		return body && len(t) <= longestHeader && !endsSentence(t) && !isByline(t) && !isName(t) && !isDate(t) && (titled(t) || inCapitals(t))
	}
	return false
}

var bodies = set("league institute institution party congress alliance union association society federation council committee commission ministry department university foundation centre center press monthly weekly daily times herald gazette tribune courier observer bulletin chronicle post news magazine proceedings record review journal quarterly issue office bureau parliament assembly senate house chamber court paper papers series archive")

// isIssue knows the line below a newspaper's name: "No. 18,411   TUESDAY, OCTOBER 19, 1954   PRICE 2d."
func isIssue(s string) bool {
	low := strings.ToLower(s)
	return len(s) < longestHeader && hasDate(s) && !prose(s) && (strings.HasPrefix(low, "no. ") || strings.HasPrefix(low, "vol") || strings.Contains(low, " no. ") && strings.Contains(low, "price"))
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
	for _, w := range words {
		if w == "Journal" || w == "JOURNAL" || w == "Quarterly" || w == "QUARTERLY" {
			journal = true
		}
		if r := first(w); unicode.IsLower(r) && !small[w] {
			return false
		}
	}
	return journal
}

// small are the words that titles write small.
var small = set("a an the of and or in on at to for from by with as but nor de la le les du des der die das und von y et el los las e da do dos vs v per via")

// prose says whether a stretch reads as running text: it has verbs and pronouns of it.
func prose(s string) bool { return proseWords(s, 2) >= 2 }

// proseWords counts words that titles, references and addresses hardly have, up to a limit.
func proseWords(s string, limit int) int {
	n := 0
	for at := 0; at < len(s) && n < limit; {
		if c := s[at] | 0x20; c < 'a' || c > 'z' {
			at++
			continue
		}
		end := at
		for end < len(s) && wordByte(s[end]) {
			end++
		}
		if end-at <= 6 && verbs[strings.ToLower(s[at:end])] {
			n++
		}
		at = end
	}
	return n
}

var verbs = set("is are was were be been had has have did does do that which who when while until because but not they them he she we you his her their our it its this these those would could should will can may might must shall said than so if there into about after before")
