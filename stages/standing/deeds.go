package standing

import (
	"hustings/stages/acts"
	"hustings/stages/tokens"
)

// addDeeds adds up what the author of the document added last tells that actors do for and against each other: a deed is a
// judgement of its agent on its patient, of -1 or 1. What others say was done is a judgement of theirs.
func (c *corpus) addDeeds(sentences []tokens.Sentence, deeds []acts.Act) {
	for _, a := range deeds {
		if a.AgentID == "" || a.PatientID == "" || a.Voice != "author" {
			continue
		}
		x := cell{actor: c.id(a.PatientID), document: int32(len(c.documents)) - 1, paragraph: -1, holder: c.id(a.AgentID), sum: float64(a.Polarity)} //nolint:gosec // a count of documents
		if int(a.Sentence) < len(sentences) {
			x.paragraph = sentences[a.Sentence].Paragraph
		}
		if a.Polarity < 0 {
			x.negative = 1
		} else {
			x.positive = 1
		}
		c.deeds = append(c.deeds, x)
	}
}
