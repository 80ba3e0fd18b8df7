package roles

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// pattern is one shape in which a text says what a person is in a party: what stands right before the person and right
// after, as regular expressions over a [line]. In braces stand the macros below.
type pattern struct {
	rule          string
	before, after *regexp.Regexp // nil if nothing need stand there
	role          string         // empty: the words that match {role}
	subject       bool           // the person is the subject of a verb: nothing before it may doubt or deny
	article       bool           // needs an article before: "the HP leader, X"
	cues          []string       // one of them stands in what matches before: looking for them is quicker
}

// hopes says whether a pattern may match at all.
func (p *pattern) hopes(before, after string) bool {
	if p.before != nil && !strings.Contains(before, "<q") && (p.after == nil || !strings.Contains(after, "<q")) || p.before == nil && !strings.Contains(after, "<q") {
		return false
	}
	return len(p.cues) == 0 || slices.ContainsFunc(p.cues, func(cue string) bool { return strings.Contains(before, cue) })
}

// modifier is a word before a role that belongs to it. A pattern that may begin anywhere is slow if it begins with them.
var modifier = regexp.MustCompile(`^(?:ex-)?(?:` + modifiers + `)$`)

// macros are the parts of patterns; each takes the blank behind it.
var macros = []string{
	"{of}", `(?:of|in|for|from|at|within|with) (?:(?P<part>(?:the |its )?(?:{mod}|[a-z-]+ ){0,3}(?:` + parts + `) )(?:of|in) )?{party}(?:(?:'s |' )?(?P<wing>(?:{mod}|[a-z-]+ ){0,3}(?:` + parts + `) ))?`,
	"{role}", `(?P<role>{named})(?:(?:and |and later |and then |and also |/ |, |- ){det}{named2})?`,
	"{party}", `(?:the |what was then the |what became the |an? )?(?:(?:` + adjectives + `|<g\d+>) (?:'s )?)*(?P<party><q\d+>) (?:\( (?:the |or )?(?:"|“|')? ?<q\d+> (?:"|”|')? ?\) )?`,
	"{known}", `(?P<party><q\d+>) (?:\( (?:the |or )?(?:"|“|')? ?<q\d+> (?:"|”|')? ?\) )?`, // where it comes first
	"{named2}", `(?P<other>(?:{mod}|<g\d+> ){0,4}{head})`,
	"{named}", `(?:{mod}|<g\d+> ){0,4}{head}`,
	"{head}", `(?:ex-)?(?:` + heads + `) `,
	"{mod}", `(?:(?:ex-)?(?:` + modifiers + `) )`,
	"{was}", `(?:(?:` + formers + `) (?:the |an? )?)?`,
	"{past}", `(?:(?:` + formers + `) )?`,
	"{det}", `(?:(?:the|an?|its|then|now|later|then the|now the|later the|at the time|the then|the late|late|himself|herself|himself an?|herself an?|one of the|one of its) )*`,
	"{hon}", `(?:(?:` + honorifics + `)\.? )*`,
	"{list}", `{hon}(?P<list>(?:<p\d+> (?:, and |, |and |& ){hon})*)`,
	"{more}", `(?P<list>(?:(?:, and |, |and |& ){hon}<p\d+> )*)(?:and (?:the |some |two |three |a few )?(?:others|(?:his|her|their) (?:friends|comrades|followers|supporters|colleagues)) )?`,
	"{adv}", `(?:(?:` + adverbs + `|[a-z]+ly|all (?:his|her|their) life|for many years|for a time|for (?:a|some) (?:while|years)|at (?:that|this) (?:date|time)|in \d{4}|on <o\d+>|in <g\d+>|, in \d{4} ,) )*`,
	"{aux}", `(?:(?:, who|, which|who|had|has|have|have been|having|would later|would soon|would eventually|would go on to|went on to|was to) )?{adv}(?:(?:had|has|have) )?{adv}`,
	"{be}", `(?:is|was|were|are|became|become|becomes|remained|remains|been|being|served as|serves as|serving as|acted as|worked as|sat as|stood as|ran as|took over as|continued as|stayed on as|` +
		`stayed|rose to be|rose to become|started as|began as|emerged as|had become|has become|assumed the role of|assumed the office of|assumed the post of|held the post of|held the office of) `,
	"{chosen}", `(?:(?:was|were|is|been|being|got|had been|has been) )?{adv}(?:elected|re-elected|reelected|chosen|named|appointed|made|nominated|selected|installed|confirmed|returned|acclaimed|` +
		`proclaimed|unveiled|sworn in) (?:as |to be |unopposed |unopposed as )?`,
	"{did}", `(?P<gap>(?:[a-z]+ed|[a-z]+t|went|took|became|came|broke|was|had|read) (?:(?:[a-z0-9'-]+|,|<[qgo]\d+>) ){0,14}?(?:and|,) )`,
	"{aside}", `(?:\( [^()]{0,60}\) )?(?:, (?:\d+|(?:an?|the|then|whose|born|aged|himself|formerly|former|leader|founder|member|secretary|president|chairman|founder-member|himself an?) (?:[a-z0-9'-]+ |<[gqo]\d+> ){1,16}), )?`,
	// another office before: "secretary of the Union and"
	"{office}", `(?P<gap>{det}(?:[a-z-]+ ){1,4}(?:of|for|at|in) (?:the )?(?:[a-z-]+ ){0,4}<[qgo]\d+> (?:\( <[qo]\d+> \) )?(?:(?:in|for) <g\d+> )?(?:, )?)`,
	"{by}", `(?:(?:once|then|now|still|previously|originally|first|later|today|formerly|jointly|mainly|chiefly|largely|(?:in|from|since|until|till) \d{4}|(?:in|at) <g\d+>) )*`,
}

// verbs are what a person does to a party, and what the person is thereby. Present and past: what one may do is not done.
var verbs = []struct{ words, role string }{
	{`joined|joins|(?:would later|would soon|would eventually|would go on to|went on to|was to|did) join|rejoined|rejoins|had joined|belonged to|belongs to|was admitted to|was admitted into|was recruited to|was recruited into|was recruited by|enrolled in|enlisted in|signed up with|` +
		`stayed with|stayed in|remained with|remained in|sat for|sits for|sat in [^.,;<]{1,40}(?:<[goq]\d+> )?for|(?:was )?(?:elected|re-elected|returned)(?: to [^.,;<]{1,30}(?:<[goq]\d+>)?)? for|threw in (?:his|her|their) lot with|cast (?:his|her|their) lot with|returned to|defected to|defects to|deserted to|went over to|crossed over to|crossed the floor to|switched to|` +
		`switched (?:his|her|their) allegiance to|shifted (?:his|her|their) allegiance to|was active in|were active in|was co-opted by|became active in|entered|came over to`, "member"},
	{`founded|co-founded|cofounded|helped found|helped to found|helped establish|formed|established|launched|set up|created|founds|(?:would later|would go on to|went on to|was to) found|established and led|brought into being`, "founder"},
	{`led|leads|headed|heads|heads up|headed up|(?:would later|would go on to|went on to|was to) (?:lead|head)|commanded|commands|presided over|presides over|took over the leadership of|took the leadership of|took over|won the leadership of|` +
		`took charge of|took command of|took control of|assumed the leadership of|inherited|inherited the leadership of`, "leader"},
	{`chaired|chairs`, "chair"},
	{`represented|represents|spoke for|speaks for|rose for`, "representative"},
	{`stood for|stands for|ran for|runs for|contested [^,.<]{0,40}? for|was nominated by|was a candidate for|was the candidate of|stood as a candidate for|ran as a candidate for|campaigned for`, "candidate"},
	{`left|leaves|quit|quits|abandoned|deserted|resigned from|resigns from|resigned (?:his|her) (?:membership|membership card) (?:of|in)|was expelled from|were expelled from|been expelled from|` +
		`was thrown out of|been thrown out of|was driven out of|was drummed out of|was purged from|was excluded from|was suspended from|been suspended from|broke with|broke from|broke away from|split from|split with|` +
		`walked out of|defected from|defects from|parted company with|parted ways with|parted from|withdrew from|dropped out of|was dismissed from|was ejected from|stormed out of|fell out with|` +
		`turned (?:his|her) back on|renounced|tore up (?:his|her) (?:card|membership card) (?:of|in)`, "former member"},
	{`(?:resigned|stepped down|retired|stood down|was deposed|was ousted|was removed|was dismissed|was sacked|was replaced|was succeeded|was unseated|was toppled|was defeated|quit|resigns|steps down) (?:by <p\d+> )?as {det}{role}{of}`, "former"},
	{`(?:resigned|stepped down|retired|stood down|was deposed|was ousted|was removed|was dismissed|was sacked|was replaced|was succeeded|quit|resigns|steps down) (?:by <p\d+> )?as {det}(?P<party><q\d+>) (?:'s )?{role}`, "former"},
}

// patterns are tried in this order; the first that says anything of a person and a party is heard.
var patterns = sync.OnceValue(makePatterns)

func makePatterns() []*pattern {
	var out []*pattern
	add := func(rule, before, after, role string) *pattern {
		p := &pattern{rule: rule, role: role}
		if before != "" {
			p.before = compile(before + "$")
		}
		if after != "" {
			p.after = compile("^" + after)
		}
		out = append(out, p)
		return p
	}
	const aside = `(?:\( [^()]{0,60}\) )?(?:, \d+ )?`

	// Harbour Party leader X; the Harbour Party's leader, X; the leader of the Harbour Party, X
	add("title", `(?P<party><q\d+>) (?:\( <q\d+> \) )?(?:'s |' )?{past}{role}{list}{hon}`, "", "")
	add("title", `(?P<party><q\d+>) (?:'s |' ){past}{role}, {list}{hon}`, "", "")
	add("title", `(?P<party><q\d+>) {past}{role}, {list}{hon}`, "", "").article = true
	add("office", `(?P<role>{head})(?:(?:and |and later |and then |/ |, ){det}{named2})?{of}(?:, )?{list}{hon}`, "", "")
	add("office", `{known}(?:, )?(?:and|with|whose|through|under|but) (?:its |it 's |their )?{past}{role}(?:, )?{list}{hon}`, "", "")

	// X, leader of the Harbour Party; X, the Harbour Party leader; X (Harbour Party)
	for _, opening := range []string{`{more}(?:, |\( |— |– |- )(?:who (?:is|was|had been|has been|became) )?{adv}`, `{more}, (?P<gap>(?:(?:an?|the|then|now|later|himself|herself|once|its|her|his) )*(?:(?:[a-z-]+|<[go]\d+>|'s) ){0,8}(?:and|turned) ){adv}`, `{more}, {office}and {adv}`} {
		add("apposition", "", aside+opening+`{det}{was}{role}{of}`, "")
		if !strings.Contains(opening, "<gap>") {
			add("apposition", "", aside+opening+`(?:an?|the|one of the) (?P<gap>(?:[a-z-]+ ){1,3}){role}{of}`, "")
		}
		add("apposition", "", aside+opening+`{det}{was}(?P<party><q\d+>) (?:\( <q\d+> \) )?(?:'s |' )?{past}{role}`, "")
	}
	add("brackets", "", `(?:, m\.?p\.? )?[(\[] (?:the )?(?:(?:`+formers+`|then|later) )?{party}(?:[,;–—/:-] (?:[^()<>]{0,24}<g\d+> |[^()<>]{1,24})?)?[)\]]`, "member")
	add("brackets", "", `[(\[] (?:[^()<>]{0,40}<g\d+> |[^()<>]{1,50}?)(?:[,;–—/:-] )(?P<party><q\d+>) [)\]]`, "member")
	add("brackets", "", `[(\[] (?:then |later )?of {party}[)\]]`, "member")

	// X is leader of the Harbour Party; X, who became a Harbour Party senator
	for _, opening := range []string{`{more}{aside}{aux}{be}{adv}`, `{more}{aside}{aux}{chosen}`, `{more}{aside}{aux}{did}{adv}{be}{adv}`, `{more}{aside}{aux}{did}{adv}{chosen}`, `{more}{aside}{aux}{be}{office}and {adv}`} {
		for _, what := range []string{`{det}{was}{role}{of}`, `(?:an?|the|one of the) (?P<kind>(?:[a-z-]+ ){1,3}){role}{of}`, `{det}{was}(?P<party><q\d+>) (?:'s )?{past}{role}`, `to (?P<part>(?:the )){party}'s (?P<wing>(?:{mod}|[a-z-]+ ){0,3}(?:` + parts + `) )`} {
			add("verb", "", opening+what, "").subject = true
		}
	}
	// X joined the Harbour Party; X left the Greens and founded the Harbour Party
	for _, v := range verbs {
		for _, opening := range []string{`{more}{aside}{aux}`, `{more}{aside}{aux}{did}{adv}`, `, (?:an?|the) (?:[a-z-]+ ){1,5}who {aux}`} {
			object := ` (?:, )?{party}`
			if v.role == "former" { // the party is in the words
				object = ""
			}
			add("verb", "", opening+`(?:`+v.words+`)`+object, v.role).subject = true
		}
	}
	// the Harbour Party, which X founded
	for _, v := range verbs[:3] {
		add("relative", `{known}(?:, )?(?:which |that )?{hon}`, `{aux}(?:`+v.words+`) (?:in|until|till|from|with|after|before|for|as|and|,|\.|\)|during|at|since|to|on|when|while|by|–|—)`, v.role).subject = true
	}
	// the Harbour Party, led by X; expelled X; elected X its leader
	for _, v := range []struct{ words, role string }{
		{`led|headed|commanded|chaired|presided over|co-led|dominated and led`, "leader"},
		{`founded|co-founded|established|formed|launched|set up|created|started|organised|organized`, "founder"},
	} {
		add("passive", `{known}(?:(?:is|was) )?(?:, )?(?:(?:an?|the) (?:[a-z-]+ |<g\d+> ){1,5}(?:, )?)?(?:which |that )?(?:is |was |were |had been |has been |being |be )?{by}(?:`+v.words+`) {by}by (?:(?:the|an?) [a-z-]+ )?{list}{hon}`, "", v.role).cues = []string{"by "}
	}
	add("passive", `{known}(?:, )?under (?:the leadership of |the chairmanship of |the presidency of ){hon}`, "", "leader").cues = []string{"under the "}
	add("passive", `{known}(?:had |has |then |later |finally |promptly )*(?:expelled|expels|suspended|drummed out|threw out|purged) {list}{hon}`, "", "former member").cues = []string{"expel", "suspended", "drummed", "threw", "purged"}
	elected := `{known}(?:had |has |then |later |finally |promptly |unanimously )*(?:elected|re-elected|chose|named|appointed|made|nominated|selected|elects|chooses|names|picked) {hon}`
	add("elects", elected, `(?:as |to be )?(?:its |party |their |the party's )?{role}`, "")
	add("elects", `(?:elected|re-elected|chose|chosen|named|appointed|nominated|installed|choice of|election of|appointment of|nomination of|selection of) {hon}`, `(?:as )?{det}{role}{of}`, "")
	add("elects", `(?:elected|re-elected|chose|chosen|named|appointed|nominated|installed|choice of|election of|appointment of|nomination of|selection of) {hon}`, `(?:as )?{det}(?P<party><q\d+>) (?:'s )?{role}`, "")
	add("elects", `(?:replaced|succeeded|ousted|removed|deposed|dismissed|sacked|succeeding|replacing|toppled|overthrew|unseated) {hon}`, `as {det}{role}{of}`, "former")
	add("elects", `(?:replaced|succeeded|ousted|removed|deposed|dismissed|sacked|succeeding|replacing|toppled|overthrew|unseated) {hon}`, `as {det}(?P<party><q\d+>) (?:'s )?{role}`, "former")

	// X's leadership of the Harbour Party; under X's leadership, the Harbour Party
	add("leadership", "", `(?:'s |' )(?:[a-z-]+ )?(?:leadership|stewardship|chairmanship|presidency|command|control) of {party}`, "leader")
	add("leadership", "", `(?:'s |' )(?:[a-z-]+ )?membership (?:of|in) {party}`, "member")
	add("leadership", "", `(?:'s |' )(?:[a-z-]+ )?(?:expulsion|resignation|departure|exit|withdrawal|dismissal|defection) from {party}`, "former member")
	add("leadership", "", `(?:'s |' )(?:[a-z-]+ )?(?:election|appointment|selection|nomination|choice|tenure|term|years|time|career|role|work|position) as {det}{role}{of}`, "")
	add("leadership", "", `(?:'s |' )(?:[a-z-]+ )?(?:election|appointment|selection|nomination|choice|tenure|term|years|time|career|role|work|position) as {det}(?P<party><q\d+>) (?:'s )?{role}`, "")
	add("leadership", `under {hon}`, `(?:'s |' )leadership (?:, )?{party}`, "leader")
	add("leadership", `under the leadership of {hon}`, `(?:, )?{party}`, "leader")

	// X of the Harbour Party; the Harbour Party's X; X and his party, the Harbour Party
	add("of", "", `(?:, )?(?:formerly |once |late )?of (?P<party><q\d+>) `, "member")
	add("of", "", `(?:was |were )?of what (?:was then|became|would become|later became) {party}`, "member")
	add("of", "", `(?:, )?(?:formerly |once |late )?of the (?:(?:`+adjectives+`|<g\d+>) (?:'s )?)*(?P<party><q\d+>) `, "member")
	add("of", "", `, an? (?:[a-z-]+ ){1,3}, of {party}`, "member")
	add("of", `(?:expelled|expels|dismissed|excluded|removed|suspended|drove|threw|purged|ejected|ousted|expulsion of|expelling|resignation of|departure of|exit of) {list}{hon}`, `from {party}`, "former member")
	add("from", "", `from {party}`, "member")
	add("of", "", `, for {party}, `, "representative")
	add("relative", `{known}, of which {hon}`, `{aux}{be}{det}{role}`, "")
	add("possessive", `(?P<party><q\d+>) (?:\( <q\d+> \) )?(?:'s |' ){hon}`, "", "member")
	add("whose", "", `(?:and |, |, and |with )?(?:his|her|their|'s) (?:own |new |old |small |tiny )*party , {party}`, "member")
	add("whose", "", `(?:'s |' )(?:own |new |old |ruling |tiny |small |victorious )*(?P<party><q\d+>) `, "leader")
	add("whose", "", `and (?:his|her) (?:own |new |old |ruling |tiny |small )*(?P<party><q\d+>) `, "leader")
	add("whose", `{known}of (?:(?:the )?{was}{named})?{hon}`, "", "leader").cues = []string{"of "}
	add("adjective", `(?P<party><q\d+>) {hon}`, "", "member")
	add("whose", "", `, whose (?:own |new |old |ruling |tiny |small )*(?P<party><q\d+>) `, "leader")
	return out
}

// compile expands the macros.
func compile(s string) *regexp.Regexp {
	for range 3 { // macros have macros
		s = strings.NewReplacer(macros...).Replace(s)
	}
	return regexp.MustCompile(s)
}
