package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// panel is a way to compute 32 columns of an 8-bit product. Tiles of a few
// rows are taken from the top, the tallest that still fits each time. A tile
// keeps its sums in registers over the whole inner dimension.
type panel struct {
	name string
	doc  string

	// heights of the tiles, the last being 1.
	heights []int

	// vectors of int32 sums side by side in a tile, each in a register of the
	// given size in bytes; passes over the weights make up the 32 columns.
	vectors, size, passes int

	// prepare emits what comes before all tiles, step what one group of four
	// inputs adds to a tile: weights are at w, the activations of row r at
	// x(r). Sums are in the first rows*vectors registers, row by row.
	prepare func(p panel)
	step    func(p panel, rows int, w operand.Mem, x func(r int) operand.Mem)
}

// groupBytes is how far apart the groups of four inputs are in a panel.
const groupBytes = 4 * 32

var panelVNNI = panel{
	name:    "panelAVX512VNNI",
	doc:     "AVX-512 F, BW, VL, DQ and VNNI",
	heights: []int{12, 8, 4, 2, 1},
	vectors: 2, size: 64, passes: 1,
	prepare: func(panel) {},
	step: func(p panel, rows int, w operand.Mem, x func(r int) operand.Mem) {
		left, right := zmm[24], zmm[25]
		VMOVDQU32(w, left)
		VMOVDQU32(w.Offset(64), right)
		for r := range rows {
			a := zmm[26+r%6]
			VPBROADCASTD(x(r), a)
			VPDPBUSD(left, a, zmm[2*r])
			VPDPBUSD(right, a, zmm[2*r+1])
		}
	},
}

// Without VPDPBUSD, bytes are widened to 16 bits, the even and the odd ones
// apart, as shifts and a mask do it in place. VPMADDWD then adds the products
// of two inputs, exactly, into the lane of their column. VPMADDUBSW would need
// no widening but saturates.
var (
	panelAVX512 = panel{
		name:    "panelAVX512",
		doc:     wide.doc,
		heights: []int{12, 8, 4, 2, 1},
		vectors: 2, size: 64, passes: 1,
		prepare: func(panel) { VPBROADCASTD(evenMask.mem(), zmm[31]) },
		step: func(p panel, rows int, w operand.Mem, x func(r int) operand.Mem) {
			widen(p, rows, w, x, zmm, zmm[31], func(a, b, dst reg.Register) { VPANDD(a, b, dst) })
		},
	}
	panelAVX2 = panel{
		name:    "panelAVX2",
		doc:     narrow.doc,
		heights: []int{4, 2, 1},
		vectors: 2, size: 32, passes: 2,
		prepare: func(panel) { VPBROADCASTD(evenMask.mem(), ymm[15]) },
		step: func(p panel, rows int, w operand.Mem, x func(r int) operand.Mem) {
			widen(p, rows, w, x, ymm, ymm[15], func(a, b, dst reg.Register) { VPAND(a, b, dst) })
		},
	}
)

func widen(p panel, rows int, w operand.Mem, x func(r int) operand.Mem, regs []reg.Register, mask reg.Register, and func(a, b, dst reg.Register)) {
	n := rows * p.vectors
	even, odd := regs[n:n+p.vectors], regs[n+p.vectors:n+2*p.vectors]
	n += 2 * p.vectors
	evenX, oddX, product := regs[n], regs[n+1], regs[n+2]
	for v := range p.vectors {
		loadVector(p, w.Offset(p.size*v), odd[v])
		VPSLLW(operand.U8(8), odd[v], even[v])
		VPSRAW(operand.U8(8), even[v], even[v])
		VPSRAW(operand.U8(8), odd[v], odd[v])
	}
	for r := range rows {
		VPBROADCASTD(x(r), oddX)
		and(mask, oddX, evenX)
		VPSRLW(operand.U8(8), oddX, oddX)
		for v := range p.vectors {
			sum := regs[r*p.vectors+v]
			VPMADDWD(even[v], evenX, product)
			VPADDD(product, sum, sum)
			VPMADDWD(odd[v], oddX, product)
			VPADDD(product, sum, sum)
		}
	}
}

// loadVector loads a register of the panel's size.
func loadVector(p panel, from, to operand.Op) {
	if p.size == 64 {
		VMOVDQU32(from, to)
	} else {
		VMOVDQU(from, to)
	}
}

// Registers of a panel. The rows of a tile are reached from every third one,
// by adding once or twice the distance between rows.
var (
	rowsFrom = []reg.Register{reg.RAX, reg.RBX, reg.RCX, reg.RDX}

	xStride  = reg.RSI
	weights  = reg.RDI
	count    = reg.R8
	dst      = reg.R9
	stride   = reg.R10
	rowScale = reg.R11
	rowsLeft = reg.R12
	xTile    = reg.R13
	panelAt  = reg.R14
	groups   = reg.R15

	// After the inner loop the row pointers are free.
	correction = reg.RAX
	colScale   = reg.RBX
	bias       = reg.RCX
	dstRow     = reg.RDX
)

func (p panel) emit() {
	TEXT(p.name, noSplit, "func(dst *float32, stride int, x *uint8, rowScale *float32, rows, in int, data *int8, correction *int32, colScale, bias *float32)")
	Pragma("noescape")
	Doc(fmt.Sprintf("%s is panelPlain with %s. in must be a positive multiple of 4.", p.name, p.doc))
	Load(Param("dst"), dst)
	Load(Param("stride"), stride)
	SHLQ(operand.U8(2), stride)
	Load(Param("x"), xTile)
	Load(Param("rowScale"), rowScale)
	Load(Param("rows"), rowsLeft)
	Load(Param("in"), xStride)
	MOVQ(xStride, groups)
	SHRQ(operand.U8(2), groups)
	Load(Param("data"), panelAt)
	p.prepare(p)
	for _, rows := range p.heights {
		again, next := label("rows"), label("fewer")
		Label(again)
		CMPQ(rowsLeft, operand.U32(rows))
		JLT(operand.LabelRef(next))
		for pass := range p.passes {
			p.tile(rows, pass)
		}
		MOVQ(dstRow, dst)
		advance(xTile, xStride, rows)
		ADDQ(operand.U32(4*rows), rowScale)
		SUBQ(operand.U32(rows), rowsLeft)
		JMP(operand.LabelRef(again))
		Label(next)
	}
	VZEROUPPER()
	RET()
}

// advance adds n strides to a pointer.
func advance(p, stride reg.Register, n int) {
	for _, scale := range []uint8{8, 4, 2, 1} {
		for ; n >= int(scale); n -= int(scale) {
			LEAQ(operand.Mem{Base: p, Index: stride, Scale: scale}, p)
		}
	}
}

// rowPointers sets as many pointers as rows need, from that of the first row.
func rowPointers(pointers []reg.Register, start, stride reg.Register, rows int) int {
	n := (rows + 2) / 3
	MOVQ(start, pointers[0])
	for i := 1; i < n; i++ {
		LEAQ(operand.Mem{Base: pointers[i-1], Index: stride, Scale: 2}, pointers[i])
		ADDQ(stride, pointers[i])
	}
	return n
}

// rowAddress returns the address of a row's next value.
func rowAddress(pointers []reg.Register, stride reg.Register, row, disp int) operand.Mem {
	m := operand.Mem{Base: pointers[row/3], Disp: disp}
	if row%3 > 0 {
		m.Index, m.Scale = stride, uint8(row%3)
	}
	return m
}

func (p panel) tile(rows, pass int) {
	regs := zmm
	if p.size == 32 {
		regs = ymm
	}
	sums := regs[:rows*p.vectors]
	for _, s := range sums {
		if p.size == 64 {
			VPXORD(s, s, s)
		} else {
			VPXOR(s, s, s)
		}
	}
	pointers := rowPointers(rowsFrom, xTile, xStride, rows)
	columnBytes := pass * p.vectors * p.size
	LEAQ(operand.Mem{Base: panelAt, Disp: columnBytes}, weights)

	step := func(i int) {
		p.step(p, rows, operand.Mem{Base: weights, Disp: i * groupBytes}, func(r int) operand.Mem {
			return rowAddress(rowsFrom, xStride, r, 4*i)
		})
	}
	move := func(groups int) {
		for _, r := range rowsFrom[:pointers] {
			ADDQ(operand.U32(4*groups), r)
		}
		ADDQ(operand.U32(groupBytes*groups), weights)
	}
	const unroll = 2
	loop, rest, done := label("inner"), label("rest"), label("scale")
	MOVQ(groups, count)
	SUBQ(operand.U32(unroll), count)
	JLT(operand.LabelRef(rest))
	Label(loop)
	for i := range unroll {
		step(i)
	}
	move(unroll)
	SUBQ(operand.U32(unroll), count)
	JGE(operand.LabelRef(loop))
	Label(rest)
	TESTQ(operand.U32(1), groups)
	JEQ(operand.LabelRef(done))
	step(0)
	Label(done)

	Load(Param("correction"), correction)
	Load(Param("colScale"), colScale)
	Load(Param("bias"), bias)
	MOVQ(dst, dstRow)
	at := func(r reg.Register, v int) operand.Mem {
		return operand.Mem{Base: r, Disp: columnBytes + v*p.size}
	}
	integers, end := label("integers"), label("end")
	TESTQ(colScale, colScale)
	JEQ(operand.LabelRef(integers))
	free := regs[len(sums):]
	scales, biases, scale := free[:p.vectors], free[p.vectors:2*p.vectors], free[2*p.vectors]
	for v := range p.vectors {
		VMOVUPS(at(colScale, v), scales[v])
		VMOVUPS(at(bias, v), biases[v])
	}
	for r := range rows {
		VBROADCASTSS(operand.Mem{Base: rowScale, Disp: 4 * r}, scale)
		for v := range p.vectors {
			s := sums[r*p.vectors+v]
			VPADDD(at(correction, v), s, s)
			VCVTDQ2PS(s, s)
			VMULPS(scale, s, s)
			VMULPS(scales[v], s, s)
			VADDPS(biases[v], s, s)
			VMOVUPS(s, at(dstRow, v))
		}
		ADDQ(stride, dstRow)
	}
	JMP(operand.LabelRef(end))
	Label(integers)
	for r := range rows {
		for v := range p.vectors {
			s := sums[r*p.vectors+v]
			VPADDD(at(correction, v), s, s)
			VMOVUPS(s, at(dstRow, v))
		}
		ADDQ(stride, dstRow)
	}
	Label(end)
}
