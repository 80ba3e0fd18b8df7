package curated

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hustings/stages/read"
)

// index has the file's texts by the letters that they begin with, folded; each list is sorted by text, so that a
// document's text is compared with all of them letter by letter.
type index map[string][]*entry

// entry is a text to look for: an alias, or a name that a condition asks for.
type entry struct {
	text   string
	claims []claim // of the rules that the text is an alias of
}

// claim is a rule by which an alias means an actor.
type claim struct {
	id   string
	rule *read.Rule
}

// builder gathers entries by text. An alias in capitals is one too, unless the file has another so written.
type builder struct {
	entries map[string]*entry
	order   []*entry
}

func newBuilder() *builder { return &builder{entries: map[string]*entry{}} }

func (b *builder) entry(text string) *entry {
	e, ok := b.entries[text]
	if !ok {
		e = &entry{text: text}
		b.entries[text] = e
		b.order = append(b.order, e)
	}
	return e
}

func (b *builder) add(alias, id string, r *read.Rule) {
	if alias = read.Alike(alias); alias == "" || id == "" {
		return
	}
	e := b.entry(alias)
	e.claims = append(e.claims, claim{id, r})
}

// watch makes the names that a row's conditions ask for known.
func (b *builder) watch(r *read.Rule) {
	for _, name := range []string{r.Place, r.With} {
		if name = read.Alike(name); name != "" {
			b.entry(name)
		}
	}
}

func (b *builder) index() index {
	claimed := map[string]bool{}
	for _, e := range b.order {
		claimed[e.text] = len(e.claims) > 0
	}
	for _, e := range slices.Clone(b.order) {
		if up := strings.ToUpper(e.text); len(e.claims) > 0 && up != e.text && !claimed[up] && utf8.RuneCountInString(e.text) > 3 {
			x := b.entry(up)
			x.claims = append(x.claims, e.claims...)
		}
	}
	out := index{}
	for _, e := range b.order {
		start := beginning(e.text)
		out[start] = append(out[start], e)
	}
	for _, list := range out {
		slices.SortFunc(list, func(x, y *entry) int { return strings.Compare(x.text, y.text) })
	}
	return out
}

// beginning gives the letters and digits that a text begins with, folded; a mark if there are none.
func beginning(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case end < 0:
		end = len(s)
	case end == 0:
		_, end = utf8.DecodeRuneInString(s)
	}
	return strings.ToLower(s[:end])
}

// match tells found of every entry of a list that a text begins with, the shortest first, and of how many of its bytes.
// White space stands for any other, quotes and dashes for their likes.
func match(list []*entry, text string, found func(e *entry, n int)) {
	for at, depth := 0, 0; at < len(text) && len(list) > 0; {
		r, n := utf8.DecodeRuneInString(text[at:])
		if at += n; unicode.IsSpace(r) {
			r = ' '
			at = len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		}
		next := string(read.Straight(r))
		list = list[sort.Search(len(list), func(i int) bool { return list[i].text[depth:] >= next }):]
		list = list[:sort.Search(len(list), func(i int) bool { return !strings.HasPrefix(list[i].text[depth:], next) })]
		depth += len(next)
		if len(list) > 0 && len(list[0].text) == depth {
			found(list[0], at)
			list = list[1:]
		}
	}
}
