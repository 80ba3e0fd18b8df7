package read

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/pipeline"
)

// formats are the formats that are read, by the ending of the file's name.
var formats = map[string]string{
	".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
}

// file is one file on its way to a document; files are read side by side.
type file struct {
	*folder
	rejects []Reject
	listed  bool // the manifest has a row for it
}

func (f *file) reject(path, place, severity, reason string, args ...any) {
	f.rejects = append(f.rejects, Reject{path, place, fmt.Sprintf(reason, args...), severity})
}

// read turns a file into a document, or gives nil and rejects it.
func (f *file) read(name string) *pipeline.Doc {
	format, ok := formats[strings.ToLower(path.Ext(name))]
	if !ok {
		f.reject(name, "", "error", "files that end in %q are not read: save it as plain text (.txt), Markdown (.md) or HTML", path.Ext(name))
		return nil
	}
	data, err := os.ReadFile(filepath.Join(f.root, filepath.FromSlash(name)))
	if err != nil {
		f.reject(name, "", "error", "cannot be read: %s", reasonOf(err))
		return nil
	}
	text, ok := f.decode(name, data)
	if !ok {
		return nil
	}
	sum := sha256.Sum256(data)
	row := Document{Path: name, Format: format, SHA256: hex.EncodeToString(sum[:])}
	switch format {
	case "html":
		page, err := convert(text)
		if err != nil {
			f.reject(name, "", "error", "cannot be read as HTML: %v", err)
			return nil
		}
		text, row.Title, row.Author, row.Date = page.text, page.title, page.author, page.date
	case "markdown":
		row.Title = markdownTitle(text)
	default:
		row.Title = firstLine(text)
	}
	if strings.TrimSpace(text) == "" {
		f.reject(name, "", "error", "has no text")
		return nil
	}
	row.Text = text
	row.Characters = int32(utf8.RuneCountInString(text))
	row.Words = words(text)
	if row.Language = language(text); row.Language != "en" && row.Language != "" {
		f.reject(name, "", "warning", "is not in English but in %q: names may be missed, and how persons and parties are spoken of is not judged", row.Language)
	}
	d := pipeline.NewDoc(name, text)
	if entry, ok := f.manifest.rows[name]; ok {
		f.listed = true
		entry.fill(&row)
		Metadata.Add(d, entry.more...)
	}
	Documents.Add(d, row)
	return d
}

// words counts runs that hold a letter or a digit.
func words(text string) int32 {
	n, counted := int32(0), false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			n++
			counted = true
		}
	}
	return n
}

// longestTitle is the longest first line that is taken for a title, in code points.
const longestTitle = 160

// firstLine is the first line of plain text, if it looks like a title: short, and not the begin of a paragraph, a list
// or a quotation.
func firstLine(text string) string {
	line, text, more := strings.Cut(strings.TrimSpace(text), "\n")
	if strings.Contains(line, " > ") { // where a page stood in its site
		line, _, more = strings.Cut(strings.TrimSpace(text), "\n")
	}
	line = strings.TrimSpace(line)
	if !more || utf8.RuneCountInString(line) > longestTitle || strings.HasSuffix(line, ".") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "> ") {
		return ""
	}
	return line
}

// markdownTitle is the first heading.
func markdownTitle(text string) string {
	for line := range strings.Lines(text) {
		if rest := strings.TrimLeft(line, "#"); rest != line && strings.HasPrefix(rest, " ") {
			return strings.Trim(rest, " \t\r\n#*_")
		}
	}
	return firstLine(text)
}
