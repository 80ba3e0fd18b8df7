package pairs

import (
	"cmp"
	"slices"
)

// reach bounds what a list of names costs: in a window that names more actors than this, each is paired with the
// 40 whose first mentions follow its own most closely, not with those farther away.
const reach = 40

// joint pairs the actors of each window; named is sorted by window and token.
func joint(named []naming, unit string) []Pair {
	var out []Pair
	for len(named) > 0 {
		n := 1
		for n < len(named) && named[n].window == named[0].window {
			n++
		}
		if n > 1 {
			out = pairWindow(out, byActor(named[:n]), unit)
		}
		named = named[n:]
	}
	return out
}

// byActor groups one window's mentions by actor, the actor first mentioned first.
func byActor(window []naming) [][]naming {
	place := map[string]int{}
	var out [][]naming
	for _, n := range window {
		i, ok := place[n.actor]
		if !ok {
			i = len(out)
			place[n.actor] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	return out
}

func pairWindow(out []Pair, actors [][]naming, unit string) []Pair {
	from := len(out)
	for i, a := range actors {
		for _, b := range actors[i+1 : min(len(actors), i+1+reach)] {
			out = append(out, newPair(a[0].window, unit, a[0].actor, b[0].actor, nearest(a, b)))
		}
	}
	sortPairs(out[from:])
	return out
}

// nearest is the least number of tokens between a mention of one actor and one of the other.
func nearest(a, b []naming) int32 {
	best := int32(1 << 30)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if a[i].first <= b[j].first {
			best = min(best, max(0, b[j].first-a[i].last))
			i++
		} else {
			best = min(best, max(0, a[i].first-b[j].last))
			j++
		}
	}
	return best
}

// runs pairs the actor of each mention with those named within the window of tokens that opens with it, as far as
// their first mention there. named is sorted by token.
func runs(named []naming, window int) []Pair {
	var out []Pair
	met := map[string]bool{}
	for i, open := range named {
		from := len(out)
		clear(met)
		for _, n := range named[i+1:] {
			if int(n.first-open.first) >= window || len(met) == reach {
				break
			}
			if n.actor == open.actor || met[n.actor] {
				continue
			}
			met[n.actor] = true
			out = append(out, newPair(open.first, "tokens", open.actor, n.actor, max(0, n.first-open.last)))
		}
		sortPairs(out[from:])
	}
	return out
}

func newPair(window int32, unit, a, b string, distance int32) Pair {
	if b < a {
		a, b = b, a
	}
	return Pair{Window: window, Unit: unit, A: a, B: b, Distance: distance}
}

func sortPairs(pairs []Pair) {
	slices.SortFunc(pairs, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
}
