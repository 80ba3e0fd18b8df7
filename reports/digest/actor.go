package digest

import (
	"cmp"
	"slices"

	"hustings/stages/actors"
	"hustings/stages/standing"
)

// Actor is one actor and what the texts say of it.
type Actor struct {
	actors.Actor // with Name fit for display
	Listed       bool
	Portrait     bool
	Aliases      []actors.Alias // most frequent first
	AliasesInAll int
	All          *standing.Stand // all voices; nil if never judged
	Author       *standing.Stand // the author's voice, the headline; nil if never judged in it
	Voices       []standing.Stand
	Sources      []standing.Stand // most judgements first
	Periods      []standing.Stand // in order of time
	Regions      []standing.Stand // most judgements first
	SourcesInAll int
	PeriodsInAll int
	RegionsInAll int
	Parties      []*Belonging // of a person
	PartiesInAll int
	People       []*Belonging // of a party
	PeopleInAll  int
	Together     *standing.Stand // the authors' voice on a party's people, former ones aside; nil if none is judged
	Speaks       Spokens         // of whom the actor speaks, and who of the actor, as quoted or reported
	Spoken       Spokens
	Does         Spokens // toward whom the actor acts, and who toward the actor
	Done         Spokens
	Quotes       int // quotations of which the actor is the speaker; counted for portraits
	Telling      [4][]*Sentence

	shelves [4]shelf
	figured bool // has figures though it may not be listed
}

// The lists of Actor.Telling.
const (
	AuthorNegative = iota
	AuthorPositive
	OthersNegative // in quoted or reported speech
	OthersPositive
)

// Kind is the actor's type in plain words.
func (a *Actor) Kind() string {
	switch a.Type {
	case "PERSON":
		return "person"
	case "PARTY":
		return "political group"
	}
	return "organisation"
}

// Enough says whether the author's voice gives evidence enough for a mean.
func (a *Actor) Enough() bool { return a.Author != nil && a.Author.Enough && a.Author.Mean != nil }

func (g *gathering) chooseActors(rows []actors.Actor) {
	all := make([]*Actor, 0, len(rows))
	for _, r := range rows {
		switch r.Type {
		case "PERSON":
			g.Persons++
		case "PARTY":
			g.Groups++
		case "ORG":
			g.Organisations++
		default:
			continue
		}
		g.Mentions += int(r.Mentions)
		r.Name = cmp.Or(Clean(r.Name), r.EntityID)
		r.Acronym = Clean(r.Acronym)
		a := &Actor{Actor: r}
		g.byID[r.EntityID] = a
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b *Actor) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.EntityID, b.EntityID))
	})
	portraits := 0
	for i, a := range all {
		mayHave := a.Type != "ORG" && portraits < Portraits
		if i >= Listed && !mayHave {
			continue
		}
		if mayHave {
			portraits++
			a.Portrait = true
		}
		a.Listed = true
		g.Actors = append(g.Actors, a)
	}
}

func (g *gathering) addAliases(rows []actors.Alias) {
	for _, r := range rows {
		a := g.byID[r.EntityID]
		if a == nil || !a.Portrait {
			continue
		}
		r.Alias = Clean(r.Alias)
		a.AliasesInAll++
		keep(&a.Aliases, r, Names, func(x, y actors.Alias) int {
			return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Alias, y.Alias))
		})
	}
}

func (g *gathering) addFigures(rows []standing.Stand) {
	for _, r := range rows {
		a := g.byID[r.EntityID]
		if a == nil {
			continue
		}
		if r.Slice == "all" {
			g.Judgments += int(r.N)
		}
		if r.Corrected != nil {
			g.Sheet.Corrects = true
		}
		if !a.Listed && !a.figured {
			continue
		}
		switch r.Slice {
		case "all":
			a.All = &r
		case "voice":
			if r.Value == "author" {
				a.Author = &r
			}
			a.Voices = append(a.Voices, r)
		case "people":
			a.Together = &r
		case "source":
			a.SourcesInAll++
			keep(&a.Sources, r, Slices, mostJudged)
		case "region":
			a.RegionsInAll++
			keep(&a.Regions, r, Slices, mostJudged)
		case "period":
			a.PeriodsInAll++
			keep(&a.Periods, r, Slices, mostJudged)
		}
	}
	for _, a := range g.Actors {
		slices.SortFunc(a.Periods, func(x, y standing.Stand) int { return cmp.Compare(x.Value, y.Value) })
	}
}

func mostJudged(x, y standing.Stand) int {
	return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Value, y.Value))
}
