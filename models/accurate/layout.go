package accurate

import (
	"unicode"

	"hustings/models/encoder"
	"hustings/models/encoder/wordpiece"
)

// Segments tell the encoder what a piece is: 0 text, then the marks of persons and of bodies, and the words of a pronoun
// or a description, which follow its mark.
const (
	personSegment = 1
	bodySegment   = 2
	wordsSegment  = 3
)

// A layout is the pieces of a passage, however long.
type layout struct {
	m      *Model
	slots  map[int]int32 // the mark of each actor
	pieces encoder.Sequence
	found  []wordpiece.Piece
	words  []word
}

// word is a stretch without spaces, in code points, and its case.
type word struct {
	end  int32
	form uint8
}

func (l *layout) reset(m *Model) {
	l.m = m
	if l.slots == nil {
		l.slots = map[int]int32{}
	}
	clear(l.slots)
	l.pieces = encoder.Sequence{IDs: l.pieces.IDs[:0], Segments: l.pieces.Segments[:0], Shapes: l.pieces.Shapes[:0]}
	l.put(m.start, 0, 0)
}

func (l *layout) put(id int32, segment, shape uint8) { put(&l.pieces, id, segment, shape) }

// slot is an actor's mark: the first actor of a passage has the first.
func (l *layout) slot(actor int) int32 {
	id, ok := l.slots[actor]
	if !ok {
		id = l.m.marks[len(l.slots)%len(l.m.marks)]
		l.slots[actor] = id
	}
	return id
}

// text lays out a text from a byte on; at gets the place of each mention's mark.
func (l *layout) text(text string, from int, mentions []Mention, at []int) {
	here := from
	for i, x := range mentions {
		if x.Start < here || x.End > len(text) || x.End < x.Start {
			continue
		}
		l.plain(text[here:x.Start], 0)
		if at != nil {
			at[i] = len(l.pieces.IDs)
		}
		segment := uint8(bodySegment)
		if x.Person {
			segment = personSegment
		}
		l.put(l.slot(x.Actor), segment, 0)
		if x.Described {
			l.plain(text[x.Start:x.End], wordsSegment)
		}
		here = x.End
	}
	l.plain(text[here:], 0)
}

// plain lays out words.
func (l *layout) plain(text string, segment uint8) {
	l.found = l.m.encoder.Tokenizer().Append(l.found[:0], text)
	if len(l.found) == 0 {
		return
	}
	l.split(text)
	w := 0
	for _, p := range l.found {
		for w+1 < len(l.words) && p.Start >= l.words[w].end {
			w++
		}
		form := uint8(numbers)
		if w < len(l.words) {
			form = l.words[w].form
		}
		l.put(p.ID, segment, form)
	}
}

// split finds the words of a text.
func (l *layout) split(text string) {
	l.words = l.words[:0]
	n, begin := int32(0), -1
	for i, r := range text {
		if unicode.IsSpace(r) {
			if begin >= 0 {
				l.words = append(l.words, word{n, shape(text[begin:i])})
				begin = -1
			}
		} else if begin < 0 {
			begin = i
		}
		n++
	}
	if begin >= 0 {
		l.words = append(l.words, word{n, shape(text[begin:])})
	}
}

// cut makes windows of the layout and tells which mention is seen where. If one window can't hold it, several overlap by
// half, and a mention is seen in that which has most around it.
func (l *layout) cut(r *reader, all []seen, at []int, passage int) []seen {
	n, i := len(l.pieces.IDs), 0 // the next mention
	for from := 0; ; from += judgedPieces / 2 {
		to := min(from+judgedPieces, n)
		last := to // what is seen here: up to the middle of the overlap with the next window
		if to < n {
			last -= judgedPieces / 4
		}
		var w *encoder.Sequence
		for ; i < len(at) && at[i] < last; i++ {
			if at[i] < 0 {
				continue
			}
			if w == nil {
				w = r.window()
				w.IDs, w.Segments, w.Shapes = append(w.IDs, l.pieces.IDs[from:to]...), append(w.Segments, l.pieces.Segments[from:to]...), append(w.Shapes, l.pieces.Shapes[from:to]...)
				w.IDs[0], w.Segments[0], w.Shapes[0] = l.m.start, 0, 0 // in a later window, in the place of a piece that is not judged
			}
			all = append(all, seen{passage, i, len(r.windows) - 1, at[i] - from})
		}
		if to == n {
			return all
		}
	}
}
