package score

import (
	"context"
	"fmt"
	"path"
	"strings"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/structure"
)

// run is what the tables of a run say, by document.
type run struct {
	docs     map[string]bool
	mentions map[string]map[span]mention // names and acronyms
	polarity map[string]map[span]int32   // absent where the run abstained
	regions  map[string][]region
}

// mention is one name in the run; its entity is empty where it is not linked.
type mention struct{ kind, entity string }

func newRun() run {
	return run{map[string]bool{}, map[string]map[span]mention{}, map[string]map[span]int32{}, map[string][]region{}}
}

// readRun reads the published tables that are scored.
func readRun(ctx context.Context, out string) (run, error) {
	r := newRun()
	for _, read := range []func() error{
		func() error { return pipeline.ReadDocs(ctx, out, read.Documents, r.addDocument) },
		func() error { return pipeline.ReadDocs(ctx, out, resolve.Mentions, r.addMentions) },
		func() error { return pipeline.ReadDocs(ctx, out, resolve.Sentiment, r.addSentiment) },
		func() error { return pipeline.ReadDocs(ctx, out, structure.Regions, r.addRegions) },
	} {
		if err := read(); err != nil {
			return r, fmt.Errorf("score: %w", err)
		}
	}
	return r, nil
}

func (r run) addDocument(id string, _ []read.Document) bool {
	r.docs[stem(id)] = true
	return true
}

func (r run) addMentions(id string, rows []resolve.Mention) bool {
	by := of(r.mentions, id)
	for _, m := range rows {
		if m.Named() {
			by[span{m.Start, m.End}] = mention{m.Type, m.EntityID}
		}
	}
	return true
}

func (r run) addSentiment(id string, rows []resolve.Judgement) bool {
	by := of(r.polarity, id)
	for _, j := range rows {
		if j.Polarity != nil && -1 <= *j.Polarity && *j.Polarity <= 1 { // others stand in a damaged table alone
			by[span{j.Start, j.End}] = *j.Polarity
		}
	}
	return true
}

func (r run) addRegions(id string, rows []structure.Region) bool {
	d := stem(id)
	for _, x := range rows {
		r.regions[d] = append(r.regions[d], region{x.Kind, span{x.Start, x.End}})
	}
	return true
}

func of[V any](by map[string]map[span]V, id string) map[span]V {
	d := stem(id)
	if by[d] == nil {
		by[d] = map[span]V{}
	}
	return by[d]
}

// stem is what a gold file of a document is named: the last part of its id without extension.
func stem(docID string) string {
	base := path.Base(docID)
	name := strings.TrimSuffix(base, path.Ext(base))
	if strings.Trim(name, ".") == "" {
		return base
	}
	return name
}
