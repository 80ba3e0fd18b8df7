package read

import "strings"

// common are the most frequent small words of some languages: enough to tell them apart in a few hundred words.
var common = []struct {
	code  string
	words string
}{
	{"en", "the of and to in that is was for it with as his on be at by had not are but from or have an they which you were her she there been their"},
	{"fr", "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ont aux cette"},
	{"de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass"},
	{"es", "de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque"},
	{"pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem"},
	{"it", "di e il la che in un per è non una sono da del con si alla dei le nel della come anche più ma al lo"},
	{"nl", "de van het een en in is dat op te zijn met voor niet aan er om ook als bij maar door over uit"},
}

var languages = func() map[string][]int {
	out := map[string][]int{}
	for i, l := range common {
		for w := range strings.FieldsSeq(l.words) {
			out[w] = append(out[w], i)
		}
	}
	return out
}()

// longestCommon is the longest of these words, in bytes.
const longestCommon = 6

// language guesses a text's language from the share of small words in its first few thousand words; "" if none is near.
func language(text string) string {
	const most = 20_000 // bytes looked at
	counts := make([]int, len(common))
	n := 0
	for w := range strings.FieldsSeq(text[:min(len(text), most)]) {
		n++
		if len(w) <= longestCommon { // with a mark beside it the word is passed over: most have none
			for _, i := range languages[strings.ToLower(w)] {
				counts[i]++
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	const share = 6 // one word in six
	if n == 0 || counts[best]*share < n {
		return ""
	}
	return common[best].code
}
