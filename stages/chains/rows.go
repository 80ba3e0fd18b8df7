package chains

import (
	"sort"

	"hustings/pipeline"
)

// Mentions and Chains are who is who within one document.
var (
	Mentions = pipeline.PerDoc[Mention]("chained", "mentions of one document with their chain").Internal()
	Chains   = pipeline.PerDoc[Chain]("chains", "the actors of one document").Internal()
	Forms    = pipeline.PerDoc[Form]("forms", "the names each chain goes by, and the rule that joined them").Internal()
)

// Mention is one mention; sorted by start.
type Mention struct {
	Mention     int32   `col:"mention" key:"1" doc:"number of the mention in its document, from 0"`
	Sentence    int32   `col:"sentence" doc:"its sentence"`
	First       int32   `col:"first" doc:"its first token"`
	Last        int32   `col:"last" doc:"one past its last token"`
	Start       int32   `col:"start" unit:"code points" doc:"where it begins"`
	End         int32   `col:"end" unit:"code points" doc:"where it ends, exclusive"`
	Text        string  `col:"text" doc:"the mention as written"`
	Type        string  `col:"type" doc:"what it names" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Form        string  `col:"form" doc:"how it refers: by a name, an acronym, a description (nominal) or a pronoun" in:"name|acronym|nominal|pronoun"`
	Probability float64 `col:"probability" range:"0..1" doc:"how sure the extractor is of a name; 1 for descriptions and pronouns"`
	Source      string  `col:"source" doc:"what found it" in:"accurate|fast|curated|chain"`
	Name        int32   `col:"name" doc:"its row in names; -1 if it has none"`
	Chain       int32   `col:"chain" doc:"its chain"`
	Certainty   float64 `col:"certainty" range:"0..1" doc:"how sure it is that it means its chain"`
}

// Named says whether the mention is a name or an acronym, not a description or a pronoun.
func (m *Mention) Named() bool { return m.Form != "nominal" && m.Form != "pronoun" }

// At is the index of the shortest mention that covers a token, -1 for none. Mentions are few that nest, so it looks back a little.
func At(mentions []Mention, token int32) int {
	const deepest = 8
	best := -1
	n := sort.Search(len(mentions), func(i int) bool { return mentions[i].First > token })
	for i := n - 1; i >= max(0, n-deepest); i-- {
		if m := &mentions[i]; token < m.Last && (best < 0 || m.Last-m.First < mentions[best].Last-mentions[best].First) {
			best = i
		}
	}
	return best
}

// Chain is one actor of one document, whatever its type.
type Chain struct {
	Chain      int32    `col:"chain" key:"1" doc:"number of the chain in its document, from 0"`
	Type       string   `col:"type" doc:"type of most of its mentions" in:"PERSON|PARTY|ORG|GPE|LOC|EVENT|WORK|NORP"`
	Name       string   `col:"name" doc:"its fullest name, without title, possessive and line breaks"`
	Acronym    string   `col:"acronym" doc:"its acronym; empty if none"`
	EntityID   string   `col:"entity_id" doc:"the id that the curated file gives it; empty if none"`
	Candidates []string `col:"candidates" doc:"whom its name may mean where the curated file leaves it open; else empty"`
	Mentions   int32    `col:"mentions" doc:"how often it is named: descriptions and pronouns do not count"`
}

// Form is one name that a chain goes by.
type Form struct {
	Chain int32  `col:"chain" key:"1" doc:"the chain"`
	Alias string `col:"alias" key:"1" doc:"the name as written, white space folded"`
	Rule  string `col:"rule" doc:"why it is this chain's" in:"full|same|surname|part|acronym|initials|nickname|variant|curated"`
	Count int32  `col:"count" doc:"how many mentions read so"`
	Start int32  `col:"start" unit:"code points" doc:"the evidence: where it first stands (for acronym: where it is defined, if it is)"`
	End   int32  `col:"end" unit:"code points" doc:"where the evidence ends, exclusive"`
}
