package drawing

import (
	"math"
	"math/rand/v2"
)

// card is a node's box: its centre and its size, in points.
type card struct {
	label      string
	x, y, w, h float64
}

// layout places boxes by attraction along edges and repulsion between all (Fruchterman and Reingold 1991), then pushes
// overlapping ones apart, and gives the height needed. Products are rounded before they are added, so that no machine
// fuses the two and draws another picture.
func layout(cards []card, edges []Edge, width float64) (height float64) {
	n := len(cards)
	if n == 0 {
		return 20
	}
	height = max(120, 60+float64(n)*15)
	draw := rand.New(rand.NewPCG(7, uint64(n)))
	for i := range cards {
		cards[i].x, cards[i].y = width*draw.Float64(), height*draw.Float64()
	}
	strongest := 0.0
	for _, e := range edges {
		strongest = max(strongest, e.Weight)
	}
	k := math.Sqrt(width * height / float64(n))
	const rounds = 300
	for round := range rounds {
		force(cards, edges, strongest, k, width/8*float64(rounds-round)/rounds)
		for i := range cards { // a pull to the middle keeps separate groups on the page
			cards[i].x += float64(0.01 * (width/2 - cards[i].x))
			cards[i].y += float64(0.01 * (height/2 - cards[i].y))
		}
		inside(cards, width, height)
	}
	for range 200 {
		if !apart(cards) {
			break
		}
		inside(cards, width, math.Inf(1))
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, c := range cards {
		low, high = min(low, c.y-c.h/2), max(high, c.y+c.h/2)
	}
	for i := range cards {
		cards[i].x = math.Round(cards[i].x)
		cards[i].y = math.Round(cards[i].y - low + 6)
	}
	return math.Round(high-low) + 12
}

// force moves each box at most reach points.
func force(cards []card, edges []Edge, strongest, k, reach float64) {
	dx, dy := make([]float64, len(cards)), make([]float64, len(cards))
	for i := range cards {
		for j := range i {
			x, y := cards[i].x-cards[j].x, 1.6*(cards[i].y-cards[j].y) // boxes are wide: rows may stand closer
			d := max(math.Sqrt(float64(x*x)+float64(y*y)), 0.1)
			f := k * k / d / d
			dx[i] += float64(x * f)
			dy[i] += float64(y * f)
			dx[j] -= float64(x * f)
			dy[j] -= float64(y * f)
		}
	}
	for _, e := range edges {
		x, y := cards[e.A].x-cards[e.B].x, cards[e.A].y-cards[e.B].y
		d := max(math.Sqrt(float64(x*x)+float64(y*y)), 0.1)
		f := d / k * (0.3 + float64(0.7*e.Weight/strongest))
		dx[e.A] -= float64(x * f)
		dy[e.A] -= float64(y * f)
		dx[e.B] += float64(x * f)
		dy[e.B] += float64(y * f)
	}
	for i := range cards {
		d := max(math.Sqrt(float64(dx[i]*dx[i])+float64(dy[i]*dy[i])), 0.1)
		step := min(d, reach) / d
		cards[i].x += float64(dx[i] * step)
		cards[i].y += float64(dy[i] * step)
	}
}

func inside(cards []card, width, height float64) {
	for i := range cards {
		c := &cards[i]
		c.x = max(c.w/2+2, min(width-c.w/2-2, c.x))
		c.y = max(c.h/2+2, min(height-c.h/2-2, c.y))
	}
}

// apart pushes boxes that overlap apart, up and down for that is where there is room, and tells whether any did.
func apart(cards []card) bool {
	const gap = 5
	moved := false
	for i := range cards {
		for j := range i {
			a, b := &cards[i], &cards[j]
			over := (a.w+b.w)/2 + gap - math.Abs(a.x-b.x)
			under := (a.h+b.h)/2 + gap - math.Abs(a.y-b.y)
			if over <= 0 || under <= 0 {
				continue
			}
			moved = true
			shift := under/2 + 0.1
			if a.y < b.y {
				shift = -shift
			}
			a.y += shift
			b.y -= shift
		}
	}
	return moved
}
