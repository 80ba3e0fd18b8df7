package actors

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"hustings/stages/chains"
	"hustings/stages/chains/naming"
	"hustings/stages/roles"
)

// node is one name of the corpus, or one actor of the curated file. There may be millions: what few of them need is in
// more.
type node struct {
	name      naming.Name
	id        string // the curated actor
	mentions  int32  // of the chains whose fullest name it is
	documents int32  // with such a chain
	kind      int8   // their type, an index of types, where all have one
	more      *more
}

// more is what a name has that is written in several ways, or has several types, or an acronym.
type more struct {
	texts    map[string]int32 // how often it is written how, by mentions
	acronyms map[string]int32 // of its chains, by mentions
	votes    votes
}

// votes are mentions by type, in the order of types.
type votes [8]int32

var types = [8]string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}

func typeOf(kind string) int8 {
	for t, k := range types {
		if k == kind {
			return int8(t)
		}
	}
	return 0
}

// votes are a name's mentions by type.
func (x *node) votes() votes {
	if x.more != nil {
		return x.more.votes
	}
	var v votes
	v[x.kind] = x.mentions
	return v
}

// written says how often the name is written how.
func (x *node) written() map[string]int32 {
	if x.more != nil {
		return x.more.texts
	}
	return map[string]int32{x.name.Text: x.mentions}
}

// count takes in one chain whose fullest name it is.
func (x *node) count(text string, row chains.Chain) {
	kind := typeOf(row.Type)
	if x.documents == 0 && x.more == nil {
		x.kind = kind
	}
	if x.more == nil && (text != x.name.Text || kind != x.kind || row.Acronym != "") {
		x.more = &more{texts: map[string]int32{}, votes: x.votes()}
		if x.mentions > 0 {
			x.more.texts[x.name.Text] = x.mentions
		}
	}
	x.mentions += row.Mentions
	x.documents++
	if x.more == nil {
		return
	}
	x.more.texts[strings.Clone(text)] += row.Mentions
	x.more.votes[kind] += row.Mentions
	if row.Acronym != "" {
		if x.more.acronyms == nil {
			x.more.acronyms = map[string]int32{}
		}
		x.more.acronyms[strings.Clone(row.Acronym)] += row.Mentions
	}
}

// bearing says that in some documents one name is short for, or another spelling of, another.
type bearing struct {
	short, main, documents int32
	rule                   rule
}

// stated says that a document puts a person into a party.
type stated struct {
	person int32 // chain
	party  int32 // node
}

// names are the distinct names of the corpus and the documents that have them.
type names struct {
	chunks   [][]node
	byKey    map[uint64]int32 // by hash; names that share one have the next
	seed     maphash.Seed
	parsed   map[written]naming.Name // the last ones
	bearings []bearing

	nodes  []int32 // of every chain of every document: its fullest name
	starts []int   // where each document's chains begin, and where the last's end
	years  []int16 // of each document; 0 if unknown
	stated []stated
	ids    []string

	docs     []int32 // by name: the documents with a chain of it
	postings []int32 // where each name's documents begin, and where the last's end
}

type written struct{ text, kind string }

// leftOpen is the node of all names that the curated file leaves open where they stand: they say nothing of others.
const leftOpen = "?"

const (
	chunk     = 1 << 12 // nodes allocated at once
	maxParsed = 1 << 14
)

func newNames() *names {
	return &names{byKey: map[uint64]int32{}, seed: maphash.MakeSeed(), parsed: map[written]naming.Name{}, starts: []int{0}}
}

func (n *names) at(i int32) *node { return &n.chunks[i/chunk][i%chunk] }

func (n *names) count() int32 {
	if len(n.chunks) == 0 {
		return 0
	}
	return int32((len(n.chunks)-1)*chunk + len(n.chunks[len(n.chunks)-1]))
}

func (n *names) parse(text, kind string) naming.Name {
	if p, ok := n.parsed[written{text, kind}]; ok {
		return p
	}
	if len(n.parsed) >= maxParsed {
		clear(n.parsed)
	}
	text = strings.Clone(text) // the row it comes from is unloaded with its part
	p := naming.Parse(text, kind)
	n.parsed[written{text, strings.Clone(kind)}] = p
	return p
}

// node gives the number of a name's node.
func (n *names) node(text, kind, id string) int32 {
	p := n.parse(text, kind)
	var h maphash.Hash
	h.SetSeed(n.seed)
	if id != "" {
		_ = h.WriteByte('#')
		_, _ = h.WriteString(id) // a hash never fails
	} else {
		_ = h.WriteByte(byte(p.Class))
		_, _ = h.WriteString(p.Key)
	}
	for at := h.Sum64(); ; at++ {
		i, ok := n.byKey[at]
		if !ok {
			i = n.add(node{name: p, id: strings.Clone(id)})
			n.byKey[at] = i
			return i
		}
		if x := n.at(i); x.id == id && (id != "" || x.name.Class == p.Class && x.name.Key == p.Key) {
			return i
		}
	}
}

func (n *names) add(x node) int32 {
	if k := len(n.chunks); k == 0 || len(n.chunks[k-1]) == chunk {
		n.chunks = append(n.chunks, make([]node, 0, chunk))
	}
	last := &n.chunks[len(n.chunks)-1]
	*last = append(*last, x)
	return n.count() - 1
}

// read takes in the chains of one document.
func (n *names) read(doc, date string, rows []chains.Chain, forms []chains.Form, said []roles.Statement) {
	first, before := len(n.nodes), len(n.bearings)
	for _, row := range rows {
		id := row.EntityID
		if len(row.Candidates) > 0 {
			id = leftOpen
		}
		i := n.node(row.Name, row.Type, id)
		n.at(i).count(n.parse(row.Name, row.Type).Text, row)
		n.nodes = append(n.nodes, i)
	}
	for _, f := range forms {
		main, row := n.nodes[first+int(f.Chain)], rows[f.Chain]
		i := n.node(f.Alias, row.Type, "")
		if i == main || row.EntityID != "" && f.Rule == "curated" {
			continue
		}
		n.bearings = append(n.bearings, bearing{i, main, 1, ruleOf(f.Rule)})
	}
	n.bearings = n.bearings[:before+len(compact(n.bearings[before:], false))]
	for _, s := range said {
		if !strings.HasPrefix(s.Role, "former ") {
			n.stated = append(n.stated, stated{int32(first) + s.PersonChain, n.nodes[first+int(s.PartyChain)]})
		}
	}
	n.starts = append(n.starts, len(n.nodes))
	n.years = append(n.years, yearOf(date))
	n.ids = append(n.ids, strings.Clone(doc))
}

// close ends the reading: what the names were looked up by is given back, and each name gets its documents.
func (n *names) close() {
	n.byKey, n.parsed = nil, nil
	n.bearings = slices.Clip(compact(n.bearings, true))
	slices.SortStableFunc(n.stated, func(a, b stated) int { return cmp.Compare(a.person, b.person) })
	n.postings = make([]int32, n.count()+1)
	for _, i := range n.nodes {
		n.postings[i+1]++
	}
	for i := range n.count() {
		n.postings[i+1] += n.postings[i]
	}
	n.docs = make([]int32, len(n.nodes))
	next := slices.Clone(n.postings)
	for d := range n.documents() {
		for _, i := range n.chains(d) {
			n.docs[next[i]] = d
			next[i]++
		}
	}
}

// compact makes bearings of the same two names one, with the number of their documents if they are to be counted.
func compact(all []bearing, counted bool) []bearing {
	slices.SortFunc(all, func(a, b bearing) int {
		return cmp.Or(cmp.Compare(a.short, b.short), cmp.Compare(a.main, b.main), cmp.Compare(a.rule, b.rule))
	})
	out := all[:0]
	for _, b := range all {
		if k := len(out) - 1; k >= 0 && out[k].short == b.short && out[k].main == b.main {
			if counted {
				out[k].documents += b.documents
			}
			continue
		}
		out = append(out, b)
	}
	return out
}

// bearers are the names that one is short for.
func (n *names) bearers(i int32) []bearing {
	from, _ := slices.BinarySearchFunc(n.bearings, i, func(b bearing, i int32) int { return cmp.Compare(b.short, i) })
	to := from
	for to < len(n.bearings) && n.bearings[to].short == i {
		to++
	}
	return n.bearings[from:to]
}

func (n *names) documents() int32 { return int32(len(n.ids)) }

// statedIn are the persons that a document puts into parties.
func (n *names) statedIn(d int32) []stated {
	at := func(chain int) int {
		k, _ := slices.BinarySearchFunc(n.stated, chain, func(s stated, chain int) int { return cmp.Compare(int(s.person), chain) })
		return k
	}
	return n.stated[at(n.starts[d]):at(n.starts[d+1])]
}

// chains are the names of a document's chains.
func (n *names) chains(d int32) []int32 { return n.nodes[n.starts[d]:n.starts[d+1]] }

// documentsOf are the documents with a chain of that fullest name, ascending.
func (n *names) documentsOf(i int32) []int32 { return n.docs[n.postings[i]:n.postings[i+1]] }

// yearOf reads the year of an ISO date; 0 if there is none.
func yearOf(date string) int16 {
	if len(date) < 4 {
		return 0
	}
	y := int16(0)
	for _, c := range []byte(date[:4]) {
		if c < '0' || c > '9' {
			return 0
		}
		y = y*10 + int16(c-'0')
	}
	return y
}

// kindOf is the type of most mentions.
func kindOf(v votes) string {
	best := 0
	for i := range v {
		if v[i] > v[best] {
			best = i
		}
	}
	return types[best]
}
