package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
)

// Corpus is all documents, as a stage with a Whole function or a report sees them.
type Corpus struct {
	stage *Stage
	rows  map[Table]any // []R of the tables of the corpus that are loaded
	refs  map[Table]ref // where the tables of the corpus are kept
	parts []*part
	docs  func(yield func(*Doc, error) bool)
}

// Docs gives every document in the order of its id, with its rows of the tables that the stage needs; its text is
// there if the stage needs that column of the source's first table. One part is in memory at a time, so clone what is kept. Rows
// added to a document are written when the next part begins: add in one pass over the documents, if there are many.
func (c *Corpus) Docs() iter.Seq2[*Doc, error] { return c.docs }

func (c *Corpus) of() *Corpus { return c }

func (c *Corpus) whole(t Table) any { return c.rows[t] }

func (c *Corpus) may(t Table, write bool) {
	if c.stage != nil {
		c.stage.may(t, write)
	}
}

func (c *Corpus) documents() int {
	n := 0
	for _, x := range c.parts {
		n += len(x.ids)
	}
	return n
}

// needs are the ingredients of a step over the corpus.
func (c *Corpus) needs(from []ingredient, tables []Table) []ingredient {
	ids := sha256.New()
	for _, x := range c.parts {
		for _, id := range x.ids {
			_, _ = fmt.Fprintf(ids, "%q\n", id) // a hash never fails
		}
		_, _ = fmt.Fprintln(ids)
	}
	from = append(from, ingredient{"documents", hex.EncodeToString(ids.Sum(nil))})
	for _, t := range allOf(tables) {
		if !t.PerDocument() {
			from = append(from, ingredient{t.Name(), c.refs[t].Hash})
			continue
		}
		from = append(from, ingredient{t.Name(), c.hash(t)})
	}
	return from
}

// hash is the hash of a per-document table over all parts.
func (c *Corpus) hash(t Table) string {
	h := sha256.New()
	for _, x := range c.parts {
		_, _ = fmt.Fprintln(h, x.tables[t].Hash) // a hash never fails
	}
	return hex.EncodeToString(h.Sum(nil))
}

// saveWhole keeps a table of the corpus.
func (p *Pipeline) saveWhole(ctx context.Context, c *Corpus, t Table) error {
	r, err := p.put(ctx, t, []rowsOf{{rows: c.rows[t]}}, rowCount(c.rows[t]))
	c.refs[t] = r
	return err
}

// loadWhole brings tables of the corpus into memory.
func (p *Pipeline) loadWhole(ctx context.Context, c *Corpus, tables []Table) error {
	for _, t := range tables {
		if _, ok := c.rows[t]; ok || t.PerDocument() {
			continue
		}
		groups, err := p.table(ctx, t, c.refs[t], nil)
		if err != nil {
			return err
		}
		c.rows[t] = nil
		for _, g := range groups {
			if c.rows[t] == nil {
				c.rows[t] = g.rows
			} else {
				c.rows[t] = appendRows(c.rows[t], g.rows)
			}
		}
	}
	return nil
}

// runWhole runs a stage over the corpus, unless the store has it.
func (p *Pipeline) runWhole(ctx context.Context, c *Corpus, s *Stage) error {
	from := c.needs(p.made("stages/"+s.Name, p.Settings.of(s.Name, s.Whole.settings)), s.Needs)
	key := keyOf(from)
	done, found := p.find(ctx, key)
	if !found {
		if err := p.loadWhole(ctx, c, s.Needs); err != nil {
			return err
		}
		c.stage = s
		flushed := map[*part]bool{}
		c.docs = p.docs(ctx, c, s, s.Needs, flushed)
		if err := runWhole(s, p.Settings, c); err != nil {
			return err
		}
		for _, x := range c.parts { // parts that got no rows
			if !flushed[x] {
				x.shells(c)
				if err := p.flush(ctx, x, s); err != nil {
					return err
				}
				x.unload()
			}
		}
		for _, t := range s.Makes {
			made := stepTable{Name: t.Name()}
			if t.PerDocument() {
				for _, x := range c.parts {
					made.Parts = append(made.Parts, x.tables[t])
				}
			} else {
				if err := p.saveWhole(ctx, c, t); err != nil {
					return err
				}
				made.Parts = []ref{c.refs[t]}
			}
			done.Tables = append(done.Tables, made)
		}
		if err := p.finish(ctx, key, done); err != nil {
			return err
		}
	}
	for i, t := range s.Makes {
		if !t.PerDocument() {
			c.refs[t] = done.Tables[i].Parts[0]
			continue
		}
		for k, x := range c.parts {
			x.tables[t] = done.Tables[i].Parts[k]
		}
	}
	p.log.add(s.Name, "", from, found)
	p.watch(Event{Kind: "step", Name: s.Name, Ran: !found})
	return nil
}

// flush writes the rows that a stage over the corpus has added to a part's documents.
func (p *Pipeline) flush(ctx context.Context, x *part, s *Stage) error {
	for _, t := range s.Makes {
		if !t.PerDocument() {
			continue
		}
		r, err := p.save(ctx, x, t)
		if err != nil {
			return err
		}
		x.tables[t] = r
	}
	return nil
}

// docs goes through all documents, loading the next parts meanwhile. With a stage, the rows that it adds are flushed
// part by part.
func (p *Pipeline) docs(ctx context.Context, c *Corpus, s *Stage, needs []Table, flushed map[*part]bool) func(func(*Doc, error) bool) {
	makes := s != nil && slices.ContainsFunc(s.Makes, Table.PerDocument)
	return func(yield func(*Doc, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		ahead := make(chan chan error, p.workers)
		defer func() { // wait for what is still loading, so that nobody touches the parts afterwards
			stop()
			for loaded := range ahead {
				<-loaded
			}
			for _, x := range c.parts {
				x.unload()
			}
		}()
		go func() {
			defer close(ahead)
			for _, x := range c.parts {
				loaded := make(chan error, 1)
				select {
				case ahead <- loaded:
				case <-ctx.Done():
					return
				}
				go func() { loaded <- p.load(ctx, c, x, needs) }()
			}
		}()
		for _, x := range c.parts {
			loaded, ok := <-ahead
			if !ok {
				yield(nil, ctx.Err())
				return
			}
			if err := <-loaded; err != nil {
				yield(nil, err)
				return
			}
			for _, d := range x.docs {
				d.stage = s
				if !yield(d, nil) {
					return
				}
			}
			if makes && slices.ContainsFunc(x.docs, func(d *Doc) bool { return d.added }) {
				if flushed[x] {
					panic(fmt.Sprintf("stage %q adds rows in two passes over the documents", s.Name))
				}
				if err := p.flush(ctx, x, s); err != nil {
					yield(nil, err)
					return
				}
				flushed[x] = true
			}
			x.unload()
		}
	}
}

// runReport runs a report, unless the store has its files.
func (p *Pipeline) runReport(ctx context.Context, c *Corpus, r *Report) ([]stepFile, error) {
	from := c.needs(p.made("reports", nil), r.Needs)
	key := keyOf(from)
	done, found := p.find(ctx, key)
	if !found {
		if err := p.loadWhole(ctx, c, r.Needs); err != nil {
			return nil, err
		}
		c.stage = &Stage{Name: r.Name, Needs: r.Needs}
		c.docs = p.docs(ctx, c, c.stage, r.Needs, nil)
		var files Files
		if err := r.Write(c, &files); err != nil {
			return nil, fmt.Errorf("%s: %w", r.Name, err)
		}
		for _, path := range files.paths {
			f := stepFile{path, hash(files.data[path])}
			if err := p.Store.Put(ctx, fileName(f.Hash), files.data[path]); err != nil {
				return nil, err
			}
			done.Files = append(done.Files, f)
		}
		if err := p.finish(ctx, key, done); err != nil {
			return nil, err
		}
	}
	p.log.add(r.Name, "", from, found)
	p.watch(Event{Kind: "step", Name: r.Name, Ran: !found})
	return done.Files, nil
}
