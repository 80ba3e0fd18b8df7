package roles

import (
	"testing"

	"hustings/pipeline"
	"hustings/stages/chains"
	"hustings/stages/tokens"
)

// TestPronouns: a pronoun counts where it is sure whom it means, "his" and "they" never.
func TestPronouns(t *testing.T) {
	text := "She founded the HP . Its leader , Oru , wept ."
	d := pipeline.NewDoc("a.txt", text)
	var words []tokens.Token
	for from, i := 0, 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' {
			words = append(words, tokens.Token{Token: int32(len(words)), Start: int32(from), End: int32(i), Text: text[from:i]})
			from = i + 1
		}
	}
	mention := func(at int32, kind, form string, certainty float64) chains.Mention {
		w := words[at]
		return chains.Mention{Mention: at, First: at, Last: at + 1, Start: w.Start, End: w.End, Text: w.Text, Type: kind, Form: form, Certainty: certainty}
	}
	for _, certainty := range []float64{0.95, 0.5} {
		var here []chains.Mention
		for _, m := range []chains.Mention{mention(0, "PERSON", "pronoun", certainty), mention(3, "PARTY", "acronym", 0), mention(5, "PARTY", "pronoun", certainty), mention(8, "PERSON", "name", 0)} {
			if m.Named() || refers(m) {
				here = append(here, m)
			}
		}
		l := newLine(d, words, here)
		var got []string
		for i := range l.items {
			if l.items[i].kind == 'p' {
				for _, f := range l.roles(i) {
					got = append(got, f.role)
				}
			}
		}
		if want := map[bool]int{true: 2, false: 0}[certainty > sure]; len(got) != want || want == 2 && (got[0] != "founder" || got[1] != "leader") {
			t.Errorf("certainty %v: %q in %q", certainty, got, l.text)
		}
	}
}
