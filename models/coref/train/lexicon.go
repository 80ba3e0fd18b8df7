package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/jdkato/prose/v2"

	"hustings/models/coref"
	"hustings/models/gazetteer"
)

const (
	batch    = 100 // documents shown to prose at a time: it reads its model each time
	rare     = 3   // a word tagged less often than this is left to its ending
	second   = 6   // a word's other kinds are kept from one in so many
	whoShare = 60  // of a noun for persons
	common   = 3   // descriptions with a head before what they mean is believed
)

// lexicon learns from the training texts the kinds of words, as prose's tagger sees them, and the heads of descriptions; the
// sexes of forenames come from the lists of names and from the texts.
func lexicon(data string, docs []document) (*coref.Lexicon, error) {
	l := &coref.Lexicon{Words: map[string]coref.Entry{}}
	if err := forenames(l, filepath.Join(data, "gazetteers", "forenames_by_country.tsv"), docs); err != nil {
		return nil, err
	}
	if err := tag(l, docs); err != nil {
		return nil, err
	}
	heads(l, docs)
	return l, nil
}

// bearers is in how many documents somebody of a forename must be "he" or "she" for its sex to be believed: a name that
// stood in one alone would be known better in training than it ever is elsewhere.
const bearers = 2

// forenames counts the sexes of forenames: one vote for each country that lists a name, one for each person of a text who is
// called by it and by "he" or "she".
func forenames(l *coref.Lexicon, list string, docs []document) error {
	type votes struct{ listed, seen [2]int }
	counts := map[string]*votes{}
	of := func(name string) *votes {
		w := gazetteer.Fold(name)
		if counts[w] == nil {
			counts[w] = &votes{}
		}
		return counts[w]
	}
	data, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && (f[1] == "F" || f[1] == "M") {
			of(f[0]).listed[sexOf(f[1] == "F")]++
		}
	}
	for i := range docs {
		d := &docs[i]
		sex := map[int32]int{}
		for _, g := range d.gold {
			if w := surface(d, g.first, g.last); people[w] {
				sex[g.chain] = 1 + sexOf(strings.HasPrefix(w, "she") || strings.HasPrefix(w, "her"))
			}
		}
		for _, n := range d.text.Names {
			if sex[n.Chain] > 0 && n.Type == "PERSON" && n.Last-n.First > 1 {
				of(d.text.Words[n.First].Text).seen[sex[n.Chain]-1]++
				sex[n.Chain] = 0
			}
		}
	}
	for w, v := range counts {
		sum := v.listed
		if v.seen[0]+v.seen[1] >= bearers {
			sum[0], sum[1] = sum[0]+v.seen[0], sum[1]+v.seen[1]
		}
		switch most := slices.Max(sum[:]); {
		case most == 0:
		case 4*most < 3*(sum[0]+sum[1]):
			l.Words[w] = coref.Entry{Sex: '?'}
		case sum[1] == most:
			l.Words[w] = coref.Entry{Sex: 'F'}
		default:
			l.Words[w] = coref.Entry{Sex: 'M'}
		}
	}
	return nil
}

func sexOf(female bool) int {
	if female {
		return 1
	}
	return 0
}

func tag(l *coref.Lexicon, docs []document) error {
	bits := map[string]coref.Tags{}
	for _, k := range coref.OpenKinds {
		for _, p := range k.Penn {
			bits[p] = k.Bit
		}
	}
	counts := map[string]map[coref.Tags]int{}
	for from := 0; from < len(docs); from += batch {
		var text strings.Builder
		for i := from; i < min(from+batch, len(docs)); i++ {
			for _, w := range docs[i].text.Words {
				text.WriteString(w.Text + " ")
			}
		}
		d, err := prose.NewDocument(text.String(), prose.WithSegmentation(false), prose.WithExtraction(false))
		if err != nil {
			return err
		}
		for _, t := range d.Tokens() {
			w := strings.ToLower(t.Text)
			if bits[t.Tag] == 0 || !unicode.IsLetter([]rune(w)[0]) || (t.Tag == "NNP" || t.Tag == "NNPS") && w != t.Text {
				continue
			}
			if counts[w] == nil {
				counts[w] = map[coref.Tags]int{}
			}
			counts[w][bits[t.Tag]]++
		}
	}
	for w, c := range counts {
		total := 0
		for _, n := range c {
			total += n
		}
		if total < rare {
			continue
		}
		e := l.Words[w]
		for b, n := range c {
			if second*n >= total {
				e.Tags |= b
			}
		}
		l.Words[w] = e
	}
	return nil
}

func heads(l *coref.Lexicon, docs []document) {
	type count struct{ person, party int }
	counts := map[string]*count{}
	for i := range docs {
		d := &docs[i]
		kinds := map[int32]string{}
		for _, n := range d.text.Names {
			kinds[n.Chain] = n.Type
		}
		for _, g := range d.gold {
			if g.form != coref.Nominal {
				continue
			}
			w := headOf(&d.text, g)
			if w == "" {
				continue
			}
			if counts[w] == nil {
				counts[w] = &count{}
			}
			switch kinds[g.chain] {
			case "PERSON":
				counts[w].person++
			case "PARTY", "ORG":
				counts[w].party++
			}
		}
	}
	z := gazetteer.Load()
	listed := func(w string, class coref.Head) {
		e := l.Words[w]
		e.Head = class
		l.Words[w] = e
	}
	for w := range l.Words {
		c := z.Classes(w)
		switch {
		case l.Words[w].Tags&1 == 0 && c&gazetteer.Title == 0: // no noun
		case c&(gazetteer.Role|gazetteer.Title) != 0 || coref.IsPersonWord(w):
			listed(w, coref.ListedPerson)
		case c&gazetteer.PartyWord != 0:
			listed(w, coref.ListedParty)
		}
	}
	for _, w := range persons(docs) {
		if e := l.Words[w]; e.Head == coref.NotHead && e.Tags&1 != 0 {
			listed(w, coref.LikelyHead)
		}
	}
	for w, c := range counts {
		n := c.person + c.party
		switch {
		case n < common:
			if l.Words[w].Head == coref.NotHead && n > 0 {
				listed(w, coref.RareHead)
			}
		case 4*c.person >= 3*n:
			listed(w, coref.PersonHead)
		case 4*c.party >= 3*n:
			listed(w, coref.PartyHead)
		default:
			listed(w, coref.EitherHead)
		}
	}
}

// headOf is the last word of a description before "of" or the like.
func headOf(d *coref.Document, g gold) string {
	head := ""
	for i := g.first; i < g.last; i++ {
		w := strings.ToLower(d.Words[i].Text)
		switch w {
		case "of", "for", "in", "from", "to", "who", "with", "at", ",", "on", "and":
			if i > g.first {
				return head
			}
		}
		if unicode.IsLetter([]rune(w)[0]) {
			head = w
		}
	}
	return head
}

// persons are nouns that stand before "who", twice and once in so many times.
func persons(docs []document) []string {
	all, before := map[string]int{}, map[string]int{}
	for i := range docs {
		words := docs[i].text.Words
		for k, w := range words {
			if w.Text != strings.ToLower(w.Text) || len(w.Text) < 3 {
				continue
			}
			all[w.Text]++
			if k+1 < len(words) && (words[k+1].Text == "who" || words[k+1].Text == "whom") {
				before[w.Text]++
			}
		}
	}
	var out []string
	for _, w := range slices.Sorted(maps.Keys(before)) {
		if before[w] >= 2 && before[w]*whoShare >= all[w] {
			out = append(out, w)
		}
	}
	return out
}
