// Package drawing makes the drawings of the reports: SVG to be set into a page, drawn by gonum/plot.
//
// A drawing takes its colours and its typeface from the page's style sheet (the variables --ink, --muted, --line,
// --paper, --good, --bad), so that it follows light, dark and print. It has a title and a description for those who
// don't see it; the page sets a table with the same figures beside it. Coordinates are rounded to a tenth of a point.
package drawing

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"image/color"
	"regexp"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Stand-ins for the page's colours: each is replaced by a variable of its style sheet.
var (
	ink   = color.NRGBA{1, 1, 1, 255}
	muted = color.NRGBA{2, 2, 2, 255}
	line  = color.NRGBA{3, 3, 3, 255}
	paper = color.NRGBA{4, 4, 4, 255}
	good  = color.NRGBA{5, 5, 5, 255}
	bad   = color.NRGBA{6, 6, 6, 255}
)

var variables = strings.NewReplacer("#010101", "var(--ink)", "#020202", "var(--muted)", "#030303", "var(--line)",
	"#040404", "var(--paper)", "#050505", "var(--good)", "#060606", "var(--bad)")

var (
	opening  = regexp.MustCompile(`(?s)^.*?<svg[^>]*>`)
	typeface = regexp.MustCompile(`font-family:[^;"]*;?|font-variant:[^;"]*;?|font-weight:normal;?|font-style:normal;?`)
	decimals = regexp.MustCompile(`(\d+\.\d)\d+`)
)

// render draws on a canvas of a size in points and gives an SVG element. id must be unique in the page.
func render(id, title, description string, width, height vg.Length, paint func(draw.Canvas)) (template.HTML, error) {
	c := vgsvg.New(width, height)
	paint(draw.New(c))
	var buf bytes.Buffer
	if _, err := c.WriteTo(&buf); err != nil {
		return "", fmt.Errorf("drawing %q: %w", id, err)
	}
	svg := opening.ReplaceAllString(buf.String(), "")
	svg = decimals.ReplaceAllString(typeface.ReplaceAllString(variables.Replace(svg), ""), "$1")
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="%s-title %s-desc" viewBox="0 0 %.0f %.0f" style="max-width:%.0fpx"><title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`,
		id, id, float64(width), float64(height), 1.5*float64(width), id, html.EscapeString(title), id, html.EscapeString(description))
	return template.HTML(head + svg), nil //nolint:gosec // names reach it through the canvas, which escapes them
}

// style is text of a size in points.
func style(size vg.Length, c color.Color, x text.XAlignment) draw.TextStyle {
	return draw.TextStyle{Color: c, Font: font.From(plot.DefaultFont, size), XAlign: x, YAlign: draw.YCenter, Handler: plot.DefaultTextHandler}
}

// segment draws a straight line.
func segment(c draw.Canvas, s draw.LineStyle, x1, y1, x2, y2 vg.Length) {
	c.StrokeLine2(s, x1, y1, x2, y2)
}

// box draws a rectangle, filled and outlined.
func box(c draw.Canvas, fill color.Color, s draw.LineStyle, x1, y1, x2, y2 vg.Length) {
	points := []vg.Point{{X: x1, Y: y1}, {X: x2, Y: y1}, {X: x2, Y: y2}, {X: x1, Y: y2}, {X: x1, Y: y1}}
	c.FillPolygon(fill, points)
	c.StrokeLines(s, points)
}
