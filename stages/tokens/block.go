package tokens

import (
	"sort"

	"hustings/stages/structure"
)

// block cuts the region i: first its own text, then the blocks inside it, which interrupt it; what stands before its
// own text, such as the label of a speaker, comes first.
func (c *cutting) block(i int) {
	r := c.regions[i]
	var own []piece
	var anchors []structure.Region
	var children []int
	from := r.Start
	apart := false // paragraphs of their own stand in a turn
	add := func(to int32, open bool) {
		if a, b := c.doc.Byte(int(from)), c.doc.Byte(int(to)); a < b {
			own = append(own, piece{from: a, to: b, open: open})
		} else if len(own) > 0 {
			own[len(own)-1].open = own[len(own)-1].open && open
		}
	}
	for n := i + 1; n < len(c.regions) && c.regions[n].Start < r.End; n++ {
		x := c.regions[n]
		if x.Start < from {
			continue // inside the one before
		}
		switch {
		case x.Kind == "anchor":
			add(x.Start, true)
			anchors = append(anchors, x)
			from = x.End
		case !inline(r.Kind, x.Kind) || apart:
			apart = r.Kind == "turn" && (apart || x.Kind == "paragraph" || x.Kind == "list")
			add(x.Start, false)
			children = append(children, n)
			from = x.End
		}
	}
	add(r.End, true)
	for len(children) > 0 && (len(own) == 0 || c.doc.Byte(int(c.regions[children[0]].Start)) <= own[0].from) {
		c.block(children[0])
		children = children[1:]
	}
	if len(own) > 0 || len(anchors) > 0 {
		c.stretch(i, own, anchors)
	}
	for _, n := range children {
		c.block(n)
	}
}

// inline says whether a region is part of the text of the block that it stands in.
func inline(block, kind string) bool {
	switch kind {
	case "citation", "anchor":
		return true
	case "blockquote":
		return block != "blockquote"
	}
	return false
}

// inner tells the innermost region of places that are asked for in order.
type inner struct {
	outer string
	rest  []structure.Region // those inside the block, by start
	open  []structure.Region
}

func (c *cutting) inside(region int) inner {
	if region < 0 {
		return inner{}
	}
	r := c.regions[region]
	after := c.regions[region+1:]
	n := sort.Search(len(after), func(i int) bool { return after[i].Start >= r.End })
	return inner{outer: r.Kind, rest: after[:n]}
}

func (x *inner) kind(at int32) string {
	for len(x.rest) > 0 && x.rest[0].Start <= at {
		for len(x.open) > 0 && x.open[len(x.open)-1].End <= x.rest[0].Start {
			x.open = x.open[:len(x.open)-1]
		}
		x.open = append(x.open, x.rest[0])
		x.rest = x.rest[1:]
	}
	for len(x.open) > 0 && x.open[len(x.open)-1].End <= at {
		x.open = x.open[:len(x.open)-1]
	}
	if len(x.open) == 0 {
		return x.outer
	}
	return x.open[len(x.open)-1].Kind
}
