package chains

import "hustings/stages/quotes"

// Speakers gives the mention that speaks each quotation, -1 where nobody is known to: the one that covers the pronoun or noun
// that stands for the speaker, since a chain knows better than its place whom that means, else the name.
func Speakers(mentions []Mention, quotations []quotes.Quotation) []int32 {
	named := map[int32]int32{} // row of names to mention
	for i, m := range mentions {
		if m.Name >= 0 {
			named[m.Name] = int32(i) //nolint:gosec // a count of mentions
		}
	}
	out := make([]int32, len(quotations))
	for i, q := range quotations {
		out[i] = -1
		if m, ok := named[q.SpeakerName]; ok && q.SpeakerName >= 0 {
			out[i] = m
		}
		if q.SpeakerToken >= 0 {
			if m := At(mentions, q.SpeakerToken); m >= 0 {
				out[i] = int32(m) //nolint:gosec // a count of mentions
			}
		}
	}
	return out
}
