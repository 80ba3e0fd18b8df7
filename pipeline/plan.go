package pipeline

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Plan is a source and stages in an order in which every need is made before it is read.
type Plan struct {
	Source *Source
	Stages []*Stage
}

// NewPlan checks that every table has one maker and every need is made, puts the stages into a working order (the
// given one, as far as needs allow) and reports every fault it finds.
func NewPlan(source *Source, stages ...*Stage) (*Plan, error) {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	maker := map[string]string{}
	made := map[Table]bool{}
	add := func(stage string, tables []Table) {
		for _, t := range tables {
			if other, ok := maker[t.Name()]; ok {
				fault("plan: table %q is made by %q and by %q: one stage must make it", t.Name(), other, stage)
			}
			maker[t.Name()] = stage
		}
	}
	add(source.Name, source.Makes)
	if len(source.Makes) == 0 || !source.Makes[0].PerDocument() {
		fault("plan: source %q: its first table must be per document and hold the text", source.Name)
	}
	names := map[string]bool{source.Name: true}
	for _, s := range stages {
		if names[s.Name] {
			fault("plan: two stages are named %q", s.Name)
		}
		names[s.Name] = true
		if s.Doc == "" {
			fault("plan: stage %q has no doc", s.Name)
		}
		if s.Each.set() == s.Whole.set() {
			fault("plan: stage %q must have one of Each and Whole", s.Name)
		}
		add(s.Name, s.Makes)
		if s.Each.set() {
			for _, t := range s.Makes {
				if !t.PerDocument() {
					fault("plan: stage %q works on one document and makes %q, a table of the corpus", s.Name, t.Name())
				}
			}
		}
	}
	for _, t := range source.Makes {
		made[t] = true
	}
	var order []*Stage
	left := slices.Clone(stages)
	for len(left) > 0 {
		next := slices.IndexFunc(left, func(s *Stage) bool {
			return !slices.ContainsFunc(allOf(s.Needs), func(t Table) bool { return !made[t] })
		})
		if next < 0 {
			break
		}
		for _, t := range left[next].Makes {
			made[t] = true
		}
		order = append(order, left[next])
		left = slices.Delete(left, next, next+1)
	}
	for _, s := range left {
		for _, t := range allOf(s.Needs) {
			switch by, ok := maker[t.Name()]; {
			case made[t]:
			case ok && by == s.Name:
				fault("plan: stage %q needs table %q, which it makes itself", s.Name, t.Name())
			case ok:
				fault("plan: stage %q needs table %q, whose maker %q waits for it too: a cycle", s.Name, t.Name(), by)
			default:
				fault("plan: stage %q needs table %q, which no stage makes; available: %s", s.Name, t.Name(), strings.Join(sorted(made), ", "))
			}
		}
	}
	p := &Plan{source, order}
	p.needsOfOne(fault)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return p, nil
}

// needsOfOne checks that what works on one document needs tables of the corpus only from the source: those of a later
// stage change with every document, and every document would have to run again.
func (p *Plan) needsOfOne(fault func(string, ...any)) {
	for _, s := range p.Stages {
		for _, t := range allOf(s.Needs) {
			if s.Each.set() && !t.PerDocument() && !slices.Contains(p.Source.Makes, t) {
				fault("plan: stage %q works on one document and needs table %q, which is there only after %q has seen all: make it a table per document", s.Name, t.Name(), p.maker(t))
			}
		}
	}
}

func sorted(made map[Table]bool) []string {
	var names []string
	for t := range made {
		names = append(names, t.Name())
	}
	slices.Sort(names)
	return names
}

// passes cuts the stages into runs of Each stages and single Whole stages.
func (p *Plan) passes() [][]*Stage {
	var out [][]*Stage
	for i, s := range p.Stages {
		if i == 0 || s.Whole.set() || p.Stages[i-1].Whole.set() {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], s)
	}
	return out
}

// Tables lists every table of the plan in the order of its makers.
func (p *Plan) Tables() []Table {
	tables := slices.Clone(p.Source.Makes)
	for _, s := range p.Stages {
		tables = append(tables, s.Makes...)
	}
	return tables
}

// maker names the stage that makes a table.
func (p *Plan) maker(t Table) string {
	for _, s := range p.Stages {
		if slices.Contains(s.Makes, t) {
			return s.Name
		}
	}
	return p.Source.Name
}
