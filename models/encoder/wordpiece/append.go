package wordpiece

import "unicode/utf8"

// Append appends the pieces of text to dst and returns the result. It allocates nothing once dst has the
// capacity and earlier calls have met words and runs of accents as long.
//
// A byte that is no part of valid UTF-8 counts as one code point, U+FFFD. Offsets are wrong in texts of
// 2³¹ code points or more.
func (t *Tokenizer) Append(dst []Piece, text string) []Piece {
	w := t.words.Get().(*word)
	dst = t.append(dst, text, w)
	if cap(w.text) <= maxPooled && cap(w.accents) <= maxPooled {
		t.words.Put(w)
	}
	return dst
}

// append is Append with w to work in.
func (t *Tokenizer) append(dst []Piece, text string, w *word) []Piece {
	w.reset()
	c := t.classes
	var at int32 // index of the code point
	for i := 0; i < len(text); at++ {
		if b := text[i]; b < utf8.RuneSelf {
			i++
			switch b := c.ascii[b]; kind(b) {
			case kindDrop:
			case kindSpace:
				dst = t.endWord(dst, w)
				w.starter = at
			case kindAlone:
				dst = t.endWord(dst, w)
				w.starter = at
				w.add(t.maxRunes, rune(text[i-1]), at)
				dst = t.endWord(dst, w)
			default:
				if len(w.accents) > 0 {
					w.order(t.maxRunes)
				}
				w.starter = at
				w.addByte(t.maxRunes, b, at)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		class := c.of(r)
		switch class.kind() {
		case kindDrop:
			continue
		case kindMark:
			w.accents = append(w.accents, accent{form{char: r, combining: uint8(class.n()), stripped: true}, at})
			continue
		case kindSeveral:
			for _, f := range c.several[class.n()] {
				if f.combining != 0 {
					w.accents = append(w.accents, accent{f, at})
					w.kept = w.kept || !f.stripped
					continue
				}
				dst = t.addStarter(dst, w, f, at)
			}
			continue
		case kindSpace:
			dst = t.endWord(dst, w)
		case kindAlone, kindIdeograph:
			dst = t.endWord(dst, w)
			if s := c.single[class.n()]; s != 0 {
				r = s
			}
			w.add(t.maxRunes, r, at)
			dst = t.endWord(dst, w)
		case kindHangul:
			w.order(t.maxRunes)
			n := r - hangulFirst
			w.add(t.maxRunes, jamoLead+n/jamoPerLead, at)
			w.add(t.maxRunes, jamoVowel+n%jamoPerLead/jamoTailCount, at)
			if tail := n % jamoTailCount; tail != 0 {
				w.add(t.maxRunes, jamoTail+tail, at)
			}
		case kindVoid:
			w.order(t.maxRunes)
		case kindSingle:
			w.order(t.maxRunes)
			w.add(t.maxRunes, c.single[class.n()], at)
		default:
			w.order(t.maxRunes)
			w.add(t.maxRunes, r, at)
		}
		w.starter = at
	}
	return t.endWord(dst, w)
}

// addStarter adds one form, with combining class 0, of a code point that has several.
func (t *Tokenizer) addStarter(dst []Piece, w *word, f form, at int32) []Piece {
	w.order(t.maxRunes)
	w.starter = at
	switch {
	case f.stripped:
	case t.classes.of(f.char).kind() == kindAlone:
		dst = t.endWord(dst, w)
		w.add(t.maxRunes, f.char, at)
		dst = t.endWord(dst, w)
	default:
		w.add(t.maxRunes, f.char, at)
	}
	return dst
}

// endWord appends the pieces of the word that was read, if there is one, and starts the next.
func (t *Tokenizer) endWord(dst []Piece, w *word) []Piece {
	w.order(t.maxRunes)
	if w.runes == 0 {
		return dst
	}
	dst, _ = t.divide(dst, w)
	w.clear()
	return dst
}

// divide appends the pieces of a word. looked is the number of bytes that it looked at: at most the
// word's length times the longest piece's length + 1.
func (t *Tokenizer) divide(dst []Piece, w *word) (pieces []Piece, looked int) {
	before := len(dst)
	if w.runes <= t.maxRunes {
		root := t.trie.start
		for i := 0; ; {
			id, length, seen := t.trie.longest(root, w.text[i:])
			looked += seen
			if id == none {
				break
			}
			end := i + length
			dst = append(dst, Piece{ID: id, Start: w.from[i], End: w.from[end-1] + 1, Continues: i > 0})
			if end == len(w.text) {
				return dst, looked
			}
			i, root = end, t.trie.inner
		}
	}
	return append(dst[:before], Piece{ID: t.unknown, Start: w.first, End: w.last + 1}), looked
}
