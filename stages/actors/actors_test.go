package actors_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/pipetest"
	"hustings/stages/actors"
	"hustings/stages/chains"
	"hustings/stages/names/namestest"
	"hustings/stages/quotes"
	"hustings/stages/read"
	"hustings/stages/roles"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

func TestActors(t *testing.T) {
	prepare, names := namestest.Marked()
	pipetest.Run(t, "*", pipetest.Case{
		Source:  read.Source,
		Stages:  []*pipeline.Stage{structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage, roles.Stage, actors.Stage},
		Prepare: prepare,
		Given:   given,
	})
}

// given reads the section dates, a document and its date a line, and the section actors.csv: rule, entity_id, alias, other_id,
// name, type, doc and, if there are more, party, role, from, to.
func given(t *testing.T, c *pipeline.Corpus, sections map[string]string) {
	rows, err := csv.NewReader(strings.NewReader(sections["actors.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		row := read.Rule{Line: int32(i + 1), Rule: r[0], EntityID: r[1], Alias: r[2], OtherID: r[3], Name: r[4], Type: r[5], Doc: r[6]}
		if len(r) > 7 {
			row.Party, row.Role, row.From, row.To = r[7], r[8], r[9], r[10]
		}
		read.Rules.Add(c, row)
	}
	dates := strings.Fields(sections["dates"])
	for d, err := range c.Docs() {
		if err != nil {
			t.Fatal(err)
		}
		if at := slices.Index(dates, d.ID); at >= 0 {
			read.Documents.Add(d, read.Document{Date: dates[at+1]})
		}
	}
}

// corpus is documents of one world; each group of them shares no name with the others.
var corpus = [][]string{
	{
		"{PERSON:Marta Okoye} leads the {PARTY:Harbour Workers' Party} ({PARTY:HWP}). {PERSON:Okoye} won.",
		"{PERSON:Okoye} left the {PARTY:HWP}. {PERSON:Marta A. Okoye} returned.",
		"The {PARTY:HWP} mourns. {PERSON:M. Okoye} spoke.",
	},
	{
		"{PERSON:Ilse Varga} and {PERSON:Peter Varga} met in {GPE:Arland}.",
		"{PERSON:Varga} wrote to {GPE:Arland}.",
		"{PERSON:Arland} is a poet; {GPE:Arland} is a country.",
	},
	{
		"The {PARTY:Communist Party of Borland} and the {PARTY:Communist Party of Corland} met.",
		"The {PARTY:Communist Party} (of which?) met. {PERSON:Zulfiqar Dastan} spoke.",
		"{PERSON:Zulfikar Dastan} slept. {ORG:Free List}.",
		"The {PARTY:Free List} and the {PARTY:Free List}.",
	},
	{
		"{PERSON:Иван Волков} и {PARTY:Партия Труда}.",
		"{PERSON:Волков}.",
	},
	{
		"{PERSON:John Smith} met {PERSON:Oren Tal} in {GPE:Eastmark}.",
		"{PERSON:John Smith} met {PERSON:Oren Tal}. {PERSON:Smith} left.",
		"{PERSON:John Smith} of {GPE:Westmark} met {PERSON:Lena Moss}.",
		"{PERSON:Smith} wrote to {PERSON:Lena Moss}.",
	},
	{
		"{PERSON:Dora A. Finch} and {PERSON:Hugo Reed} of the {PARTY:Upland Party} met {PERSON:Kim Sorel}.",
		"{PERSON:Dora B. Finch} and {PERSON:Nils Brook} of the {PARTY:Lowland Party}.",
		"{PERSON:Dora Finch} and {PERSON:Hugo Reed} of the {PARTY:Upland Party}. {PERSON:Kim Sorel}.",
		"{PERSON:Finch} and {PERSON:Nils Brook} of the {PARTY:Lowland Party}. {ORG:Reed}, {ORG:UP}.",
	},
	{
		"{PERSON:Peter Brown}, leader of the {PARTY:Tide League}, spoke.",
		"{PERSON:Peter Brown}, leader of the {PARTY:Farm Bloc}, spoke. The {PARTY:Farm Bloc} won.",
		"{PERSON:Peter Brown} slept. {PERSON:Brown} woke.",
		"{PERSON:Brown} left the {PARTY:Farm Bloc}.",
	},
}

// dates of the documents whose date tells.
var dates = map[string]string{"4-0.txt": "1880", "4-1.txt": "1885-02", "4-2.txt": "1999-01-31"}

// TestIDs takes subsets of the corpus, in any order: whoever is named by the same documents has the same id, whatever
// other documents there are.
func TestIDs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	prepare, names := namestest.Marked()
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage, roles.Stage, actors.Stage)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := plan.Settings(nil)
	if err != nil {
		t.Fatal(err)
	}
	alone := make([]map[int]string, len(corpus)) // group, by mask of its documents
	for i := range alone {
		alone[i] = map[int]string{}
	}
	for range 300 {
		type document struct {
			id, text string
			group    int
		}
		var docs []document
		masks := make([]int, len(corpus))
		for g, texts := range corpus {
			for i, text := range texts {
				if random.IntN(3) > 0 {
					docs = append(docs, document{fmt.Sprintf("%d-%d.txt", g, i), text, g})
					masks[g] |= 1 << i
				}
			}
		}
		random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		var rows []*pipeline.Doc
		for _, d := range docs {
			row := pipeline.NewDoc(d.id, prepare(d.id, d.text))
			if date := dates[d.id]; date != "" {
				read.Documents.Add(row, read.Document{Date: date})
			}
			rows = append(rows, row)
		}
		if _, err := pipeline.InMemory(context.Background(), plan, settings, rows, nil); err != nil {
			t.Fatal(err)
		}
		got := make([][]string, len(corpus))
		for i, d := range rows {
			for _, l := range actors.Links.Of(d) {
				got[docs[i].group] = append(got[docs[i].group], fmt.Sprintf("%s %d %s %s %.3f %v", d.ID, l.Chain, l.EntityID, l.Type, l.Probability, l.Candidates))
			}
		}
		for g := range got {
			slices.Sort(got[g])
			text := strings.Join(got[g], "\n")
			if before, ok := alone[g][masks[g]]; ok && before != text {
				t.Fatalf("the same documents of group %d, among others:\n%s\nbefore:\n%s", g, text, before)
			}
			alone[g][masks[g]] = text
		}
	}
}

// TestMany takes many people of nearly one name, in one document and in one each, and a corpus of nothing.
func TestMany(t *testing.T) {
	const people = 1000
	var one strings.Builder
	var each []string
	for i := range people {
		name := fmt.Sprintf("{PERSON:Ali %s Khan}", letters(i))
		one.WriteString(name + " spoke. ")
		each = append(each, name+" met {PERSON:Ali Khan}. {PERSON:Khan} slept.")
	}
	for name, docs := range map[string][]string{"nothing": nil, "empty": {"", ""}, "one document": {one.String() + "{PERSON:Ali Khan}. {PERSON:Khan}."}, "one each": each} {
		prepare, names := namestest.Marked()
		plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, names, quotes.Stage, chains.Stage, roles.Stage, actors.Stage)
		if err != nil {
			t.Fatal(err)
		}
		settings, err := plan.Settings(nil)
		if err != nil {
			t.Fatal(err)
		}
		var rows []*pipeline.Doc
		for i, text := range docs {
			id := fmt.Sprintf("%05d.txt", i)
			rows = append(rows, pipeline.NewDoc(id, prepare(id, text)))
		}
		c, err := pipeline.InMemory(context.Background(), plan, settings, rows, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n := len(actors.Actors.Rows(c)); len(docs) > 2 && n < people {
			t.Errorf("%s: %d actors of %d people", name, n, people)
		}
	}
}

// letters is a number as a word of letters; any two differ in two consonants, so that none is a slip of another.
func letters(i int) string {
	const consonants = "bdfgklmnrstvz"
	out := []byte("B")
	for range 4 {
		out = append(out, 'a', consonants[i%13], 'e', consonants[(i+5)%13])
		i /= 13
	}
	return string(out)
}
