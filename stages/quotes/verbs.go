package quotes

import "strings"

// reporting are the verbs that introduce what somebody says, in the forms that do so.
var reporting = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`
said says say saying told tells tell asked asks ask replied replies answered answers argued argues argue claimed claims claim
insisted insists warned warns wrote writes write written declared declares declaring added adds adding announced announces stated states
maintained maintains remarked remarks observed observes noted notes commented comments explained explains complained complains
charged charges alleged alleges admitted admits conceded concedes denied denies suggested suggests promised promises pledged pledges
vowed vows swore swears shouted shouts cried cries whispered whispers roared recalled recalls concluded concludes continued continues
demanded demands urged urges called calls described describes dismissed denounced denounces condemned condemns praised praises
thundered quipped joked jokes protested protests testified testifies believed believes thought thinks held holds quoted contended contends
asserted asserts retorted retorts repeated repeats responded responds interjected proclaimed proclaims reported reports countered counters
confessed confesses opined opines articulated articulates mused muses boasted boasts cautioned cautions reiterated reiterates emphasised emphasized stressed stresses
reminded reminds predicted predicts lamented lamented confided confides wondered wonders agreed agrees`) {
		out[w] = true
	}
	return out
}()

// Reporting says whether a word, in lower case, is a verb that introduces what somebody says.
func Reporting(word string) bool { return reporting[word] }

// pronouns stand for a person before a reporting verb.
var pronouns = map[string]bool{"he": true, "she": true, "He": true, "She": true}
