package naming

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

// nicknames.txt was written for this package: a given name and, after a colon, the short forms that people go by.
//
//go:embed nicknames.txt
var nicknamesText string

// formal gives the given names that a nickname may stand for, by their sound.
var formal = func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(nicknamesText, "\n") {
		names, short, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, s := range strings.Fields(short) {
			for _, name := range strings.Fields(names) {
				s, name := Sound(s), Sound(name)
				if !slices.Contains(out[s], name) {
					out[s] = append(out[s], name)
				}
			}
		}
	}
	return out
}()

// informal gives the skeletons of the nicknames of a given name, by its sound.
var informal = func() map[string][]string {
	out := map[string][]string{}
	for _, short := range slices.Sorted(maps.Keys(formal)) {
		for _, name := range formal[short] {
			out[name] = append(out[name], skeleton(part{word: short, sound: short}))
		}
	}
	return out
}()

// nicknamed says whether one given name is short for the other. Two short forms of one name are not compared: "Will"
// and "Bill" may be brothers.
func nicknamed(a, b part) bool {
	return slices.Contains(formal[a.sound], b.sound) || slices.Contains(formal[b.sound], a.sound)
}
