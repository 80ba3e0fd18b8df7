package score

import (
	"cmp"
	"slices"
)

// tolerance is how far each end of a region may be off, in code points.
const tolerance = 3

// compareRegions gives the figures by kind; nil where the gold has no regions.
func compareRegions(gold []goldDoc, r run) map[string]Region {
	if gold[0].regions == nil {
		return nil
	}
	spans, chars := map[string]hits{}, map[string]hits{}
	for _, d := range gold {
		want, got := byKind(d.regions), byKind(r.regions[d.name])
		for kind, w := range want {
			spans[kind] = spans[kind].plus(matchSpans(w, got[kind]))
			chars[kind] = chars[kind].plus(matchPoints(w, got[kind]))
		}
	}
	out := map[string]Region{}
	for kind, h := range spans {
		out[kind] = Region{h.f1(), chars[kind].f1(), h.gold}
	}
	return out
}

// marked are the kinds that the gold marks; all else is text.
var marked = []string{"citation", "bibliography", "footnote", "heading", "byline", "boilerplate", "blockquote"}

// rightKind is the share of characters whose innermost region is of the kind that the gold has there.
func rightKind(gold []goldDoc, r run) *Share {
	right, all := 0, 0
	for _, d := range gold {
		end := int32(0)
		for _, x := range append(append([]region{}, d.regions...), r.regions[d.name]...) {
			end = max(end, x.end)
		}
		want, got := innermost(d.regions, end), innermost(r.regions[d.name], end)
		for i := range want {
			all++
			if want[i] == got[i] {
				right++
			}
		}
	}
	return share(right, all)
}

// innermost gives each code point 1 + the place among the marked kinds of the innermost region that it stands in, 0 in
// text.
func innermost(regions []region, end int32) []int8 {
	sorted := slices.Clone(regions)
	slices.SortStableFunc(sorted, func(a, b region) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	out := make([]int8, end)
	for _, x := range sorted {
		if x.kind == "anchor" || x.kind == "speaker" { // part of the text around them
			continue
		}
		kind := int8(1 + slices.Index(marked, x.kind))
		for i := max(x.start, 0); i < x.end; i++ {
			out[i] = kind
		}
	}
	return out
}

func byKind(regions []region) map[string][]span {
	out := map[string][]span{}
	for _, r := range regions {
		out[r.kind] = append(out[r.kind], r.span)
	}
	return out
}

// matchSpans pairs each span of the run with the first gold span left whose ends are near.
func matchSpans(gold, run []span) hits {
	h := hits{run: len(run), gold: len(gold)}
	taken := make([]bool, len(gold))
	for _, p := range run {
		for i, g := range gold {
			if !taken[i] && near(g.start, p.start) && near(g.end, p.end) {
				taken[i] = true
				h.both++
				break
			}
		}
	}
	return h
}

func near(a, b int32) bool { return a-b <= tolerance && b-a <= tolerance }

// matchPoints counts the code points covered.
func matchPoints(gold, run []span) hits {
	end := int32(0)
	for _, s := range append(append([]span{}, gold...), run...) {
		end = max(end, s.end)
	}
	inGold, inRun := cover(gold, end), cover(run, end)
	var h hits
	for i := range inGold {
		if inGold[i] {
			h.gold++
		}
		if inRun[i] {
			h.run++
		}
		if inGold[i] && inRun[i] {
			h.both++
		}
	}
	return h
}

func cover(spans []span, end int32) []bool {
	out := make([]bool, end)
	for _, s := range spans {
		for i := max(s.start, 0); i < s.end; i++ {
			out[i] = true
		}
	}
	return out
}
