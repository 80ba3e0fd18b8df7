package wordpiece

import (
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// span is the code points from low to high.
type span struct{ low, high rune }

// shift is the code points low, low+step and so on to high, whose lower case is delta further.
type shift struct{ low, high, step, delta rune }

// kind says what becomes of a code point.
type kind uint16

const (
	kindPlain     kind = iota // a character of a word, as it is
	kindDrop                  // removed
	kindSpace                 // separates words
	kindAlone                 // a word, as it is or as the one code point single[n]
	kindIdeograph             // the same, whatever it decomposes to
	kindSingle                // a character of a word, as the one code point single[n]
	kindMark                  // an accent with the combining class n, which is stripped
	kindVoid                  // an accent with the combining class 0, which is stripped
	kindHangul                // a syllable, which becomes its jamo
	kindSeveral               // the forms several[n]
	kindBits      = 4
)

// class is a code point's kind in its low bits and a number n above them.
type class uint16

func (c class) kind() kind { return kind(c & (1<<kindBits - 1)) }
func (c class) n() int     { return int(c >> kindBits) }

func newClass(k kind, n int) class { return class(k) | class(n)<<kindBits }

// form is one of the code points that a code point becomes.
type form struct {
	char      rune
	combining uint8 // canonical combining class
	stripped  bool  // an accent
	second    bool  // not the first: it doesn't stand for a code point of its own
}

// block is the classes of 256 code points; most blocks are alike.
const block = 256

// classes is what becomes of each code point. In single, 0 stands for the code point itself.
type classes struct {
	blocks  [0x110000 / block]*[block]class
	ascii   [0x80]byte // a letter's or digit's form, or its kind: all kinds are below '0'
	single  []rune
	several [][]form
}

func (c *classes) of(r rune) class { return c.blocks[r/block][r%block] }

// cased and uncased return the classes without and with lower case and stripped accents.
var (
	cased   = sync.OnceValue(func() *classes { return newClasses(false) })
	uncased = sync.OnceValue(func() *classes { return newClasses(true) })
)

func newClasses(lowercase bool) *classes {
	c := &classes{single: []rune{0}}
	flat := make([]class, 0x110000)
	fill(flat, punctuation, newClass(kindAlone, 0))
	fill(flat, spaced, newClass(kindIdeograph, 0))
	if lowercase {
		c.fold(flat)
	}
	fill(flat, spaces, newClass(kindSpace, 0))
	fill(flat, dropped, newClass(kindDrop, 0))

	same := make(map[[block]class]*[block]class)
	for i := range c.blocks {
		b := [block]class(flat[i*block:])
		if same[b] == nil {
			same[b] = &b
		}
		c.blocks[i] = same[b]
	}
	for i := range c.ascii {
		switch class := flat[i]; class.kind() {
		case kindPlain:
			c.ascii[i] = byte(i)
		case kindSingle:
			c.ascii[i] = byte(c.single[class.n()])
		default:
			c.ascii[i] = byte(class.kind())
		}
	}
	return c
}

func fill(flat []class, spans []span, value class) {
	for _, s := range spans {
		for r := s.low; r <= s.high; r++ {
			flat[r] = value
		}
	}
}

// fold adds decomposition, stripped accents and lower case to the classes in flat.
func (c *classes) fold(flat []class) {
	lower := make(map[rune]rune)
	for _, s := range lowered {
		for r := s.low; r <= s.high; r += s.step {
			lower[r] = r + s.delta
		}
	}
	// whole returns what a code point without decomposition becomes. Combining classes and decompositions
	// never change once a code point has them, so norm has those of the tables whatever its version.
	alone := slices.Clone(flat)
	whole := func(r rune, second bool) form {
		f := form{char: r, stripped: within(nonspacing, r), second: second}
		if within(combining, r) {
			f.combining = norm.NFD.PropertiesString(string(r)).CCC()
		}
		if l, ok := lower[r]; ok {
			f.char = l
		}
		return f
	}
	singles := make(map[rune]int)
	add := func(r rune, forms []form) {
		before := flat[r].kind()
		switch first := forms[0]; {
		case len(forms) > 1 || first.combining != 0 && !first.stripped:
			flat[r] = newClass(kindSeveral, len(c.several))
			c.several = append(c.several, forms)
		case first.stripped && first.combining != 0:
			flat[r] = newClass(kindMark, int(first.combining))
		case first.stripped:
			flat[r] = newClass(kindVoid, 0)
		case first.char != r:
			n, ok := singles[first.char]
			if !ok {
				n = len(c.single)
				singles[first.char] = n
				c.single = append(c.single, first.char)
			}
			k := kindSingle
			if before == kindIdeograph {
				k = kindIdeograph
			} else if alone[first.char].kind() == kindAlone {
				k = kindAlone
			}
			flat[r] = newClass(k, n)
		}
	}
	for r := range lower {
		add(r, []form{whole(r, false)})
	}
	for _, spans := range [][]span{nonspacing, combining} {
		for _, s := range spans {
			for r := s.low; r <= s.high; r++ {
				add(r, []form{whole(r, false)})
			}
		}
	}
	for _, s := range decomposed {
		for r := s.low; r <= s.high; r++ {
			var forms []form
			for _, d := range norm.NFD.String(string(r)) {
				f := whole(d, len(forms) > 0)
				// A second accent stands for no code point, so stripping it now changes no offset.
				if !f.second || !f.stripped || f.combining == 0 {
					forms = append(forms, f)
				}
			}
			add(r, forms)
		}
	}
	fill(flat, []span{{hangulFirst, hangulFirst + hangulCount - 1}}, newClass(kindHangul, 0))
}

func within(spans []span, r rune) bool {
	_, ok := slices.BinarySearchFunc(spans, r, func(s span, r rune) int {
		switch {
		case s.high < r:
			return -1
		case s.low > r:
			return 1
		}
		return 0
	})
	return ok
}

// Hangul syllables are numbered by their jamo: https://www.unicode.org/versions/Unicode9.0.0/ch03.pdf, 3.12.
const (
	hangulFirst    = 0xAC00
	hangulCount    = 11172
	jamoLead       = 0x1100
	jamoVowel      = 0x1161
	jamoTail       = 0x11A7 // one before the first: a syllable may have none
	jamoVowelCount = 21
	jamoTailCount  = 28
	jamoPerLead    = jamoVowelCount * jamoTailCount
)
