package coref

// What is said of a first person's pronoun in a quotation. It was not measured: the texts that the model learns from do
// not mark them.
const (
	speakerSurely = 0.95 // "I" is the speaker
	speakersBody  = 0.8  // "we" is the party or body that speaks
)

// speakers finds the first person's pronouns in quotations whose speaker is known.
func speakers(doc *Document) []Found {
	kinds := map[int32]actor{}
	for _, x := range doc.Names {
		if kinds[x.Chain] == nobody {
			kinds[x.Chain] = actorOf(x.Type)
		}
	}
	var out []Found
	done := int32(0) // quotations may stand in quotations: the outer one has the word
	for _, q := range doc.Quotes {
		for i := max(q.First, done, 0); i < min(q.Last, int32(len(doc.Words))); i++ {
			done = i + 1
			p := 0.0
			switch w := Fold(doc.Words[i].Text); {
			case q.Speaker < 0:
			case singular[w] && kinds[q.Speaker] == aPerson:
				p = speakerSurely
			case plural[w] && (kinds[q.Speaker] == aParty || kinds[q.Speaker] == anOrg):
				p = speakersBody
			}
			if p > 0 {
				out = append(out, Found{First: i, Last: i + 1, Form: Pronoun, Chain: q.Speaker, Probability: p})
			}
		}
	}
	return out
}
