// Command audit tells how far names decide. It exchanges the names of persons and parties in the corpus, in the held-out news and
// in the held-out passages for names of other origins, genders and lengths, judges again as the product does, and counts the
// labels that change: once with the mentions given, so that the judging alone is tried, and once by the whole product, which
// may find other mentions. It writes what it finds into the cards of both models.
//
//	go run ./stages/sentiment/audit -seeds seeds -data ../shared/data
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
)

func main() {
	seeds := flag.String("seeds", "seeds", "folder of the corpus")
	data := flag.String("data", "../shared/data", "folder of the data sets")
	rounds := flag.Int("rounds", 3, "how often every name is exchanged where mentions are given")
	wholes := flag.Int("wholes", 1, "how often where the whole product runs")
	model := flag.String("model", "", "audit this model alone: accurate or fast")
	show := flag.Bool("errors", false, "print the labels that change with the mentions given, and write no card")
	flag.Parse()
	log.SetFlags(0)
	all, err := documents(*seeds, *data)
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range []struct{ name, card string }{{"fast", "models/linear"}, {"accurate", "models/accurate"}} {
		if *model != "" && *model != m.name {
			continue
		}
		text, err := audit(all, m.name, *rounds, *wholes, *show)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s\n\n%s\n", m.name, text)
		if *show {
			continue
		}
		if err := put(filepath.Join(m.card, "README.md"), text); err != nil {
			log.Fatal(err)
		}
	}
}

// audit gives the tables of one model.
func audit(all []*document, model string, rounds, wholes int, show bool) (string, error) {
	origins, parties := lists()
	alone, product := newTable(origins), newTable(origins)
	for _, d := range all {
		if err := alone.given(d, model, rounds, &renamer{origins: origins, parties: parties}, show); err != nil {
			return "", err
		}
		if err := product.whole(d, model, wholes, &renamer{origins: origins, parties: parties}); err != nil {
			return "", err
		}
	}
	text := "Mentions given:\n\n" + alone.write(false)
	if wholes > 0 {
		text += "\nBy the whole product, which finds the mentions anew:\n\n" + product.write(true)
	}
	return text, nil
}

// given judges a document's own mentions before and after their names are exchanged.
func (t *table) given(d *document, model string, rounds int, r *renamer, show bool) error {
	before, err := given(d, model)
	if err != nil || len(before) == 0 {
		return err
	}
	for r.round = range rounds {
		other, names := r.rename(d)
		after, err := given(other, model)
		if err != nil {
			return err
		}
		for i, m := range d.mentions {
			was, ok := before[i]
			now, found := after[i]
			if !ok || !found { // a sentence ends elsewhere, and names the actor twice
				continue
			}
			t.add(d.set, m.kind, names[i], was, now, true)
			if show && was.polarity != now.polarity {
				x := other.mentions[i]
				fmt.Printf("%s %d (%.3f) -> %d (%.3f)\n  %s\n  %s\n", d.id, was.polarity, was.mean, now.polarity, now.mean, around(d.text, m), around(other.text, x))
			}
		}
	}
	return nil
}

// around is a mention with what stands beside it.
func around(text string, m mention) string {
	return fmt.Sprintf("%q{{%s}}%q", text[max(0, m.start-200):m.start], text[m.start:m.end], text[m.end:min(len(text), m.end+150)])
}

// whole lets the product find and judge mentions before and after the names of those that a document has are exchanged.
func (t *table) whole(d *document, model string, rounds int, r *renamer) error {
	if rounds == 0 {
		return nil
	}
	before, err := found(d, model)
	if err != nil {
		return err
	}
	for r.round = range rounds {
		other, names := r.rename(d)
		after, err := found(other, model)
		if err != nil {
			return err
		}
		for i, m := range d.mentions {
			if was, ok := before[[2]int{m.start, m.end}]; ok {
				now, again := after[[2]int{other.mentions[i].start, other.mentions[i].end}]
				t.add(d.set, m.kind, names[i], was, now, again)
			}
		}
	}
	return nil
}
