package wordpiece

import "unicode/utf8"

// maxPooled is the length above which a word's buffers aren't kept for the next call.
const maxPooled = 1 << 16

// word is the word that is being read, after all changes to its characters.
type word struct {
	text        []byte  // its first Options.MaxRunes characters
	from        []int32 // by byte of text, the code point of the input that it comes from
	runes       int     // number of characters, also of those that are not in text
	first, last int32   // the code points that its first and last character come from

	// accents are the forms since the last one with combining class 0, not yet in canonical order, and
	// starter is the code point that form came from. kept says that some are not stripped.
	accents, ordered []accent
	starter          int32
	kept             bool
}

// accent is a form with a combining class that is not 0 and the code point that it comes from.
type accent struct {
	form
	at int32
}

// clear forgets the word but not the accents.
func (w *word) clear() {
	w.text, w.from, w.runes = w.text[:0], w.from[:0], 0
}

func (w *word) reset() {
	w.clear()
	w.accents, w.kept, w.starter = w.accents[:0], false, 0
}

// add adds a character that comes from the code point at.
func (w *word) add(maxRunes int, r rune, at int32) {
	if r < utf8.RuneSelf {
		w.addByte(maxRunes, byte(r), at)
		return
	}
	if !w.count(maxRunes, at) {
		return
	}
	w.text = utf8.AppendRune(w.text, r)
	for len(w.from) < len(w.text) {
		w.from = append(w.from, at)
	}
}

// addByte is add for ASCII.
func (w *word) addByte(maxRunes int, b byte, at int32) {
	if w.count(maxRunes, at) {
		w.text = append(w.text, b)
		w.from = append(w.from, at)
	}
}

// count counts a character and says whether text has room for it.
func (w *word) count(maxRunes int, at int32) bool {
	if w.runes == 0 {
		w.first = at
	}
	w.last = at
	w.runes++
	return w.runes <= maxRunes
}

// order puts the accents into canonical order and adds those that aren't stripped.
//
// Sorting moves accents past each other while the code points stay in place: the n-th accent that stands
// for a code point of its own gets the n-th such code point, and a second form gets the one before it.
// That is how the reference aligns them.
func (w *word) order(maxRunes int) {
	if len(w.accents) == 0 {
		return
	}
	if w.kept {
		w.sort()
		at, n := w.starter, 0
		for _, a := range w.ordered {
			if !a.second {
				for w.accents[n].second {
					n++
				}
				at = w.accents[n].at
				n++
			}
			if !a.stripped {
				w.add(maxRunes, a.char, at)
			}
		}
	}
	w.accents, w.kept = w.accents[:0], false
}

// sort fills ordered with the accents by combining class, equal ones in the order of the text. It counts
// rather than compares, since a run of accents may be as long as a text.
func (w *word) sort() {
	var starts [256]int
	for _, a := range w.accents {
		starts[a.combining]++
	}
	sum := 0
	for i, n := range starts {
		starts[i] = sum
		sum += n
	}
	if cap(w.ordered) < len(w.accents) {
		w.ordered = make([]accent, cap(w.accents))
	}
	w.ordered = w.ordered[:len(w.accents)]
	for _, a := range w.accents {
		w.ordered[starts[a.combining]] = a
		starts[a.combining]++
	}
}
