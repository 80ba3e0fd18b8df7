package structure

import "strings"

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
		if end-at <= 6 && s[at:end] != "May" && verbs[strings.ToLower(s[at:end])] {
			n++
		}
		at = end
	}
	return n
}

var verbs = set("is are was were be been had has have did does do that which who when while until because but not they them he she we you his her their our it its this these those would could should will can may might must shall said than so if there into about after before")
