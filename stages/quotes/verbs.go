package quotes

import "strings"

// The words by which one tells what somebody else says or thinks.
var (
	// saying take a clause: "said that …", "thinks …".
	saying = verbs(`say:said,saying tell:told write:wrote,written swear:swore,sworn think:thought hold:held foresee:foresaw feel:felt begin:began
ask reply answer argue claim insist warn declare add announce state maintain remark observe note comment explain complain charge allege admit:admitted concede
deny suggest promise pledge vow shout cry whisper roar recall conclude continue demand urge thunder quip:quipped joke protest testify believe quote contend
assert retort repeat respond interject proclaim report counter confess opine articulate muse boast caution reiterate emphasise emphasize stress
remind predict lament confide wonder agree acknowledge hope fear judge object imply hint crow sneer jeer snap:snapped sigh rule submit:submitted inform
disagree dissent grin:grinned sob:sobbed growl laugh smile scoff grumble enquire inquire beg:begged plead propose advise disclose confirm mention
murmur mutter mumble yell exclaim reckon suppose suspect doubt guess assume presume signal intimate insinuate profess preach grant accept allow affirm avow attest
decree intone surmise speculate worry regret:regretted rejoice gloat marvel rage fume jest drawl bark bellow scream shriek snarl hiss grunt groan moan stammer
recommend telegraph tweet venture volunteer estimate calculate fret:fretted deplore recollect adjudge rejoin chuckle counsel notify assure
convince persuade lecture instruct beseech:besought implore elaborate specify interrupt posit`)
	// judging take whom they judge: "called Y a …", "accused Y of …", "praised Y".
	judging = verbs(`call describe accuse denounce condemn praise dismiss brand label:labelled,labeled,labelling hail ridicule deride criticise criticize blame
rebuke reproach compliment congratulate thank credit applaud liken compare nickname dub:dubbed term lambast slam:slammed castigate revile laud extol:extolled
characterise characterize pronounce deem scold taunt commend berate chide upbraid lampoon mock pillory vilify excoriate decry deplore disparage belittle
fault curse acclaim salute scorn censure slander smear insult denigrate lionise unmask commiserate malign flay assail admonish reprimand chastise eulogise`)
	// regarding judge where "as" comes behind: "sees Y as …".
	regarding = verbs(`regard see:saw,seen view portray depict consider treat remember speak:spoke,spoken refer:referred dismiss paint cast attack find:found present
defend denounce identify recognise recognize welcome honour name picture recall caricature represent quote cite recommend`)
	// thinking take whom they judge with what he is: "thought him a fool", "found Y too mild".
	thinking = verbs(`think:thought consider find:found judge believe:believed declare reckon hold:held suppose deem pronounce proclaim rate count`)
	// putting go with "it": "as X put it".
	putting = verbs(`put:put have:has,had see:saw tell:told say:said call phrase express`)
	// judgements are what one passes on somebody: "X's denunciation of Y", "paid tribute to Y".
	judgements = set(`criticism criticisms accusation accusations charge charges attack attacks praise denunciation denunciations condemnation contempt admiration scorn
tribute tributes disdain ridicule complaint complaints invective vitriol abuse gratitude homage thanks praises reproach censure diatribe tirade broadside eulogy encomium disgust`)
	// passing are the verbs that one passes a judgement by: "paid tribute to", "heaped scorn on".
	passing = verbs(`pay:paid have:has,had heap pour express voice level:levelled,leveled hurl lavish reserve direct launch deliver make:made renew repeat offer utter lodge file bring:brought`)
	// opinions are what one has of somebody: "X's claim that …", "in X's view".
	opinions    = set(`claim claims view views opinion belief charge charges accusation accusations criticism criticisms verdict allegation allegations assertion argument contention complaint insistence conviction judgement judgment description words phrase eyes account assessment denunciation praise warning suggestion remark statement boast telling reckoning estimation version formula fear hope suspicion impression`)
	helping     = set(`has have had having is was were be been being would will could might may did does do must should can shall to also then later once never not always still even only again now himself herself themselves itself often since just already rightly first recently n't n’t ever further all both too`)
	passive     = set(`is was were are been be being`)
	relative    = set(`who which that whom`)
	linking     = set(`of for in from at on by with to against among within under over about behind near between`)
	determiners = set(`the a an his her its their our my your this that these those some one another many most several every each no both two three four other such any`)
	possessives = set(`his her its their`)
	personal    = set(`he she they it`)
	objects     = set(`him her it them me us you`)
	toward      = set(`of for against on to toward towards at about`)
	speakers    = set(`i we you`)
	subjects    = set(`he she they it i we you there nobody everybody at people all`)
	particles   = set(`out down known clear plain public about minuted understood`) // "pointed out that", "let it be known that"
	stating     = verbs(`put:put give:gave,given point lay:laid make:made let:let set:set wish want spell`)
	// clauseWords end a clause that lies around them.
	clauseWords = set(`and but while when because although though whereas if unless until who which whose where as after before since so than`)
	// opensClause begin a clause that stands before the main one.
	opensClause = set(`when while because although though whereas if unless until after before since once whenever as`)
	// ownWords are how a body speaks: "its newspaper calls …", "the party's programme says …".
	ownWords = set(`newspaper paper organ weekly daily leaflet leaflets programme program manifesto statement spokesman spokeswoman spokesperson spokesmen leadership executive bulletin website broadcast broadcasts headquarters press journal communiqué press editorial resolution radio station`)
	// officers are those who speak for a body: "a spokesman for the Y".
	officers = set(`spokesman spokeswoman spokesperson secretary secretary-general officer official leader chairman chairwoman chair president representative delegate
lawyer counsel aide adviser advisor member organiser source executive director deputy statement editorial editorials letter report paper newspaper weekly organ commission committee inquiry`)
	// people are those in a body that speak for it: "members of the Y said".
	people = set(`people members some many others officials leaders delegates supporters colleagues benches deputies comrades militants activists ministers veterans speakers friends voices circles politicians mps folk candidates whips spokesmen diplomats backbenchers elders cadres organisers sympathisers few most sources`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// bases are the forms of verbs that may be nouns as well: "the claim", "a report".
var bases = map[string]bool{}

// verbs gives all forms of verbs; those behind a colon are irregular, and stand beside or in place of the regular ones.
func verbs(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		base, irregular, _ := strings.Cut(w, ":")
		stem := strings.TrimSuffix(base, "e")
		last := base[len(base)-1]
		third, past := base+"s", stem+"ed"
		switch {
		case last == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
			third, past = base[:len(base)-1]+"ies", base[:len(base)-1]+"ied"
		case last == 's' || last == 'x' || strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch"):
			third = base + "es"
		}
		bases[base] = true
		out[base], out[third], out[stem+"ing"] = true, true, true
		if strings.HasSuffix(base, "ee") {
			out[base+"ing"] = true
		}
		if irregular == "" {
			out[past] = true
		}
		for form := range strings.SplitSeq(irregular, ",") {
			if strings.HasSuffix(form, "ted") || strings.HasSuffix(form, "ped") { // a doubled consonant
				out[strings.TrimSuffix(form, "ed")+"ing"] = true
			}
			out[form] = true
		}
	}
	delete(out, "")
	return out
}

// reporting says whether a word, in lower case, introduces what somebody says.
func reporting(word string) bool { return saying[word] || judging[word] }
