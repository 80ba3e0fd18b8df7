package wordpiece_test

import (
	"fmt"

	"hustings/models/encoder/wordpiece"
)

func Example() {
	vocab := []string{"[UNK]", "the", "senate", "##s", "vote", "!"}
	tokens, err := wordpiece.New(vocab, wordpiece.Options{Lowercase: true})
	if err != nil {
		panic(err)
	}
	for _, p := range tokens.Append(nil, "The Sénates voted!") {
		fmt.Println(tokens.Piece(p.ID), p.Start, p.End)
	}
	// Output:
	// the 0 3
	// senate 4 10
	// ##s 10 11
	// [UNK] 12 17
	// ! 17 18
}
