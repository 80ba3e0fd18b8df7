package read

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// RuleColumns are the columns of actors.csv.
var RuleColumns = []string{"rule", "entity_id", "alias", "other_id", "name", "type", "party", "role", "from", "to", "doc", "place", "with"}

// ErrRules is what every error about actors.csv wraps: a mistake of the person who wrote it.
var ErrRules = errors.New("actors.csv")

var (
	ruleKinds = []string{"name", "merge", "never", "ambiguous", "exclude"}
	types     = []string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}
)

// ParseRules reads actors.csv. Columns may stand in any order; those that no rule uses may be missing. Every bad row is
// told, with its line, column and what is allowed.
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
	var faults []error
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line := lineOf(r, err)
		fault := func(format string, args ...any) {
			faults = append(faults, fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...)))
		}
		if err != nil {
			if errors.Is(err, csv.ErrFieldCount) {
				fault("%v: the header has %d columns, this row %d", csvReason(err), len(header), len(row))
			} else {
				fault("%v", csvReason(err))
			}
			if len(row) == 0 {
				break
			}
			continue
		}
		rule := ruleOf(header, row)
		rule.Line = int32(line)
		switch {
		case !slices.Contains(ruleKinds, rule.Rule):
			fault("column rule: %q is not a rule: use %s", rule.Rule, strings.Join(ruleKinds, ", "))
		case rule.EntityID == "":
			fault("column entity_id: is empty: name the actor that the rule is about")
		case rule.Rule == "name" && rule.Alias == "" && rule.Name == "":
			fault("column alias: is empty: a rule %q needs an alias or a name", rule.Rule)
		case rule.Rule != "name" && rule.OtherID == "":
			fault("column other_id: is empty: a rule %q needs the other actor", rule.Rule)
		case rule.Rule != "name" && rule.OtherID == rule.EntityID:
			fault("column other_id: %q is the actor itself", rule.OtherID)
		case rule.Type != "" && !slices.Contains(types, rule.Type):
			fault("column type: %q is not a type: use %s", rule.Type, strings.Join(types, ", "))
		}
		rules = append(rules, rule)
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("%w: %w", ErrRules, errors.Join(faults...))
	}
	return rules, nil
}

func ruleOf(header, row []string) Rule {
	var r Rule
	to := map[string]*string{"rule": &r.Rule, "entity_id": &r.EntityID, "alias": &r.Alias, "other_id": &r.OtherID, "name": &r.Name, "type": &r.Type,
		"party": &r.Party, "role": &r.Role, "from": &r.From, "to": &r.To, "doc": &r.Doc, "place": &r.Place, "with": &r.With}
	for i, h := range header {
		*to[h] = strings.TrimSpace(row[i])
	}
	return r
}

// Alike folds white space and makes quotes and dashes straight: aliases that come out equal are one.
func Alike(alias string) string {
	return strings.Map(Straight, strings.Join(strings.Fields(alias), " "))
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
