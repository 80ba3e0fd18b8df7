package chains

import "hustings/stages/chains/naming"

// near is how many sentences back a name makes clear whom a bare surname means.
const near = 2

// nearby is the share of such bare surnames that mean whom the text makes clear.
const nearby = 0.9

// nearest gives each mention its group. A bare name of a person that fits several goes mention by mention: to the only
// one that has been named by another name so far, or to the one named in this or the two sentences before while none of
// the others is. A mention in parentheses goes with the name that it glosses, even if elsewhere the same words gloss another.
func (j *joiner) nearest() {
	named := map[int32]int32{} // group to the sentence that last named it
	for i, m := range j.mentions {
		f := j.forms[j.formOf[i]]
		g := f.group
		switch outer, ok := j.inner[int32(i)]; {
		case ok && len(f.outer) > 1:
			g = j.forms[outer].group
		case f.name.Class == naming.Person && len(f.rivals) > 0:
			if only := j.clear(f, m.Sentence, named); only >= 0 {
				g = only
			}
		}
		j.groupOf[i] = g
		if f.name.Class == naming.Person {
			named[g] = m.Sentence
		}
	}
}

// clear gives the one rival that a bare name in a sentence means, or -1.
func (j *joiner) clear(f *form, sentence int32, named map[int32]int32) int32 {
	known, close := int32(-1), int32(-1)
	knowns, closes := 0, 0
	for _, c := range f.rivals {
		at, ok := named[c.Group]
		if !ok {
			continue
		}
		known, knowns = c.Group, knowns+1
		if at >= sentence-near {
			close, closes = c.Group, closes+1
		}
	}
	switch {
	case knowns == 1:
		return known
	case closes == 1:
		return close
	}
	return -1
}
