// Package site writes report/index.html: one page that shows a newsroom or a seminar what the tables say, with the
// sentences to prove it. It needs no network, no script and no other file.
package site

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"hustings/reports/digest"
	"hustings/reports/drawing"
	"hustings/stages/standing"
)

//go:embed page.html
var pageSource string

//go:embed style.css
var styleSource string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"count": digest.Count, "thousands": digest.Thousands, "mean": digest.Mean, "shrunk": digest.Shrunk, "corrected": digest.Corrected, "date": digest.Date, "percent": digest.Percent, "signed": digest.Signed,
	"bar": bar, "lists": lists, "voice": voice, "slice": slice, "relations": relations, "anchor": anchor, "style": func() template.CSS { return template.CSS(styleSource) }, //nolint:gosec // our own
	"probability": func(x float64) string { return fmt.Sprintf("%.2f", x) },
	"next":        func(n int32) int32 { return n + 1 },
	"join":        strings.Join,
	"int":         func(n int32) int { return int(n) },
	"chance": func(q *float64) string {
		if q == nil {
			return "–"
		}
		return fmt.Sprintf("%.3f", *q)
	},
	"ptr":       func(s standing.Stand) *standing.Stand { return &s },
	"documents": func(a *digest.Actor) string { return digest.Count(int(a.Documents), "document") },
}).Parse(pageSource))

// How much is drawn and listed.
const (
	charted = 24 // actors in the standing chart
	nodes   = 26 // actors in the network
	edges   = 60 // ties in the network
	listed  = 20 // ties in the table
	atOnce  = 30 // actors in the table before one asks for more
)

// view is what the page is made from.
type view struct {
	*digest.Digest
	Chart      template.HTML
	Charted    []*digest.Actor
	Network    template.HTML
	Top, Rest  []*digest.Actor // of the actors, what is shown at once and what on demand
	Ties       []digest.Tie
	Portraits  []*digest.Actor
	LeftOut    int // rejects not shown
	MoreTies   int
	MoreActors int
}

// Write gives the page.
func Write(d *digest.Digest) ([]byte, error) {
	v := view{Digest: d, LeftOut: d.RejectsInAll - len(d.Rejects)}
	var err error
	if v.Chart, err = v.chart(); err != nil {
		return nil, err
	}
	if v.Network, err = v.network(); err != nil {
		return nil, err
	}
	v.Ties = d.Ties[:min(len(d.Ties), listed)]
	v.MoreTies = d.TiesInAll - len(v.Ties)
	v.MoreActors = d.Persons + d.Groups + d.Organisations - len(d.Actors)
	n := min(len(d.Actors), atOnce)
	v.Top, v.Rest = d.Actors[:n], d.Actors[n:]
	for _, a := range d.Actors {
		if a.Portrait {
			v.Portraits = append(v.Portraits, a)
		}
	}
	var out bytes.Buffer
	if err := page.Execute(&out, v); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return out.Bytes(), nil
}

// chart draws the persons and political groups that are judged most in the authors' own voice, in the order of their shrunk
// means: the best spoken of first.
func (v *view) chart() (template.HTML, error) {
	for _, a := range v.Actors {
		if a.Type != "ORG" && a.Author != nil && a.Author.Mean != nil && len(v.Charted) < charted {
			v.Charted = append(v.Charted, a)
		}
	}
	rank := func(a *digest.Actor) float64 {
		if a.Author.Shrunk != nil {
			return *a.Author.Shrunk
		}
		return *a.Author.Mean
	}
	slices.SortStableFunc(v.Charted, func(a, b *digest.Actor) int { return cmp.Compare(rank(b), rank(a)) })
	var rows []drawing.Row
	for _, a := range v.Charted {
		r := drawing.Row{Name: a.Name, Mean: *a.Author.Mean, Enough: a.Enough()}
		if a.Author.Low != nil && a.Author.High != nil {
			r.Interval, r.Low, r.High = true, *a.Author.Low, *a.Author.High
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return "", nil
	}
	return drawing.Standing("standing", rows)
}

// network draws the strongest ties between the actors that are named most.
func (v *view) network() (template.HTML, error) {
	index := map[*digest.Actor]int{}
	var ns []drawing.Node
	var es []drawing.Edge
	add := func(a *digest.Actor) int {
		i, ok := index[a]
		if !ok {
			i = len(ns)
			index[a] = i
			ns = append(ns, drawing.Node{Name: a.Name, Kind: a.Kind()})
		}
		return i
	}
	for _, t := range v.Digest.Ties { // strongest first
		_, hasA := index[t.A]
		_, hasB := index[t.B]
		fresh := 2
		if hasA {
			fresh--
		}
		if hasB {
			fresh--
		}
		if len(es) == edges || len(ns)+fresh > nodes {
			continue
		}
		es = append(es, drawing.Edge{A: add(t.A), B: add(t.B), Weight: t.Weight, Sure: t.Sure()})
	}
	if len(es) == 0 {
		return "", nil
	}
	return drawing.Network("network", ns, es)
}

// bar is the shares of a stand as a bar of three pieces, each with a pattern of its own.
func bar(s *standing.Stand) template.HTML {
	if s == nil || s.N == 0 {
		return ""
	}
	return template.HTML(fmt.Sprintf( //nolint:gosec // numbers alone
		`<span class="bar" role="img" aria-label="%.0f %% negative, %.0f %% neutral, %.0f %% positive"><i class="neg" style="width:%.1f%%"></i><i class="neu" style="width:%.1f%%"></i><i class="pos" style="width:%.1f%%"></i></span>`,
		100*s.Negative, 100*s.Neutral, 100*s.Positive, 100*s.Negative, 100*s.Neutral, 100*s.Positive))
}

// list is one list of telling sentences.
type list struct {
	Title     string
	Class     string
	Sentences []*digest.Sentence
}

func lists(a *digest.Actor) []list {
	out := []list{
		{"Spoken of ill, in the authors’ own voice", "neg", a.Telling[digest.AuthorNegative]},
		{"Spoken of well, in the authors’ own voice", "pos", a.Telling[digest.AuthorPositive]},
		{"Spoken of ill by others whom the texts quote", "neg", a.Telling[digest.OthersNegative]},
		{"Spoken of well by others whom the texts quote", "pos", a.Telling[digest.OthersPositive]},
	}
	var some []list
	for _, l := range out {
		if len(l.Sentences) > 0 {
			some = append(some, l)
		}
	}
	return some
}

// voice says in words whose judgement a sentence is.
func voice(s *digest.Sentence) string {
	switch {
	case s.Voice == "author":
		return "the author’s voice"
	case s.HolderName == "":
		return s.Voice + ", speaker unknown"
	}
	return s.Voice + ", " + s.HolderName
}

// slice is the title of a table of slices and its rows.
type sliceTable struct {
	Title string
	Rows  []standing.Stand
	More  int
}

func slice(a *digest.Actor) []sliceTable {
	var out []sliceTable
	for _, s := range []sliceTable{
		{"voice", a.Voices, 0},
		{"source", a.Sources, a.SourcesInAll - len(a.Sources)},
		{"period", a.Periods, a.PeriodsInAll - len(a.Periods)},
		{"kind of text", a.Regions, a.RegionsInAll - len(a.Regions)},
	} {
		if len(s.Rows) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// relationTable is a table of whom an actor speaks of or acts toward, or of who does so of or toward the actor.
type relationTable struct {
	Title, Other, Counted, Shares string
	Holder                        bool // the others are the holders
	List                          digest.Spokens
}

func relations(a *digest.Actor) []relationTable {
	const judgements, shares = "Judgements", "Negative, neutral, positive"
	const deeds, sides = "Deeds", "Against, –, for"
	var out []relationTable
	for _, t := range []relationTable{
		{"Of whom they speak, as the texts quote and report", "Of", judgements, shares, false, a.Speaks},
		{"Who speaks of them", "By", judgements, shares, true, a.Spoken},
		{"For or against whom they act, as the texts’ authors tell", "Toward", deeds, sides, false, a.Does},
		{"Who acts for or against them", "By", deeds, sides, true, a.Done},
	} {
		if len(t.List.Most) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// anchor is the id of an actor's section. Ids of actors may hold letters of any script, but no white space.
func anchor(a *digest.Actor) string { return "actor-" + a.EntityID }
