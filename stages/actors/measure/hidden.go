package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hustings/stages/actors"
	"hustings/stages/chains"
)

// How names are hidden.
const (
	rounds = 20 // each gives every entity another surname, namesakes and document
	shared = 3  // entities of one surname
)

// bin counts the links of one tenth of probability.
type bin struct {
	n, right int
	p        float64
}

// hidden prints how often a bare surname is linked, and to whom it should be.
func hidden(ctx context.Context, name string, docs []document) error {
	in := map[string][]int{} // entity to documents
	for i, d := range docs {
		for _, n := range d.names {
			if list := in[n.entity]; n.entity != "" && n.kind != "GPE" && (len(list) == 0 || list[len(list)-1] != i) {
				in[n.entity] = append(list, i)
			}
		}
	}
	var entities []string
	for e, list := range in {
		if len(list) > 1 {
			entities = append(entities, e)
		}
	}
	slices.Sort(entities)
	var bins [10]bin
	asked, linkedTo, right := 0, 0, 0
	for round := range rounds {
		random := rand.New(rand.NewPCG(uint64(round), 7))
		random.Shuffle(len(entities), func(i, j int) { entities[i], entities[j] = entities[j], entities[i] })
		full, surname, hide := map[string]string{}, map[string]string{}, map[string]int{}
		for i, e := range entities {
			if i%shared == 0 {
				surname[e] = word(random)
			} else {
				surname[e] = surname[entities[i-1]]
			}
			full[e] = word(random) + " " + surname[e]
		}
		for i, e := range entities {
			at := in[e][random.IntN(len(in[e]))]
			group := entities[i-i%shared : min(len(entities), i-i%shared+shared)]
			if !slices.ContainsFunc(group, func(o string) bool { return o != e && slices.Contains(in[o], at) }) {
				hide[e] = at
			}
		}
		made := slices.Clone(docs)
		for i := range made {
			made[i].names = slices.Clone(docs[i].names)
			for k := range made[i].names {
				n := &made[i].names[k]
				if full[n.entity] == "" || n.kind == "GPE" {
					continue
				}
				n.text, n.kind = full[n.entity], "PERSON"
				if at, ok := hide[n.entity]; ok && at == i {
					n.text = surname[n.entity]
				}
			}
		}
		rows, err := resolve(ctx, made)
		if err != nil {
			return err
		}
		for i, d := range rows {
			links := actors.Links.Of(d)
			seen := map[string]bool{}
			for _, m := range chains.Mentions.Of(d) {
				if !m.Named() {
					continue
				}
				n := made[i].names[m.Name]
				if at, ok := hide[n.entity]; !ok || at != i || n.text != surname[n.entity] || seen[n.entity] {
					continue
				}
				seen[n.entity] = true
				l := links[m.Chain]
				asked++
				if l.EntityID == "" {
					continue
				}
				good := l.EntityID == strings.ToLower(strings.ReplaceAll(full[n.entity], " ", "-"))
				b := &bins[min(9, int(10*l.Probability))]
				b.n, b.p = b.n+1, b.p+l.Probability
				linkedTo++
				if good {
					right++
					b.right++
				}
			}
		}
	}
	fmt.Printf("%-40s %d of %d hidden names linked, %d of them rightly (%.3f)\n", name+", hidden", linkedTo, asked, right, float64(right)/max(1, float64(linkedTo)))
	for i, b := range bins {
		if b.n > 0 {
			fmt.Printf("  probability %.1f to %.1f: mean %.3f, right %.3f  %d links\n", float64(i)/10, float64(i+1)/10, b.p/float64(b.n), float64(b.right)/float64(b.n), b.n)
		}
	}
	return nil
}

// word makes up a name that is like no other.
func word(random *rand.Rand) string {
	const consonants, vowels = "bdfgjklmnprstvz", "aeiou"
	b := []byte{consonants[random.IntN(len(consonants))]}
	for range 4 {
		b = append(b, vowels[random.IntN(len(vowels))], consonants[random.IntN(len(consonants))])
	}
	return strings.ToUpper(string(b[:1])) + string(b[1:])
}
