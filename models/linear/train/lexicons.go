package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hustings/models/linear"
)

// misleading words have another meaning in politics than in the lexicons' reviews and tweets.
var misleading = strings.Fields("party partys united like likes liked play plays gun share shares shared novel super block blocks cash clean clash number energy interest interests stake matter matters natural ready sure yes yeah fun apartheid arts art bank fire fires firing fired mine crude lucky drop drops stock opportunity free fighting chief legal natural safety top spark hand pay forced force forces")

// compileLexicons merges the three lexicons into the form that the package embeds.
func compileLexicons(folder string) ([]linear.Word, error) {
	type word struct {
		sum, n          float64
		group, polarity int
	}
	words := map[string]*word{}
	at := func(w string) *word {
		if words[w] == nil {
			words[w] = &word{}
		}
		return words[w]
	}
	for _, l := range []struct {
		file   string
		scaled float64
	}{{"vader.tsv", 1}, {"afinn165.tsv", 0.7}} {
		rows, err := table(filepath.Join(folder, l.file))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			x, err := strconv.ParseFloat(r[1], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %q: %w", l.file, r[0], err)
			}
			w := strings.ToLower(r[0])
			if !wordlike(w) || slices.Contains(misleading, w) {
				continue
			}
			e := at(w)
			e.sum += float64(x * l.scaled)
			e.n++
		}
	}
	rows, err := table(filepath.Join(folder, "cameo_verbs.tsv"))
	if err != nil {
		return nil, err
	}
	groups := map[string]int{}
	for _, r := range rows {
		group := r[3]
		if group == "" {
			group = r[1]
		}
		if groups[group] == 0 {
			groups[group] = len(groups)%254 + 1
		}
		polarity := map[string]int{"negative": -1, "neutral": 0, "positive": 1}[r[2]]
		forms := append(strings.Fields(r[4]), r[0])
		if r[4] == "" {
			forms = inflect(r[0])
		}
		for _, f := range forms {
			if e := at(strings.ToLower(f)); wordlike(f) && e.group == 0 {
				e.group, e.polarity = groups[group], polarity
			}
		}
	}
	var names []string
	for w := range words {
		if wordlike(w) {
			names = append(names, w)
		}
	}
	slices.Sort(names)
	var out []linear.Word
	for _, w := range names {
		e := words[w]
		x := linear.Word{Text: w, Group: uint8(e.group), Act: int8(e.polarity)}
		if e.n > 0 {
			x.Valence = band(e.sum / e.n)
		}
		if x.Valence != 0 || x.Group != 0 {
			out = append(out, x)
		}
	}
	return out, nil
}

// band cuts a mean valence (-4..4) to -2..2.
func band(x float64) int8 {
	switch {
	case x <= -1.9:
		return -2
	case x <= -0.5:
		return -1
	case x < 0.5:
		return 0
	case x < 1.9:
		return 1
	}
	return 2
}

// table reads a tab-separated file without its header.
func table(path string) ([][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	want := strings.Count(lines[0], "\t")
	var rows [][]string
	for i, l := range lines[1:] {
		if strings.Count(l, "\t") != want {
			return nil, fmt.Errorf("%s:%d: %d tabs, not %d", path, i+2, strings.Count(l, "\t"), want)
		}
		rows = append(rows, strings.Split(l, "\t"))
	}
	return rows, nil
}

func wordlike(w string) bool {
	for i, r := range w {
		if (r < 'a' || r > 'z') && (i == 0 || r != '-' && r != '\'') {
			return false
		}
	}
	return len(w) > 1
}

// inflect lists the regular forms of an English verb.
func inflect(v string) []string {
	const vowels = "aeiou"
	n := len(v)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte(vowels, v[i]) >= 0 }
	switch {
	case n < 3 || strings.Contains(v, "_"):
		return []string{v}
	case v[n-1] == 'e':
		return []string{v, v + "s", v + "d", v[:n-1] + "ing"}
	case v[n-1] == 'y' && !vowel(n-2):
		return []string{v, v[:n-1] + "ies", v[:n-1] + "ied", v + "ing"}
	case strings.HasSuffix(v, "s") || strings.HasSuffix(v, "x") || strings.HasSuffix(v, "ch") || strings.HasSuffix(v, "sh"):
		return []string{v, v + "es", v + "ed", v + "ing"}
	case n <= 5 && vowel(n-2) && !vowel(n-1) && !vowel(n-3) && !strings.ContainsRune("wxy", rune(v[n-1])):
		d := v + v[n-1:]
		return []string{v, v + "s", d + "ed", d + "ing", v + "ed", v + "ing"}
	}
	return []string{v, v + "s", v + "ed", v + "ing"}
}
