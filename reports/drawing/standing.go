package drawing

import (
	"fmt"
	"html/template"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Row is one actor in the standing chart. Values are from -1 to 1.
type Row struct {
	Name            string
	Mean, Low, High float64
	Interval        bool // whether Low and High are known
	Enough          bool // whether the mean is to be believed; shown hollow and grey if not
}

// Standing draws a dot and a 95 % interval for each actor: a diamond where the whole interval is below zero, a dot
// elsewhere, green where it is above; a hollow grey ring where there is not enough evidence.
func Standing(id string, rows []Row) (template.HTML, error) {
	const (
		width, names, right = 440, 168, 14
		height, top, bottom = 21, 8, 40
	)
	widest := 0.4
	for _, r := range rows {
		for _, x := range []float64{r.Mean, r.Low, r.High} {
			if r.Enough || r.Mean == x {
				widest = max(widest, x, -x)
			}
		}
	}
	widest = min(1, float64(int(widest*5)+1)/5)
	total := vg.Length(top + height*len(rows) + bottom)
	at := func(x float64) vg.Length {
		x = max(-widest, min(widest, x))
		return names + vg.Length((x+widest)/(2*widest))*(width-names-right)
	}
	description := "From the top: "
	for i, r := range rows {
		if i > 0 {
			description += "; "
		}
		switch {
		case !r.Enough:
			description += r.Name + " not enough evidence"
		default:
			description += fmt.Sprintf("%s %+.2f", r.Name, r.Mean)
		}
	}
	return render(id, "How each actor is spoken of in the authors' own voice, with 95 % intervals", description, width, total, func(c draw.Canvas) {
		axis := vg.Length(bottom)
		grid := draw.LineStyle{Color: line, Width: 0.7}
		zero := draw.LineStyle{Color: muted, Width: 1}
		for k := -2; k <= 2; k++ {
			x := float64(k) / 2 * widest
			s := grid
			if k == 0 {
				s = zero
			}
			segment(c, s, at(x), axis-2, at(x), total-top)
			label := fmt.Sprintf("%+.1f", x)
			if k == 0 {
				label = "0"
			}
			c.FillText(style(10, muted, draw.XCenter), vg.Point{X: at(x), Y: axis - 11}, label)
		}
		c.FillText(style(10, muted, draw.XLeft), vg.Point{X: at(-widest), Y: 9}, "← spoken of ill")
		c.FillText(style(10, muted, draw.XRight), vg.Point{X: at(widest), Y: 9}, "spoken of well →")
		for i, r := range rows {
			y := total - top - height*(vg.Length(i)+0.5)
			textColour := ink
			if !r.Enough {
				textColour = muted
			}
			c.FillText(style(11.5, textColour, draw.XLeft), vg.Point{X: 2, Y: y}, clip(r.Name, 27)) // from the left: its end depends on the reader's typeface
			point(c, r, at, y)
		}
	})
}

func point(c draw.Canvas, r Row, at func(float64) vg.Length, y vg.Length) {
	colour := ink // where the interval holds zero
	switch {
	case !r.Enough:
		colour = muted
	case r.Interval && r.Low > 0:
		colour = good
	case r.Interval && r.High < 0:
		colour = bad
	}
	if r.Interval {
		s := draw.LineStyle{Color: colour, Width: 2}
		if !r.Enough {
			s.Width, s.Dashes = 1, []vg.Length{2, 2}
		}
		segment(c, s, at(r.Low), y, at(r.High), y)
	}
	glyph := draw.GlyphStyle{Color: colour, Radius: 4.2, Shape: draw.CircleGlyph{}}
	switch {
	case !r.Enough:
		glyph.Shape, glyph.Radius = draw.RingGlyph{}, 3.5
	case colour == bad:
		glyph.Shape = diamond{}
	}
	c.DrawGlyph(glyph, vg.Point{X: at(r.Mean), Y: y})
}

// diamond tells a negative mean from a positive one by more than its colour.
type diamond struct{}

func (diamond) DrawGlyph(c *draw.Canvas, s draw.GlyphStyle, p vg.Point) {
	r := s.Radius * 1.15
	c.FillPolygon(s.Color, []vg.Point{{X: p.X - r, Y: p.Y}, {X: p.X, Y: p.Y + r}, {X: p.X + r, Y: p.Y}, {X: p.X, Y: p.Y - r}})
}

func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return string(runes[:n-1]) + "…"
}
