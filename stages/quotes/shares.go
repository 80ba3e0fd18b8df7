package quotes

// shares are, by rule, the share of speakers that are right, as (right + 1) / (all + 2): measured on the authored
// passages, on quotations that hold a judgement whose holder is marked. Of 515 such quotations and holders 377 were
// given a speaker and 314 of these were right.
var shares = map[rule]float64{
	verbName:    0.843, // 85 of 100
	accordingTo: 0.667, // 1 of 1
	colon:       0.333, // 2 of 7
	pronoun:     0.653, // 31 of 47
	interrupted: 0.815, // 21 of 25
	turn:        0.895, // 170 of 189
	attributed:  0.5,   // none seen
	introduced:  0.5,   // 4 of 8
}
