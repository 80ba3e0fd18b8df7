package accurate

import "unicode"

// The case of a word, which an uncased vocabulary does not show: 0 is that of marks.
const (
	lower   = 1
	title   = 2
	upper   = 3
	mixed   = 4
	numbers = 5 // no letters
)

// shape tells the case of a word.
func shape(word string) uint8 {
	letters, capitals, first := 0, 0, false
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		if unicode.IsUpper(r) {
			capitals++
			first = first || letters == 0
		}
		letters++
	}
	switch {
	case letters == 0:
		return numbers
	case capitals == 0:
		return lower
	case first && capitals == 1:
		return title
	case capitals == letters:
		return upper
	}
	return mixed
}
