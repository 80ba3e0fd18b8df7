package pipeline

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
)

// runLog is what each step of a run was made from: kept beside the store, so that the next run can tell what changed.
type runLog struct {
	mu    sync.Mutex
	Steps []loggedStep                 `json:"steps"`
	Texts map[string]map[string]string `json:"texts"` // part → document → hash of its text
}

type loggedStep struct {
	Name  string       `json:"name"`
	Part  string       `json:"part,omitempty"` // its first document
	From  []ingredient `json:"from"`
	Found bool         `json:"found,omitempty"`
	Why   string       `json:"why"`
}

func (l *runLog) add(name, part string, from []ingredient, found bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.Steps = append(l.Steps, loggedStep{Name: name, Part: part, From: from, Found: found})
}

func (l *runLog) count() (steps, ran int) {
	for _, s := range l.Steps {
		if !s.Found {
			ran++
		}
	}
	return len(l.Steps), ran
}

// compare fills in why each step ran or did not, by what the run before was made from.
func (l *runLog) compare(before *runLog, c *Corpus, order []string) {
	l.Texts = map[string]map[string]string{}
	for _, x := range c.parts {
		docs := map[string]string{}
		for i, id := range x.ids {
			docs[id] = x.texts[i][:16]
		}
		l.Texts[x.label()] = docs
	}
	type id struct{ name, part string }
	earlier := map[id]loggedStep{}
	for _, s := range before.Steps {
		earlier[id{s.Name, s.Part}] = s
	}
	slices.SortFunc(l.Steps, func(a, b loggedStep) int {
		if n := slices.Index(order, a.Name) - slices.Index(order, b.Name); n != 0 {
			return n
		}
		return strings.Compare(a.Part, b.Part)
	})
	for i := range l.Steps {
		s := &l.Steps[i]
		old, known := earlier[id{s.Name, s.Part}]
		var changed []string
		if known {
			changed = differences(old.From, s.From, before.Texts[s.Part], l.Texts[s.Part])
		}
		switch {
		case s.Found && known && len(changed) == 0:
			s.Why = "nothing it is made from has changed"
		case s.Found:
			s.Why = "made of the same by an earlier run"
		case !known && s.Part != "":
			s.Why = "no earlier run has a part that begins with this document"
		case !known:
			s.Why = "no earlier run"
		case len(changed) == 0:
			s.Why = "the store had lost it"
		default:
			s.Why = "changed: " + strings.Join(changed, "; ")
		}
	}
}

// differences names the ingredients that differ; for texts, the documents.
func differences(old, now []ingredient, oldTexts, nowTexts map[string]string) []string {
	before := map[string]string{}
	for _, x := range old {
		before[x.Name] = x.Hash
	}
	var out []string
	for _, x := range now {
		was, ok := before[x.Name]
		switch {
		case ok && was == x.Hash:
		case x.Name == "text":
			out = append(out, "text of "+changedTexts(oldTexts, nowTexts))
		case x.Name == "settings":
			out = append(out, fmt.Sprintf("settings from %s to %s", was, x.Hash))
		case x.Name == "code" || x.Name == "engine":
			out = append(out, "the program ("+x.Name+")")
		case x.Name == "documents":
			out = append(out, "which documents there are")
		default:
			out = append(out, "table "+x.Name)
		}
	}
	return out
}

func changedTexts(old, now map[string]string) string {
	var ids []string
	for id, hash := range now {
		if old[id] != hash {
			ids = append(ids, id)
		}
	}
	for id := range old {
		if _, ok := now[id]; !ok {
			ids = append(ids, id+" (gone)")
		}
	}
	slices.Sort(ids)
	const shown = 3
	if len(ids) > shown {
		return fmt.Sprintf("%s and %d more", strings.Join(ids[:shown], ", "), len(ids)-shown)
	}
	return strings.Join(ids, ", ")
}

func readLog(path string) *runLog {
	l := &runLog{}
	if data, err := os.ReadFile(path); err == nil && json.Unmarshal(data, l) != nil {
		return &runLog{} // damage reads as no earlier run
	}
	return l
}

// Explain writes why each step of the last run into the folder ran or did not.
func Explain(w io.Writer, out string) error {
	l := readLog(logPath(out))
	if len(l.Steps) == 0 {
		return fmt.Errorf("explain: no run in %q yet: run it first, or name another folder with --out", out)
	}
	steps, ran := l.count()
	if _, err := fmt.Fprintf(w, "%d of %d steps ran\n", ran, steps); err != nil {
		return err
	}
	last := ""
	for _, s := range l.Steps {
		if s.Name != last {
			if _, err := fmt.Fprintf(w, "\n%s\n", s.Name); err != nil {
				return err
			}
			last = s.Name
		}
		state, part := "ran   ", ""
		if s.Found {
			state = "found "
		}
		if s.Part != "" {
			part = fmt.Sprintf("%s … (%d documents): ", s.Part, len(l.Texts[s.Part]))
		}
		if _, err := fmt.Fprintf(w, "  %s %s%s\n", state, part, s.Why); err != nil {
			return err
		}
	}
	return nil
}
