package tokens

import (
	"sync"

	"gopkg.in/neurosnap/sentences.v1"
	"gopkg.in/neurosnap/sentences.v1/english"
)

// punkt is the segmenter that prose uses, with its English model. prose itself
// offers it only as part of a document and reads the model anew for each; so the
// module underneath it is used here, and its model read once a process. It is
// only read after that, and safe for concurrent use.
//
// Kiss & Strunk, "Unsupervised Multilingual Sentence Boundary Detection",
// Computational Linguistics 32(4), 2006.
var punkt = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	t, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		panic("punkt: its embedded model is damaged: " + err.Error())
	}
	return t
})

// lexicon is the words that Punkt's model has seen, in small letters.
var lexicon = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range punkt().OrthoContext {
		out[w] = true
	}
	return out
})

// punktEnds says whether, to Punkt, a sentence ends between word, which ends in
// a full stop, and next. Its decisions look at such pairs only.
func punktEnds(word, next string) bool {
	t := punkt()
	pair := []*sentences.Token{sentences.NewToken(word), sentences.NewToken(next)}
	return t.AnnotateTokens(pair, t.Annotations...)[0].SentBreak
}
