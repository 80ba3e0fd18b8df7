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

// text lays out a text from a byte on; mark, if it is not nil, is called before the mark of each mention is put.
func (l *layout) text(text string, from int, mentions []Mention, mark func(mention int)) {
	here := from
	for i, x := range mentions {
		if x.Start < here || x.End > len(text) || x.End < x.Start {
			continue
		}
		l.plain(text[here:x.Start], 0)
		if mark != nil {
			mark(i)
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
