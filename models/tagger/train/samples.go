package main

import (
	"slices"

	"hustings/models/tagger"
)

// A sample is one sentence: its words' features, as indexes, and the labels that they may have.
type sample struct {
	features [][]int32
	may      []uint32
	document int
	source   int
	weight   float32
}

// Samples are the sentences of documents with their features. Features seen less than twice are left out.
type samples struct {
	ids     []uint32
	sources int
	all     []sample
}

// extract reads documents; first has the names of the first reading, or is nil.
func extract(docs []document, first [][][]tagger.Span) samples {
	features := func(d int, visit func(s, w int, ids []uint32)) {
		var names [][]tagger.Span
		if first != nil {
			names = first[d]
		}
		tagger.Features(docs[d].words(), names, visit)
	}
	count := map[uint32]bool{} // true from the second time on
	for d := range docs {
		features(d, func(_, _ int, ids []uint32) {
			for _, id := range ids {
				_, again := count[id]
				count[id] = again
			}
		})
	}
	var out samples
	for id, again := range count {
		if again {
			out.ids = append(out.ids, id)
		}
	}
	slices.Sort(out.ids)
	index := make(map[uint32]int32, len(out.ids))
	for i, id := range out.ids {
		index[id] = int32(i)
	}
	var sources []string
	for n, d := range docs {
		source := slices.Index(sources, d.source)
		if source < 0 {
			source, sources = len(sources), append(sources, d.source)
		}
		from := len(out.all)
		for _, s := range d.sentences {
			out.all = append(out.all, sample{make([][]int32, len(s.words)), s.may, n, source, weights[d.source]})
		}
		features(n, func(s, w int, ids []uint32) {
			known := make([]int32, 0, len(ids))
			for _, id := range ids {
				if i, ok := index[id]; ok {
					known = append(known, i)
				}
			}
			out.all[from+s].features[w] = known
		})
	}
	out.sources = len(sources)
	return out
}
