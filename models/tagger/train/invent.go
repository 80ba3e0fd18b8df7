package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/tokens"
)

// shortStates are states known by their letters.
var shortStates = strings.Fields("USSR USA US UK U.S. UAE PRC DRC GDR FRG USSR US UK")

var (
	stances   = strings.Fields("National Democratic Progressive Popular United Social Liberal Conservative Radical Christian Workers' People's Socialist Communist Revolutionary Republican Islamic Green Agrarian Independent Patriotic Federal Labour Free New Marxist Leftist Reform Civic Youth Women's Students' Peasants' All-India Pan-African")
	bodyNames = strings.Fields("Party Party Party Party Front League Movement Union Alliance Congress Bloc Tendency Coalition Opposition Federation International Platform Caucus Committee Rally Assembly Group")
	aims      = strings.Fields("Democracy Justice Freedom Liberation Unity Progress Reform Change Independence Labour Socialism")
)

// invent makes up a party's name: "Popular Front of Chile", "Movement for Democratic Change".
func (n *names) invent(random *rand.Rand) party {
	words := []string{one(stances, random)}
	if random.IntN(2) == 0 {
		if more := one(stances, random); more != words[0] {
			words = append(words, more)
		}
	}
	head := one(bodyNames, random)
	switch random.IntN(5) {
	case 0:
		words = append(words, head, "of", one(n.places, random))
	case 1:
		words = []string{head, "for", one(aims, random)}
	case 2:
		words = append([]string{one(n.places, random)}, append(words, head)...)
	default:
		words = append(words, head)
	}
	name := strings.Join(words, " ")
	return party{name: name, short: initials(name)}
}

var (
	trades = strings.Fields("Workers' Writers' Teachers' Dockers' Miners' Railwaymen's Journalists' Lawyers' Farmers' Employers' Nurses' Cultural Scientific Press Broadcasting Development Research Trade Chamber Film Student Postal Steel Electricity Telecommunications Statistics Human-Rights Election Land Water Housing Defence Treaty")
	reach  = strings.Fields("National Central General United International Royal Federal Free Progressive Democratic All-India All-Ceylon African")
	unions = strings.Fields("Union Association Federation Congress Council Commission Board Corporation Company Limited Authority Institute Society Committee Organisation Agency Bank Network Fund")
)

// association makes up an organisation's name: "National Teachers' Union", "Federation of Dockers".
func (n *names) association(random *rand.Rand) party {
	words := []string{one(reach, random), one(trades, random), one(unions, random)}
	switch random.IntN(4) {
	case 0:
		words[0] = one(n.places, random)
	case 1:
		words = words[1:]
	}
	name := strings.Join(words, " ")
	return party{name: name, short: initials(name)}
}

// initials are the capitals that a name's words begin with.
func initials(name string) string {
	short := ""
	for _, span := range tokens.Words(name) {
		if r, _ := utf8.DecodeRuneInString(name[span.Start:]); unicode.IsUpper(r) {
			short += string(r)
		}
	}
	return short
}
