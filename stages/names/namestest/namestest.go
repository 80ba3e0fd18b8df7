// Package namestest lets the tests of later stages say what the names are, so that they do not move with the model.
package namestest

import (
	"regexp"
	"strings"

	"hustings/pipeline"
	"hustings/stages/names"
	"hustings/stages/tokens"
)

var mark = regexp.MustCompile(`\{([A-Z]+):([^{}]*)\}`)

// Marked returns a function that takes marks like {PERSON:Jane Hill} out of a text, for pipetest's Prepare, and a
// stage that makes exactly these names, in the place of names.Stage.
func Marked() (prepare func(id, text string) string, stage *pipeline.Stage) {
	type span struct {
		start, end int // bytes
		kind       string
	}
	spans := map[string][]span{}
	prepare = func(id, text string) string {
		var plain strings.Builder
		at := 0
		spans[id] = nil
		for _, m := range mark.FindAllStringSubmatchIndex(text, -1) {
			plain.WriteString(text[at:m[0]])
			start := plain.Len()
			plain.WriteString(text[m[4]:m[5]])
			spans[id] = append(spans[id], span{start, plain.Len(), text[m[2]:m[3]]})
			at = m[1]
		}
		plain.WriteString(text[at:])
		return plain.String()
	}
	stage = &pipeline.Stage{
		Name: "names", Doc: "names as marked in the test",
		Needs: []pipeline.Table{tokens.Tokens}, Makes: []pipeline.Table{names.Names},
		Each: pipeline.Do(func(d *pipeline.Doc) error {
			words := tokens.Tokens.Of(d)
			for _, s := range spans[d.ID] {
				row := names.Name{Name: int32(len(names.Names.Of(d))), Start: int32(d.Point(s.start)), End: int32(d.Point(s.end)),
					Text: d.Text[s.start:s.end], Type: s.kind, Probability: 1, Source: "fast", First: -1}
				for _, w := range words {
					if w.Start >= row.Start && w.End <= row.End {
						if row.First < 0 {
							row.First, row.Sentence = w.Token, w.Sentence
						}
						row.Last = w.Token + 1
					}
				}
				if row.First >= 0 { // a mark inside a word names nothing
					names.Names.Add(d, row)
				}
			}
			return nil
		}),
	}
	return prepare, stage
}
