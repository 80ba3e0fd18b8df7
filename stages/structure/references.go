package structure

import "strings"

// references finds the references in a note that stand in sentences of their own: "Hill, Harbour, 24.", "See Josip Lantern,
// ‘The Red November’, Review 12 (1951): 40–58." Such a sentence has no verb but a year, a page or an ibid.
func references(out []Span, text string, b block, page int) []Span {
	start := b.start + noteMark(text[b.start:b.end])
	for at := start; at < b.end; {
		end := at + sentenceLength(text[at:b.end])
		from, to := trim(text, at, end)
		at = end
		s := text[from:to]
		for _, p := range []string{"See also ", "See, e.g., ", "See ", "see also ", "see ", "Cf. ", "cf. ", "Compare ", "Quoted in ", "Cited in "} {
			if strings.HasPrefix(s, p) {
				from += len(p)
				s = text[from:to]
				break
			}
		}
		s = strings.TrimRight(s, ". ")
		if len(s) < 5 || !isReference(s) {
			continue
		}
		out = append(out, Span{citation, from, from + len(s), 0, page, -1})
	}
	return out
}

// sentenceLength is the length of the sentence that a stretch begins with; a stop behind a short word or a number ends
// none unless a capitalized word of running text follows.
func sentenceLength(s string) int {
	for i := 1; i+2 < len(s); i++ {
		if s[i] != '.' && s[i] != ';' || s[i+1] != ' ' && s[i+1] != '\n' {
			continue
		}
		if s[i] == ';' {
			return i + 1
		}
		word := s[strings.LastIndexAny(s[:i], " (\n.")+1 : i]
		if letters := strings.Trim(word, "0123456789)]n’'”\""); len(letters) > 0 && len(letters) <= 4 && shortenedReference[strings.ToLower(letters)] || len(word) == 1 {
			continue
		}
		if r := first(strings.TrimLeft(s[i+1:], " \n‘“\"")); r >= 'A' && r <= 'Z' || r >= 0x80 {
			return i + 1
		}
	}
	return len(s)
}

var shortenedReference = set("p pp vol vols no nos ed eds trans ch chap chs fol fols art arts cap par para dr mr mrs st jr sr esp cf ibid id op cit et al n nn ms mss repr rev univ inc ltd co bros gen lt col maj")

// isReference says whether a stretch of a note is a reference and nothing else.
func isReference(s string) bool {
	if proseWords(s, 1) > 0 {
		return false
	}
	words, little := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		bare := strings.Trim(w, "(),.;:‘’“”\"'")
		if r := first(bare); r >= 'a' && r <= 'z' && !small[bare] && !shortenedReference[strings.TrimRight(bare, ".")] {
			little++
		}
		if w[0] == '(' && strings.HasPrefix(s[strings.Index(s, w):], w) && CitationAt(s, strings.Index(s, w)) > 0 {
			return false // a statement with its source
		}
	}
	if little > 2 || little*5 > words {
		return false
	}
	low := strings.ToLower(s)
	if strings.HasPrefix(low, "ibid") {
		return true
	}
	comma := strings.IndexByte(s, ',')
	if comma < 0 {
		return false
	}
	last := strings.Trim(s[strings.LastIndexAny(s, " \n")+1:], "()[]’”\"'")
	if last != "" && last[0] >= '0' && last[0] <= '9' && strings.Trim(last, "0123456789-–nrvf") == "" {
		return true
	}
	for _, w := range []string{" p. ", " pp. ", " vol. ", " fol. ", " box ", " chap. ", " ch. ", " no. ", " ed. ", " eds"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.HasSuffix(s, ")") && strings.ContainsAny(s, "0123456789") && strings.Contains(s, ": ")
}
