package read

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"hustings/stages/read/slug"
)

// RuleColumns are the columns of actors.csv.
var RuleColumns = []string{"rule", "entity_id", "alias", "other_id", "name", "type", "party", "role", "from", "to", "doc", "place", "with"}

// ErrRules is what every error about actors.csv wraps: a mistake of the person who wrote it.
var ErrRules = errors.New("actors.csv")

// ParseRules reads actors.csv. Columns may stand in any order; those that no rule uses may be missing. Every bad row is
// told, with its line, column and what is allowed, and so are rows that contradict each other.
func ParseRules(data []byte) ([]Rule, error) {
	r, header, err := readCSV(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRules, err)
	}
	for _, h := range header {
		if !slices.Contains(RuleColumns, h) {
			return nil, fmt.Errorf("%w: line 1: no column is named %q: use %s", ErrRules, h, strings.Join(RuleColumns, ", "))
		}
	}
	var rules []Rule
	var faults faults
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line := int32(lineOf(r, err)) //nolint:gosec // a line of a file that is held in memory
		if err != nil {
			if errors.Is(err, csv.ErrFieldCount) {
				faults.add(line, "%v: the header has %d columns, this row %d", csvReason(err), len(header), len(row))
			} else {
				faults.add(line, "%v", csvReason(err))
			}
			if len(row) == 0 {
				break
			}
			continue
		}
		rule := ruleOf(header, row)
		rule.Line = line
		if reason := rule.fault(); reason != "" {
			faults.add(line, "%s", reason)
			continue
		}
		rules = append(rules, rule)
	}
	contradictions(rules, &faults)
	if len(faults) > 0 {
		return nil, fmt.Errorf("%w: %w", ErrRules, faults.join())
	}
	return rules, nil
}

func ruleOf(header, row []string) Rule {
	var r Rule
	for i, h := range header {
		*r.column(h) = strings.TrimSpace(row[i])
	}
	r.Doc = strings.TrimPrefix(strings.ReplaceAll(r.Doc, "\\", "/"), "./")
	return r
}

// column gives the field of a column.
func (r *Rule) column(name string) *string {
	switch name {
	case "rule":
		return &r.Rule
	case "entity_id":
		return &r.EntityID
	case "alias":
		return &r.Alias
	case "other_id":
		return &r.OtherID
	case "name":
		return &r.Name
	case "type":
		return &r.Type
	case "party":
		return &r.Party
	case "role":
		return &r.Role
	case "from":
		return &r.From
	case "to":
		return &r.To
	case "doc":
		return &r.Doc
	case "place":
		return &r.Place
	}
	return &r.With
}

// fault is a mistake in a line.
type fault struct {
	line   int32
	reason string
}

type faults []fault

func (f *faults) add(line int32, reason string, args ...any) {
	*f = append(*f, fault{line, fmt.Sprintf(reason, args...)})
}

// maxFaults is how many mistakes are told at once.
const maxFaults = 20

// join makes one error of the mistakes, in the order of their lines.
func (f faults) join() error {
	slices.SortStableFunc(f, func(a, b fault) int { return cmp.Compare(a.line, b.line) })
	var all []error
	for _, x := range f[:min(len(f), maxFaults)] {
		all = append(all, fmt.Errorf("line %d: %s", x.line, x.reason))
	}
	if more := len(f) - len(all); more > 0 {
		all = append(all, fmt.Errorf("and %d more", more))
	}
	return errors.Join(all...)
}

// Alike folds white space and makes quotes and dashes straight: aliases that come out equal are one.
func Alike(alias string) string {
	return strings.Map(Straight, strings.Join(strings.Fields(alias), " "))
}

// AliasID is the id that an alias would have by itself: without its article.
func AliasID(alias string) string {
	alias = Alike(alias)
	if len(alias) > 4 && strings.EqualFold(alias[:4], "the ") {
		alias = alias[4:]
	}
	return slug.Of(alias)
}

// Straight gives the plain one of a curly quote or a long dash, and any other letter as it is.
func Straight(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ':
		return '\''
	case '“', '”':
		return '"'
	case '–', '‑':
		return '-'
	}
	return r
}
