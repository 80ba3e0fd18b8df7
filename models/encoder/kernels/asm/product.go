package main

import (
	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// product emits the float32 matrix product. As in panel, tiles of a few rows
// keep their sums in registers over the inner dimension.
func (t target) product() {
	t.text("product", "func(c *float32, ldc int, a *float32, lda int, b *float32, ldb, rows, inner, columns int)", "inner must be positive, columns a multiple of 16.")
	heights, widths := []int{8, 4, 2, 1}, []int{2, 1}
	if !t.wide {
		heights, widths = []int{4, 2, 1}, []int{1}
	}
	var (
		rowsFrom = []reg.Register{reg.RAX, reg.RBX, reg.RDX}
		inner    = reg.RCX
		aStride  = reg.RSI
		b        = reg.RDI
		bStride  = reg.R8
		count    = reg.R9
		c        = reg.R10
		cStride  = reg.R11
		columns  = reg.R12
		bColumn  = reg.R13
		a        = reg.R14
		cRow     = reg.R15
	)
	rows := parameter("rows")
	Load(Param("c"), c)
	Load(Param("ldc"), cStride)
	SHLQ(operand.U8(2), cStride)
	Load(Param("a"), a)
	Load(Param("lda"), aStride)
	SHLQ(operand.U8(2), aStride)
	Load(Param("ldb"), bStride)
	SHLQ(operand.U8(2), bStride)
	Load(Param("inner"), inner)

	for _, h := range heights {
		again, fewer := label("rows"), label("fewer")
		Label(again)
		CMPQ(rows, operand.U32(h))
		JLT(operand.LabelRef(fewer))
		Load(Param("columns"), columns)
		Load(Param("b"), bColumn)
		for _, w := range widths {
			across, narrower := label("across"), label("narrower")
			Label(across)
			CMPQ(columns, operand.U32(w*lanes))
			JLT(operand.LabelRef(narrower))

			sum := func(row, i int) value { return t.value(row*w + i) }
			for i := range h * w {
				t.zero(t.value(i))
			}
			n := h * w
			right := []value{t.value(n), t.value(n + w - 1)}
			n += w
			left, term := t.value(n)[:1], t.value(n+1)
			pointers := rowPointers(rowsFrom, a, aStride, h)
			MOVQ(bColumn, b)
			MOVQ(inner, count)
			loop := label("inner")
			Label(loop)
			for i := range w {
				t.load(operand.Mem{Base: b, Disp: i * bytes}, right[i])
			}
			for r := range h {
				t.broadcast(rowAddress(rowsFrom, aStride, r, 0), left)
				for i := range w {
					for j := range term {
						VMULPS(right[i][j], left[0], term[j])
						VADDPS(term[j], sum(r, i)[j], sum(r, i)[j])
					}
				}
			}
			for _, r := range rowsFrom[:pointers] {
				ADDQ(operand.U32(4), r)
			}
			ADDQ(bStride, b)
			SUBQ(operand.U32(1), count)
			JNE(operand.LabelRef(loop))

			MOVQ(c, cRow)
			for r := range h {
				for i := range w {
					t.store(sum(r, i), operand.Mem{Base: cRow, Disp: i * bytes})
				}
				if r < h-1 {
					ADDQ(cStride, cRow)
				}
			}
			ADDQ(operand.U32(w*bytes), c)
			ADDQ(operand.U32(w*bytes), bColumn)
			SUBQ(operand.U32(w*lanes), columns)
			JMP(operand.LabelRef(across))
			Label(narrower)
		}
		// Back to the first column, on to the next rows.
		Load(Param("columns"), columns)
		SHLQ(operand.U8(2), columns)
		SUBQ(columns, c)
		advance(c, cStride, h)
		advance(a, aStride, h)
		SUBQ(operand.U32(h), rows)
		JMP(operand.LabelRef(again))
		Label(fewer)
	}
	VZEROUPPER()
	RET()
}

// transpose emits a transposition in blocks of 8 by 8.
func transpose() {
	narrow.text("transpose", "func(dst *float32, ldd int, src *float32, lds, n, size int)", "n and size must be multiples of 8; columns of dst from n on are left.")
	var (
		dst, dstStride = reg.R8, reg.R9
		src, srcStride = reg.R10, reg.R11
		dstRow, srcRow = reg.RAX, reg.RBX
		size, n        = reg.RCX, reg.RDX
		low, high      = reg.RSI, reg.RDI
	)
	Load(Param("dst"), dst)
	Load(Param("ldd"), dstStride)
	SHLQ(operand.U8(2), dstStride)
	Load(Param("src"), src)
	Load(Param("lds"), srcStride)
	SHLQ(operand.U8(2), srcStride)
	Load(Param("n"), n)
	// row returns the address of row i, 0 to 2, from base on.
	row := func(base, stride reg.Register, i, disp int) operand.Mem {
		return rowAddress([]reg.Register{base}, stride, i, disp)
	}
	tokens, elements, done := label("tokens"), label("elements"), label("done")
	Label(tokens)
	SUBQ(operand.U32(8), n)
	JLT(operand.LabelRef(done))
	MOVQ(dst, dstRow)
	MOVQ(src, srcRow)
	Load(Param("size"), size)
	Label(elements)
	// Rows 0 to 3 in the lower halves, rows 4 to 7 in the upper: transposing
	// four by four within halves is then all there is to do.
	LEAQ(operand.Mem{Base: srcRow, Index: srcStride, Scale: 2}, low)
	ADDQ(srcStride, low)
	LEAQ(operand.Mem{Base: srcRow, Index: srcStride, Scale: 4}, high)
	for i := range 8 {
		x, y := xmm[i], ymm[i]
		disp := 16 * (i / 4)
		if i%4 < 3 {
			VMOVUPS(row(srcRow, srcStride, i%4, disp), x)
			VINSERTF128(operand.U8(1), row(high, srcStride, i%4, disp), y, y)
		} else {
			VMOVUPS(operand.Mem{Base: low, Disp: disp}, x)
			VINSERTF128(operand.U8(1), operand.Mem{Base: low, Index: srcStride, Scale: 4, Disp: disp}, y, y)
		}
	}
	for half := range 2 {
		y := ymm[4*half : 4*half+4]
		VUNPCKLPS(y[1], y[0], reg.Y8)
		VUNPCKHPS(y[1], y[0], reg.Y9)
		VUNPCKLPS(y[3], y[2], reg.Y10)
		VUNPCKHPS(y[3], y[2], reg.Y11)
		VSHUFPS(operand.U8(0x44), reg.Y10, reg.Y8, y[0])
		VSHUFPS(operand.U8(0xee), reg.Y10, reg.Y8, y[1])
		VSHUFPS(operand.U8(0x44), reg.Y11, reg.Y9, y[2])
		VSHUFPS(operand.U8(0xee), reg.Y11, reg.Y9, y[3])
		for i := range 4 {
			VMOVUPS(y[i], operand.Mem{Base: dstRow})
			ADDQ(dstStride, dstRow)
		}
	}
	ADDQ(operand.U32(32), srcRow)
	SUBQ(operand.U32(8), size)
	JGT(operand.LabelRef(elements))
	ADDQ(operand.U32(32), dst)
	LEAQ(operand.Mem{Base: src, Index: srcStride, Scale: 8}, src)
	JMP(operand.LabelRef(tokens))
	Label(done)
	VZEROUPPER()
	RET()
}
