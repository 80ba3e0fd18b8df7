package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/models/gazetteer"
)

// isByline says whether the block at hand is the line of an author, below a title or at the end of the text.
func (s *sorter) isByline() bool {
	switch {
	case s.before == paragraph && s.i > 1 && isName(s.s) && s.closesLetter():
		s.b.next = s.i + 1
		s.blocks[s.i+1].kind = continued
		return true
	case s.before == paragraph && s.i > 1 && s.b.last == s.b.first+1 && s.lines[s.b.first].after && s.lines[s.b.last].before && isSignedPlace(s.s):
		return true
	case s.i <= 6 && !inCapitals(s.s) && isName(s.s) && s.isWriter():
		return true
	case isDateline(s.s), isByline(s.s), s.front && s.isFrontMatter(), isSignature(s.text, s.blocks, s.i):
		return true
	case s.signed, s.i*2 > len(s.blocks) && s.signers():
		return isSigner(s.s)
	}
	return false
}

// isSignedPlace knows the two lines below a letter to the editor: a name and a place.
func isSignedPlace(s string) bool {
	name, place, _ := strings.Cut(s, "\n")
	return isName(strings.TrimSpace(name)) && len(place) < 40 && titled(place) && !endsSentence(place) && !strings.ContainsAny(place, "0123456789")
}

// isWriter says whether a name alone above running text is the writer's: it has a known forename, or the text ends by
// telling who that is.
func (s *sorter) isWriter() bool {
	if s.i+1 == len(s.blocks) || !s.lines[s.b.first].after || !s.lines[s.b.last].before || len(s.blocks[s.i+1].text(s.text)) < longestHeader {
		return false
	}
	return forename(s.s) || s.i > 0 && strings.Contains(s.text[max(s.b.end, len(s.text)-1000):], s.s)
}

// goesOnByline says whether the block goes on with a byline right above it, or is the date below a signature.
func (s *sorter) goesOnByline() bool {
	if s.before != byline {
		return false
	}
	if s.b.first == s.blocks[s.i-1].last+1 && !s.lines[s.b.first].after && (isByline(s.s) || isAffiliation(s.s) || isDate(s.s)) {
		return true
	}
	return s.i > 3 && s.i+5 > len(s.blocks) && isDate(s.s)
}

// isFrontMatter knows the author's name, affiliation and date near the top of a text.
func (s *sorter) isFrontMatter() bool {
	if len(s.s) > 200 || s.i == 0 || s.i > 16 || isSalutation(s.s) || s.before != heading && s.before != byline {
		return false
	}
	t := strings.Trim(s.s, "*_")
	switch {
	case isDate(t), hasDate(t) && len(t) < longestHeader && !prose(t) && !endsSentence(t):
		return true
	case !inCapitals(t) && !opensPart(t) && isName(strings.TrimRight(t, "0123456789*†‡¹²³ ,")):
		return s.before == byline || forename(t) || s.headings <= 1 && s.isUnusual(t)
	}
	return s.before == byline && isAffiliation(t)
}

// isUnusual says whether no word of a line stands in small letters elsewhere in the text, as those of a title do.
func (s *sorter) isUnusual(t string) bool {
	for w := range strings.FieldsSeq(t) {
		if w = strings.Trim(w, ".,"); len(w) > 3 && strings.Contains(s.text, " "+strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// forename says whether a line begins with one.
func forename(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return gazetteer.Load().Classes(word)&gazetteer.Forename != 0
}

// signers says whether the block and a neighbour are each a name and, behind a comma, what the person is.
func (s *sorter) signers() bool {
	roled := func(j int) bool {
		if j < 0 || j >= len(s.blocks) {
			return false
		}
		t := s.blocks[j].text(s.text)
		return strings.Contains(t, ",") && isSigner(t) && s.lines[s.blocks[j].first].mark == none
	}
	return roled(s.i) && (roled(s.i-1) || roled(s.i+1))
}

// closesLetter says whether the line right below the block is the last of its group and short: the place of whoever has
// signed a letter to the editor.
func (s *sorter) closesLetter() bool {
	if s.i+1 == len(s.blocks) || !s.lines[s.b.first].after {
		return false
	}
	below := s.blocks[s.i+1]
	t := below.text(s.text)
	return below.kind == "" && !s.lines[below.first].after && s.lines[below.last].before && len(t) < 40 && !endsSentence(t)
}

// isByline knows "By Jane Hill", "posted 6 Apr 2010 by …", "From our correspondent" and the line with an address.
func isByline(s string) bool {
	if len(s) > 240 {
		return false
	}
	line, more, _ := strings.Cut(s, "\n") // of several lines the first has the name, if it is one
	if !prose(more) && len(strings.Fields(line)) > 1 {
		s = line
	}
	s = strings.Join(strings.Fields(s), " ")
	low := strings.ToLower(strings.Trim(s, "*_(["))
	if strings.HasPrefix(low, "reporting by ") || strings.HasPrefix(low, "additional reporting") || strings.HasPrefix(low, "editing by ") {
		return true
	}
	if strings.Contains(low, "delivered by ") && !endsSentence(s) {
		return true
	}
	if isPosted(s) {
		return true
	}
	if opens(low, authored) && !prose(s) && (!endsSentence(s) || len(strings.Fields(s)) <= 10) {
		return true
	}
	if opens(low, []string{"from our", "from a"}) && (strings.Contains(low, "correspondent") || strings.Contains(low, "reporter") || strings.Contains(low, "staff")) {
		return true
	}
	for _, p := range []string{"By ", "by ", "BY ", "—", "– "} {
		rest, ok := strings.CutPrefix(strings.Trim(s, "*_"), p)
		if !ok || p[0] > 'b' {
			continue
		}
		name, after, _ := strings.Cut(rest, ",")
		name, _, _ = strings.Cut(name, " (")
		name, _, _ = strings.Cut(name, " | ")
		name, _, _ = strings.Cut(name, " · ")
		name, _, _ = strings.Cut(name, " – ")
		name = strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(name, "Dr. "), "Dr "), ". ")
		if isName(name) && len(s) < 160 && !prose(after) && (!endsSentence(s) || len(strings.Fields(s)) <= 6) {
			return true
		}
	}
	at := strings.IndexByte(s, '@')
	return !strings.HasSuffix(s, ":") && at > 0 && at+1 < len(s) && wordByte(s[at-1]) && wordByte(s[at+1]) && len(strings.Fields(s)) <= 24 && !strings.HasSuffix(s, ".") && !prose(s)
}

// isPosted knows "posted 6 Apr 2010 by …", "Published on Monday", "Updated 4 May 2024".
func isPosted(s string) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(s, "*_[]() ")))
	if len(words) < 2 || endsSentence(s) && len(words) > 8 || prose(s) {
		return false
	}
	next := strings.Trim(words[1], ",.:")
	switch words[0] {
	case "posted", "published", "updated":
		return isDigit(next[:1][0]) || months[next] || weekdays[next] || next == "on" || next == "by" && words[0] == "posted" || next == "at"
	}
	return false
}

// authored are how the lines of authors begin, in small letters.
var authored = split(`posted: | published: | last updated | updated: | written by | author: | authors: | by our | report by | reported by | by:
interview by | interviewed by | hosted by | presented by | produced by | words by | translated by | edited by | reviewed by
text: | interview: | words: | photographs: | photography: | photos: | correspondence: | corresponding author | contact author`)

// isAffiliation knows what stands below an author's name: "University of Northport", "Department of History".
func isAffiliation(s string) bool {
	if len(s) > 200 || prose(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if affiliations[strings.Trim(w, ",.;()")] {
			return true
		}
	}
	return false
}

var affiliations = set("University Université Universität Universidad Institute Department School Faculty College Academy Centre Center Ph.D PhD Professor Lecturer Fellow Researcher Correspondent Editor Reporter Staff")

// isName says whether a line may be nothing but a person's name.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || len(s) > 60 || strings.ContainsAny(s, ".!?:;0123456789\"“”") && !initials(words) {
		return false
	}
	capitals := 0
	for _, w := range words {
		switch r := first(w); {
		case bodies[strings.ToLower(w)] || noNames[strings.ToLower(w)]:
			return false
		case unicode.IsUpper(r):
			capitals++
		case particles[w] || w == "&":
		default:
			return false
		}
	}
	return capitals >= 2
}

// noNames are words that titles of two or three words have and names have not.
var noNames = set("the first second third fourth fifth reading introduction conclusion conclusions summary background abstract contents preface chapter part section report minutes debate questions answers motion bill act agenda item letters notes letter interview transcript about further early late new old what why how who national general public political social economic foreign domestic policy politics government state war peace party election elections campaign history")

var particles = set("ur al el de da do dos del van von der den bin ibn of la le y e and")

// initials says whether stops stand only after single letters.
func initials(words []string) bool {
	for _, w := range words {
		if strings.ContainsAny(w, "!?:;0123456789\"“”") || strings.Contains(w, ".") && utf8.RuneCountInString(strings.ReplaceAll(w, ".", "")) > 2 {
			return false
		}
	}
	return true
}

var months = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")

// isDateline knows a line of an agency: "PORT HALLAM, May 16 (CPA) --".
func isDateline(s string) bool {
	return len(s) < 80 && (strings.HasSuffix(s, "--") || strings.HasSuffix(s, "—") || strings.HasSuffix(s, "–")) && strings.Contains(s, ",") && inCapitals(s[:strings.Index(s, ",")]) && !prose(s)
}

// hasDate says whether a day, a month and a year stand in a line.
func hasDate(s string) bool {
	month, yearly := false, false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		month = month || unicode.IsUpper(first(w)) && months[strings.ToLower(w)]
		yearly = yearly || year(w) && len(w) == 4
	}
	return month && yearly
}

// isSignature says whether a block near the end of a text is the name of who wrote it: a name, what he is, or before a
// date that ends the text.
func isSignature(text string, blocks []block, i int) bool {
	s := blocks[i].text(text)
	name, rest, _ := strings.Cut(strings.TrimLeft(s, "—–- "), ",")
	name, more, _ := strings.Cut(name, "\n")
	if len(s) > longestHeader || endsSentence(s) || !isName(name) || inCapitals(name) && i+1 < len(blocks) || prose(rest) || len(more) > 80 || i+6 < len(blocks) || i < 3 {
		return false
	}
	for _, b := range blocks[i+1:] {
		if t := b.text(text); len(t) > 200 || b.kind != boilerplate && len(t) > 40 && endsSentence(t) && !strings.ContainsRune("([*", first(t)) {
			return false
		}
	}
	return true
}

// isSalutation knows "Dear Ms Hill," and "Hi Tom".
func isSalutation(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return len(s) < 60 && salutations[strings.Trim(word, ",.!:")] && !strings.HasSuffix(s, "?")
}

var salutations = set("Dear DEAR Hi Hello Sir Sirs Madam Comrades Friends Brothers Sisters Gentlemen Colleagues Greetings")

// isValediction knows "Yours sincerely," and "In solidarity".
func isValediction(s string) bool {
	low := strings.ToLower(strings.TrimRight(s, ",. "))
	if len(low) > 60 {
		return false
	}
	for _, p := range []string{"yours", "sincerely", "respectfully", "in solidarity", "signed", "with respect", "fraternally", "comradely", "with best", "best regards", "kind regards", "with kind", "with warm", "warm regards", "faithfully", "in haste", "on behalf of"} {
		if strings.HasPrefix(low, p) && len(low) < len(p)+40 && !prose(strings.TrimPrefix(low, "yours")) {
			return true
		}
	}
	return false
}

// isSigner knows a line below a valediction: a name, with what the person is, or "for the committee".
func isSigner(s string) bool {
	name, rest, _ := strings.Cut(strings.TrimPrefix(s, "Dr "), ",")
	return len(s) < longestHeader && !endsSentence(s) && !prose(rest) && (isName(name) || len(s) < 24 && rest == "" && titled(s) && !strings.ContainsAny(s, "0123456789") || strings.HasPrefix(s, "for the ") || strings.HasPrefix(s, "For the ") || strings.HasPrefix(s, "on behalf"))
}

// isDate says whether a line is nothing but a date, with the time or the place before it: "Northport, 3 May 1999".
func isDate(s string) bool {
	if len(s) > 60 {
		return false
	}
	month, number, others := false, false, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '.' || r == '|' || r == '(' || r == ')'
	}) {
		switch {
		case months[w]:
			month = true
		case digits(w):
			number = true
		case weekdays[w], digits(strings.TrimRight(w, "sthndr")), strings.Contains(w, ":"), w == "am", w == "pm", w == "gmt", w == "at", w == "the", w == "of", w == "·", w == "–", w == "—":
		default:
			others++
		}
	}
	place, _, _ := strings.Cut(s, ",")
	return month && number && (others == 0 || others <= 2 && place != s && !prose(s) && others == len(strings.Fields(place)))
}
