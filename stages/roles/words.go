package roles

import "strings"

// The words that roles are made of, as alternatives of a regular expression. Plurals are given to several persons only.
const (
	heads = `leaders?|co-leaders?|chairm[ae]n|chairwom[ae]n|chairpersons?|chairs?|co-chairs?|co-chairm[ae]n|co-chairpersons?|presidents?|vice-presidents?|` +
		`secretary|secretaries|secretary-generals?|secretaries-general|secretary general|secretaries general|general-secretary|under-secretary|treasurers?|` +
		`spokesm[ae]n|spokeswom[ae]n|spokespersons?|whips?|members?|founders?|co-?founders?|founder-members?|candidates?|nominees?|standard-bearers?|` +
		`deputy|deputies|senators?|congressm[ae]n|congresswom[ae]n|councillors?|councilors?|councilm[ae]n|councilwom[ae]n|alderm[ae]n|mayors?|governors?|ministers?|premiers?|` +
		`chancellors?|lawmakers?|legislators?|parliamentarians?|backbenchers?|frontbenchers?|politicians?|representatives?|delegates?|officials?|functionary|functionaries|` +
		`activists?|militants?|cadres?|organi[sz]ers?|veterans?|stalwarts?|grandees?|chiefs?|heads?|bosses|boss|supremos?|chieftains?|commanders?|` +
		`directors?|conven[eo]rs?|coordinators?|co-ordinators?|ideologues?|theoreticians?|theorists?|strategists?|pioneers?|patrons?|am[ei]{1,2}rs?|emirs?|` +
		`rebels?|negotiators?|incumbents?|dissidents?|defectors?|recruits?|trustees?|executives?|peers?|chairmanship candidate|` +
		`mps?|mp's|meps?|mlas?|mnas?|mpas?|msps?|mlcs?|mhrs?|tds?|mks?`
	modifiers = `general|first|second|third|deputy|vice|senior|junior|leading|top|prominent|key|high-ranking|national|regional|provincial|federal|state|local|district|city|county|` +
		`municipal|village|ward|rural|urban|central|executive|joint|acting|interim|provisional|outgoing|incoming|current|present|sitting|long-time|longtime|long-serving|` +
		`parliamentary|presidential|congressional|gubernatorial|mayoral|senate|house|assembly|council|opposition|shadow|veteran|young|youth|student|women's|women|labour|labor|` +
		`trade|union|peasant|party|political|organi[sz]ing|organi[sz]ation|organi[sz]ational|press|publicity|propaganda|information|finance|financial|foreign|home|interior|defence|defense|` +
		`education|health|agriculture|transport|environment|economy|economic|economics|justice|treasury|labour|housing|energy|trade|industry|policy|security|international|` +
		`founding|founder|co-founding|honorary|titular|nominal|de|facto|life|committee|politburo|bureau|wing|branch|cell|prime|chief|european|minority|majority|lead|campaign|unofficial|official|` +
		`unsuccessful|successful|defeated|losing|winning|successive|only|sole|last|left-wing|right-wing|leftist|rightist|moderate|radical|liberal|conservative|hard-line|hardline|` +
		`popular|charismatic|influential|formidable|ordinary|rank-and-file|active|lifelong|loyal|devoted|card-carrying|disgruntled|imprisoned|jailed|exiled|undisputed|absolute|original|northern|southern|eastern|western`
	formers = `former|ex|ex-|one-time|onetime|once|formerly|erstwhile|sometime|ousted|deposed|expelled|previously|past`
	// parts are what a party is made of.
	parts = `wing|committee|council|executive|bureau|politburo|secretariat|faction|group|caucus|section|branch|bloc|delegation|cell|federation|league|arm|presidium|` +
		`directorate|board|organi[sz]ation|unit|chapter|apparatus|list|slate|front|tendency|left|right|leadership|commission`
	// between "of the" and the party's name.
	adjectives = `opposition|ruling|governing|main|new|newly|formed|old|small|tiny|big|local|outlawed|banned|exiled|underground|illegal|clandestine|then|former|now-defunct|defunct|` +
		`far-left|far-right|left-wing|right-wing|centre-left|centre-right|center-left|center-right|left|right|conservative|liberal|socialist|communist|social-democratic|nationalist|` +
		`islamist|populist|centrist|leftist|rightist|moderate|radical|maoist|trotskyist|marxist|regional|secular|religious|rival|whole|entire|same|original|official|breakaway|dissident|` +
		`so-called|once-mighty|mighty|fledgling|infant|reformed|reunited|united|national`
	honorifics = `mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|baron|count|comrade|com|brother|sister|rev|reverend|fr|father|bishop|maulana|mawlana|mufti|sheikh|shaikh|` +
		`syed|sayyid|hajji|haji|pandit|shri|smt|don|doña|senhor|señor|señora|monsieur|m|mme|madame|herr|frau|signor|tan|dato|datuk|col|colonel|gen|general|maj|major|capt|captain|lt|` +
		`brigadier|admiral|marshal|field|air|begum|chaudhry|chaudhri|mian|nawab|khan|sardar|raja|engr|advocate|barrister|justice|judge|hon|honourable|right|the|senator|president|chairman|secretary|mp`
)

// What may stand between a person and the verb.
const adverbs = `also|then|later|soon|eventually|finally|first|once|now|still|formerly|originally|initially|briefly|subsequently|thereafter|thereupon|promptly|secretly|openly|publicly|` +
	`formally|officially|jointly|himself|herself|themselves|already|again|ultimately|quickly|long|always|early|recently|since|thus|accordingly|duly|just|only|reluctantly|quietly|immediately|` +
	`successfully|unanimously|narrowly|merely|therefore|nevertheless|too`

// ends are the words that may follow a party's name where it is the name alone that counts: not "the Harbour Party conference".
var ends = wordSet(`and or but nor yet in at from for to into onto on upon after before when while whilst as with by during since until till because who whom whose which that
	he she it they we i you his her its their this these those there where over out through throughout under against between among amid despite without within via per
	is was were are be been being has had have would will could can did does do may might must shall should again then later only himself herself themselves itself now
	once soon first today yesterday also too so if than though although not never said says told tells say the a an of towards toward along together about around outside
	inside beyond shortly just ever still both rather like unlike plus except alone here monday tuesday wednesday thursday friday saturday sunday last next early late both
	following aged having went came took made gave found held spoke rose won lost left led stood sat wrote saw called became began broke brought built burnt bought chose clung cut did drew drove fell fed fought fled flew forgot got grew
	hid hit kept knew laid lay meant met paid put ran rang rode sang sank sent set shook shot shrank shut slept spent split stole struck swept swore swung taught tore
	thought threw understood withdrew woke wept wore wants thinks holds runs rules needs gets seems remains won't can't has`)

// doubts are words before a person that turn what follows into something else than a statement.
var doubts = wordSet(`if whether unless neither nor no suppose supposing supposed imagine denied denies deny denying rumour rumours rumor rumors rumoured alleged alleges alleging
	allegation allegations allegedly wish wished falsely false myth lie lest claim claimed claims claiming hoped hopes wanted wants urged urging asked begged doubted doubt doubts untrue pretend pretended
	wrongly suspected would-be potential supposed putative prospective future aspiring imaginary insinuated hint hinted expected likely`)

// prepositions before a person say that it is not the subject.
var prepositions = wordSet(`of by with to for from against behind under over about between among on upon at in into like unlike without than as after before around near alongside toward towards`)

// titles may stand before a name and be taken for a part of it.
var titles = wordSet(strings.ReplaceAll(honorifics, "|", " ") + " leader deputy minister prime mr. mrs. ms. dr. prof.")

// formerly are the words that make a role a former one.
var formerly = wordSet(strings.ReplaceAll(formers, "|", " "))

// introducing are the words before "X from the Harbour Party" that do not take X away from it.
var introducing = wordSet(`and by said says with to than for told asked , ; : ( " “ — – . • * -`)

// kin are words that give what follows to somebody else: "brother of the mayor and leader of the Harbour Party".
var kin = wordSet(`brother sister son daughter wife husband widow father mother uncle aunt nephew niece cousin aide adviser advisor ally friend rival successor predecessor
	opponent critic enemy biographer grandson granddaughter son-in-law brother-in-law`)

// elsewhere are words that begin something about somebody else.
var elsewhere = wordSet(`that who which whose whom not never he she they it to`)

// offices are of the state where another office follows: "prime minister and leader of the Harbour Party".
var offices = wordSet(`minister premier governor mayor chancellor senator congressman congresswoman councillor`)

// leads are words that lead a title in or belong to it.
var leads = wordSet("the a an then late " + strings.ReplaceAll(formers+"|"+adjectives, "|", " "))

// abbreviations are roles that are written in capitals.
var abbreviations = wordSet(`mp mep mla mna mpa msp mlc mhr td mk`)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// singular gives a role's last word for one person, and whether it was several's.
func singular(word string) (one string, plural bool) {
	switch {
	case strings.HasSuffix(word, "men"):
		return strings.TrimSuffix(word, "men") + "man", true
	case word == "deputies" || word == "secretaries" || word == "functionaries":
		return strings.TrimSuffix(word, "ies") + "y", true
	case word == "bosses":
		return "boss", true
	case word == "boss" || !strings.HasSuffix(word, "s"):
		return word, false
	}
	return strings.TrimSuffix(word, "s"), true
}
