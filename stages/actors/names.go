package actors

import (
	"strings"

	"hustings/stages/chains"
	"hustings/stages/chains/naming"
)

// node is one name of the corpus, or one actor of the curated file.
type node struct {
	name      naming.Name
	id        string            // the curated actor
	texts     map[string]int32  // how often it is written how, by mentions
	acronyms  map[string]int32  // of its chains, by mentions
	votes     [8]int32          // mentions by type, where it is a chain's fullest name
	mentions  int32             // of the chains whose fullest name it is
	documents int32             // with such a chain
	bearers   map[int32]*bearer // by node: the fullest names of chains that go by this one too
}

// bearer is a name that in some documents this one is short for, or another spelling of.
type bearer struct {
	rule      string
	documents int32
}

var types = [8]string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}

type nodeKey struct {
	class   naming.Class
	key, id string
}

type written struct{ text, kind string }

// names are the distinct names of the corpus.
type names struct {
	nodes  []*node
	byKey  map[nodeKey]int32
	parsed map[written]naming.Name
}

func newNames() *names {
	return &names{byKey: map[nodeKey]int32{}, parsed: map[written]naming.Name{}}
}

func (n *names) parse(text, kind string) naming.Name {
	if p, ok := n.parsed[written{text, kind}]; ok {
		return p
	}
	text = strings.Clone(text) // the row it comes from is unloaded with its part
	p := naming.Parse(text, kind)
	n.parsed[written{text, strings.Clone(kind)}] = p
	return p
}

// node gives the number of a name's node.
func (n *names) node(text, kind, id string) int32 {
	p := n.parse(text, kind)
	k := nodeKey{p.Class, p.Key, strings.Clone(id)}
	if id != "" {
		k.class, k.key = 0, ""
	}
	i, ok := n.byKey[k]
	if !ok {
		i = int32(len(n.nodes))
		n.byKey[k] = i
		n.nodes = append(n.nodes, &node{name: p, id: k.id, texts: map[string]int32{}})
	}
	return i
}

// read takes in the chains of one document.
func (n *names) read(rows []chains.Chain, forms []chains.Form) {
	mains := make([]int32, len(rows))
	for i, row := range rows {
		mains[i] = n.node(row.Name, row.Type, row.EntityID)
		x := n.nodes[mains[i]]
		x.mentions += row.Mentions
		x.documents++
		x.texts[n.parse(row.Name, row.Type).Text] += row.Mentions
		if row.Acronym != "" {
			if x.acronyms == nil {
				x.acronyms = map[string]int32{}
			}
			x.acronyms[strings.Clone(row.Acronym)] += row.Mentions
		}
		for t, kind := range types {
			if kind == row.Type {
				x.votes[t] += row.Mentions
			}
		}
	}
	for _, f := range forms {
		main := mains[f.Chain]
		row := rows[f.Chain]
		i := n.node(f.Alias, row.Type, "")
		if i == main || row.EntityID != "" && f.Rule == "curated" {
			continue
		}
		n.nodes[i].bear(main, f.Rule)
	}
}

func (x *node) bear(main int32, rule string) {
	b, ok := x.bearers[main]
	if !ok {
		b = &bearer{rule: strings.Clone(rule)}
		if x.bearers == nil {
			x.bearers = map[int32]*bearer{}
		}
		x.bearers[main] = b
	}
	b.documents++
}

// kindOf is the type of most mentions.
func kindOf(votes [8]int32) string {
	best := 0
	for i := range votes {
		if votes[i] > votes[best] {
			best = i
		}
	}
	return types[best]
}
