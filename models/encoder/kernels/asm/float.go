package main

import (
	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// overRow emits a loop over n values, 16 at a time. n must be in RCX and is
// used up; the pointers are moved along.
func overRow(body func(), pointers ...reg.Register) {
	loop, done := label("each"), label("done")
	SUBQ(operand.U32(lanes), reg.RCX)
	JLT(operand.LabelRef(done))
	Label(loop)
	body()
	for _, p := range pointers {
		ADDQ(operand.U32(bytes), p)
	}
	SUBQ(operand.U32(lanes), reg.RCX)
	JGE(operand.LabelRef(loop))
	Label(done)
}

// exp emits exp of x into p. x is kept; shifted, spare and r are used.
func (t target) exp(x, shifted, spare, r, p value) {
	t.opConst(mulF, x, log2E, shifted)
	t.opConst(addF, shifted, roundingBias, shifted)
	t.opConst(subF, shifted, roundingBias, spare)
	t.opConst(mulF, spare, ln2Hi, r)
	t.op(subF, x, r, r)
	t.opConst(mulF, spare, ln2Lo, spare)
	t.op(subF, r, spare, r)
	t.opConst(mulF, r, expC0, p)
	t.opConst(addF, p, expC1, p)
	for _, c := range []constant{expC2, expC3, expC4, expC5} {
		t.op(mulF, p, r, p)
		t.opConst(addF, p, c, p)
	}
	t.op(mulF, r, r, spare)
	t.op(mulF, p, spare, p)
	t.op(addF, p, r, p)
	t.opConst(addF, p, one, p)
	for j := range p {
		VPSLLD(operand.U8(23), shifted[j], shifted[j])
		VPADDD(shifted[j], p[j], p[j])
	}
	t.keep(notLess, x, expEnd, p, spare)
}

func (t target) gelu() {
	t.text("gelu", "func(x *float32, n int)", "n must be a multiple of 16.")
	x, a, tt, e := t.value(0), t.value(1), t.value(2), t.value(3)
	shifted, spare, r, p := t.value(4), t.value(5), t.value(6), t.value(7)
	Load(Param("x"), reg.RAX)
	Load(Param("n"), reg.RCX)
	m := operand.Mem{Base: reg.RAX}
	overRow(func() {
		t.load(m, x)
		t.opConst(andF, x, magnitudeMask, a)
		t.opConst(minF, a, tailEnd, a)
		t.op(mulF, a, a, e)
		t.opConst(mulF, e, minusHalf, e)
		t.exp(e, shifted, spare, r, p)
		t.opConst(mulF, a, tailP, tt)
		t.opConst(addF, tt, one, tt)
		t.loadConst(one, spare)
		t.op(divF, spare, tt, tt)
		q := shifted
		t.opConst(mulF, tt, tailA5, q)
		t.opConst(addF, q, tailA4, q)
		for _, c := range []constant{tailA3, tailA2, tailA1} {
			t.op(mulF, q, tt, q)
			t.opConst(addF, q, c, q)
		}
		t.op(mulF, q, tt, q)
		t.op(mulF, q, p, q)
		t.op(mulF, q, a, q)
		t.zero(r)
		t.op(maxF, r, x, x)
		t.op(subF, x, q, x)
		t.store(x, m)
	}, reg.RAX)
	VZEROUPPER()
	RET()
}

func (t target) softmax() {
	t.text("softmax", "func(x *float32, n int, scale float32)", "n must be a positive multiple of 16.")
	v, largest, scale := t.value(0), t.value(5), t.value(6)
	m := operand.Mem{Base: reg.RAX}
	start := func() {
		Load(Param("x"), reg.RAX)
		Load(Param("n"), reg.RCX)
	}
	start()
	t.broadcast(parameter("scale"), scale)
	t.loadConst(minusInfinity, largest)
	overRow(func() {
		t.load(m, v)
		t.op(mulF, v, scale, v)
		t.store(v, m)
		t.op(maxF, v, largest, largest)
	}, reg.RAX)
	t.broadcast(t.reduce(maxF, 5), largest)

	sum := t.value(6)
	t.zero(sum)
	start()
	overRow(func() {
		t.load(m, v)
		t.op(subF, v, largest, v)
		p := t.value(4)
		t.exp(v, t.value(1), t.value(2), t.value(3), p)
		t.store(p, m)
		t.op(addF, sum, p, sum)
	}, reg.RAX)
	s := t.reduce(addF, 6)
	VMOVSS(one.mem(), xmm[0])
	VDIVSS(s, xmm[0], xmm[0])
	inverse := t.value(1)
	t.broadcast(xmm[0], inverse)
	start()
	overRow(func() {
		t.opMem(mulF, inverse, m, v)
		t.store(v, m)
	}, reg.RAX)
	VZEROUPPER()
	RET()
}

func (t target) normRow() {
	t.text("normRow", "func(x, residual, gamma, beta *float32, n int, width, eps float32)", "n must be a positive multiple of 16 and width the same number; residual may be nil.")
	v, sum, mean := t.value(0), t.value(1), t.value(3)
	x, other := operand.Mem{Base: reg.RAX}, operand.Mem{Base: reg.RBX}
	start := func() {
		Load(Param("x"), reg.RAX)
		Load(Param("n"), reg.RCX)
	}
	start()
	Load(Param("residual"), reg.RBX)
	t.zero(sum)
	alone, summed := label("alone"), label("summed")
	TESTQ(reg.RBX, reg.RBX)
	JEQ(operand.LabelRef(alone))
	overRow(func() {
		t.load(x, v)
		t.opMem(addF, v, other, v)
		t.store(v, x)
		t.op(addF, sum, v, sum)
	}, reg.RAX, reg.RBX)
	JMP(operand.LabelRef(summed))
	Label(alone)
	overRow(func() {
		t.opMem(addF, sum, x, sum)
	}, reg.RAX)
	Label(summed)
	s := t.reduce(addF, 1)
	VDIVSS(parameter("width"), s, s)
	t.broadcast(s, mean)

	start()
	t.zero(sum)
	overRow(func() {
		t.load(x, v)
		t.op(subF, v, mean, v)
		t.op(mulF, v, v, v)
		t.op(addF, sum, v, sum)
	}, reg.RAX)
	s = t.reduce(addF, 1)
	VDIVSS(parameter("width"), s, s)
	VADDSS(parameter("eps"), s, s)
	VSQRTSS(s, s, s)
	VMOVSS(one.mem(), xmm[0])
	VDIVSS(s, xmm[0], xmm[0])
	inverse := t.value(2)
	t.broadcast(xmm[0], inverse)

	start()
	Load(Param("gamma"), reg.RBX)
	Load(Param("beta"), reg.RDX)
	overRow(func() {
		t.load(x, v)
		t.op(subF, v, mean, v)
		t.op(mulF, v, inverse, v)
		t.opMem(mulF, v, other, v)
		t.opMem(addF, v, operand.Mem{Base: reg.RDX}, v)
		t.store(v, x)
	}, reg.RAX, reg.RBX, reg.RDX)
	VZEROUPPER()
	RET()
}

func (t target) maxMagnitude() {
	t.text("maxMagnitude", "func(x *float32, n int) float32", "n must be a multiple of 16.")
	v, largest := t.value(0), t.value(1)
	Load(Param("x"), reg.RAX)
	Load(Param("n"), reg.RCX)
	t.zero(largest)
	overRow(func() {
		t.load(operand.Mem{Base: reg.RAX}, v)
		t.opConst(andF, v, magnitudeMask, v)
		t.op(maxF, v, largest, largest)
	}, reg.RAX)
	m := t.reduce(maxF, 1)
	VZEROUPPER()
	Store(m, ReturnIndex(0))
	RET()
}

func (t target) quantiseRow() {
	t.text("quantiseRow", "func(dst *uint8, x *float32, n int, inverse float32)", "n must be a multiple of 16.")
	v, inverse, spare := t.value(0), t.value(1), t.value(2)
	Load(Param("dst"), reg.RBX)
	Load(Param("x"), reg.RAX)
	Load(Param("n"), reg.RCX)
	t.broadcast(parameter("inverse"), inverse)
	to := operand.Mem{Base: reg.RBX}
	overRow(func() {
		t.opMem(mulF, inverse, operand.Mem{Base: reg.RAX}, v)
		for j := range v {
			if t.wide {
				VCMPPS(operand.U8(ordered), v[j], v[j], reg.K1)
				VMOVAPS_Z(v[j], reg.K1, v[j])
			} else {
				VCMPPS(operand.U8(ordered), v[j], v[j], spare[j])
				VANDPS(spare[j], v[j], v[j])
			}
		}
		t.opConst(minF, v, quantisedMax, v)
		t.opConst(maxF, v, quantisedMin, v)
		// The conversion rounds halves to even: Go leaves MXCSR as the
		// system sets it.
		for j := range v {
			VCVTPS2DQ(v[j], v[j])
		}
		t.opConst(instruction{VPADDD, VPADDD_BCST}, v, activationZero, v)
		if t.wide {
			VPMOVDB(v[0], to)
		} else {
			VPACKUSDW(v[1], v[0], v[0])
			VPERMQ(operand.U8(0xd8), v[0], v[0])
			VEXTRACTI128(operand.U8(1), v[0], xmm[1])
			VPACKUSWB(xmm[1], xmm[0], xmm[0])
			VMOVDQU(xmm[0], to)
		}
		ADDQ(operand.U32(lanes), reg.RBX)
	}, reg.RAX)
	VZEROUPPER()
	RET()
}
