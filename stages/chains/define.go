package chains

import (
	"slices"
	"strings"

	"hustings/pipeline"
	"hustings/stages/chains/naming"
)

// maxGap is the longest text between a long form and its acronym, in code points.
const maxGap = 24

// define finds where a document says what a name stands for: "Long Form (LF)", "(LF) Long Form", "LF (Long Form)",
// "LF, the Long Form", "Long Form, or LF", and a name glossed by its translation, "Partido X (Party X)".
func (j *joiner) define(d *pipeline.Doc) {
	for i := 0; i+1 < len(j.mentions); i++ {
		a, b := j.mentions[i], j.mentions[i+1]
		if b.Start-a.End > maxGap || b.Start-a.End < 1 {
			continue
		}
		gap := j.gap(d, a.End, b.Start)
		fa, fb := j.forms[j.formOf[i]], j.forms[j.formOf[i+1]]
		if fa == fb || fa.name.Class != fb.name.Class || fa.name.Class == naming.Person || fa.name.Class == naming.People {
			continue
		}
		closed := strings.HasPrefix(j.after(d, b.End), ")")
		opened := a.Start > 0 && strings.HasSuffix(d.Slice(a.Start-1, a.Start), "(")
		long, short, at, of := fa, fb, int32(i+1), j.formOf[i]
		if fa.name.Acronym && !fb.name.Acronym {
			long, short, at, of = fb, fa, int32(i), j.formOf[i+1]
		}
		rule := ""
		switch {
		case closed && slices.Contains(parenthesised, gap) && naming.Defines(long.name, short.name),
			opened && gap == ")" && short == fa && naming.Defines(long.name, short.name),
			slices.Contains(apposed, gap) && naming.Abbreviates(short.name, long.name):
			rule = "acronym"
		case closed && gap == "(" && short == fb && short.name.Acronym && long.name.Full() && long.name.Class == naming.Body && long.name.Qualifier == "":
			if !slices.Contains(short.behind, long) {
				short.behind = append(short.behind, long)
			}
			continue
		case closed && slices.Contains(parenthesised, gap) && short == fb && fa.name.Full() && fb.name.Full() && fa.kind == fb.kind && fa.name.Class == naming.Body:
			rule = "variant"
		default:
			continue
		}
		if !slices.Contains(short.outer, long) {
			short.outer = append(short.outer, long)
		}
		if short.rule == "" {
			short.rule = rule
		}
		j.inner[at] = of
	}
}

// What stands between the two, white space folded.
var (
	parenthesised = []string{"(", "(the", "( the", "(\"", "(“", "(or", "(hereafter", "(henceforth", "(abbreviated", "(abbreviated as", "(known as", "(formerly", "*("}
	apposed       = []string{", the", ", or", ", or the", "or", ", abbreviated", ", known as the", ", known as", "- the", "– the", "— the", ":"}
)

func (j *joiner) gap(d *pipeline.Doc, start, end int32) string {
	return naming.Fold(d.Slice(start, end))
}

func (j *joiner) after(d *pipeline.Doc, end int32) string {
	return strings.TrimLeft(d.Slice(end, end+2), "\"”’' *")
}
