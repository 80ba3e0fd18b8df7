package tagger

// Types are the types of names, in the order of the labels.
var Types = [...]string{"PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"}

// Labels is the number of labels of a word: Outside, and Begin and Inside of each type.
const Labels = 2*len(Types) + 1

// Outside is the label of a word that belongs to no name.
const Outside = 0

// Begin is the label of the first word of a name of type t, an index of Types.
func Begin(t int) int { return 2*t + 1 }

// Inside is the label of a name's further words.
func Inside(t int) int { return 2*t + 2 }

// Follows says whether label b may follow label a; a name's further word follows a word of that name alone.
func Follows(a, b int) bool {
	return b == Outside || b&1 == 1 || a == b || a == b-1
}

// before lists the labels that a label may follow.
var before = func() (lists [Labels][]int) {
	for b := range lists {
		for a := range Labels {
			if Follows(a, b) {
				lists[b] = append(lists[b], a)
			}
		}
	}
	return lists
}()
