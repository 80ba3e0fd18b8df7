package drawing

import (
	"fmt"
	"html/template"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Node is an actor in the network.
type Node struct {
	Name string
	Kind string // person, political group, organisation: shown by the box
}

// Edge is two actors named together.
type Edge struct {
	A, B   int     // nodes
	Weight float64 // more is thicker
	Sure   bool    // drawn whole if named together more than chance explains, dashed if not
}

const networkWidth = 460

// Network draws actors as boxes and lines between those that are named together. A box with a plain frame is a person,
// a filled one a political group, one with a dashed frame an organisation.
func Network(id string, nodes []Node, edges []Edge) (template.HTML, error) {
	size := style(9.5, ink, draw.XCenter)
	cards := make([]card, len(nodes))
	for i, n := range nodes {
		cards[i].label = clip(n.Name, 24)
		cards[i].w = 1.1*float64(size.Width(cards[i].label)) + 10 // the reader's typeface may run wider
		cards[i].h = 16
	}
	height := layout(cards, edges, networkWidth)
	strongest := 0.0
	description := ""
	for i, e := range edges {
		strongest = max(strongest, e.Weight)
		if i < 12 {
			description += fmt.Sprintf("%s and %s; ", nodes[e.A].Name, nodes[e.B].Name)
		}
	}
	return render(id, "Who is named together with whom", "Most often named together: "+description, networkWidth, vg.Length(height), func(c draw.Canvas) {
		for i := len(edges) - 1; i >= 0; i-- { // the strongest on top
			e := edges[i]
			s := draw.LineStyle{Color: line, Width: vg.Length(0.8 + 3.2*e.Weight/strongest)}
			if e.Sure {
				s.Color = muted
			} else {
				s.Dashes = []vg.Length{3, 3}
			}
			segment(c, s, vg.Length(cards[e.A].x), vg.Length(cards[e.A].y), vg.Length(cards[e.B].x), vg.Length(cards[e.B].y))
		}
		for i, n := range nodes {
			k := cards[i]
			fill, text := paper, ink
			frame := draw.LineStyle{Color: ink, Width: 0.8}
			switch n.Kind {
			case "political group":
				fill, text = ink, paper
			case "organisation":
				frame.Dashes = []vg.Length{2, 2}
			}
			box(c, fill, frame, vg.Length(k.x-k.w/2), vg.Length(k.y-k.h/2), vg.Length(k.x+k.w/2), vg.Length(k.y+k.h/2))
			label := size
			label.Color = text
			c.FillText(label, vg.Point{X: vg.Length(k.x), Y: vg.Length(k.y)}, k.label)
		}
	})
}
