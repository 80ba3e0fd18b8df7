package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what an HTML page says: its text as plain Markdown, without navigation and other furniture.
type page struct {
	text, title, author, date string
	body                      strings.Builder
	line                      strings.Builder // the block at hand
	prefix                    string          // what its line begins with
	quotes                    int             // how many block quotations it stands in
}

// furniture is left out with all that is in it.
var furniture = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Noscript: true,
	atom.Template: true, atom.Svg: true, atom.Iframe: true, atom.Button: true, atom.Select: true, atom.Object: true, atom.Head: true, atom.Figure: true,
	atom.Textarea: true,
}

var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Table: true, atom.Tr: true, atom.Ul: true, atom.Ol: true,
	atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Hr: true, atom.Address: true, atom.Figcaption: true, atom.Body: true,
}

var levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// convert turns a page into text: the article if it has one, else the body. Blocks are separated by blank lines, headings
// begin with #, quotations with >, list items with -.
// The parser takes any text; an error means that elements nest deeper than it allows.
func convert(source string) (*page, error) {
	p := &page{}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, err
	}
	p.head(root)
	for _, tag := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		n := find(root, tag)
		if n == nil {
			continue
		}
		p.walk(n, true)
		p.end()
		if p.text = strings.TrimSpace(p.body.String()); p.text != "" {
			break // an empty article is filled by a script: the body may still say something
		}
	}
	if p.title == "" {
		p.title = markdownTitle(p.text)
	}
	return p, nil
}

// find is the first element of a kind, in the order of the text. It walks without recursion: pages may nest deeply.
func find(root *html.Node, tag atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == tag && n.Type == html.ElementNode {
			return n
		}
	}
	return nil
}

// head reads title, author and date from the page's own elements.
func (p *page) head(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Title:
			if p.title == "" && n.Namespace == "" && n.FirstChild != nil { // drawings have titles too
				p.title = fold(n.FirstChild.Data)
			}
		case atom.Meta:
			name, content := strings.ToLower(attribute(n, "name")+attribute(n, "property")), fold(attribute(n, "content"))
			switch name {
			case "author", "article:author", "dc.creator", "byl":
				if p.author == "" {
					p.author = content
				}
			case "date", "article:published_time", "dc.date", "pubdate", "publish-date":
				p.setDate(content)
			case "og:title":
				if content != "" {
					p.title = content
				}
			}
		case atom.Time:
			p.setDate(attribute(n, "datetime"))
		}
	}
}

func (p *page) setDate(s string) {
	if i := strings.IndexAny(s, "T "); i >= 0 { // a time of day follows
		s = s[:i]
	}
	if p.date == "" && isDate(s) {
		p.date = s
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (p *page) walk(n *html.Node, root bool) {
	children := func() {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			p.walk(c, false)
		}
	}
	switch {
	case n.Type == html.TextNode:
		p.line.WriteString(n.Data)
	case n.Type != html.ElementNode:
		children()
	case furniture[n.DataAtom] && !root:
	case n.DataAtom == atom.Br:
		p.line.WriteString("\x00") // a line break of the author's, kept by end
	case n.DataAtom == atom.Blockquote:
		p.end()
		p.quotes++
		children()
		p.end()
		p.quotes--
	case n.DataAtom == atom.Li:
		p.end()
		p.prefix = "- "
		children()
		p.end()
		p.prefix = "" // of an item without text
	case levels[n.DataAtom] > 0:
		p.end()
		p.prefix = strings.Repeat("#", levels[n.DataAtom]) + " "
		children()
		p.end()
		p.prefix = ""
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		children()
		p.line.WriteString(" ")
	case blocks[n.DataAtom]:
		p.end()
		children()
		p.end()
	default:
		children()
	}
}

// end ends the block at hand.
func (p *page) end() {
	var lines []string
	for l := range strings.SplitSeq(p.line.String(), "\x00") {
		if l = fold(l); l != "" {
			lines = append(lines, l)
		}
	}
	p.line.Reset()
	if len(lines) == 0 {
		return
	}
	quote := strings.Repeat("> ", p.quotes)
	next := "\n" + quote
	if strings.HasPrefix(p.prefix, "#") {
		next = " " // a heading is one line
	}
	text := quote + p.prefix + strings.Join(lines, next)
	p.prefix = ""
	if p.body.Len() > 0 {
		p.body.WriteString("\n\n")
	}
	p.body.WriteString(text)
}

// fold makes one space of white space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
