// Package gazetteer knows words and phrases by what they usually name: forenames, parties, countries, titles.
//
// A Class is a set of such kinds. A Key stands for a word or phrase; keys are chained word by word, so that a text is
// matched against phrases of any length without joining strings. Names are matched without regard to case and
// accents ("PERÓN" is "peron"); abbreviations only as they are written ("PPP").
//
// The words come from ParlGov (CC0), Party Facts (MIT), name lists by country (CC0) and the lists in lists/, which were
// written for this project (countries, places and demonyms too: the ODbL list of countries is not used).
// `go generate` compiles them into gazetteer.bin.
package gazetteer

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
)

//go:generate go run ./compile -data ../../../shared/data/gazetteers -lists lists -out gazetteer.bin

// Class is a set of kinds.
type Class uint32

// The kinds.
const (
	Forename     Class = 1 << iota // "Benedicta"
	Surname                        // "Okonjo"
	Figure                         // a surname or name that is known by itself: "Gramsci"
	Party                          // a party's name, in English or its own language
	PartyShort                     // a party's abbreviation, as written
	PartyWord                      // what a party's name is built on: "party", "front"
	Organisation                   // a known organisation, abbreviations as written
	OrgWord                        // what an organisation's name is built on: "ministry", "university"
	Title                          // what stands before a person's name and is not part of it: "comrade"
	Country                        // a country
	Place                          // a city, province or state
	Region                         // a sea, continent, mountain range: a place without a government
	PlaceWord                      // what such a place's name is built on: "valley"
	Group                          // a people, religion or ideology: "Breton", "Buddhists"
	Event                          // a known event
	EventWord                      // what an event's name is built on: "accord"
	Work                           // a known title
	WorkWord                       // what a publication's name is built on: "gazette"
	Calendar                       // a month, a weekday, a feast
	Role                           // an office or trade that follows or stands for a name: "spokesman"
	Speech                         // a verb of saying: "said"
	Common                         // an English function word
	classes      = iota
)

// Key stands for a word or for a phrase.
type Key uint64

type entry struct {
	key    Key
	class  Class
	prefix bool // a longer phrase begins so
}

// Gazetteer is a set of phrases with their classes. It is safe for concurrent use.
type Gazetteer struct {
	slots []entry
	mask  uint64
}

//go:embed gazetteer.bin
var compiled []byte

// Load returns the compiled gazetteer.
var Load = sync.OnceValue(func() *Gazetteer {
	g, err := decode(compiled)
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
	return g
})

// Find returns the class of what key stands for (0 for none) and whether a longer phrase begins with it.
func (g *Gazetteer) Find(key Key) (class Class, more bool) {
	for i := uint64(key) & g.mask; ; i = (i + 1) & g.mask {
		switch e := &g.slots[i]; e.key {
		case key:
			return e.class, e.prefix
		case 0:
			return 0, false
		}
	}
}

// Classes returns the class of a phrase, its words separated by spaces; abbreviations in it are found too.
func (g *Gazetteer) Classes(phrase string) Class {
	class, _ := g.Find(phraseKey(phrase))
	short, _ := g.Find(Exact(phrase))
	return class | short
}

func (g *Gazetteer) add(key Key, class Class, prefix bool) {
	i := uint64(key) & g.mask
	for g.slots[i].key != 0 && g.slots[i].key != key {
		i = (i + 1) & g.mask
	}
	e := &g.slots[i]
	e.key, e.class, e.prefix = key, e.class|class, e.prefix || prefix
}

// decode reads what Encode wrote.
func decode(b []byte) (*Gazetteer, error) {
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, fmt.Errorf("gazetteer.bin: %w", err)
	}
	r := bytes.NewReader(text)
	n, err := binary.ReadUvarint(r)
	if err != nil {
		return nil, fmt.Errorf("gazetteer.bin: %w", err)
	}
	size := uint64(1024)
	for size < 3*n {
		size *= 2
	}
	g := &Gazetteer{slots: make([]entry, size), mask: size - 1}
	var phrase []byte
	for range n {
		keep, err1 := binary.ReadUvarint(r)
		more, err2 := binary.ReadUvarint(r)
		class, err3 := binary.ReadUvarint(r)
		if err1 != nil || err2 != nil || err3 != nil || keep > uint64(len(phrase)) || more > uint64(r.Len()) {
			return nil, fmt.Errorf("gazetteer.bin: cut short")
		}
		at := len(text) - r.Len()
		phrase = append(phrase[:keep], text[at:at+int(more)]...)
		if _, err := r.Seek(int64(more), io.SeekCurrent); err != nil {
			return nil, fmt.Errorf("gazetteer.bin: %w", err)
		}
		g.insert(string(phrase), Class(class))
	}
	return g, nil
}

// insert adds a phrase and all its beginnings.
func (g *Gazetteer) insert(phrase string, class Class) {
	if phrase[0] == '=' {
		g.add(Exact(phrase[1:]), class, false)
		return
	}
	key, rest := Key(0), phrase
	for rest != "" {
		word, tail := cutWord(rest)
		key = key.Then(Word(word))
		if tail == "" {
			g.add(key, class, false)
		} else {
			g.add(key, 0, true)
		}
		rest = tail
	}
}

// Encode writes phrases, sorted and distinct, with their classes as one compressed block. A phrase is words separated by
// single spaces; one that begins with "=" is an abbreviation.
func Encode(phrases []string, class []Class) ([]byte, error) {
	var b []byte
	b = binary.AppendUvarint(b, uint64(len(phrases)))
	last := ""
	for i, p := range phrases {
		keep := 0
		for keep < len(p) && keep < len(last) && p[keep] == last[keep] {
			keep++
		}
		b = binary.AppendUvarint(b, uint64(keep))
		b = binary.AppendUvarint(b, uint64(len(p)-keep))
		b = binary.AppendUvarint(b, uint64(class[i]))
		b = append(b, p[keep:]...)
		last = p
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
