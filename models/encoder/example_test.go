package encoder_test

import (
	"fmt"
	"os"
	"strings"

	"hustings/models/encoder"
)

// A stranger's BERT: its model.safetensors and vocab.txt, as published.
func ExampleConvert() {
	weights, err := os.ReadFile("model.safetensors")
	if err != nil {
		fmt.Println(err)
		return
	}
	vocabulary, err := os.ReadFile("vocab.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := encoder.Convert(weights, strings.Split(strings.TrimSpace(string(vocabulary)), "\n"), encoder.Published{Heads: 12, Lowercase: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	start, _ := m.Tokenizer().ID("[CLS]")
	end, _ := m.Tokenizer().ID("[SEP]")
	ids := []int32{start}
	for _, p := range m.Tokenizer().Append(nil, "The house divided.") {
		ids = append(ids, p.ID)
	}
	ids = append(ids, end)
	states := m.NewReader().Encode([]encoder.Sequence{{IDs: ids}})
	fmt.Println(len(states) == len(ids)*m.Config().Width)
}
