package read

import (
	"strings"
	"unicode"
)

// common are the most frequent small words of some languages: enough to tell them apart in a few hundred words. English is
// the first.
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
	{"sv", "och i att det som en på är av för den med till har de inte om ett han var men sig från vi så kan när"},
	{"da", "og i at det er en til på som af for de med den der har ikke et han var men sig fra vi så kan blev ved"},
	{"no", "og i å det er en til på som av for de med den har ikke et han var men seg fra vi så kan ble ved"},
	{"fi", "ja on ei se että oli hän mutta ovat joka kun myös niin kuin ole tai jos sen mukaan vain"},
	{"pl", "i w na z do się nie że to jest o od jak za po co ale przez dla przy był są ich tym oraz który"},
	{"cs", "a v na se je že o z s do to i k za by pro ve jako po ale od byl jsou které podle také"},
	{"hu", "a az és hogy nem is egy meg ez csak volt de ha már mint el van még akkor lesz szerint után"},
	{"ro", "de și în a la cu pe nu o că din un care mai se pentru sunt au este fi prin ale lui dar după"},
	{"tr", "ve bir bu da de için ile olarak çok daha ne gibi o en ama olan kadar sonra var değil göre her"},
	{"id", "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke adalah oleh telah juga mereka karena ada"},
	{"vi", "và của là có không cho các trong được một người đã những với này khi để về tại theo"},
	{"tl", "ang ng sa na mga ay at si ni hindi ito para kung siya nang ko mo kanyang niya"},
	{"sw", "ya na wa kwa ni katika la za cha kuwa hiyo hii ambayo huo yake pia baada watu"},
	{"ru", "и в не на что с по как это он а из за то к у от его но для о так был она все"},
	{"uk", "і в на що не з до та як це за у від його але для про є або який було"},
	{"bg", "и на да в се за от не е че с по как са това ще си но или като бе"},
	{"ar", "في من على إلى أن التي عن مع هذا الذي كان ما لا هذه بعد قد لم بين كما"},
	{"fa", "و در به از که این را با است برای آن یک خود تا بر می شد هم نیز های"},
	{"ur", "کے کی میں کا اور سے نے کو ہے کہ پر یہ اس ہیں کر بھی نہیں تھا ایک لیے"},
	{"hi", "के में की है और से का को पर कि यह ने एक नहीं हैं भी था कर लिए इस"},
}

// scripts are those that one language writes, or that its texts are full of, before "und".
var scripts = []struct {
	code   string
	letter *unicode.RangeTable
}{
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"zh", unicode.Han}, {"ko", unicode.Hangul}, {"el", unicode.Greek}, {"he", unicode.Hebrew},
	{"th", unicode.Thai}, {"bn", unicode.Bengali}, {"ta", unicode.Tamil}, {"te", unicode.Telugu}, {"pa", unicode.Gurmukhi}, {"gu", unicode.Gujarati},
	{"ka", unicode.Georgian}, {"hy", unicode.Armenian}, {"am", unicode.Ethiopic}, {"my", unicode.Myanmar}, {"km", unicode.Khmer},
}

// languages tells of a small word which languages have it.
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
var longestCommon = func() int {
	n := 0
	for w := range languages {
		n = max(n, len(w))
	}
	return n
}()

// English says whether a text is in English, or too short or too strange to tell: what the models that know English alone
// may read.
func English(text string) bool {
	l := language(text)
	return l == "en" || l == ""
}

// language guesses a text's language from its script and from the share of small words in its first few thousand words:
// "und" (as in ISO 639-2) if it is surely not English and nothing else is near, "" if it is too short or too strange to tell.
func language(text string) string {
	const most = 20_000 // bytes looked at
	text = text[:min(len(text), most)]
	code, foreign := scriptOf(text)
	if code != "" {
		return code
	}
	counts := make([]int, len(common))
	n := 0
	for w := range strings.FieldsSeq(text) {
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
	const (
		share = 6  // one word in six
		few   = 5  // so many small words do not make a language: names have them
		long  = 50 // so many words do
	)
	switch {
	case n > 0 && counts[best]*share >= n && (best == 0 || foreign || n >= long || counts[best] >= few && counts[best] >= 2*counts[0]):
		return common[best].code
	case foreign, n >= long && counts[0]*20 < n:
		return "und"
	}
	return ""
}

// scriptOf gives the language that alone writes the script of most letters; foreign says that most are not Latin. A text
// in Japanese has more Han than letters of its own, and no other language has these.
func scriptOf(text string) (code string, foreign bool) {
	counts := make([]int, len(scripts))
	letters, latin := 0, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 || unicode.Is(unicode.Latin, r) {
			latin++
			continue
		}
		for i := range scripts {
			if unicode.Is(scripts[i].letter, r) {
				counts[i]++
				break
			}
		}
	}
	for i, s := range scripts {
		if 2*counts[i] > letters || s.code == "ja" && 10*counts[i] > letters {
			return s.code, true
		}
	}
	return "", 2*latin < letters
}
