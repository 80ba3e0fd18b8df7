// Command asm writes the amd64 assembly of the kernels package. The package's
// plain Go functions say what each routine computes; the routines here do the
// same operations in the same order, and the tests compare the bits.
package main

import (
	. "github.com/mmcloughlin/avo/build"
)

func main() {
	ConstraintExpr("amd64")
	defineConstants()

	for _, p := range []panel{panelVNNI, panelAVX512, panelAVX2} {
		p.emit()
	}
	for _, t := range []target{wide, narrow} {
		t.product()
		t.softmax()
		t.normRow()
		t.gelu()
		t.maxMagnitude()
		t.quantiseRow()
	}
	transpose()

	Generate()
}
