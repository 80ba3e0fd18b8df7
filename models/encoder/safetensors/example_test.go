package safetensors_test

import (
	"bytes"
	"fmt"

	"hustings/models/encoder/safetensors"
)

func Example() {
	var out bytes.Buffer
	err := safetensors.Write(&out, []safetensors.Tensor{
		{Name: "bias", DType: safetensors.BF16, Shape: []int{2}, Data: []byte{0x80, 0x3F, 0x00, 0xC0}},
	}, nil)
	if err != nil {
		panic(err)
	}
	file, err := safetensors.Read(out.Bytes())
	if err != nil {
		panic(err)
	}
	bias, err := file.Tensor("bias")
	if err != nil {
		panic(err)
	}
	values, err := bias.Float32s()
	fmt.Println(values, err)
	// Output: [1 -2] <nil>
}
