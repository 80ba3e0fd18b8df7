package accurate

import (
	"unicode/utf8"

	"hustings/models/encoder"
)

// lines is passages laid out in windows.
type lines struct {
	layout  layout
	last    *Passage // the one laid out last; nil in a new window
	laid    []seen   // the mentions in it, and where in the layout their marks stand
	windows []encoder.Sequence
	marks   []seen // by window
	first   []int  // of each window, its first mark; one more at the end
}

// lines lays passages out: the sentence before the first of a window, then the sentences, marks in the place of names, and
// between two that do not touch the sentence before the second.
func (m *Model) lines(passages []Passage) *lines {
	s := &lines{}
	s.layout.reset(m)
	for i := range passages {
		p := &passages[i]
		if len(p.Mentions) == 0 {
			continue
		}
		if s.last != nil {
			before := len(s.layout.pieces.IDs)
			if p.Follows && s.add(p, i) <= sharedPieces {
				continue
			}
			s.layout.pieces.IDs, s.layout.pieces.Segments, s.layout.pieces.Shapes = s.layout.pieces.IDs[:before], s.layout.pieces.Segments[:before], s.layout.pieces.Shapes[:before]
			for len(s.laid) > 0 && s.laid[len(s.laid)-1].passage == i {
				s.laid = s.laid[:len(s.laid)-1]
			}
			s.flush()
			s.layout.reset(m)
		}
		s.add(p, i)
	}
	s.flush()
	s.first = append(s.first, len(s.marks))
	return s
}

// add lays a passage out and gives the length of all that is.
func (s *lines) add(p *Passage, number int) int {
	l := &s.layout
	if p.Before != "" && (s.last == nil || s.last.Text != p.Before) {
		l.text(p.Before, tail(p.Before, p.Behind, beforeLength), p.Behind, nil)
		l.put(l.m.end, 0, 0)
	}
	l.text(p.Text, 0, p.Mentions, func(mention int) {
		s.laid = append(s.laid, seen{passage: number, mention: mention, at: len(l.pieces.IDs)})
	})
	l.put(l.m.end, 0, 0)
	s.last = p
	return len(l.pieces.IDs)
}

// flush makes windows of what is laid out. If one can't hold it, several overlap by half, and a mention is seen in that which has
// most around it.
func (s *lines) flush() {
	all := &s.layout.pieces
	for from, n := 0, len(all.IDs); len(s.laid) > 0; from += judgedPieces / 2 {
		to := min(from+judgedPieces, n)
		last := to // what is seen here: up to the middle of the overlap with the window to come
		if to < n {
			last -= judgedPieces / 4
		}
		if s.laid[0].at >= last {
			continue
		}
		w := encoder.Sequence{IDs: append([]int32(nil), all.IDs[from:to]...), Segments: append([]uint8(nil), all.Segments[from:to]...), Shapes: append([]uint8(nil), all.Shapes[from:to]...)}
		w.IDs[0], w.Segments[0], w.Shapes[0] = s.layout.m.start, 0, 0 // in a later window, in the place of a piece that is not judged
		s.first = append(s.first, len(s.marks))
		for len(s.laid) > 0 && s.laid[0].at < last {
			x := s.laid[0]
			x.window, x.at = len(s.windows), x.at-from
			s.marks, s.laid = append(s.marks, x), s.laid[1:]
		}
		s.windows = append(s.windows, w)
	}
	s.last = nil
}

// nameLength is what a name counts, in code points: how long it is must not decide what is read.
const nameLength = 12

// tail is the place from which a text has at most n code points left.
func tail(text string, mentions []Mention, n int) int {
	at := len(text)
	for k := len(mentions); n > 0 && at > 0; {
		for k > 0 && (mentions[k-1].Described || mentions[k-1].End > at) {
			k--
		}
		if k > 0 && mentions[k-1].End == at && mentions[k-1].Start >= 0 && mentions[k-1].Start < at {
			if n -= nameLength; n >= 0 {
				at = mentions[k-1].Start
			}
			continue
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		n--
	}
	return at
}
