package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Pipeline is a plan with all that a run needs.
type Pipeline struct {
	Plan     *Plan
	Reports  []*Report
	Store    Store
	Settings Settings
	Sources  Sources
	Watch    func(Event) // told of progress, by one goroutine at a time; may be nil

	limit   chan struct{} // one token for each document or file worked on
	log     *runLog
	mu      sync.Mutex // for works and Watch
	works   map[*Stage]func() (func(*Doc) error, error)
	workers int
}

// Event is one piece of progress.
type Event struct {
	Kind      string // "pass": stages begin; "part": a part is through them; "step": a stage of the corpus or a report is done
	Name      string // the stages or the report
	Documents int    // of the part
	Ran       bool   // of a step: run, not found
}

// Result is a finished run.
type Result struct {
	Corpus    *Corpus
	Documents int
	Steps     int // stages times parts, stages of the corpus, reports
	Ran       int // of them, not found in the store

	folder string
	files  []stepFile
	log    *runLog
}

func (p *Pipeline) watch(e Event) {
	if p.Watch != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.Watch(e)
	}
}

// work starts a stage once a run, and only if some document needs it: a run that finds everything loads no model.
func (p *Pipeline) work(s *Stage) (func(*Doc) error, error) {
	p.mu.Lock()
	start, ok := p.works[s]
	if !ok {
		start = sync.OnceValues(func() (func(*Doc) error, error) { return starting(s.Name, s.Each, p.Settings) })
		p.works[s] = start
	}
	p.mu.Unlock()
	return start()
}

// Run reads the folder of documents and takes them through all stages and reports. Everything finished is in the
// store, also when the run fails or is cancelled, so that the next one goes on from there.
func (p *Pipeline) Run(ctx context.Context, folder string) (*Result, error) {
	p.workers = p.Settings.Run().Workers
	if p.workers == 0 {
		p.workers = runtime.GOMAXPROCS(0)
	}
	p.limit = make(chan struct{}, p.workers)
	var err error
	for range 3 { // a store that loses what it says it has is asked again; it has then forgotten the damaged file
		var r *Result
		p.log, p.works = &runLog{}, map[*Stage]func() (func(*Doc) error, error){}
		if r, err = p.run(ctx, folder); !errors.Is(err, errDamaged) {
			return r, err
		}
	}
	return nil, err
}

func (p *Pipeline) run(ctx context.Context, folder string) (*Result, error) {
	c := &Corpus{rows: map[Table]any{}, refs: map[Table]ref{}}
	passes := p.Plan.passes()
	var first []*Stage // goes along with the reading
	if len(passes) > 0 && passes[0][0].Each.set() {
		first, passes = passes[0], passes[1:]
	}
	if err := p.read(ctx, c, folder, first); err != nil {
		return nil, err
	}
	for _, pass := range passes {
		p.watch(Event{Kind: "pass", Name: namesOf(pass), Documents: c.documents()})
		if s := pass[0]; s.Whole.set() {
			if err := p.runWhole(ctx, c, s); err != nil {
				return nil, err
			}
			continue
		}
		g := newParts(p.workers)
		for _, x := range c.parts {
			g.Go(func() error { return p.runPart(ctx, c, x, pass) })
		}
		if err := g.Wait(); err != nil {
			return nil, err
		}
	}
	r := &Result{folder: folder, Corpus: c, Documents: c.documents(), log: p.log}
	for _, report := range p.Reports {
		files, err := p.runReport(ctx, c, report)
		if err != nil {
			return nil, err
		}
		r.files = append(r.files, files...)
	}
	c.stage = nil
	r.Steps, r.Ran = p.log.count()
	return r, nil
}

// read opens the source and takes the parts through the first pass while the next documents are being read.
func (p *Pipeline) read(ctx context.Context, c *Corpus, folder string, stages []*Stage) error {
	source := p.Plan.Source
	reading := &Reading{Context: ctx, Folder: folder, Gold: p.Settings.Run().Gold, Corpus: c}
	work, err := starting(source.Name, source.Read, p.Settings)
	if err != nil {
		return err
	}
	if err := work(reading); err != nil {
		return err
	}
	p.watch(Event{Kind: "pass", Name: namesOf(stages)})
	// Tables of the corpus that stages of this pass read must be complete now.
	for _, s := range stages {
		for _, t := range s.Needs {
			if _, ok := c.refs[t]; !ok && !t.PerDocument() {
				if err := p.saveWhole(ctx, c, t); err != nil {
					return err
				}
			}
		}
	}
	g := newParts(p.workers)
	var docs []*Doc
	bytes := 0
	cut := func() {
		if len(docs) == 0 {
			return
		}
		x := newPart(c, docs, source)
		c.parts = append(c.parts, x)
		docs, bytes = nil, 0
		g.Go(func() error {
			if err := p.saveSource(ctx, x); err != nil {
				return err
			}
			return p.runPart(ctx, c, x, stages)
		})
	}
	last := ""
	for d, err := range reading.Docs {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil && d.ID <= last && last != "" {
			err = fmt.Errorf("document %q comes after %q: ids must rise", d.ID, last)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w", source.Name, err), g.Wait())
		}
		last = d.ID
		if len(docs) > 0 && (border(d.ID) || len(docs) == partMost || bytes+len(d.Text) > partBytes) {
			cut()
		}
		docs = append(docs, d)
		bytes += len(d.Text)
	}
	cut()
	if err := g.Wait(); err != nil {
		return err
	}
	for _, t := range source.Makes {
		if _, ok := c.refs[t]; !ok && !t.PerDocument() {
			if err := p.saveWhole(ctx, c, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// saveSource keeps what the source read of a part, under the hash of its values: a later run that reads the same
// need not write it again. It is not counted as a step.
func (p *Pipeline) saveSource(ctx context.Context, x *part) error {
	source := p.Plan.Source
	h := sha256.New()
	for _, d := range x.docs {
		_, _ = fmt.Fprintf(h, "%q\n", d.ID) // a hash never fails
		for _, t := range source.Makes {
			hashRows(h, d.rows[t])
		}
	}
	key := keyOf(append(p.made("stages/"+source.Name, p.Settings.of(source.Name, source.Read.settings)),
		ingredient{"rows", hex.EncodeToString(h.Sum(nil))}))
	done, found := p.find(ctx, key)
	i := 0
	for _, t := range source.Makes {
		if !t.PerDocument() {
			continue
		}
		if !found {
			r, err := p.save(ctx, x, t)
			if err != nil {
				return err
			}
			done.Tables = append(done.Tables, stepTable{t.Name(), []ref{r}})
		}
		x.tables[t] = done.Tables[i].Parts[0]
		i++
	}
	if found {
		return nil
	}
	return p.finish(ctx, key, done)
}

func namesOf(stages []*Stage) string {
	var names []string
	for _, s := range stages {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

// parts runs a function for each part, some at once. One part's error does not stop the others: what they finish is
// kept for the next run.
type parts struct {
	group  errgroup.Group
	mu     sync.Mutex
	faults []error
}

func newParts(limit int) *parts {
	g := &parts{}
	g.group.SetLimit(limit)
	return g
}

func (g *parts) Go(do func() error) {
	g.group.Go(func() error {
		if err := do(); err != nil {
			g.mu.Lock()
			g.faults = append(g.faults, err)
			g.mu.Unlock()
		}
		return nil
	})
}

// Wait gives the errors of all parts, the first few of them.
func (g *parts) Wait() error {
	_ = g.group.Wait() // faults has the errors
	const shown = 10
	if n := len(g.faults); n > shown {
		return errors.Join(append(g.faults[:shown], fmt.Errorf("and %d more", n-shown))...)
	}
	return errors.Join(g.faults...)
}
