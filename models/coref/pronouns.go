package coref

// who is what a word says of sex and number.
type who uint8

const (
	anyone who = iota
	male
	female
	thing
	many
)

// place is how a mention stands in its clause.
type place uint8

const (
	elsewhere place = iota
	subject
	object
	possessive
	reflexive
	oblique // after a preposition
	apposed
)

type pronoun struct {
	who   who
	place place
}

// pronouns of the third person. "her" is an object here; before a noun it is possessive.
var pronouns = map[string]pronoun{
	"he": {male, subject}, "him": {male, object}, "his": {male, possessive}, "himself": {male, reflexive},
	"she": {female, subject}, "her": {female, object}, "hers": {female, object}, "herself": {female, reflexive},
	"it": {thing, subject}, "its": {thing, possessive}, "itself": {thing, reflexive},
	"they": {many, subject}, "them": {many, object}, "their": {many, possessive}, "theirs": {many, object}, "themselves": {many, reflexive},
}

// Pronouns of the first person.
var (
	singular = map[string]bool{"i": true, "me": true, "my": true, "mine": true, "myself": true}
	plural   = map[string]bool{"we": true, "us": true, "our": true, "ours": true, "ourselves": true}
)

// sexes of words that stand before a name or are a description's head.
var sexes = table(map[who]string{
	male: `mr mr. sir lord baron count duke earl king prince emperor tsar czar shah sultan emir sheikh sheik imam ayatollah maulana pope monsieur m. herr señor senor sr. signor don dom
		father brother son husband uncle nephew grandfather widower man gentleman boy lad fellow chap chairman spokesman congressman statesman businessman clergyman
		policeman fisherman salesman alderman councilman assemblyman churchman frenchman englishman hon'ble monk priest bishop cardinal patriarch waiter actor father-in-law
		son-in-law brother-in-law stepfather stepson godfather grandson king's bridegroom fiancé lama pandit baba bhai sahib chief's ustad`,
	female: `mrs mrs. ms ms. miss mx lady dame baroness countess duchess queen princess empress begum madame mme mme. mlle frau señora senora sra. signora doña dona
		mother sister daughter wife aunt niece grandmother widow woman girl lass chairwoman spokeswoman congresswoman stateswoman businesswoman policewoman councilwoman
		assemblywoman nun actress waitress heroine hostess mother-in-law daughter-in-law sister-in-law stepmother stepdaughter godmother granddaughter bride fiancée
		housewife midwife seamstress laundress schoolmistress mistress`,
})

// IsPronoun says whether a word is a pronoun, of the third or first person.
func IsPronoun(word string) bool {
	w := Fold(word)
	_, third := pronouns[w]
	return third || singular[w] || plural[w]
}

// IsPersonWord says whether a word is said of one sex.
func IsPersonWord(word string) bool { return sexes[word] != anyone }
