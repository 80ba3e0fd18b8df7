package read

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"hustings/pipeline"
)

// readAll reads a folder as the source does.
func readAll(t *testing.T, root string) (*folder, []Document, error) {
	t.Helper()
	f := &folder{root: root}
	if err := f.open(); err != nil {
		return f, nil, err
	}
	var docs []Document
	for d := range f.documents(t.Context()) {
		docs = append(docs, Documents.Of(d)...)
	}
	f.unused()
	return f, docs, nil
}

func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatIsReadAndWhatIsNot(t *testing.T) {
	utf16, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder().String("Wide text.")
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String("The café was full, and the minister was not there.")
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	write(t, root, map[string]string{
		"plain.txt": "One.\r\nTwo.", "bom.txt": "\ufeffText.", "wide.txt": utf16, "latin.txt": latin, "noending": "Plain text.", "a/b/deep.md": "# Title\n\nText.",
		"page.html": "<title>T</title><p>Text.</p>", "empty.txt": "", "blank.txt": " \n\t ", "zeros.txt": strings.Repeat("\x00", 100), "bytes.txt": strings.Repeat("\xff", 100),
		"paper.pdf": "%PDF-1.7", "disguised.txt": "%PDF-1.7 \x00\x01", "word.docx": "PK\x03\x04", "notext.html": "<nav>Home</nav>", ".hidden.txt": "Hidden.",
		"README.md": "No document.", "LICENSE": "None either.", "gold/x.txt": "Nor this.", "sub/README.txt": "But this is one.", "half.txt": "good\xc3\x28 \x81\x81\x81\x8d\x8f",
	})
	for from, to := range map[string]string{"loop": "loop", "sub/up": "..", "gone.txt": "nowhere.txt"} {
		if err := os.Symlink(to, filepath.Join(root, from)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	f, docs, err := readAll(t, root)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.Path] = d.Text
		if !utf8.ValidString(d.Text) || int(d.Characters) != utf8.RuneCountInString(d.Text) || len(d.SHA256) != 64 {
			t.Errorf("%+v", d)
		}
	}
	want := map[string]string{
		"plain.txt": "One.\r\nTwo.", "bom.txt": "Text.", "wide.txt": "Wide text.", "latin.txt": "The café was full, and the minister was not there.", "noending": "Plain text.",
		"a/b/deep.md": "# Title\n\nText.", "page.html": "Text.", "sub/README.txt": "But this is one.",
	}
	for path, text := range want {
		if texts[path] != text {
			t.Errorf("%s: %q, want %q", path, texts[path], text)
		}
		delete(texts, path)
	}
	for path, text := range texts {
		t.Errorf("%s was read: %q", path, text)
	}
	reasons := map[string]string{}
	for _, r := range f.rejects {
		reasons[r.Path] += r.Severity + " " + r.Place + " " + r.Reason
	}
	for path, part := range map[string]string{
		"empty.txt": "error  is empty", "blank.txt": "is empty", "zeros.txt": "error byte 0 holds NUL bytes", "bytes.txt": "error byte 0 is not UTF-8", "paper.pdf": `files that end in ".pdf" are not read`,
		"disguised.txt": "is a PDF, not text", "word.docx": ".docx", "notext.html": "has no text", "latin.txt": "warning byte 7 is not UTF-8; it was read as Windows-1252", "half.txt": "error byte 4 is not UTF-8",
		"loop": "cannot be opened", "sub/up": "is a link back to a folder that it lies in", "gone.txt": "cannot be opened",
	} {
		if !strings.Contains(reasons[path], part) {
			t.Errorf("%s: %q, want %q", path, reasons[path], part)
		}
		delete(reasons, path)
	}
	for path, reason := range reasons {
		t.Errorf("%s was rejected: %s", path, reason)
	}
	if !slices.IsSorted(f.files) {
		t.Errorf("%q is not in the order of its ids", f.files)
	}
}

func TestNoDocuments(t *testing.T) {
	if _, _, err := readAll(t, filepath.Join(t.TempDir(), "none")); !errors.Is(err, ErrNoDocuments) {
		t.Errorf("err = %v", err)
	}
}

func TestManifest(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"a.txt": "A title\n\nText.", "b.txt": "Text.", "manifest.csv": "path,title,author,date,source,Genre\n" +
		"a.txt,,Ida Marsh,1999-13-01,Courier,speech\n./b.txt,\"A, B\",,1999-04,,\nb.txt,twice,,,,\nc.txt,gone,,,,\nd.txt,short\n"})
	f, docs, err := readAll(t, root)
	if err != nil {
		t.Fatal(err)
	}
	if a := docs[0]; a.Title != "A title" || a.Author != "Ida Marsh" || a.Date != "" || a.Source != "Courier" {
		t.Errorf("%+v", a)
	}
	if b := docs[1]; b.Title != "A, B" || b.Date != "1999-04" {
		t.Errorf("%+v", b)
	}
	var got []string
	for _, r := range f.rejects {
		got = append(got, r.Place+": "+r.Reason)
	}
	text := strings.Join(got, "\n")
	for _, want := range []string{`line 2: date "1999-13-01" was left out`, `line 4: "b.txt" has a row already`, `line 5: no document "c.txt" was read`, `line 6: row was left out: wrong number of fields`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	write(t, root, map[string]string{"manifest.csv": "file,title\na.txt,x\n"})
	if _, _, err := readAll(t, root); err == nil || !strings.Contains(err.Error(), `manifest.csv: line 1: no column "path"`) {
		t.Errorf("err = %v", err)
	}
}

func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"The split\n\nText.": "The split", "Home > Politics >\n\nThe split\n\nText.": "The split", "It began early.\nThen it ended.": "", "Alone": "", "- item\n- item": "",
	} {
		if got := firstLine(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func pageOf(t *testing.T, source string) *page {
	t.Helper()
	p, err := convert(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPages(t *testing.T) {
	p := pageOf(t, `<!doctype html><html><head><title>The  split | Courier</title><meta name="author" content="Ida Marsh">
<meta property="article:published_time" content="1999-04-30T10:00:00Z"><script>alert("x")</script></head>
<body><header>Courier</header><nav><a href="/">Home</a></nav>
<article><h1>The split</h1><p>First &amp; last,<br>she said.</p><h2>Why</h2>
<ul><li>money</li><li>more <b>money</b></li></ul>
<blockquote><p>One.</p><p>Two.</p></blockquote><aside>Read on!</aside>
<table><tr><td>a</td><td>b</td></tr></table></article><footer>© Courier</footer></body></html>`)
	want := "# The split\n\nFirst & last,\nshe said.\n\n## Why\n\n- money\n\n- more money\n\n> One.\n\n> Two.\n\na b"
	if p.text != want {
		t.Errorf("text:\n%s\nwant:\n%s", p.text, want)
	}
	if p.title != "The split | Courier" || p.author != "Ida Marsh" || p.date != "1999-04-30" {
		t.Errorf("%q %q %q", p.title, p.author, p.date)
	}
	if got := pageOf(t, "<p>No article here.").text; got != "No article here." {
		t.Errorf("%q", got)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The minister said that it was not the fault of the party and that she had been there.": "en",
		"Der Minister sagte, dass es nicht die Schuld der Partei ist und er mit ihr war.":       "de",
		"Le ministre a dit que ce n'est pas la faute du parti et qu'il est avec les autres.":    "fr",
		"Министр сказал, что это не вина партии и что она там была.":                            "ru",
		"وزير قال إن الحزب في بيروت من غير ذنب":                                                 "ar",
		"大臣は党の責任ではないと述べた。":                                                                      "ja",
		"部长说，这不是党的错。":                                                                           "zh",
		"Pan minister powiedział, że to nie jest wina partii i że ona się na to nie zgodzi.":    "pl",
		"Հայաստանի վարչապետ":                                                                    "hy",
		"ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ":                                                                            "und",
		strings.Repeat("lorka bem tu salvin ", 20):                                              "und",
		"Marine Le Pen et al. in Paris":                                                         "",
		"xyzzy plugh":                                                                           "",
		"":                                                                                      "",
	} {
		if got := language(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHuge(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"line.txt": strings.Repeat("word ", 10<<20), "deep.html": strings.Repeat("<div>", 100_000) + "deep", "wide.html": strings.Repeat("<p>x", 200_000)})
	_, docs, err := readAll(t, root)
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v; want the line and the wide page", len(docs), err)
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{"<p>a<b>c", "<table><tr><td>x<li>y<h1>z", "<article><blockquote><br><br>\x00&#0;&#xFFFFFF;", "<title>", "</p></p>", "<svg><p>x</svg>y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		p, err := convert(strings.ToValidUTF8(source, "?"))
		if err != nil {
			return // it nests too deeply
		}
		if !utf8.ValidString(p.text) || strings.Contains(p.text, "\x00") {
			t.Fatalf("%q", p.text)
		}
		_ = pipeline.NewDoc("x", p.text)
	})
}
