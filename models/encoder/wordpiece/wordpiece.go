// Package wordpiece splits text into the pieces of a BERT vocabulary.
//
// It gives the ids and offsets that Hugging Face tokenizers 0.23.3 gives with a BertNormalizer, a
// BertPreTokenizer and a WordPiece model, and no added tokens: "[CLS]" in a text is three words. The
// steps are those of https://github.com/google-research/bert/blob/master/tokenization.py:
//
//  1. Control, format and private-use characters, U+0000 and U+FFFD go; white space separates words.
//  2. Each CJK ideograph is a word.
//  3. With Options.Lowercase, text is decomposed (NFD), nonspacing marks go, letters become lower case.
//  4. Each punctuation character is a word.
//  5. From a word's start, the longest piece is taken, then the longest "##" piece from there, to the
//     word's end. A word without such a division, or longer than Options.MaxRunes, is one unknown piece.
//
// The tables behind steps 1 to 4 are the library's own, so a newer Unicode in Go changes nothing here.
package wordpiece

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode/utf8"
)

// continuation starts the pieces that go on with a word.
const continuation = "##"

// Options say how a vocabulary was made. The zero value suits a cased BERT vocabulary.
type Options struct {
	// Lowercase makes text lower case and strips accents before the look-up.
	Lowercase bool
	// Unknown is the piece for words that the vocabulary can't build; "" means "[UNK]".
	Unknown string
	// MaxRunes is the length, in code points after steps 1 to 4, above which a word is unknown;
	// 0 means 100.
	MaxRunes int
}

// Piece is one piece of a text.
type Piece struct {
	// ID is the piece's index in the vocabulary.
	ID int32
	// Start and End bound the piece in the text, in code points, End excluded. They reach from the first
	// to the last code point that gave the piece its characters: a stripped accent at the end is outside.
	// Two pieces overlap where one code point gave characters to both.
	Start, End int32
	// Continues says that the piece goes on with the word of the piece before it.
	Continues bool
}

// Tokenizer splits text. Any number of goroutines may use one at once.
type Tokenizer struct {
	pieces   []string
	ids      map[string]int32
	unknown  int32
	maxRunes int
	classes  *classes
	trie     *trie
	words    sync.Pool // of *word
}

// New returns a tokenizer for vocab, whose piece i has the id i. An empty piece is never produced.
// It is an error if a piece is there twice or isn't valid UTF-8, if the unknown piece is missing, or if
// MaxRunes is negative.
func New(vocab []string, options Options) (*Tokenizer, error) {
	if options.Unknown == "" {
		options.Unknown = "[UNK]"
	}
	if options.MaxRunes == 0 {
		options.MaxRunes = 100
	}
	if options.MaxRunes < 0 {
		return nil, fmt.Errorf("wordpiece: max runes is negative: %d", options.MaxRunes)
	}
	if len(vocab) > math.MaxInt32 {
		return nil, fmt.Errorf("wordpiece: vocabulary has %d pieces, more than ids", len(vocab))
	}
	t := &Tokenizer{
		pieces:   append([]string(nil), vocab...),
		ids:      make(map[string]int32, len(vocab)),
		maxRunes: options.MaxRunes,
		classes:  cased(),
	}
	if options.Lowercase {
		t.classes = uncased()
	}
	for i, piece := range t.pieces {
		if !utf8.ValidString(piece) {
			return nil, fmt.Errorf("wordpiece: piece %d is not valid UTF-8: %q", i, piece)
		}
		if first, twice := t.ids[piece]; twice {
			return nil, fmt.Errorf("wordpiece: piece %q is there twice, as %d and %d", piece, first, i)
		}
		t.ids[piece] = int32(i)
	}
	unknown, ok := t.ids[options.Unknown]
	if !ok {
		return nil, fmt.Errorf("wordpiece: unknown piece %q is not in the vocabulary", options.Unknown)
	}
	t.unknown = unknown
	t.trie = newTrie(t.pieces)
	t.words.New = func() any { return new(word) }
	return t, nil
}

// Len returns the number of pieces.
func (t *Tokenizer) Len() int { return len(t.pieces) }

// ID returns the id of piece, written with its "##" if it has one, and whether the vocabulary has it.
func (t *Tokenizer) ID(piece string) (int32, bool) {
	id, ok := t.ids[piece]
	return id, ok
}

// Piece returns the piece with the id, with its "##" if it has one, or "" if no piece has it.
func (t *Tokenizer) Piece(id int32) string {
	if id < 0 || int(id) >= len(t.pieces) {
		return ""
	}
	return t.pieces[id]
}

// inner returns what a piece matches inside a word, or false if it matches at a word's start.
// A word never starts with "##", since each "#" is a word.
func inner(piece string) (string, bool) {
	rest, ok := strings.CutPrefix(piece, continuation)
	return rest, ok && rest != ""
}
