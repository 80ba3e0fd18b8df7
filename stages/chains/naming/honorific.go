package naming

import (
	"strings"

	"hustings/models/gazetteer"
)

// titles stand before a person's name and are not part of it; folded, in many languages. Those that are given names or
// surnames too are honorifics.
var titles = foldedSet(`dictator mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess comrade comrades com cde
	president premier chancellor minister general gen colonel col major maj brigadier brig captain capt lieutenant lt sergeant sgt admiral
	marshal field senator sen congressman congresswoman representative rep governor gov mayor ambassador justice judge attorney father reverend
	rev pastor bishop archbishop cardinal pope rabbi brother sister imam ayatollah hojatoleslam maulana maulvi moulvi mullah mufti allama 
	pandit pt mahatma hon honourable honorable rt king queen prince princess emperor secretary chairman chairwoman chairperson speaker deputy
	councillor cllr commander prime chief vice foreign finance home defence interior leader uncle aunt auntie grand citizen
	herr frau fraulein genosse genossin freiherr graf doktor kanzler
	señor señora señorita doña don comandante compañero compañera licenciado lic ingeniero presidente presidenta subcomandante
	dom doutor doutora camarada companheiro companheira senhor senhora
	monsieur madame mademoiselle mme mlle maître camarade citoyen citoyenne abbé docteur président taoiseach tánaiste
	signor signora onorevole compagno compagna dottor cavaliere
	tovarishch tovarisch towarzysz gospodin soudruh elvtárs
	sayın bayan yoldaş hoca paşa effendi
	begum shri shrimati sri smt thiru netaji ustad ustadh ustaz quaid lokmanya deshbandhu nawabzada sahibzada khanzada 
	tuan datuk dato datin seri encik bung bapak raden tengku tunku teuku
	khun phraya luang u daw thakin bogyoke
	mwalimu mzee ndugu osagyefo alhaji alhaja hajiya oba otumfuo ato woizero weizero dejazmach ras fitawrari
	tongzhi shifu`)

// twoWordTitles are those whose first word is a name elsewhere.
var twoWordTitles = map[string]string{"tan": "sri", "tuan": "guru", "nana": "addo", "right": "honourable", "dr": "med", "her": "excellency", "his": "excellency"}

// abbreviatedTitles need their full stop: "On. Hill", "M." is an initial.
var abbreviatedTitles = set("on sr sra srta dott avv comp cda tov doc sig av dipl ing")

// honorifics are titles in front that are as often a part of the name.
var honorifics = set(`sheikh shaikh sheik shaykh cheikh syed sayyid sayed mian khan mirza malik sardar chaudhry chaudhary chaudhury choudhury chowdhury
	nawab khwaja khawaja qazi haji hajji hajj hadji rana raja rao mir agha aga pir seth lala hafiz babu bibi makhdoom mas pak bu ibu cik sutan nana kwaku baba dada`)

// trailing words of respect follow a name.
var trailing = foldedSet("sahib saheb sahab pasha paşa bey efendi effendi hanım hanum ağa agha ji garu")

// sexed titles tell a husband from a wife.
var sexed = func() map[string]byte {
	out := map[string]byte{}
	for w := range foldedSet("mr sir lord herr señor don monsieur signor senhor king prince baron count father brother uncle compañero genosse graf freiherr bay") {
		out[w] = 'm'
	}
	for w := range foldedSet(`mrs ms miss dame lady frau fraulein señora señorita doña mme madame mademoiselle mlle signora senhora queen princess
		baroness countess sister aunt auntie compañera genossin bayan begum bibi smt shrimati datin woizero weizero daw chairwoman congresswoman`) {
		out[w] = 'f'
	}
	return out
}()

// particles belong to the word after them and are left out of comparisons.
var particles = set(`al el bin ibn ben bint binti binte ur ul ud us uz un wa de da do dos das di del della dello degli dei du des la le van von vom
	der den ter ten te op auf zum zur af av zu und`)

// assimilated are the Arabic article before some consonants; hyphened to the word after it.
var assimilated = set("as ar ad an ash at az es er ed en ez adh ath")

// lone letters are particles where they are small: "Ortega y Gasset", "van 't Hoff".
var loneParticles = set("y e i o t d")

// successors tell a child from a parent of one name.
var successors = map[string]string{"jr": "jr", "junior": "jr", "fils": "jr", "filho": "jr", "hijo": "jr", "younger": "jr",
	"sr": "sr", "senior": "sr", "pere": "sr", "padre": "sr", "elder": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "v": "v", "vi": "vi"}

// postnominals follow a name in capitals.
var postnominals = set("mp mla mna mep msp td phd md qc kc sc obe cbe mbe esq ma ba mpa")

// droppable are first words that are often left out of a name, beside the honorifics.
var droppable = set("abdul muhammad ghulam jean maria dom")

// cutTitles takes titles off the front, as long as a name is left, and says which sex they tell: 'm', 'f' or 0.
func cutTitles(name string) (string, byte) {
	sex := byte(0)
	for {
		head, rest, ok := strings.Cut(name, " ")
		if !ok {
			return name, sex
		}
		bare, dotted := strings.CutSuffix(head, ".")
		w := foldTitle(bare)
		next, after, more := strings.Cut(rest, " ")
		switch second := twoWordTitles[w]; {
		case second != "" && more && foldTitle(strings.TrimSuffix(next, ".")) == second:
			rest = after
		case w == "u" && (dotted || bare != "U"): // an initial
			return name, sex
		case titles[w], dotted && abbreviatedTitles[w]:
		default:
			return name, sex
		}
		if s := sexed[w]; s != 0 {
			sex = s
		}
		name = rest
	}
}

func foldTitle(w string) string {
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' || r == '‘' {
			return -1
		}
		return r
	}, gazetteer.Fold(w))
}

// foldedSet is a set of words folded as names are.
func foldedSet(words string) map[string]bool { return set(gazetteer.Fold(words)) }

// honoured is how many words of respect a name begins with that may be a part of it; at least one word follows them.
func honoured(words []string) int {
	n := 0
	for n < len(words)-1 && honorifics[words[n]] {
		n++
	}
	return n
}
