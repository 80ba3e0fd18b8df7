package read

import "testing"

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, source, text, title, date string }{
		{"an article before the body", "<p>Menu<article>One.</article>", "One.", "", ""},
		{"main before the body", "<p>Menu<main>One.</main>", "One.", "", ""},
		{"an empty article", "<article><script>fill()</script></article><p>The body.", "The body.", "", ""},
		{"an empty heading", "<h2></h2><p>A paragraph.", "A paragraph.", "", ""},
		{"an empty item", "<ul><li></li></ul><p>A paragraph.", "A paragraph.", "", ""},
		{"a heading of two lines", "<h2>Bread<br>and boats</h2><p>More.", "## Bread and boats\n\nMore.", "Bread and boats", ""},
		{"levels", "<h1>A</h1><h3>B</h3>", "# A\n\n### B", "A", ""},
		{"a list in a list", "<ul><li>a<ol><li>b</ol><li>c</ul>", "- a\n\n- b\n\n- c", "", ""},
		{"a list in a quotation", "<blockquote>She said:<ul><li>no</ul></blockquote>", "> She said:\n\n> - no", "", ""},
		{"a quotation in one", "<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n\n> > b\n\nc", "", ""},
		{"entities", "<p>caf&eacute; &amp; &#8220;bar&#8221;&nbsp;x", "café & “bar” x", "", ""},
		{"a drawing's title", "<svg><title>icon</title></svg><p>Text.", "Text.", "", ""},
		{"furniture", "<nav>a</nav><header>b</header><aside>c</aside><form>d</form><style>e</style><textarea>f</textarea><footer>g</footer><p>Text.", "Text.", "", ""},
		{"a time of day", "<meta name=date content='1999-04-30 10:00'><p>Text.", "Text.", "", "1999-04-30"},
		{"no day of the calendar", "<meta name=date content='1999-02-31'><time datetime=1999-03>March</time>", "March", "", "1999-03"},
		{"the title's entities", "<title>A &amp;\n B</title><p>Text.", "Text.", "A & B", ""},
	} {
		p, err := convert(c.source)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.text != c.text || p.date != c.date || p.title != c.title {
			t.Errorf("%s: text %q, title %q, date %q; want %q, %q, %q", c.name, p.text, p.title, p.date, c.text, c.title, c.date)
		}
	}
}
