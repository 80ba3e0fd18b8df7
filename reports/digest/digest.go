// Package digest gathers from the tables what a reader of a report is shown.
//
// Its nouns: a [Digest] is the whole corpus on one page. An [Actor] is one person, political group or organisation
// with its figures; the most mentioned have a portrait: their aliases and their most telling sentences. A [Sentence]
// is evidence: a sentence with the mention in it, where it stands, who speaks and what was judged. Everything is
// bounded by the constants of this file, whatever the size of the corpus, and says how much was left out.
package digest

import (
	"cmp"
	"fmt"
	"slices"

	"hustings/pipeline"
	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/standing"
	"hustings/stages/ties"
	"hustings/stages/tokens"
)

// How much a digest holds at most.
const (
	Listed    = 120 // actors with their figures
	Portraits = 60  // persons and political groups among them with aliases and sentences
	Strongest = 400 // ties
	Most      = 200 // documents
	Rejected  = 100 // rejects
	PerList   = 3   // sentences a list
	Names     = 12  // aliases an actor
	Slices    = 8   // sources, periods, holders, targets an actor

	Belongings = 20 // parties a person, persons a party
	RolesShown = 4  // roles of one in the other
)

// Needs are the tables that a digest is made from.
var Needs = []pipeline.Table{
	read.Documents.Only("title", "author", "date", "source", "words"), read.Rejects,
	tokens.Sentences.Only("sentence", "start", "end", "text", "paragraph", "fragments"),
	resolve.Mentions.Only("mention", "entity_id", "form", "text"), resolve.Quotes.Only("speaker_id"),
	resolve.Sentiment.Only("mention", "sentence", "start", "end", "entity_id", "polarity", "p_negative", "p_neutral", "p_positive", "voice", "holder_id", "cues"),
	acts.Acts.Only("sentence", "start", "end", "polarity", "agent_id", "patient_id", "voice"), actors.Actors, actors.Aliases, actors.Affiliations, standing.Standing, standing.Relations, standing.Labels, ties.Ties,
}

// Digest is what a report shows of a corpus.
type Digest struct {
	Documents, Words    int
	First, Last         string // dates, as written in the documents table; empty if none has one
	Undated             int    // documents without a date
	Sources             []Source
	Persons, Groups     int // actors of type PERSON, PARTY …
	Organisations       int // … and ORG
	Mentions, Judgments int // of these actors
	Actors              []*Actor
	Ties                []Tie // strongest first
	TiesInAll           int   // between actors of these types
	Most                []*Document
	Rejects             []read.Reject
	RejectsInAll        int
	Sheet               Sheet
}

// Sheet is what became of the labels made by hand.
type Sheet struct {
	InAll, Used int  // labels, and those of judgements that are not null
	Corrects    bool // whether some mean is corrected
}

// Few says whether the labels are too few to correct anything.
func (s Sheet) Few() bool { return s.Used < standing.FewestLabels }

// Needed is how many labels are needed.
func (s Sheet) Needed() int { return standing.FewestLabels }

// Source is a publication or collection and its number of documents; Name is empty for documents without one.
type Source struct {
	Name      string
	Documents int
}

// Tie is two actors named together.
type Tie struct {
	ties.Tie
	A, B *Actor
}

// Sure says whether the pair is named together more often than shuffling within documents explains, at a false
// discovery rate of 5 %.
func (t Tie) Sure() bool { return t.QValue != nil && *t.QValue <= 0.05 }

// Of makes the digest of a corpus. It reads every document once.
func Of(c *pipeline.Corpus) (*Digest, error) {
	g := &gathering{Digest: &Digest{}, byID: map[string]*Actor{}, sources: map[string]int{}, evidence: map[string][]*Belonging{}, spoken: map[relation][]*Spoken{}}
	g.chooseActors(actors.Actors.Rows(c))
	g.addAliases(actors.Aliases.Rows(c))
	g.addAffiliations(actors.Affiliations.Rows(c))
	g.addFigures(standing.Standing.Rows(c))
	g.addLabels(standing.Labels.Rows(c))
	g.addRelations(standing.Relations.Rows(c))
	g.addTies(ties.Ties.Rows(c))
	g.addRejects(read.Rejects.Rows(c))
	for d, err := range c.Docs() {
		if err != nil {
			return nil, fmt.Errorf("digest: %w", err)
		}
		g.addDocument(d)
	}
	g.finish()
	return g.Digest, nil
}

// gathering is a digest in the making.
type gathering struct {
	*Digest
	byID     map[string]*Actor // every actor of the three types
	sources  map[string]int
	evidence map[string][]*Belonging // by document, until it has been found
	spoken   map[relation][]*Spoken  // those that portraits show
}

func (g *gathering) addRejects(rows []read.Reject) {
	g.RejectsInAll = len(rows)
	for _, r := range rows[:min(len(rows), Rejected)] {
		r.Path, r.Place, r.Reason = Clean(r.Path), Clean(r.Place), Clean(r.Reason)
		g.Rejects = append(g.Rejects, r)
	}
}

func (g *gathering) addLabels(rows []standing.LabelRow) {
	g.Sheet.InAll = len(rows)
	for _, r := range rows {
		if r.Polarity != nil {
			g.Sheet.Used++
		}
	}
}

func (g *gathering) addTies(rows []ties.Tie) {
	for _, r := range rows {
		a, b := g.byID[r.A], g.byID[r.B]
		if a == nil || b == nil {
			continue
		}
		g.TiesInAll++
		keep(&g.Ties, Tie{r, a, b}, Strongest, func(x, y Tie) int {
			return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Tie.A, y.Tie.A), cmp.Compare(x.Tie.B, y.Tie.B))
		})
	}
}

func (g *gathering) finish() {
	for name, n := range g.sources {
		g.Sources = append(g.Sources, Source{name, n})
	}
	slices.SortFunc(g.Sources, func(a, b Source) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Name, b.Name))
	})
	slices.SortFunc(g.Most, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	for _, a := range g.Actors {
		for k := range a.shelves {
			a.Telling[k] = a.shelves[k].pick(PerList)
		}
	}
}

// keep puts x in its place among the best n, which are in order.
func keep[T any](best *[]T, x T, n int, order func(a, b T) int) {
	if len(*best) == n {
		if order(x, (*best)[n-1]) >= 0 {
			return
		}
		*best = (*best)[:n-1]
	}
	at, _ := slices.BinarySearchFunc(*best, x, order)
	*best = slices.Insert(*best, at, x)
}
