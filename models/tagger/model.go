package tagger

import "hustings/models/exact"

// Parameters are the numbers of one reading, as the train command hands them over. Scores count in units of 1/Unit log-odds.
type Parameters struct {
	Unit        float64               // units in a log-odds of 1, the temperature that calibrates probabilities included
	Transitions [Labels][Labels]int16 // from, to; a sequence begins as after Outside
	IDs         []uint32              // of features, ascending, none 0
	Weights     [][Labels]int8        // by the same index
}

// A layer is the field of one reading.
type layer struct {
	rows        []row
	shift       uint
	transitions [Labels][Labels]int32
	decay       [2048]float64 // exp(-k/Unit)
	odds        [Labels][Labels]float64
}

type row struct {
	id      uint32
	weights [Labels]int8
}

func newLayer(p Parameters) *layer {
	size, shift := 1, uint(32)
	for size < 2*len(p.IDs)+1 {
		size, shift = 2*size, shift-1
	}
	m := &layer{rows: make([]row, size), shift: shift}
	for i, id := range p.IDs {
		at := m.slot(id)
		for m.rows[at].id != 0 {
			at = (at + 1) & (size - 1)
		}
		m.rows[at] = row{id, p.Weights[i]}
	}
	for k := range m.decay {
		m.decay[k] = exact.Exp(-float64(k) / p.Unit)
	}
	for a := range Labels {
		for b := range Labels {
			m.transitions[a][b] = int32(p.Transitions[a][b])
			if Follows(a, b) {
				m.odds[a][b] = exact.Exp(float64(p.Transitions[a][b]) / p.Unit)
			}
		}
	}
	return m
}

func (m *layer) slot(id uint32) int { return int(id * 2654435769 >> m.shift) }

// score sums the weights of features.
func (m *layer) score(ids []uint32, sum *[Labels]int32) {
	*sum = [Labels]int32{}
	for _, id := range ids {
		for at := m.slot(id); ; at = (at + 1) & (len(m.rows) - 1) {
			r := &m.rows[at]
			if r.id == id {
				for y, w := range r.weights {
					sum[y] += int32(w)
				}
				break
			}
			if r.id == 0 {
				break
			}
		}
	}
}
