package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"hustings/models/linear"
	"hustings/stages/tokens"
)

// balanced are the authored files with about as many judgements as neutral mentions; natural those with the
// frequencies of real prose.
var (
	balanced = []string{"africa_mideast", "americas_oceania", "asia", "europe"}
	natural  = []string{"academic", "movement", "news", "opinion", "voices"}
)

var (
	marked = regexp.MustCompile(`\{([A-Z]+[0-9]*[a-z]?)(~?)([+-]?)(?:@([A-Z]+[0-9]*[a-z]?))?:([^{}\n]+)\}`)
	entity = regexp.MustCompile(`^= ([A-Z]+[0-9]*[a-z]?) ([A-Z]+) `)
)

// mention is a marked mention in a paragraph whose marks are gone; byte offsets.
type mention struct {
	start, end   int
	entity, kind string
	named        bool
	polarity     int
}

// authored reads one file of passages. A passage is held out if its number ends in 0.
func authored(folder, file string) ([]example, error) {
	path := filepath.Join(folder, file+".txt")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, block := range regexp.MustCompile(`\n\s*\n`).Split(strings.TrimSpace(string(b)), -1) {
		lines := strings.Split(block, "\n")
		id, _, _ := strings.Cut(strings.TrimPrefix(lines[0], "# "), " | ")
		types := map[string]string{}
		for _, line := range lines[1:] {
			if m := entity.FindStringSubmatch(line); m != nil {
				types[m[1]] = m[2]
				continue
			}
			text, mentions, err := unmark(line, types)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, id, err)
			}
			for _, e := range paragraph(text, mentions) {
				e.source, e.passage, e.heldOut = file, id, strings.HasSuffix(id, "0")
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// unmark takes the marks of block and mention out of a line.
func unmark(line string, types map[string]string) (string, []mention, error) {
	for _, p := range []string{"## ", "> "} {
		line = strings.TrimPrefix(line, p)
	}
	var b strings.Builder
	var mentions []mention
	at := 0
	for _, m := range marked.FindAllStringSubmatchIndex(line, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return line[m[2*i]:m[2*i+1]]
		}
		b.WriteString(line[at:m[0]])
		kind := types[part(1)]
		if kind == "" {
			return "", nil, fmt.Errorf("entity %q is not declared", part(1))
		}
		x := mention{start: b.Len(), entity: part(1), kind: kind, named: part(2) == ""}
		switch part(3) {
		case "+":
			x.polarity = 1
		case "-":
			x.polarity = -1
		}
		b.WriteString(part(5))
		x.end = b.Len()
		mentions = append(mentions, x)
		at = m[1]
	}
	b.WriteString(line[at:])
	return b.String(), mentions, nil
}

// paragraph makes an example of each PERSON and PARTY mention.
func paragraph(text string, mentions []mention) []example {
	quoted := quotedBytes(text)
	var out []example
	for _, s := range sentences(text) {
		var inside []mention
		for _, m := range mentions {
			if m.start >= s[0] && m.end <= s[1] {
				inside = append(inside, m)
			}
		}
		if len(inside) == 0 {
			continue
		}
		words, places := cut(text[s[0]:s[1]])
		span := func(m mention) [2]int { return wordsOf(places, m.start-s[0], m.end-s[0]) }
		for _, m := range inside {
			if m.kind != "PERSON" && m.kind != "PARTY" {
				continue
			}
			at := span(m)
			t := linear.Target{First: at[0], Last: at[1], Kind: m.kind, Quoted: quoted[m.start]}
			for _, o := range inside {
				switch {
				case o == m:
				case o.entity == m.entity:
					t.Same = append(t.Same, span(o))
				case o.named && o.kind != "NORP":
					t.Names = append(t.Names, span(o))
				}
			}
			out = append(out, example{words: words, target: t, label: m.polarity + 1})
		}
	}
	return out
}

func cut(text string) ([]string, []tokens.Span) {
	places := tokens.Words(text)
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = text[p.Start:p.End]
	}
	return words, places
}

// wordsOf gives the first and last word that a stretch of bytes touches.
func wordsOf(places []tokens.Span, start, end int) [2]int {
	first, last := len(places), -1
	for i, p := range places {
		if p.End > start && p.Start < end {
			first, last = min(first, i), i
		}
	}
	return [2]int{first, last}
}

// quotedBytes tells for each byte whether double quotation marks around it are open.
func quotedBytes(text string) []bool {
	in, open := make([]bool, len(text)), false
	for i, r := range text {
		switch r {
		case '“', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		}
		for j := i; j < len(text) && (j == i || text[j]&0xC0 == 0x80); j++ {
			in[j] = open
		}
	}
	return in
}

var abbreviations = strings.Fields("Mr Mrs Ms Dr Prof Rev Gen Col Maj Capt Lt Sgt Hon Sen Rep Gov St Jr Sr No vs Messrs M Mme pp p cf vol al")

// sentences cuts a paragraph at final punctuation that a space and a capital, digit or quotation mark follow.
func sentences(text string) [][2]int {
	var out [][2]int
	start := 0
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(".?!", text[i]) < 0 {
			continue
		}
		end := i + 1
		for end < len(text) && strings.ContainsRune("\"')]”’", firstRune(text[end:])) {
			end += len(string(firstRune(text[end:])))
		}
		if end >= len(text) || text[end] != ' ' {
			continue
		}
		next := firstRune(strings.TrimLeft(text[end:], " "))
		if !unicode.IsUpper(next) && !unicode.IsDigit(next) && !strings.ContainsRune("\"“‘'[(", next) {
			continue
		}
		if text[i] == '.' {
			w := text[strings.LastIndexAny(text[:i], " (\"“.")+1 : i]
			if len([]rune(w)) == 1 && unicode.IsUpper(firstRune(w)) || contains(abbreviations, w) {
				continue
			}
		}
		out = append(out, [2]int{start, end})
		start = end + 1
		i = end
	}
	if start < len(text) {
		out = append(out, [2]int{start, len(text)})
	}
	return out
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
