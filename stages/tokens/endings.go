package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/structure"
)

// stripClosing returns the end of the run without what may follow a stop: closing
// marks, raised digits, "[12]", and the digits of a note number; quoted says that
// a closing quotation mark was among them.
func stripClosing(text string, start, end int) (core int, quoted bool) {
	for end > start {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		switch {
		case r == ']':
			if open := strings.LastIndexByte(text[max(start, end-longestNote):end-1], '['); open >= 0 {
				if open += max(start, end-longestNote); isNote(text[open+1 : end-1]) {
					end = open
					continue
				}
			}
			end--
		case isClosing(r):
			quoted = quoted || isClosingQuote(r)
			end -= size
		case structure.IsRaised(r):
			end -= size
		case r >= '0' && r <= '9':
			n := end
			for n > start && end-n < 4 && text[n-1] >= '0' && text[n-1] <= '9' {
				n--
			}
			if end-n > 3 || n-start < 3 || text[n-1] != '.' || text[n-2]|0x20 < 'a' || text[n-2]|0x20 > 'z' {
				return end, quoted
			}
			return n, quoted // "independence.12": the number of a note
		default:
			return end, quoted
		}
	}
	return end, quoted
}

// longestNote is the length, in bytes, of the longest bracketed note numbers.
const longestNote = 24

// isNote says whether s is what note brackets hold: numbers.
func isNote(s string) bool {
	return s != "" && strings.Trim(s, "0123456789, -–^") == "" && strings.ContainsAny(s, "0123456789")
}

// wordStart returns where the last word of run begins.
func wordStart(run string) int {
	n := len(run)
	for n > 0 {
		r, size := utf8.DecodeLastRuneInString(run[:n])
		if !isWordRune(r) && r != '.' && r != '-' && r != '&' && !isApostrophe(r) {
			break
		}
		n -= size
	}
	for n < len(run) { // a mark before the word is none of it
		r, size := utf8.DecodeRuneInString(run[n:])
		if !isApostrophe(r) {
			break
		}
		n += size
	}
	return n
}

func isNumber(word string) bool {
	return word != "" && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' }) < 0
}

func isRoman(word string) bool {
	return len(word) <= 5 && strings.Trim(word, "IVX") == ""
}

// starters are words that, capitalized, begin a sentence rather than a name.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the this that these those there here he she it they we you his her their its our my your
		in on at by with from for since after before when while where if as because although though despite during under
		but and or so yet however moreover thus then now once later meanwhile what who why how which whether
		an a no not all some many most such both each every another one two three several according instead nobody everyone everybody someone something nothing everything neither either yes even still only perhaps maybe today tomorrow yesterday again finally`) {
		m[strings.ToUpper(w[:1])+w[1:]] = true
	}
	return m
}()

// isSpeechTag says whether word and what follows tell who spoke: "Lund asked".
func isSpeechTag(word, rest string) bool {
	if strings.HasSuffix(rest, ".") || starters[word] && word != "He" && word != "She" && word != "They" {
		return false
	}
	verb, _, _ := strings.Cut(strings.TrimLeft(rest, " \t\r\n"), " ")
	switch strings.Trim(verb, ".,:;") {
	case "asked", "said", "replied", "cried", "shouted", "wondered", "exclaimed", "demanded", "answered", "added", "asks", "says", "called", "whispered", "muttered", "murmured", "laughed", "sighed", "snapped", "began", "repeated", "protested", "insisted", "thought", "yelled", "screamed", "roared", "continued", "interrupted", "told", "countered", "retorted", "responded", "warned", "joked", "wrote", "recalled", "explained":
		return true
	}
	return false
}
