package quotes

import "strings"

// The verbs by which one tells what somebody else says or thinks, in the forms that do so.
var (
	// saying take a clause: "said that …", "thinks …".
	saying = set(`said says say saying told tells tell telling asked asks ask replied replies answered answers argued argues argue arguing claimed claims claim
claiming insisted insists insist warned warns warn warning wrote writes write written declared declares declare declaring added adds adding announced announces announce stated states state
maintained maintains maintain remarked remarks observed observes noted notes commented comments explained explains explain complained complains
charged charges charging alleged alleges alleging admitted admits admit conceded concedes concede denied denies deny suggested suggests suggesting promised promises pledged pledges
vowed vows swore swears shouted shouts shouting cried cries whispered whispers roared recalled recalls recall concluded concludes continued continues
demanded demands urged urges thundered quipped joked jokes protested protests testified testifies sworn believed believes believe thought thinks think holds hold held quoted contended contends contend
asserted asserts asserting retorted retorts repeated repeats responded responds interjected proclaimed proclaims reported reports countered counters
confessed confesses opined opines articulated articulates mused muses boasted boasts cautioned cautions reiterated reiterates emphasised emphasized stressed stresses
reminded reminds reminding predicted predicts predict lamented laments confided confides wondered wonders agreed agrees acknowledged acknowledges hoped hopes feared fears felt feels
judged judges objected objects implied implies hinted hints crowed crows sneered sneers jeered jeers snapped snaps sighed sighs began begins ruled rules submitted submits informed informs foresaw foresees disagreed disagrees dissented grinned sobbed growled laughed smiled joked scoffed scoffs writes grumbled`)
	// judging take whom they judge: "called Y a …", "accused Y of …", "praised Y".
	judging = set(`called calls call calling described describes describe describing accused accuses accuse accusing denounced denounces denounce denouncing
condemned condemns condemn condemning praised praises praise praising dismissed dismisses dismissing branded branding labelled labels labelling labeled hailed hails hailing
ridiculed ridicules derided derides criticised criticized criticises criticizes criticising blamed blames blame blaming rebuked reproached reproaches complimented congratulated congratulates congratulating
thanked credited credits applauded applauds likened likens compared compares nicknamed dubbed termed lambasted slammed castigated
reviled lauded lauds extolled characterised characterized pronounced deemed deems scolded taunted taunts`)
	// regarding judge where "as" comes behind: "sees Y as …".
	regarding = set(`regarded regards regard regarding saw sees see seen viewed views view portrayed portrays portray depicted depicts considered considers consider treated remembered remembers spoke speaks refers referred dismissed painted paints cast attacked attacks found presented presents`)
	// opinions are what one has of somebody: "X's claim that …", "in X's view".
	opinions    = set(`claim claims view views opinion belief charge charges accusation accusations criticism criticisms verdict allegation allegations assertion argument contention complaint insistence conviction judgement judgment description words phrase eyes account assessment denunciation praise warning suggestion remark statement boast`)
	helping     = set(`has have had having is was were been be being would will could might may did does do must should can shall to also then later once never not always still even only again now himself herself themselves itself often since just already rightly first recently n't n’t ever further all both too`)
	passive     = set(`is was were are been be being`)
	relative    = set(`who which that whom`)
	linking     = set(`of for in from at on by with to against among within under over about behind near between`)
	determiners = set(`the a an his her its their our my your this that these those some one another many most several every each no both two three four other such any`)
	possessives = set(`his her its their`)
	personal    = set(`he she they it`)
	speakers    = set(`i we you`)
	// clauseWords end a clause that lies around them.
	clauseWords = set(`and but while when because although though whereas if unless until who which whose where as after before since so than`)
	// ownWords are how a body speaks: "its newspaper calls …", "the party's programme says …".
	ownWords = set(`newspaper paper organ weekly daily leaflet leaflets programme program manifesto statement spokesman spokeswoman spokesperson spokesmen leadership executive bulletin website broadcast broadcasts headquarters press journal communiqué press editorial resolution radio station`)
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

// reporting says whether a word, in lower case, introduces what somebody says.
func reporting(word string) bool { return saying[word] || judging[word] }
