package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A scheme says how a source's labels read.
type scheme struct {
	set   types
	maybe bool // the label is wider than the types
}

// A set is one annotated source of other people's sentences.
type set struct {
	source string
	chunk  int   // sentences that make a document where the source does not say; 0 for its document ids
	open   types // types that the source does not annotate: a capitalised word that it leaves out may be one
	keep   func(doc string) bool
}

var (
	person    = typesOf("PERSON")
	body      = typesOf("PARTY", "ORG")
	place     = typesOf("GPE", "LOC")
	rest      = typesOf("NORP", "EVENT", "WORK")
	sets      = []set{crossner, {"wikigold", 12, 0, nil}, {"crossner_other", 1, typesOf("NORP"), nil}, gum, {"tweebank", 1, 0, nil}, {"wnut17", 1, typesOf("NORP", "EVENT"), nil}, {"btc", 1, rest, nil}}
	crossner  = set{"crossner_politics", 1, typesOf("NORP", "WORK"), nil}
	gum       = set{"gum_derived", 0, 0, licensed}
	gumGenres = []string{"academic", "bio", "court", "interview", "news", "voyage"}
)

// licensed says whether a GUM document's text is CC BY.
func licensed(doc string) bool {
	for _, g := range gumGenres {
		if strings.HasPrefix(doc, "GUM_"+g+"_") {
			return true
		}
	}
	return false
}

// read reads source.part.conll.
func (x set) read(folder, part string, surfaces surfaces) ([]document, error) {
	path := filepath.Join(folder, x.source+"."+part+".conll")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var ids []string
	if x.chunk == 0 {
		list, err := os.ReadFile(path + ".docids")
		if err != nil {
			return nil, err
		}
		ids = strings.Fields(string(list))
	}
	var out []document
	n, last := 0, ""
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		id := ""
		switch {
		case x.chunk == 0 && n >= len(ids):
			return nil, fmt.Errorf("%q: %d sentences, fewer document ids", path, n+1)
		case x.chunk == 0:
			id = ids[n]
		default:
			id = fmt.Sprint(n / x.chunk)
		}
		n++
		if x.keep != nil && !x.keep(id) {
			continue
		}
		s, err := x.sentence(block, surfaces)
		if err != nil {
			return nil, fmt.Errorf("%q: sentence %d: %w", path, n, err)
		}
		if id != last || len(out) == 0 {
			out = append(out, document{source: x.source})
			last = id
		}
		d := &out[len(out)-1]
		d.sentences = append(d.sentences, s)
	}
	return out, nil
}

func (x set) sentence(block string, known surfaces) (sentence, error) {
	var words, labels []string
	for line := range strings.SplitSeq(block, "\n") {
		word, label, ok := strings.Cut(line, "\t")
		if !ok {
			return sentence{}, fmt.Errorf("%q: want a token, a tab and a label", line)
		}
		words, labels = append(words, word), append(labels, label)
	}
	s := newSentence(words)
	for i := 0; i < len(words); {
		kind, begins := strings.CutPrefix(labels[i], "B-")
		if !begins {
			if r, _ := utf8.DecodeRuneInString(words[i]); x.open != 0 && unicode.IsUpper(r) {
				s.may[i] |= x.open.begins() | x.open.insides()
			}
			if lower := strings.ToLower(words[i]); x.open&typesOf("NORP") != 0 && known.peoples[lower] && words[i] != lower {
				s.may[i] = typesOf("NORP").begins()
			}
			i++
			continue
		}
		end := i + 1
		for end < len(words) && labels[end] == "I-"+kind {
			end++
		}
		as, ok := x.reads(kind)
		if !ok {
			return s, fmt.Errorf("unknown label %q", kind)
		}
		surface := strings.ToLower(strings.Join(words[i:end], " "))
		switch {
		case as.set == body && known.parties[surface]:
			as.set = typesOf("PARTY")
		case as.set&typesOf("NORP") != 0 && known.peoples[surface]:
			as = scheme{typesOf("NORP"), false}
		}
		if as.set != 0 {
			s.mark(i, end, as.set, as.maybe)
		}
		i = end
	}
	return s, nil
}

// reads gives the types that a source's label stands for; none for what is no name here.
func (x set) reads(label string) (scheme, bool) {
	switch label {
	case "PER", "person", "politician", "scientist", "writer", "musicalartist", "researcher":
		return scheme{person, false}, true
	case "politicalparty":
		return scheme{typesOf("PARTY"), false}, true
	case "university", "band", "corporation":
		return scheme{typesOf("ORG"), false}, true
	case "organisation":
		if x.source == crossner.source {
			return scheme{typesOf("ORG"), false}, true
		}
		return scheme{body, false}, true
	case "ORG", "organization", "group":
		return scheme{body, false}, true
	case "country":
		return scheme{typesOf("GPE"), false}, true
	case "LOC", "location", "place":
		return scheme{place, false}, true
	case "event", "election", "conference":
		return scheme{typesOf("EVENT"), false}, true
	case "persongroup":
		return scheme{typesOf("NORP"), false}, true
	case "book", "poem", "song", "album", "academicjournal", "creative-work":
		return scheme{typesOf("WORK"), false}, true
	case "magazine":
		return scheme{typesOf("WORK", "ORG"), false}, true
	case "misc", "MISC", "abstract", "award", "object":
		return scheme{rest, true}, true
	case "product", "substance", "animal", "plant", "algorithm", "astronomicalobject", "chemicalcompound", "chemicalelement",
		"discipline", "enzyme", "field", "literarygenre", "metrics", "musicalinstrument", "musicgenre", "programlang", "protein",
		"task", "theory":
		return scheme{}, true
	}
	return scheme{}, false
}

// surfaces are what names are known by, in lower case.
type surfaces struct{ parties, peoples map[string]bool }

func readSurfaces(folder string) (surfaces, error) {
	read := func(file string) (map[string]bool, error) {
		b, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			return nil, err
		}
		out := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			name, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			out[name] = name != ""
		}
		return out, nil
	}
	parties, err := read("party_overrides.tsv")
	if err != nil {
		return surfaces{}, err
	}
	peoples, err := read("norp_words.txt")
	return surfaces{parties, peoples}, err
}
