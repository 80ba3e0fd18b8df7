package naming

import (
	"regexp"
	"strings"

	"hustings/models/gazetteer"
)

// eastFamilies are the commonest family names of China and Korea in the usual romanizations (Pinyin, Wade-Giles,
// Cantonese and Hokkien spellings, Revised Romanization and McCune-Reischauer).
var eastFamilies = set(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo deng peng jiang wen xi bo mao zeng xiao
	cai jia ding ye wei su cheng yuan dong lu tian qian kang tan shi hua fang han feng cao xie song tang liang lai shen fan yan yao hou qiu qin
	meng long hao shao wan chang chao chou hsu hsieh hsiao chu kuo kao teng chiang chien tsai tseng tsao tsou sung tsang tung ting yeh tien
	shih feng jen jung chan wong cheung leung lam lee kwok kwan lau ng ho lo mak yip chow chua teo ong koh goh lim tay sim toh chia foo loh yap
	kim park pak bak choi choe jung chung jeong gang cho jo yoon yun lim im rim oh seo suh shin kwon gwon hwang ahn an hong yoo yu ryu ko moon
	mun son bae paik baek heo huh nam noh no roh ha joo chon jeon min rhee yi ri rhie cha woo kwak koo hyon hyun`)

// vietFamilies begin Vietnamese names, whose last word is the one that people are called by.
var vietFamilies = set(`nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly truong trinh dinh doan luong mai to lam ton cao vuong
	la phung`)

// vietMiddle are the words that most often stand between a Vietnamese family name and given name, vietGiven that end a name of two.
var (
	vietMiddle = set(`van thi dinh duc chi ngoc xuan quang minh huu cong trong nguyen thanh hong ba dang tan kim anh khac viet the phu hoang hai quoc
		trung tien gia cao`)
	vietGiven = set("duan tho minh giap linh dung hung anh hoa huong phuc trong quang khai kiet muoi phieu manh loi tuan")
)

// mixedFamilies are Western names too, so that more must tell a name that begins with one to be of East Asia.
var mixedFamilies = set("kim lee park long song young an han ma no ha son min moon jo ko oh im he ting may lam sung wan fan jung shin li son tan ho lo hu")

// reading is one way to read a name as an East Asian one.
type reading struct {
	family, given string
	last          bool // the family name stands last
	sure          bool // nothing else is likely
	two           bool // the given name is of two words
	pinyin        bool // has letters that Wade-Giles does not use so
}

var syllables = regexp.MustCompile(`^(?:(?:zh|ch|sh|hs|ts|tz|ss|kk|gh|ph|th|ng|kh|kw|ky|hy|hw|my|py|ry|gy|[bpmfdtnlgkhjqxrzcsywv])?(?:[aeiouy]{1,3}|[aeo]w)(?:ng|ck|[nklpmtrhbg])?){1,2}$`)

// readEast finds the ways in which a name may be an East Asian one: family name first or last, and a given name of one
// or two syllables, together, hyphened or apart.
func (n *Name) readEast(ts []token) {
	if len(ts) < 2 || len(ts) > 3 || n.muslim {
		return
	}
	add := func(family token, given []token, last bool) {
		if !eastFamilies[family.word] {
			return
		}
		joined, hyphen := "", false
		for i, t := range given {
			if isInitial(t.word) || t.dot || !syllables.MatchString(t.word) {
				return
			}
			hyphen = hyphen || i > 0 && t.glued
			joined += t.word
		}
		if family.glued || !last && given[0].glued || len(joined) > 12 || !syllables.MatchString(joined) {
			return
		}
		r := reading{family: family.word, given: joined, last: last, sure: hyphen, two: len(given) == 2}
		if !last && !hyphen {
			western := known(given[len(given)-1].word)&(gazetteer.Surname|gazetteer.Forename) != 0
			r.sure = len(given) == 2 && !western || !mixedFamilies[family.word] && (!western || len(given) == 2)
		}
		r.pinyin = isPinyin(family.word) || isPinyin(joined)
		n.east = append(n.east, r)
	}
	k := len(ts) - 1
	add(ts[0], ts[1:], false)
	if len(n.east) == 0 || !n.east[0].sure {
		add(ts[k], ts[:k], true)
	}
}

func isVietnamese(ts []token) bool {
	if len(ts) < 2 || len(ts) > 4 || !vietFamilies[ts[0].word] {
		return false
	}
	for i, t := range ts {
		if t.glued || t.dot || isInitial(t.word) || i > 0 && !syllables.MatchString(t.word) {
			return false
		}
	}
	if strings.ToLower(ts[0].raw) != ts[0].word { // "Lê"
		return true
	}
	if len(ts) == 2 {
		return vietGiven[ts[1].word]
	}
	return vietMiddle[ts[1].word] || !eastFamilies[ts[0].word] && ts[0].word != "do" && ts[0].word != "la" && ts[0].word != "to"
}

// isPinyin says whether syllables are written as Pinyin writes them and Wade-Giles does not.
func isPinyin(w string) bool {
	for i := range len(w) {
		switch c := w[i]; {
		case strings.IndexByte("bdqx", c) >= 0, c == 'r' && i == 0, c == 'g' && (i == 0 || w[i-1] != 'n'), c == 'z' && (i == 0 || w[i-1] != 't'):
			return true
		}
	}
	return strings.Contains(w, "ong")
}

// coarse writes a Chinese name so that its Pinyin and Wade-Giles forms are one. It is lossy, since Wade-Giles without
// apostrophes is: "chi" is "ji" or "qi".
func coarse(w string) string { return coarsely.Replace(w) }

var coarsely = strings.NewReplacer("hs", "x", "tzu", "zi", "tz", "z", "ts", "z", "ssu", "si", "szu", "si", "zh", "j", "ch", "j", "q", "j", "sh", "sh",
	"c", "z", "k", "g", "t", "d", "p", "b", "ung", "ong", "ieh", "ie", "ueh", "ue", "eh", "e", "ien", "ian", "uo", "o", "yen", "yan", "ih", "i")

// korean writes a Korean name so that the ways to spell it are mostly one.
func korean(w string) string { return koreanly.Replace(w) }

var koreanly = strings.NewReplacer("yeo", "yo", "eo", "o", "eu", "o", "woo", "o", "wu", "o", "oo", "o", "ou", "o", "ui", "i", "u", "o", "ee", "i", "ch", "j", "k", "g",
	"t", "d", "p", "b")

// koreanFamilies gives one spelling of a Korean family name by the others.
var koreanFamilies = oneSpelling("lee yi rhee ri rhie", "park pak bak", "choi choe", "roh noh no", "jung chung jeong", "kang gang", "cho jo", "yoon yun",
	"lim im rim", "moon mun", "shin sin", "kwon gwon", "yoo yu ryu", "ahn an", "suh seo", "huh heo", "paik baek paek", "jeon chon", "koo ku gu", "woo u", "kim gim")

func oneSpelling(groups ...string) map[string]string {
	out := map[string]string{}
	for _, g := range groups {
		words := strings.Fields(g)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

// fitEast compares two names as East Asian ones. clash says that they are such names and differ.
func fitEast(a, b *Name) (p float64, clash bool) {
	for _, x := range a.east {
		for _, y := range b.east {
			p = max(p, x.likeness(y))
			clash = clash || x.sure && y.sure || (x.sure || y.sure) && x.family == y.family && x.last == y.last
		}
	}
	return p, clash && p == 0
}

// likeness is how likely two names with these readings are one.
func (x reading) likeness(y reading) float64 {
	switch {
	case x.family == y.family && x.given == y.given:
		if x.last == y.last {
			return 0.95
		}
		if x.sure || y.sure || x.two && y.two {
			return 0.9
		}
		return 0.5 // "Hu Feng", "Feng Hu"
	case x.last != y.last && !x.sure && !y.sure:
		return 0
	case x.pinyin != y.pinyin && coarse(x.family) == coarse(y.family) && coarse(x.given) == coarse(y.given):
		return 0.88
	}
	fx, fy := koreanFamilies[x.family], koreanFamilies[y.family]
	if fx != "" && fx == fy && len(x.given) > 4 && korean(x.given) == korean(y.given) {
		return 0.86
	}
	return 0
}

// sureEast is the reading of a name that is surely East Asian, family name first.
func (n *Name) sureEast() (reading, bool) {
	if len(n.east) > 0 && n.east[0].sure {
		return n.east[0], true
	}
	return reading{}, false
}
