package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"sync"
)

// A part is the unit of caching and of distribution: documents that go through consecutive stages together.
type part struct {
	ids    []string
	texts  []string       // hash of each document's text
	tables map[Table]ref  // what has been made of it
	docs   []*Doc         // only while it is worked on
	loaded map[Table]bool // whose rows docs carry
}

// ref is a table's file in the store.
type ref struct {
	Hash string `json:"hash"`
	Rows int    `json:"rows"`
}

// Borders between parts are where the hash of a document's id says so, one in partMean, so that an added document
// moves no other border; a part ends at the latest at partMost documents or partBytes of text.
const (
	partMean  = 64
	partMost  = 4 * partMean
	partBytes = 8 << 20
)

func border(id string) bool {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // a hash never fails
	return mix(h.Sum64())%partMean == 0
}

// mix spreads the bits of a hash (the finaliser of MurmurHash3), for FNV's low bits follow a name's last letter.
func mix(x uint64) uint64 {
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// label names a part in logs: by its first document.
func (x *part) label() string { return x.ids[0] }

// text is the ingredient for the documents' ids and texts.
func (x *part) text() string {
	h := sha256.New()
	for i, id := range x.ids {
		_, _ = fmt.Fprintf(h, "%q %s\n", id, x.texts[i])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// newPart makes a part of documents that come from the source.
func newPart(c *Corpus, docs []*Doc, source *Source) *part {
	x := &part{docs: docs, tables: map[Table]ref{}, loaded: map[Table]bool{}}
	for _, d := range docs {
		d.corpus, d.stage = c, nil
		x.ids = append(x.ids, d.ID)
		x.texts = append(x.texts, hash([]byte(d.Text)))
	}
	for _, t := range source.Makes {
		if t.PerDocument() {
			x.loaded[t] = true
		}
	}
	return x
}

// shells gives a part documents again, without text or rows.
func (x *part) shells(c *Corpus) {
	if x.docs != nil {
		return
	}
	for _, id := range x.ids {
		d := NewDoc(id, "")
		d.corpus = c
		x.docs = append(x.docs, d)
	}
	clear(x.loaded)
}

func (x *part) unload() {
	x.docs = nil
	clear(x.loaded)
}

// load brings tables into the part's documents.
func (p *Pipeline) load(ctx context.Context, c *Corpus, x *part, tables []Table) error {
	x.shells(c)
	for _, t := range tables {
		t, columns := plain(t)
		if !t.PerDocument() || x.loaded[t] {
			continue
		}
		groups, err := p.table(ctx, t, x.tables[t], columns)
		if err != nil {
			return err
		}
		i := 0
		for _, g := range groups {
			for i < len(x.docs) && x.docs[i].ID != g.doc {
				i++
			}
			if i == len(x.docs) {
				return fmt.Errorf("table %q: document %q is not in the part of %q: %w", t.Name(), g.doc, x.label(), errDamaged)
			}
			x.docs[i].rows[t] = g.rows
			if t == p.Plan.Source.Makes[0] {
				x.docs[i].Text = firstText(g.rows)
			}
		}
		x.loaded[t] = true
	}
	return nil
}

// table reads one table file, or some of its columns.
func (p *Pipeline) table(ctx context.Context, t Table, r ref, columns []string) ([]rowsOf, error) {
	if r.Rows == 0 {
		return nil, nil
	}
	data, err := p.get(ctx, tableName(r.Hash))
	if err != nil {
		return nil, err
	}
	return decodeTable(ctx, t, data, columns)
}

// save puts one table of the part's documents into the store.
func (p *Pipeline) save(ctx context.Context, x *part, t Table) (ref, error) {
	groups := make([]rowsOf, 0, len(x.docs))
	n := 0
	for _, d := range x.docs {
		groups = append(groups, rowsOf{d.ID, d.rows[t]})
		n += rowCount(d.rows[t])
	}
	return p.put(ctx, t, groups, n)
}

func (p *Pipeline) put(ctx context.Context, t Table, groups []rowsOf, n int) (ref, error) {
	data, err := encodeTable(t, groups)
	if err != nil {
		return ref{}, err
	}
	r := ref{hash(data), n}
	return r, p.Store.Put(ctx, tableName(r.Hash), data)
}

// runPart takes a part through consecutive Each stages; what the store has is not run.
func (p *Pipeline) runPart(ctx context.Context, c *Corpus, x *part, stages []*Stage) error {
	defer x.unload()
	for _, s := range stages {
		from := append(p.made("stages/"+s.Name, p.Settings.of(s.Name, s.Each.settings)), ingredient{"text", x.text()})
		needs := allOf(s.Needs)
		for _, t := range needs {
			if t.PerDocument() {
				from = append(from, ingredient{t.Name(), x.tables[t].Hash})
			} else {
				from = append(from, ingredient{t.Name(), c.refs[t].Hash})
			}
		}
		key := keyOf(from)
		done, found := p.find(ctx, key)
		if !found {
			if err := p.load(ctx, c, x, append(needs, p.Plan.Source.Makes[0])); err != nil {
				return err
			}
			if err := p.runDocs(ctx, x, s); err != nil {
				return err
			}
			p.limit <- struct{}{}
			for _, t := range s.Makes {
				r, err := p.save(ctx, x, t)
				if err != nil {
					<-p.limit
					return err
				}
				done.Tables = append(done.Tables, stepTable{t.Name(), []ref{r}})
				x.loaded[t] = true
			}
			<-p.limit
			if err := p.finish(ctx, key, done); err != nil {
				return err
			}
		}
		for i, t := range s.Makes {
			x.tables[t] = done.Tables[i].Parts[0]
		}
		p.log.add(s.Name, x.label(), from, found)
	}
	p.watch(Event{Kind: "part", Documents: len(x.ids)})
	return nil
}

// runDocs runs a stage on the documents of a part, side by side.
func (p *Pipeline) runDocs(ctx context.Context, x *part, s *Stage) error {
	work, err := p.work(s)
	if err != nil {
		return err
	}
	faults := make([]error, len(x.docs))
	var wg sync.WaitGroup
	for i, d := range x.docs {
		p.limit <- struct{}{}
		wg.Go(func() {
			defer func() { <-p.limit }()
			if ctx.Err() == nil {
				faults[i] = runEach(s, work, d)
			}
		})
	}
	wg.Wait()
	return errors.Join(append(faults, ctx.Err())...)
}
