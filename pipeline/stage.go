package pipeline

import (
	"context"
	"iter"
)

// Stage is one step of the pipeline, as a value. Exactly one of Each and Whole is set.
type Stage struct {
	Name  string // as its folder, its section in config.yaml and its place in logs
	Doc   string // one line: what it does
	Needs []Table
	Makes []Table
	Each  Work[*Doc]    // on one document; documents run side by side
	Whole Work[*Corpus] // on the whole corpus, once every document has been through the stages before it
}

// Work is the function of a stage together with its settings.
type Work[D any] struct {
	settings any // a pointer to a struct with defaults, or nil
	start    func(settings any) (func(D) error, error)
}

func (w Work[D]) set() bool { return w.start != nil }

// Do makes work that has no settings.
func Do[D any](work func(D) error) Work[D] {
	return Work[D]{start: func(any) (func(D) error, error) { return work, nil }}
}

// With makes work that has settings: S is a struct whose fields carry the tags
//
//	set:"window"            the key in the stage's section of config.yaml
//	doc:"…"                 one line of meaning
//	in:"sentence|paragraph" the values allowed
//	range:"1..1000"         lowest and highest value allowed
//
// and are string, bool, int, float64 or []string. start is called once a run, before any document; whatever is
// loaded there (a model) is shared by all documents, so it must be safe for concurrent use.
func With[S, D any](defaults S, start func(S) (func(D) error, error)) Work[D] {
	return Work[D]{settings: &defaults, start: func(s any) (func(D) error, error) { return start(*s.(*S)) }}
}

// Source is where documents come from: the one stage that reads the outside.
type Source struct {
	Name, Doc string
	Makes     []Table // the first is per document and holds the text; see [Texter]
	// Read opens the folder and gives its documents in the order of their ids. What cannot be read it adds as
	// rows to its whole tables (through c), before the sequence ends. An error ends the run.
	Read Work[*Reading]
}

// Reading is one reading of the outside by a [Source].
type Reading struct {
	Context context.Context
	Folder  string
	Gold    string                 // a file labelled by hand, from [RunSettings]; empty if none is named
	Corpus  *Corpus                // for Add on the source's whole tables
	Docs    iter.Seq2[*Doc, error] // set by the source: its documents, their rows already added
}

// Texter is what the rows of a source's first table implement: it gives the text back to later passes.
type Texter interface{ DocumentText() string }
