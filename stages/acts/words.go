package acts

import "strings"

// deeds are the words that tell how their subject stands to their object: 1 well, -1 ill, 0 for no deed.
var deeds = func() map[string]int32 {
	out := map[string]int32{}
	for polarity, words := range map[int32]string{-1: hostile, 1: friendly} {
		for v := range strings.FieldsSeq(words) {
			for _, form := range forms(v) {
				out[form] = polarity
			}
		}
	}
	for polarity, words := range map[int32]string{-1: hostileNouns, 1: friendlyNouns} {
		for w := range strings.FieldsSeq(words) {
			out[w] = polarity
		}
	}
	return out
}()

// phrases are deeds of a verb and what belongs to it; verbs are the verbs of all of them.
var phrases, verbs = func() (map[string]int32, map[string]bool) {
	out, first := map[string]int32{}, map[string]bool{}
	for polarity, lines := range map[int32]string{-1: hostilePhrases, 1: friendlyPhrases} {
		for line := range strings.SplitSeq(lines, "\n") {
			words := strings.Fields(line)
			for _, form := range forms(words[0]) {
				out[strings.Join(append([]string{form}, words[1:]...), " ")], first[form] = polarity, true
			}
		}
	}
	return out, first
}()

// Verbs in the form that a dictionary has; those with odd forms have them behind a slash.
const (
	hostile = `attack assault bomb invade fight/fought/fighting/fights oppose resist defy denounce condemn criticise criticize accuse blame rebuke
reproach scold chide censure castigate slam/slammed blast lambast lambaste assail berate deride ridicule mock taunt insult smear vilify demonise demonize
betray desert abandon oust topple overthrow/overthrew/overthrown depose expel/expelled/expelling sack dismiss suspend purge exclude banish exile arrest jail imprison
detain kidnap abduct torture murder assassinate kill execute shoot/shot/shooting/shoots stab sue prosecute indict impeach
undermine sabotage threaten menace provoke antagonise antagonize harass intimidate persecute oppress repress suppress crush humiliate discredit
reject repudiate disown distrust mistrust hate detest despise loathe dislike resent fear envy boycott sanction punish ban/banned/banning outlaw
obstruct thwart veto snub rebuff shun spurn challenge confront counter combat outmanoeuvre outmaneuver
deceive cheat defraud mislead/misled/misleading exploit fault decry deplore disparage belittle dub/dubbed/dubbing`
	friendly = `praise applaud hail laud extol/extolled/extolling commend compliment congratulate thank honour honor admire respect revere venerate love adore
trust support back endorse defend assist befriend embrace welcome greet favour favor champion promote protect rescue save shelter shield
salute celebrate cherish idolise idolize esteem bless forgive/forgave/forgiven/forgiving pardon acquit
sympathise sympathize ally/allied/allies collaborate cooperate co-operate appoint nominate fund finance subsidise subsidize
credit reassure mourn appreciate recommend vouch prefer/preferred/preferring adulate`
	hostilePhrases = `lash out at
hit/hit/hits/hitting out at
turn against
turn on
rail against
rail at
speak/spoke/spoken/speaks out against
vote against
campaign against
rise/rose/risen against
rebel/rebelled/rebelling against
break/broke/broken with
clash with
fall/fell/fallen out with
quarrel with
feud with
side against
protest against
conspire against
plot/plotted/plotting against`
	friendlyPhrases = `side with
vote for
campaign for
stand/stood by
rally behind
rally to
pay/paid tribute to
look up to
speak/spoke/spoken for
lean on
work with`
	hostileNouns  = `criticism condemnation denunciation hatred hostility opposition accusation accusations betrayal contempt distrust dislike disdain enmity attacks assault assaults war crackdown aggression rejection anger fury outrage enemy enemies critic critics opponent opponents rival rivals`
	friendlyNouns = `admiration praise affection friendship sympathy endorsement loyalty gratitude tribute solidarity defence defense supporter supporters ally admirer admirers friend friends backing`
)

// forms are a verb's forms: the regular ones, and those that are given.
func forms(v string) []string {
	all := strings.Split(v, "/")
	v, odd := all[0], all[1:]
	out := append([]string{v}, odd...)
	switch n := len(v); {
	case strings.HasSuffix(v, "e"):
		return append(out, v+"s", v+"d", v[:n-1]+"ing")
	case strings.HasSuffix(v, "y") && !strings.ContainsRune("aeiou", rune(v[n-2])):
		return append(out, v[:n-1]+"ies", v[:n-1]+"ied", v+"ing")
	case strings.HasSuffix(v, "s") || strings.HasSuffix(v, "x") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh"):
		return append(out, v+"es", v+"ed", v+"ing")
	case len(odd) == 0 || strings.HasSuffix(odd[0], "ed"):
		return append(out, v+"s", v+"ed", v+"ing", v+v[n-1:]+"ing")
	}
	return append(out, v+"s", v+"ing")
}

var (
	nouns       = set(hostileNouns + " " + friendlyNouns)
	being       = set(`is was were are been be being 's ’s get got gets`)
	helping     = set(`is was were are be been being has have had having will would could might may must should can shall do does did 's ’s 've ’ve 'd ’d 'll ’ll also never not n't n’t ever always still even only again now himself herself themselves itself often since just already rightly first once later yet both all nonetheless nevertheless therefore instead soon twice too`)
	wishes      = set(`wants wanted want vowed vows tried tries trying seeks sought refused refuses failed began begins continued continues plans planned hopes hoped used going promised promises declined decided agreed offered threatened likes prefers had urged came went moved chose rose ready willing likely able quick eager`)
	negators    = set(`not n't n’t never no nor neither without hardly refused refuses refuse failed declined declines cannot stopped`)
	supposing   = set(`could would might should may must if unless whether can`)
	staff       = set(`administration campaign government team office camp spokesman spokeswoman lawyers lawyer allies aides cabinet leadership staff`)
	bodies      = set(`police spokesperson newspaper paper organ weekly programme program manifesto statement executive bulletin editorial government council committee bench parliamentarian delegation majority group wing faction bloc base youth militia army`)
	joints      = set(`who which that whom whose because when if where since until after before as unless while although though but than so and or`)
	linking     = set(`of for in from at on by with to against among within under over about behind near between toward towards into during`)
	toward      = set(`of for on against to toward towards with from at`)
	determiners = set(`the a an this that these those some one another many most several every each any no`)
	owners      = set(`his her its their our my your whose`)
	nounsInLy   = set(`rally ally family assembly monopoly bully reply supply anomaly homily`)
	giving      = set(`expressed expresses express launched launches launch voiced gave gives give showed shows offered offers mounted led leads pledged declared waged wages announced made makes make paid pays had has have`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
