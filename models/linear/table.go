package linear

import "math/bits"

// table maps a feature's 32-bit id to its weights for negative, neutral, positive: open addressing, linear probing,
// at most half full. Two features share an id with a chance of one in ten thousand; unseen ones almost never hit.
type table struct {
	slots []slot
	shift int
}

type slot struct {
	id uint32 // 0 is free
	w  [3]int16
}

func newTable(features int) table {
	b := bits.Len(uint(2*features + 1))
	return table{slots: make([]slot, 1<<b), shift: 32 - b}
}

func (t *table) add(s slot) {
	at := t.home(s.id)
	for t.slots[at].id != 0 {
		at = (at + 1) & uint32(len(t.slots)-1)
	}
	t.slots[at] = s
}

func (t *table) home(id uint32) uint32 { return id * 2654435769 >> t.shift }

func (t *table) find(id uint32) *[3]int16 {
	at := t.home(id)
	for {
		s := &t.slots[at]
		if s.id == id || s.id == 0 {
			return &s.w
		}
		at = (at + 1) & uint32(len(t.slots)-1)
	}
}
