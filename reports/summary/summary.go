// Package summary writes summary.md: what one wants to read in a terminal or a pull request.
package summary

import (
	"fmt"
	"strings"

	"hustings/reports/digest"
)

// How much is shown.
const (
	actorsShown  = 15
	tiesShown    = 10
	portrayed    = 5
	rejectsShown = 10

	belongingsShown = 6
	spokenShown     = 5
)

// Write gives the summary.
func Write(d *digest.Digest) string {
	var out strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&out, format, args...) }
	p("# Who is in it, and how they are spoken of\n\n")
	p("%s, %s", digest.Count(d.Documents, "document"), digest.Count(d.Words, "word"))
	if d.First != "" {
		p(", %s to %s", digest.Date(d.First), digest.Date(d.Last))
	}
	p(". %s, %s, %s. This shows how texts portray people, not what they did.\n", digest.Count(d.Persons, "person"), digest.Count(d.Groups, "political group"), digest.Count(d.Organisations, "organisation"))
	if d.RejectsInAll > 0 {
		p("\n## Not read, or with a doubt\n\n")
		for _, r := range d.Rejects[:min(len(d.Rejects), rejectsShown)] {
			place := ""
			if r.Place != "" {
				place = ", " + r.Place
			}
			p("- %s: `%s`%s: %s\n", r.Severity, code(r.Path), place, line(r.Reason))
		}
		if n := d.RejectsInAll - rejectsShown; n > 0 {
			p("- and %d more in the table rejects\n", n)
		}
	}
	if len(d.Actors) > 0 {
		p("\n## Who is named most\n\nThe mean is of p(positive) − p(negative) in the authors' own voice, with its 95 %% interval; shrunk, for comparing, is the mean drawn toward that of all of the type, the more the less is said.%s\n\n", sheet(d.Sheet))
		head, rule := "| actor | kind | mentions | documents | mean | shrunk |", "|---|---|---|---|---|---|"
		if d.Sheet.Corrects {
			head, rule = head+" corrected |", rule+"---|"
		}
		p("%s judgements |\n%s---|\n", head, rule)
		for _, a := range d.Actors[:min(len(d.Actors), actorsShown)] {
			n := int32(0)
			if a.Author != nil {
				n = a.Author.N
			}
			p("| %s | %s | %d | %d | %s | %s |", line(a.Name), a.Kind(), a.Mentions, a.Documents, digest.Mean(a.Author), digest.Shrunk(a.Author))
			if d.Sheet.Corrects {
				p(" %s |", digest.Corrected(a.Author))
			}
			p(" %d |\n", n)
		}
	}
	if len(d.Ties) > 0 {
		p("\n## Named together most\n\nNamed together, not allied: rivals are named together most.\n\n| | | windows | documents | q |\n|---|---|---|---|---|\n")
		for _, t := range d.Ties[:min(len(d.Ties), tiesShown)] {
			q := ""
			if t.QValue != nil {
				q = fmt.Sprintf("%.3f", *t.QValue)
			}
			p("| %s | %s | %d | %d | %s |\n", line(t.A.Name), line(t.B.Name), t.Sentences, t.Documents, q)
		}
	}
	shown := 0
	for _, a := range d.Actors {
		if !a.Portrait || shown == portrayed {
			continue
		}
		shown++
		p("\n## %s\n\n", line(a.Name))
		belongings(p, a)
		spoken(p, "speaks of", "judgement", a.Speaks, func(s *digest.Spoken) *digest.Actor { return s.Target })
		spoken(p, "spoken of by", "judgement", a.Spoken, func(s *digest.Spoken) *digest.Actor { return s.Holder })
		spoken(p, "acts toward", "deed", a.Does, func(s *digest.Spoken) *digest.Actor { return s.Target })
		spoken(p, "acted toward by", "deed", a.Done, func(s *digest.Spoken) *digest.Actor { return s.Holder })
		any := false
		for k, label := range [...]string{"ill, author", "well, author", "ill, others", "well, others"} {
			for _, s := range a.Telling[k][:min(1, len(a.Telling[k]))] {
				any = true
				p("- %s: %s**%s**%s (`%s`, sentence %d)\n", label, line(s.Before), line(s.Mention), line(s.After), code(s.Document.ID), s.Number)
			}
		}
		if !any {
			p("No sentence speaks of them well or ill.\n")
		}
	}
	return out.String()
}

// sheet tells what labels made by hand have done.
func sheet(s digest.Sheet) string {
	switch {
	case s.Corrects:
		return fmt.Sprintf(" Corrected is what a person would say, as %s by hand tell.", digest.Count(s.Used, "label"))
	case s.InAll > 0 && s.Few():
		return fmt.Sprintf(" The sheet of labels corrects nothing: %d of its %s are of a judgement, and %d are needed.", s.Used, digest.Count(s.InAll, "label"), s.Needed())
	case s.InAll > 0:
		return " The sheet of labels corrects nothing: nobody has judgements enough for an interval, or all judgements are alike."
	}
	return ""
}

// belongings tells a person's parties, or a party's people and how they are spoken of together.
func belongings(p func(string, ...any), a *digest.Actor) {
	list := func(label string, all []*digest.Belonging, inAll int, other func(*digest.Belonging) *digest.Actor) {
		if len(all) == 0 {
			return
		}
		p("- %s: ", label)
		for i, b := range all[:min(len(all), belongingsShown)] {
			if i > 0 {
				p("; ")
			}
			p("%s (%s)", line(other(b).Name), line(b.Role()))
		}
		if n := inAll - belongingsShown; n > 0 {
			p("; and %d more", n)
		}
		p("\n")
	}
	list("parties", a.Parties, a.PartiesInAll, func(b *digest.Belonging) *digest.Actor { return b.Party })
	list("people", a.People, a.PeopleInAll, func(b *digest.Belonging) *digest.Actor { return b.Person })
	if s := a.Together; s != nil {
		p("- people together, a figure of their own: %s, %s\n", digest.Mean(s), digest.Count(int(s.N), "judgement"))
	}
}

// spoken tells who speaks of whom or acts toward whom, with the mean where there is evidence enough.
func spoken(p func(string, ...any), label, counted string, all digest.Spokens, other func(*digest.Spoken) *digest.Actor) {
	if len(all.Most) == 0 {
		return
	}
	p("- %s: ", label)
	shown := all.Most[:min(len(all.Most), spokenShown)]
	for i, s := range shown {
		if i > 0 {
			p("; ")
		}
		p("%s (%s, %s)", line(other(s).Name), digest.Mean(s.Stand), digest.Count(int(s.Stand.N), counted))
	}
	if n := all.InAll - len(shown); n > 0 {
		p("; and %d more", n)
	}
	p("\n")
}

// line makes text safe inside a line or a cell of Markdown.
var escape = strings.NewReplacer("\\", "\\\\", "|", "\\|", "*", "\\*", "_", "\\_", "`", "\\`", "<", "&lt;", "[", "\\[", "\n", " ")

func line(s string) string { return escape.Replace(s) }

// code makes text safe between backticks in a line.
func code(s string) string { return strings.NewReplacer("`", "'", "|", "¦", "\n", " ").Replace(s) }
