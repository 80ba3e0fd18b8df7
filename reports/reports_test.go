package reports_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hustings/pipeline"
	"hustings/reports/digest"
	"hustings/reports/site"
	"hustings/reports/summary"
	"hustings/stages/actors"
	"hustings/stages/acts"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/pairs"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/resolve"
	"hustings/stages/roles"
	"hustings/stages/sentiment"
	"hustings/stages/standing"
	"hustings/stages/structure"
	"hustings/stages/ties"
	"hustings/stages/tokens"
)

// pages takes documents through every stage, their names as marked, and gives the page and the summary.
func pages(t *testing.T, texts map[string]string, rejects ...read.Reject) (page, text string) {
	t.Helper()
	prepare, marked := namestest.Marked()
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, marked, quotes.Stage, chains.Stage, roles.Stage, sentiment.Stage, actors.Stage,
		resolve.Stage, acts.Stage, pairs.Stage, ties.Stage, standing.Stage)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*pipeline.Doc
	for _, id := range []string{"a.txt", "b.txt", "<c>.txt"} {
		if plain, ok := texts[id]; ok {
			plain = prepare(id, plain)
			d := pipeline.NewDoc(id, plain)
			read.Documents.Add(d, read.Document{Path: id, Title: "Title of " + id, Date: "1999-04-30", Source: "Courier", Words: 7, Text: plain})
			docs = append(docs, d)
		}
	}
	c, err := pipeline.InMemory(context.Background(), plan, nil, docs, func(c *pipeline.Corpus) { read.Rejects.Add(c, rejects...) })
	if err != nil {
		t.Fatal(err)
	}
	d, err := digest.Of(c)
	if err != nil {
		t.Fatal(err)
	}
	data, err := site.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), summary.Write(d)
}

// sound checks a page: it needs nothing from elsewhere, ids stand once, links lead somewhere, every drawing has a title and
// a description, every table a caption, and no script or handler is in it.
func sound(t *testing.T, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]int{}, []string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				target, err := url.PathUnescape(a.Val[1:]) // as browsers do
				if err != nil {
					t.Error(err)
				}
				links = append(links, target)
			case a.Key == "href" || a.Key == "src":
				t.Errorf("<%s> needs %q", n.Data, a.Val)
			case strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s> has a handler %s", n.Data, a.Key)
			}
		}
		first := ""
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode {
				first = c.Data
				break
			}
		}
		switch n.Data {
		case "script":
			t.Error("there is a script")
		case "svg":
			if first != "title" {
				t.Error("a drawing has no title")
			}
		case "table":
			if first != "caption" {
				t.Error("a table has no caption")
			}
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("id %q stands %d times", id, n)
		}
	}
	for _, l := range links {
		if ids[l] == 0 {
			t.Errorf("link to %q leads nowhere", l)
		}
	}
	for _, bad := range []string{"%!", "<no value>", "ZgotmplZ", "http://", "NaN"} {
		if strings.Contains(strings.ReplaceAll(page, "http://www.w3.org/2000/svg", ""), bad) {
			t.Errorf("%q is in the page", bad)
		}
	}
}

var story = map[string]string{
	"a.txt": "{PERSON:Ada Finn} is a liar and a thief who betrayed the fishermen. {PERSON:Finn} met {PERSON:Tomas Oru} of the {PARTY:Harbour Party} ({PARTY:HP}).\n\n" +
		"The brave and honest {PERSON:Oru} won the admiration of the whole town. “{PERSON:Finn} has ruined this harbour with her lies,” said {PERSON:Tomas Oru}.",
	"b.txt": "{PERSON:Ada Finn} and {PERSON:Tomas Oru} spoke. The {PARTY:Harbour Party} was a disgrace. {ORG:Northport Bank} was there with the {PARTY:HP}.",
}

func TestStory(t *testing.T) {
	page, text := pages(t, story, read.Reject{Path: "scan.pdf", Reason: "is a PDF", Severity: "error"})
	sound(t, page)
	for _, want := range []string{
		`id="actor-ada-finn"`, `<a href="#actor-tomas-oru">Tomas Oru</a>`, "political group", `<mark>Ada Finn</mark> is a liar`, "30 April 1999", "scan.pdf",
		"not enough evidence", "quoted, Tomas Oru", "Its people, as the texts say", "Its people together", `<mark>Tomas Oru of the Harbour Party</mark>`, "Spoken of ill, in the authors’ own voice", "rivals are named together most",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in the page", want)
		}
	}
	for _, want := range []string{"2 documents, 14 words, 30 April 1999 to 30 April 1999. 2 persons, 1 political group, 1 organisation.", "- error: `scan.pdf`: is a PDF",
		"| Harbour Party | political group | 4 | 2 |", "## Ada Finn", "**Ada Finn** is a liar and a thief",
		"- people: Tomas Oru (member)", "- parties: Harbour Party (member)", "- people together, a figure of their own: not enough evidence, 4 judgements"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the summary:\n%s", want, text)
		}
	}
}

func TestHostileNames(t *testing.T) {
	long := strings.Repeat("Very ", 80) + "Long Name"
	page, text := pages(t, map[string]string{
		"a.txt":   "{PERSON:<script>alert(1)</script>} is a liar and a thief. {PARTY:\"'><img src=x>} met {PERSON:" + long + "} and {PARTY:حزب الميناء} and {PERSON:A|B *C* `D`}.",
		"<c>.txt": "{PERSON:<script>alert(1)</script>} is a liar and a thief.",
	}, read.Reject{Path: "<b>.pdf", Place: "|", Reason: "`x` <script>", Severity: "error"})
	sound(t, page)
	if !strings.Contains(page, "حزب الميناء") {
		t.Error("a name in another script is lost")
	}
	for _, bad := range []string{"<script", "<img", "A|B"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q is in the summary", bad)
		}
	}
}

func TestEmptyCorpora(t *testing.T) {
	for name, texts := range map[string]map[string]string{
		"no documents": nil, "no names": {"a.txt": "Nobody is named."}, "one actor": {"a.txt": "{PERSON:Ada Finn} spoke."}, "places alone": {"a.txt": "{GPE:Northport} and {GPE:Wien}."},
	} {
		t.Run(name, func(t *testing.T) {
			page, text := pages(t, texts)
			sound(t, page)
			if !strings.HasPrefix(text, "# ") {
				t.Errorf("summary: %q", text)
			}
		})
	}
}

func TestSameBytes(t *testing.T) {
	page, text := pages(t, story)
	again, textAgain := pages(t, story)
	if page != again || text != textAgain {
		t.Error("two runs differ")
	}
}
