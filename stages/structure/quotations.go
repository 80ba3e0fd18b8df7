package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closingMarks are the marks that close a quotation, by the one that opens it.
var closingMarks = map[rune]string{'"': `"`, '“': "”", '«': "»", '„': "“", '‘': "’", '\'': "'", '‹': "›", '「': "」", '『': "』"}

// quotationEnd gives the place behind the mark that closes the quotation whose text begins at a place; -1 without one.
// An apostrophe closes none: a letter follows it. Nested marks of the same sort are counted.
func quotationEnd(s string, at int, open rune, closing string) int {
	limit := min(len(s), at+longestQuotation)
	depth := 1
	for at < limit {
		n := strings.IndexAny(s[at:limit], closing+string(open))
		if n < 0 {
			return -1
		}
		at += n
		r, size := utf8.DecodeRuneInString(s[at:])
		if string(r) != closing || open == '"' && at > 0 && opensHere(s, at) {
			if r == open && string(open) != closing {
				depth++
			}
			at += size
			continue
		}
		at += size
		after, _ := utf8.DecodeRuneInString(s[at:])
		if (r == '’' || r == '\'') && at < len(s) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			continue
		}
		if r == '\'' && s[at-2] == ' ' {
			continue
		}
		if depth--; depth == 0 {
			return at
		}
	}
	return -1
}

// opensHere says whether a straight mark at a place opens a quotation: a space before it, none after.
func opensHere(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at+1:])
	return (unicode.IsSpace(before) || strings.ContainsRune("([—–", before)) && !unicode.IsSpace(after) && at+1 < len(s)
}

// longestQuotation bounds how far a mark is looked for that closes a quotation, in bytes.
const longestQuotation = 6000

// quotations finds passages of one or more sentences of somebody else's: those in marks inside a block; a quotation
// over several blocks, the last of which closes it, becomes one.
func (p *parser) quotations() {
	for i, b := range p.blocks {
		switch b.kind {
		case paragraph, list, footnote, turn:
			for ; i >= 0; i = p.blocks[i].next {
				p.inBlock(i)
			}
		}
	}
	p.severalBlocks()
}

// inBlock finds the quoted passages of a block.
func (p *parser) inBlock(i int) {
	b := p.blocks[i]
	s := b.text(p.text)
	failed := 0 // so that marks that nothing closes cost no more than twice the block
	for at := 0; at < len(s); {
		n := strings.IndexAny(s[at:], "\"“«„‘'‹「『")
		if n < 0 || failed > len(s)+longestQuotation {
			return
		}
		at += n
		open, size := utf8.DecodeRuneInString(s[at:])
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		if at > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([—–:", before) {
			at += size
			continue
		}
		end := quotationEnd(s, at+size, open, closingMarks[open])
		if end < 0 {
			failed += min(longestQuotation, len(s)-at)
			at += size
			continue
		}
		inner := s[at+size : end-len(closingMarks[open])]
		after := s[end:min(len(s), end+40)]
		if isPassage(inner, s[:at], after) {
			p.quotes = append(p.quotes, Span{blockquote, b.start + at, b.start + end, 0, 0, -1})
		}
		at = end
	}
}

// isPassage says whether what stands in marks is a sentence or more rather than a name, a title or a few words: it
// ends as a sentence and has a verb, or it is a clause of ten words with a subject and a verb.
func isPassage(s, before, after string) bool {
	words := strings.Fields(s)
	if len(words) < 3 {
		return false
	}
	verbs := 0
	for i, w := range words {
		if i > 40 {
			break
		}
		if i > 0 && relative[strings.ToLower(words[i-1])] {
			continue // "a family that gave everything" is no clause
		}
		if isVerb(strings.Trim(strings.ToLower(w), ".,;:!?[]()\"'“”‘’—"), i) {
			verbs++
		}
	}
	if verbs == 0 {
		return false
	}
	begins := unicode.IsUpper(first(strings.TrimLeft(s, "[(…. \"'‘“")))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " ’”'\")]"))
	ends := strings.ContainsRune(".!?…", last) || last == ',' && begins
	stop := strings.ContainsRune(".!?", first(after))
	lead := strings.TrimRight(before, " \n")
	led := strings.HasSuffix(lead, ",") || strings.HasSuffix(lead, ":") || lead == "" || endsSentence(lead)
	switch {
	case begins && ends && led:
		return true
	case sentencesIn(s) >= 2 && len(words) >= 8:
		return true
	case len(words) >= 10 && !clauseless[strings.ToLower(strings.Trim(words[0], "[]…."))] && !isVerb(strings.ToLower(words[0]), 0):
		return true
	case len(words) >= 14 && verbs >= 2 && ends:
		return true
	case len(words) >= 14 && prepositions[words[0]] && strings.Contains(strings.Join(words[:8], " "), ","):
		return true
	case begins && stop && led && len(words) >= 6:
		return true
	}
	return false
}

// clauseless are words that begin a quoted predicate or phrase rather than a clause.
var clauseless = set("to of and or but shall will would should could can may might must not was were is are be been being has have had by for as than from with who which whose")

var relative = set("that who which whom")

var prepositions = set("for by as from with")

// isVerb says whether a word is likely to be a finite verb.
func isVerb(w string, place int) bool {
	if finite[w] || place == 0 {
		return finite[w]
	}
	if i := strings.LastIndexAny(w, "'’"); i > 0 {
		switch strings.TrimLeft(w[i:], "'’") {
		case "t", "re", "ll", "ve", "m":
			return true
		}
	}
	return strings.HasSuffix(w, "ed") && len(w) > 4
}

var finite = set(`drew grew flew chose drove ate sang sat led met sent spent slept felt caught taught sought shot heard understood knew swore wore tore stole sank woke stuck struck is are was were be am has have had do does did will would shall should can could may might must cannot need needs want wants wanted
	know knew knows think thinks thought say says said see sees saw make makes made take takes took give gives gave go goes went come
	comes came get gets got keep keeps kept let lets tell tells told find finds found hold holds held stand stands stood lie lies lay
	pay pays paid mean means meant leave leaves left lose loses lost win wins won begin begins began bring brings brought become
	becomes became believe believes call calls ask asks belong belongs vote votes sell sells sold buy bought speak speaks spoke fight
	fights fought build builds built break breaks broke run runs ran rule rules remain remains seem seems believe hope hopes fear fears
	owe owes deserve deserves demand demands reject rejects refuse refuses support supports oppose opposes write writes wrote read
	reads rise rises rose fall falls fell forget forgets forgot put puts show shows turn turns live lives die dies work works serve
	serves stay stays trust trusts love loves hate hates it’s it's that’s that's there’s there's he’s he's she’s she's what’s what's
	who’s who's let’s let's i’m i'm`)

// sentencesIn counts the sentences of a stretch, roughly, up to two.
func sentencesIn(s string) int {
	n := 1
	for i := 1; i+2 < len(s) && n < 2; i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && (s[i+1] == ' ' || s[i+1] == '\n') && s[i-1] >= 'a' && s[i-1] <= 'z' {
			if r := first(strings.TrimLeft(s[i+2:], " \n")); unicode.IsUpper(r) {
				n++
			}
		}
	}
	return n
}

// severalBlocks joins a quotation that opens one block and closes at the end of another.
func (p *parser) severalBlocks() {
	for i := 0; i < len(p.blocks); i++ {
		b := p.blocks[i]
		if b.kind != paragraph && b.kind != blockquote || b.next >= 0 {
			continue
		}
		s := b.text(p.text)
		open, size := utf8.DecodeRuneInString(s)
		closing, ok := closingMarks[open]
		if !ok || open == '\'' || open == '‘' || quotationEnd(s, size, open, closing) >= 0 {
			continue
		}
		for j := i + 1; j < len(p.blocks) && j <= i+6; j++ {
			n := p.blocks[j]
			t := n.text(p.text)
			if n.kind != paragraph && n.kind != blockquote || n.next >= 0 || p.lines[n.first].mark == angle {
				break
			}
			end := strings.LastIndex(t, closing)
			tail := ""
			if end >= 0 {
				tail = strings.TrimSpace(strings.TrimLeft(t[end+len(closing):], ".,"))
			}
			if end >= 0 && (tail == "" || CitationAt(tail, 0) == len(strings.TrimRight(tail, ".")) || isAttribution(tail)) && strings.Count(t, string(open)) <= strings.Count(t, closing) {
				p.blocks[i].kind = blockquote
				for k := i; k < j; k++ {
					p.blocks[k].next = k + 1
					p.blocks[k+1].kind = continued
				}
				i = j
				break
			}
			if end >= 0 && open != '"' {
				break
			}
		}
	}
}
