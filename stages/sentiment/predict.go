package sentiment

import (
	"hustings/models/linear"
	"hustings/pipeline"
	"hustings/stages/names"
	"hustings/stages/tokens"
)

// Predict judges one target in one sentence. The target lies between two code point offsets, end exclusive, inside the
// text; others are the names found in it.
func Predict(text string, start, end int, others []names.Name) linear.Judgement {
	d := pipeline.NewDoc("text", text)
	places := tokens.Words(text)
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = text[p.Start:p.End]
	}
	at := func(start, end int) (place [2]int) {
		place = [2]int{len(places), -1}
		for i, p := range places {
			if p.End > d.Byte(start) && p.Start < d.Byte(end) {
				place[0], place[1] = min(place[0], i), i
			}
		}
		return place
	}
	own := at(start, end)
	target := linear.Target{First: own[0], Last: own[1]}
	for _, o := range others {
		switch {
		case int(o.Start) < end && int(o.End) > start:
			target.Kind = o.Type
		case o.Text == d.Slice(int32(start), int32(end)):
			target.Same = append(target.Same, at(int(o.Start), int(o.End)))
		case o.Type != "NORP":
			target.Names = append(target.Names, at(int(o.Start), int(o.End)))
		}
	}
	return linear.Load().Judge(words, target)
}
