package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels marks the lines that begin with the label of a speaker, if the text is a transcript: some labels come back, and
// there are six lines with one, or three that are not all different.
func labels(text string, lines []line) {
	counts := map[string]int{}
	var found []int
	for i := range lines {
		s := text[lines[i].start:lines[i].end]
		if lines[i].mark == hash || lines[i].mark == angle {
			continue
		}
		n := labelAt(s)
		if n == 0 {
			continue
		}
		lines[i].label = n
		counts[speakerKey(s[:n])]++
		found = append(found, i)
	}
	repeats := 0
	for _, n := range counts {
		if n >= 2 {
			repeats++
		}
	}
	persons := map[string]bool{}
	kept := found[:0]
	for _, i := range found { // a label that is seen once has the look of a name in it
		label := text[lines[i].start : lines[i].start+lines[i].label]
		if (counts[speakerKey(label)] > 1 || isSpeaker(label) || counts[byInitials(label)] > 0) && isPerson(text, label, persons) {
			kept = append(kept, i)
		} else {
			lines[i].label = 0
		}
	}
	if repeats > 0 && (len(kept) >= 6 || len(kept) >= 3 && len(counts) >= 2 && len(counts)*4 <= len(kept)*3) {
		return
	}
	for _, i := range kept {
		lines[i].label = 0
	}
}

// byInitials is the label that stands for a name by its initials, in small letters.
func byInitials(label string) string {
	var b strings.Builder
	words := strings.Fields(strings.Trim(label, " :.*_"))
	for _, w := range words {
		b.WriteRune(unicode.ToLower(first(w)))
	}
	if len(words) < 2 {
		return ""
	}
	return b.String()
}

// isPerson says whether a label is no single plain word, "Labour:", or that word is somebody's surname: another large one
// stands before it somewhere in the text. What has been looked up is kept in known.
func isPerson(text, label string, known map[string]bool) bool {
	word := strings.Trim(label, " :.*_—–-")
	if strings.ContainsAny(word, " (") || strings.ToUpper(word) == word || word == "Question" || word == "Answer" {
		return true
	}
	answer, ok := known[word]
	if ok || len(known) == mostLookedUp {
		return answer
	}
	for at := 0; ; {
		n := strings.Index(text[at:], " "+word)
		if n < 0 {
			break
		}
		at += n
		before := text[strings.LastIndexAny(text[max(0, at-30):at], " \n(\"“")+1+max(0, at-30) : at]
		if r := first(before); unicode.IsUpper(r) && !small[strings.ToLower(before)] && (forename(before) || honorifics[strings.Trim(before, ".")]) {
			answer = true
			break
		}
		at += len(word)
	}
	known[word] = answer
	return answer
}

// mostLookedUp bounds how many labels a text is searched for.
const mostLookedUp = 100

// isSpeaker says whether a label looks like a speaker's: in capitals, with a title, or with a bracket.
func isSpeaker(label string) bool {
	name := label[numberMark(label):]
	return !strings.HasSuffix(label, "–") && !strings.HasSuffix(label, "—") && (strings.ToUpper(label) == label || strings.Contains(label, "(") || honorifics[strings.Trim(firstWord(name), ".")])
}

// speakerKey is a label without what changes from one to the next: its party, its punctuation, question numbers.
func speakerKey(label string) string {
	if i := strings.IndexByte(label, '('); i > 0 {
		label = label[:i]
	}
	return strings.ToLower(strings.Trim(label, " :.—–-*_0123456789"))
}

// longestLabel is the length of the longest label, in bytes.
const longestLabel = 100

// labelAt gives the length of the speaker's label at the start of a line, with its colon, dash or stop; 0 without one:
// "Ms ORU (Harbour Party):", "Q.", "The Speaker —", "12. Mr Bey (Kessara) said" is none.
func labelAt(s string) int {
	if lead := len(s) - len(strings.TrimLeft(s, "*_")); lead > 0 && lead < 4 { // "**Q.** What …"
		n := labelAt(s[lead:])
		if n == 0 {
			return 0
		}
		for n += lead; n < len(s) && (s[n] == '*' || s[n] == '_'); n++ {
		}
		return n
	}
	end, size := -1, 0
	limit := min(len(s), longestLabel)
	depth := 0
scan:
	for i := 0; i < limit; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth--
		case depth > 0:
		case r == ':' && (i+n == len(s) || s[i+n] == ' ' || s[i+n] == '*' || s[i+n] == '\t'):
			end, size = i, n
			break scan
		case (r == '—' || r == '–') && i > 0 && (s[i-1] == '.' || s[i-1] == ' ' || s[i-1] == ')'):
			end, size = i, n
			break scan
		case r == '.' && i <= 2 && (s[0] == 'Q' || s[0] == 'A') && i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '*' || s[i+1] == '_'):
			if i == 1 {
				return 2
			}
		}
		i += n
	}
	if end < 1 {
		return 0
	}
	name := s[:end]
	stop := end + size
	for stop < len(s) && s[stop] == '*' {
		stop++
	}
	dash := s[end] != ':'
	plain := strings.Trim(name, " *_.")
	bracketed := false
	for strings.HasSuffix(plain, ")") || strings.HasSuffix(plain, "]") {
		i := strings.LastIndexAny(plain, "([")
		if i <= 0 {
			break
		}
		plain, bracketed = strings.TrimSpace(plain[:i]), true
	}
	if i := strings.IndexByte(plain, ' '); i > 0 && i <= 5 && digits(strings.Trim(plain[:i], ".)[]:")) { // a question's number or a time code
		plain = plain[i+1:]
	}
	if plain == "Q" || plain == "A" || plain == "Question" || plain == "Answer" {
		return stop
	}
	words := strings.FieldsFunc(plain, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if len(words) == 0 || len(words) > 8 || notSpeakers[strings.ToLower(plain)] || notSpeakers[strings.ToLower(words[0])] || strings.ContainsAny(plain, "\"“”?!;") {
		return 0
	}
	capitals, upper := 0, 0
	for _, w := range words {
		switch r := first(w); {
		case unicode.IsUpper(r):
			capitals++
			if len(w) > 1 && w == strings.ToUpper(w) {
				upper++
			}
		case small[w] || particles[w]:
		default:
			return 0
		}
	}
	title := honorifics[strings.Trim(words[0], ".")]
	switch {
	case capitals == 0:
		return 0
	case upper > 0 || title:
		return stop
	case dash:
		return 0
	case bracketed, words[0] == "The" && len(words) <= 4, len(words) <= 3:
		return stop
	}
	return 0
}

var honorifics = set("Mr Mrs Ms Miss Mx Dr Sir Lord Lady Baroness Prof Professor Senator Minister President Speaker Chairman Chairwoman Chair Chairperson Judge Justice Comrade Deputy Hon MR MRS MS MISS DR SIR LORD LADY PROF HON An Shri Smt")

// notSpeakers are words before a colon that name no speaker.
var notSpeakers = phrases(`keywords, key words, abstract, note, notes, nb, source, sources, table, figure, fig, photo, box, contact, email, e-mail, tel, telephone, fax, phone, web, website, url, doi, issn, isbn, from, to, cc, bcc, subject, date, sent, re, reply-to,
interview, interviews, interviewer notes, photographs, photography, photos, text, words, illustration, illustrations, advertisement, sponsor message, sponsor, claim, verdict, fact, facts, rating, pros, cons, background info, context, present, apologies, in attendance, absent, action, actions, motion, moved, proposed, seconded, resolved, decision, venue, time, place, location, day, agenda, item, for, against, abstentions, abstained, ayes, noes, carried, votes, vote, result, results, page, pages, vol, volume, no, number, chapter, section, part, title, author, authors, by,
published, posted, updated, tags, topics, filed, category, categories, share, related, see, see also, read, read more, more, update, correction, editor, example, examples, warning, summary, conclusion, introduction, background, method, methods, aim, aims, objective, objectives, recommendation, recommendations, finding, findings, key, legend, total, population, capital, language, languages, leader, founded, founder, headquarters, ideology, position, colours, colors, slogan, website, seats, members, membership, newspaper, successor, predecessor, status, type, country, region, born, died, party, spouse, alma mater, office, preceded, succeeded, https, http, attachment, attachments, enclosure, encl, ps, p.s, ref, reference, references, copyright, translation, translator, price, publisher, review, reviewed, photograph, image, caption, credit, exhibit, step, week, year, day one, day two, monday, tuesday, wednesday, thursday, friday, saturday, sunday, first, second, third, fourth, fifth, firstly, secondly, finally, then, now, and, but, why, what, how, who, when, where, theme, rights, duration, length, podcast, episode, series, producer, presenter, guests, guest, host name, recorded, broadcast, location, weather`)

// turnEnd is where the turn that block i begins ends: before the next label or heading.
func (p *parser) turnEnd(i int) int {
	end := p.endOf(i)
	for j := i + 1; j < len(p.blocks); j++ {
		switch n := p.blocks[j]; n.kind {
		case turn, heading, bibliography, byline, ornament:
			return end
		case paragraph, blockquote, list:
			end = max(end, p.endOf(j))
		}
	}
	return end
}

// endOf is where a block ends, what goes on with it included.
func (p *parser) endOf(i int) int {
	end := p.blocks[i].end
	for n := p.blocks[i].next; n >= 0; n = p.blocks[n].next {
		end = p.blocks[n].end
	}
	return end
}
