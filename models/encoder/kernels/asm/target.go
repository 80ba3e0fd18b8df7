package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// target is one width of vector registers. Most routines are written once, in
// values of 16 float32 lanes, and a target says how many registers hold one.
type target struct {
	suffix string
	doc    string
	wide   bool
}

var (
	wide   = target{"AVX512", "AVX-512 F, BW, VL and DQ", true}
	narrow = target{"AVX2", "AVX2", false}
)

// lanes is how many float32 values a value holds, bytes their size.
const (
	lanes = 16
	bytes = 4 * lanes
)

// value is the registers of one 16-lane value, lower lanes first.
type value []reg.Register

var (
	ymm = []reg.Register{
		reg.Y0, reg.Y1, reg.Y2, reg.Y3, reg.Y4, reg.Y5, reg.Y6, reg.Y7,
		reg.Y8, reg.Y9, reg.Y10, reg.Y11, reg.Y12, reg.Y13, reg.Y14, reg.Y15,
	}
	zmm = []reg.Register{
		reg.Z0, reg.Z1, reg.Z2, reg.Z3, reg.Z4, reg.Z5, reg.Z6, reg.Z7,
		reg.Z8, reg.Z9, reg.Z10, reg.Z11, reg.Z12, reg.Z13, reg.Z14, reg.Z15,
		reg.Z16, reg.Z17, reg.Z18, reg.Z19, reg.Z20, reg.Z21, reg.Z22, reg.Z23,
		reg.Z24, reg.Z25, reg.Z26, reg.Z27, reg.Z28, reg.Z29, reg.Z30, reg.Z31,
	}
	xmm = []reg.Register{
		reg.X0, reg.X1, reg.X2, reg.X3, reg.X4, reg.X5, reg.X6, reg.X7,
		reg.X8, reg.X9, reg.X10, reg.X11, reg.X12, reg.X13, reg.X14, reg.X15,
	}
)

// value returns the i-th value: there are 8 for AVX2 and 32 for AVX-512.
func (t target) value(i int) value {
	if t.wide {
		return value{zmm[i]}
	}
	return value{ymm[2*i], ymm[2*i+1]}
}

// first returns the number of the first register of the i-th value.
func (t target) first(i int) int {
	if t.wide {
		return i
	}
	return 2 * i
}

// instruction is a vector instruction and its form with a broadcast operand.
type instruction struct {
	vector, broadcast func(...operand.Op)
}

var (
	addF = instruction{VADDPS, VADDPS_BCST}
	subF = instruction{VSUBPS, VSUBPS_BCST}
	mulF = instruction{VMULPS, VMULPS_BCST}
	divF = instruction{VDIVPS, VDIVPS_BCST}
	minF = instruction{VMINPS, VMINPS_BCST}
	maxF = instruction{VMAXPS, VMAXPS_BCST}
	andF = instruction{VANDPS, VANDPS_BCST}
)

// op emits dst = a op b. As in Intel's manual, max and min give b when either
// is NaN or both are zero.
func (t target) op(i instruction, a, b, dst value) {
	for j := range dst {
		i.vector(b[j], a[j], dst[j])
	}
}

// opConst emits dst = a op c for a constant c.
func (t target) opConst(i instruction, a value, c constant, dst value) {
	for j := range dst {
		if t.wide {
			i.broadcast(c.mem(), a[j], dst[j])
		} else {
			i.vector(c.mem(), a[j], dst[j])
		}
	}
}

// opMem emits dst = a op m for 16 values in memory.
func (t target) opMem(i instruction, a value, m operand.Mem, dst value) {
	for j := range dst {
		i.vector(m.Offset(32*j), a[j], dst[j])
	}
}

func (t target) load(m operand.Mem, dst value) {
	for j := range dst {
		VMOVUPS(m.Offset(32*j), dst[j])
	}
}

func (t target) store(v value, m operand.Mem) {
	for j := range v {
		VMOVUPS(v[j], m.Offset(32*j))
	}
}

func (t target) loadConst(c constant, dst value) {
	for j := range dst {
		if t.wide {
			VBROADCASTSS(c.mem(), dst[j])
		} else {
			VMOVUPS(c.mem(), dst[j])
		}
	}
}

// broadcast fills dst with one float32, from memory or a register.
func (t target) broadcast(from operand.Op, dst value) {
	for j := range dst {
		VBROADCASTSS(from, dst[j])
	}
}

func (t target) zero(dst value) {
	for _, r := range dst {
		if t.wide {
			VPXORD(r, r, r)
		} else {
			VXORPS(r, r, r)
		}
	}
}

// keep zeroes the lanes of v for which the comparison of a with c is false.
// The narrow target needs a spare value.
func (t target) keep(comparison uint64, a value, c constant, v, spare value) {
	for j := range v {
		if t.wide {
			VCMPPS_BCST(operand.U8(comparison), c.mem(), a[j], reg.K1)
			VMOVAPS_Z(v[j], reg.K1, v[j])
		} else {
			VCMPPS(operand.U8(comparison), c.mem(), a[j], spare[j])
			VANDPS(spare[j], v[j], v[j])
		}
	}
}

// Comparisons of VCMPPS.
const (
	notLess = 5 // true for NaN
	ordered = 7 // false for NaN
)

// reduce folds the i-th value onto its first lane with the upper half combined
// into the lower, lane by lane, until one lane is left, and returns the
// register of that lane. The value after it is used as well.
func (t target) reduce(in instruction, i int) reg.Register {
	a, spare := t.first(i), t.first(i+1)
	if t.wide {
		VEXTRACTF64X4(operand.U8(1), zmm[a], ymm[spare])
		in.vector(ymm[spare], ymm[a], ymm[a])
	} else {
		in.vector(ymm[a+1], ymm[a], ymm[a])
	}
	VEXTRACTF128(operand.U8(1), ymm[a], xmm[spare])
	in.vector(xmm[spare], xmm[a], xmm[a])
	VPERMILPS(operand.U8(0x4e), xmm[a], xmm[spare])
	in.vector(xmm[spare], xmm[a], xmm[a])
	VPERMILPS(operand.U8(0xb1), xmm[a], xmm[spare])
	in.vector(xmm[spare], xmm[a], xmm[a])
	return xmm[a]
}

// text begins a routine and writes its documentation.
func (t target) text(name, signature, doc string) {
	TEXT(name+t.suffix, noSplit, signature)
	Pragma("noescape")
	Doc(fmt.Sprintf("%s%s is %sPlain with %s. %s", name, t.suffix, name, t.doc, doc))
}

// noSplit is the flag of a routine that uses no stack.
const noSplit = 4

// parameter returns the address of a parameter.
func parameter(name string) operand.Mem {
	b, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return b.Addr
}

// labels counts the labels of the program, to make each of them new.
var labels int

func label(name string) string {
	labels++
	return fmt.Sprintf("%s%d", name, labels)
}

// constant is the place of a 32-bit constant in the table of constants, which
// has each eight times over, for AVX2 to use as an operand.
type constant int

const (
	log2E constant = iota
	roundingBias
	ln2Hi
	ln2Lo
	expC0
	expC1
	expC2
	expC3
	expC4
	expC5
	expEnd
	one
	minusHalf
	tailEnd
	tailP
	tailA1
	tailA2
	tailA3
	tailA4
	tailA5
	magnitudeMask
	quantisedMax
	quantisedMin
	activationZero
	minusInfinity
	evenMask
	constants
)

var table operand.Mem

func (c constant) mem() operand.Mem { return table.Offset(32 * int(c)) }

// defineConstants writes the table. The values are those in the Go files
// exp.go, gelu.go and quantise.go.
func defineConstants() {
	float := func(f float64) uint32 { return math.Float32bits(float32(f)) }
	values := map[constant]uint32{
		log2E:          float(1.44269504088896341),
		roundingBias:   float(0x1.8p23),
		ln2Hi:          float(0.693359375),
		ln2Lo:          float(-2.12194440e-4),
		expC0:          float(1.9875691500e-4),
		expC1:          float(1.3981999507e-3),
		expC2:          float(8.3334519073e-3),
		expC3:          float(4.1665795894e-2),
		expC4:          float(1.6666665459e-1),
		expC5:          float(5.0000001201e-1),
		expEnd:         float(-87),
		one:            float(1),
		minusHalf:      float(-0.5),
		tailEnd:        float(15),
		tailP:          float(0.3275911 / 1.4142135623730951),
		tailA1:         float(0.254829592 / 2),
		tailA2:         float(-0.284496736 / 2),
		tailA3:         float(1.421413741 / 2),
		tailA4:         float(-1.453152027 / 2),
		tailA5:         float(1.061405429 / 2),
		magnitudeMask:  1<<31 - 1,
		quantisedMax:   float(127),
		quantisedMin:   float(-127),
		activationZero: 128,
		minusInfinity:  float(math.Inf(-1)),
		evenMask:       0x00ff00ff,
	}
	table = GLOBL("constants", 8|16) // RODATA, NOPTR
	for c := range constants {
		bits, ok := values[c]
		if !ok {
			panic(fmt.Sprintf("constant %d has no value", c))
		}
		for i := range 8 {
			DATA(32*int(c)+4*i, operand.U32(bits))
		}
	}
}
