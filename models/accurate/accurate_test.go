package accurate

import (
	"strings"
	"testing"
)

func TestTag(t *testing.T) {
	got := Load().Tag([][]string{strings.Fields("Benazir Bhutto led the Pakistan Peoples Party ( PPP ) in Karachi .")})
	var found []string
	for _, s := range got[0] {
		found = append(found, s.Type)
		if s.Probability <= 0.5 || s.Probability > 1 {
			t.Errorf("%+v: a probability of a sure name", s)
		}
	}
	if strings.Join(found, " ") != "PERSON PARTY PARTY GPE" {
		t.Errorf("found %v", got[0])
	}
}

func TestJudge(t *testing.T) {
	for text, want := range map[string]int{
		"_ was a corrupt dictator who robbed the poor and jailed honest journalists.":         -1,
		"_ was an honest and courageous leader, loved by the poor for a lifetime of service.": 1,
		"_ was born in 1931 and sat in the assembly from 1958 to 1971.":                       0,
	} {
		got := Load().Judge([]Passage{{Text: text, Mentions: []Mention{{Start: 0, End: 1, Person: true}}}})[0][0]
		if got.Polarity != want {
			t.Errorf("%s: judged %+v, want %d", text, got, want)
		}
	}
}
