package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/structure"
)

// Split cuts the text of one paragraph into sentences: byte offsets, in
// order, without white space at their ends. It runs in linear time and takes any
// bytes. Line breaks are spaces to it.
//
// A sentence ends after a run (characters without white space) that closes with
// a stop, its closing quotation marks, brackets and note numbers included, and
// citations that follow. Rules decide on what they know; [punktEnds] on the rest.
func Split(text string) []Span {
	s := segmenter{text: text}
	s.start = s.skip(0)
	for i := s.start; i < len(text); {
		end, candidate := runEnd(text, i)
		if candidate {
			s.run(i, end)
		}
		s.last = Span{i, end}
		i = s.skip(max(end, s.start))
	}
	if s.start < s.last.End {
		s.out = append(s.out, Span{s.start, s.last.End})
	}
	return s.out
}

// A segmenter walks over the runs of a text.
type segmenter struct {
	text  string
	start int  // of the sentence being read
	last  Span // the run before
	out   []Span
}

// skip returns where the white space at i ends.
func (s *segmenter) skip(i int) int {
	for i < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

// runEnd finds the end of the run that starts at i and whether it holds anything
// that may end a sentence.
func runEnd(text string, i int) (end int, candidate bool) {
	for i < len(text) {
		b := text[i]
		if b < utf8.RuneSelf {
			if isASCIISpace(b) {
				break
			}
			candidate = candidate || b == '.' || b == '?' || b == '!'
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			break
		}
		candidate = candidate || isStop(r)
		i += size
	}
	return i, candidate
}

// isStop says whether r may end a sentence.
func isStop(r rune) bool {
	return r == '.' || r == '?' || r == '!' || r == '…' || r == '؟' || isFullStop(r)
}

// isFullStop says whether r ends a sentence wherever it stands: the full stops
// of Chinese and Japanese, Urdu and the Indic scripts.
func isFullStop(r rune) bool {
	switch r {
	case '。', '！', '？', '۔', '।', '॥':
		return true
	}
	return false
}

// cut ends the sentence at end.
func (s *segmenter) cut(end int) {
	s.out = append(s.out, Span{s.start, end})
	s.start = s.skip(end)
}

// run looks for sentence ends in the run from start to end and at its end.
func (s *segmenter) run(start, end int) {
	text := s.text
	before := ' '
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		i += size
		if isStop(r) && i < end {
			if after := closed(text, i, end); after < end && s.glued(before, r, start, after, end) {
				s.cut(after)
				start, i = after, after
				before = ' '
				continue
			}
		}
		before = r
	}
	if end > s.start && s.ends(start, end) {
		s.cut(s.citations(end))
	}
}

// closed returns where closing quotation marks and brackets at i end.
func closed(text string, i, end int) int {
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !isClosing(r) {
			break
		}
		i += size
	}
	return i
}

func isClosing(r rune) bool { return strings.ContainsRune(`"'”’»›)]}*_`, r) }

func isClosingQuote(r rune) bool { return strings.ContainsRune(`"'”’»›`, r) }

// glued says whether a new sentence begins at after, in the middle of a run:
// the space after the stop was forgotten ("left.The party").
func (s *segmenter) glued(before, stop rune, start, after, end int) bool {
	if isFullStop(stop) {
		return true
	}
	if stop != '.' && stop != '?' && stop != '!' || !unicode.IsLower(before) {
		return false
	}
	rest := strings.TrimLeft(s.text[after:min(end, after+16)], `"'“‘«(`)
	first, size := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(first) && missingSpace(before, first, rest[size:]) && !isAddress(s.text[start:min(end, start+longestAddress)])
}

// longestAddress bounds how much of a run is looked at for an address.
const longestAddress = 256

// ends says whether the sentence ends with the run from start to end.
func (s *segmenter) ends(start, end int) bool {
	core, quoted := stripClosing(s.text, start, end)
	stop, size := utf8.DecodeLastRuneInString(s.text[start:core])
	next := s.next(end)
	switch {
	case core == start || !isStop(stop), next.first == '.':
		return false
	case next.word == "" || isFullStop(stop):
		return true
	case unicode.IsLower(next.first) || next.first == ',' || next.first == ';':
		return false
	case stop == '?' || stop == '!' || stop == '؟':
		return !quoted || !isSpeechTag(next.word, s.text[next.end:min(len(s.text), next.end+longestTag)])
	case stop == '…':
		return true
	}
	word := s.text[start : core-size]
	switch {
	case word == "": // a stop with spaces around it, or an ellipsis of such stops
		return true
	case strings.HasSuffix(word, ".") || quoted:
		return true
	}
	return s.stopEnds(word[wordStart(word):], next, s.start == start, start-s.start < longestOpening)
}

// stopEnds decides on a plain full stop between word and next. opening says that
// the sentence has no other word yet, early that it has hardly any.
func (s *segmenter) stopEnds(word string, next follower, opening, early bool) bool {
	switch {
	case word == "":
		return true
	case opening && (isNumber(word) || isRoman(word)):
		return false // the number of a list item
	case kindOf(word) == followed:
		return false
	case isClock(word):
		return !early && unicode.IsUpper(next.first) && !followsClock[next.word]
	case isInitial(word) && isInitial(next.word) && strings.HasPrefix(s.text[next.end:], "."):
		return false // "M. A. Hill": another initial, no article
	case isInitial(word) || isDotted(word):
		return starters[next.word]
	}
	switch kindOf(word) {
	case numbered:
		return !numberFollows(word, next.word)
	case free:
		return starters[next.word]
	}
	if len(word) > longestUnknown || !unicode.IsUpper(next.first) || isPlain(word) {
		return true
	}
	return punktEnds(word+".", next.word)
}

// longestOpening is how far from its begin, in bytes, a sentence may say when: "At 5 p.m. Hill spoke."
const longestOpening = 16

// isClock knows "a.m" and "p.m", without the last stop.
func isClock(word string) bool {
	switch word {
	case "a.m", "p.m", "A.M", "P.M":
		return true
	}
	return false
}

// followsClock are large words that may follow a time of day in its sentence.
var followsClock = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
		Eastern Central Mountain Pacific Atlantic Greenwich London Washington GMT UTC BST EST EDT CST CDT MST MDT PST PDT CET ET PT`) {
		m[w] = true
	}
	return m
}()

// isPlain says whether a word is written small and has a vowel: it is no abbreviation that is not listed, though Punkt
// knows "ill." for Illinois.
func isPlain(word string) bool {
	return word == strings.ToLower(word) && strings.ContainsAny(word, "aeiouy") && len(word) > 1
}

// longestUnknown is the longest word, in bytes, that Punkt is asked about;
// longer ones are no abbreviations.
const longestUnknown = 5

// citations returns the end of the citations that follow a sentence's end.
func (s *segmenter) citations(end int) int {
	for {
		at := s.skip(end)
		n := 0
		if at < len(s.text) {
			n = structure.CitationAt(s.text, at)
		}
		if n == 0 {
			n = trailing(s.text[at:])
		}
		if n == 0 {
			return end
		}
		n = at + n
		for n < len(s.text) && (s.text[n] == '.' || s.text[n] == ',') {
			n++
		}
		if n < len(s.text) && !isASCIISpace(s.text[n]) {
			return end
		}
		end = n
	}
}

// trailing gives the length of what else may follow a sentence and belong to it: "[...]", or the number of a note that
// extraction has left between two sentences: "… rights. 4 Even though …".
func trailing(s string) int {
	for _, omission := range []string{"[...]", "[…]", "(...)", "(…)", "[. . .]"} {
		if strings.HasPrefix(s, omission) {
			return len(omission)
		}
	}
	n := 0
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n+3 > len(s) || s[0] == '0' || s[n] != ' ' {
		return 0
	}
	word, _, _ := strings.Cut(s[n+1:min(len(s), n+1+longestWord)], " ")
	if starters[word] {
		return n
	}
	return 0
}

// A follower is what stands after a possible sentence end.
type follower struct {
	word  string // the next word, opening marks stripped; empty at the end of the text
	first rune   // its first character
	end   int    // where it ends
}

// next finds the word after i.
func (s *segmenter) next(i int) follower {
	i = s.skip(i)
	opened := i
	for opened < len(s.text) && opened < i+longestAbbreviation {
		r, size := utf8.DecodeRuneInString(s.text[opened:])
		if !strings.ContainsRune("\"'“‘«‹([{*_—–-¿¡", r) {
			break
		}
		opened += size
	}
	end := opened
	for end < len(s.text) && end < opened+longestWord {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if end > opened && !isWordRune(r) || unicode.IsSpace(r) {
			break
		}
		end += size
	}
	if opened == end && i < opened {
		opened = i // marks alone
	}
	return follower{s.text[opened:end], firstRune(s.text[opened:end]), end}
}

// longestWord and longestTag bound how far is looked ahead, in bytes.
const (
	longestWord = 40
	longestTag  = 40
)
