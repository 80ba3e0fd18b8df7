package read

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// all is a header of every column.
const all = "rule,entity_id,alias,other_id,name,type,party,role,from,to,doc,place,with\n"

func TestRules(t *testing.T) {
	rules, err := ParseRules([]byte("\ufeffRule,entity_id,alias,other_id,type,doc\nname,ida-marsh, Red Ida ,,PERSON,.\\a\\b.txt\nnever,ida-marsh,,otto-marsh,,\n"))
	if err != nil || len(rules) != 2 || rules[0].Line != 2 || rules[0].Alias != "Red Ida" || rules[0].Doc != "a/b.txt" || rules[1].OtherID != "otto-marsh" {
		t.Fatalf("%+v, %v", rules, err)
	}
	for _, harmless := range []string{
		"name,a,B,,,,,,,,,,\nname,a,B,,,,,,,,,,\n",                                                                         // the same twice
		"name,a,B,,,,,,,,,,\nname,c,B,,,,,,,,b.txt,,\n",                                                                    // one of them somewhere
		"name,a,B,,,,,,,,,,\nname,c,B,,,,,,,,,,\nmerge,a,,c,,,,,,,,,\n",                                                    // they are one
		"merge,a,,b,,,,,,,,,\nmerge,b,,c,,,,,,,,,\nmerge,a,,c,,,,,,,,,\n",                                                  // a chain, and what follows from it
		"name,a,,,Ali B,PERSON,,,,,,,\nname,c,,,Ali B,,,,,,,,\nambiguous,a,Ali B,,,,,,,,,,\nambiguous,c,Ali B,,,,,,,,,,\n", // one name to show
		"ambiguous,a,B,,,,,,,1979,,,\nambiguous,a,B,,,,,,1990,1990-02,,,\n",
		"name,a,,,,,Old Party,leader,1950,1950,,,\nname,a,B,,,,Old Party,member,1940,1960-05-01,,,\n",
		"name,a,,,A,,,,,,,,\nname,b,,,B,,,,,,,,\nmerge,a,,b,,,,,,,,,\n", // each its own name
		"exclude,a,,,,,,,,,,,\nexclude,,B,,,,,,,,,,\nexclude,c,D,,,,,,,,d.txt,,\n",
		"never,a,B,,,,,,,,,,\nname,a,C,,,,,,,,,,a\nname,c-d,D,,,,,,,,,,c-d\n",
	} {
		if _, err := ParseRules([]byte(all + harmless)); err != nil {
			t.Errorf("%q: %v", harmless, err)
		}
	}
}

// TestRuleFaults checks that every mistake is told with its line and column and what to do.
func TestRuleFaults(t *testing.T) {
	for data, want := range map[string]string{
		"":                                   "actors.csv: line 1: no header: EOF",
		"rule,entity_id\na\"b,c\n":           `actors.csv: line 2: bare " in non-quoted-field`,
		"rule,entity_id\n\"ab,c\n":           "actors.csv: line 2: extraneous or missing",
		"rule,entity_id\nname,a,b\n":         "actors.csv: line 2: wrong number of fields: the header has 2 columns, this row 3",
		"rule,entity_id,alias\n\xff,a,b\n":   "actors.csv: is not UTF-8: save it as UTF-8",
		"rule,rule\n":                        `actors.csv: line 1: column "rule" stands twice`,
		"rule,entity_id,alais\n":             `line 1: no column is named "alais": use rule, entity_id`,
		"rule,entity_id,alias\nname,a,\"b\n": `line 2`,
		"rule,entity_id\n\n\nname,\"\n\"":    "actors.csv: line 4: column entity_id: is empty",

		all + "nmae,a,b,,,,,,,,,,\n":               `line 2: column rule: "nmae" is not a rule: use name, merge, never, ambiguous, exclude`,
		all + "name,,b,,,,,,,,,,\n":                `line 2: column entity_id: is empty: name the actor`,
		all + "exclude,,,,,,,,,,,,\n":              `line 2: column entity_id: is empty`,
		all + "name,Jane Hill,B,,,,,,,,,,\n":       `line 2: column entity_id: "Jane Hill" is not in kebab case: write "jane-hill"`,
		all + "merge,a,,Bé,,,,,,,,,\n":             `line 2: column other_id: "Bé" is not in kebab case: write "be"`,
		all + "name,a,,,,,,,,,,,\n":                `line 2: column alias: is empty: a rule "name" needs an alias, a name, a type or a party`,
		all + "ambiguous,a,,,,,,,,,,,\n":           `line 2: column alias: is empty: a rule "ambiguous" needs the name`,
		all + "merge,a,,,,,,,,,,,\n":               `line 2: column other_id: is empty: a rule "merge" needs the other actor`,
		all + "never,a,,,,,,,,,,,\n":               `line 2: column other_id: is empty: a rule "never" needs the other actor, or its name in column alias`,
		all + "never,a,B,c,,,,,,,,,\n":             `line 2: column alias: is filled and so is other_id: give each a row`,
		all + "never,a,,a,,,,,,,,,\n":              `line 2: column other_id: "a" is the actor itself`,
		all + "merge,a,,b,,PARTY,,,,,,,\n":         `line 2: column type: a rule "merge" does not use it: leave it empty, or give it a row of its own (name)`,
		all + "never,a,,b,,,,,,,x.txt,,\n":         `line 2: column doc: a rule "never" does not use it: leave it empty, or give it a row of its own (name, ambiguous, exclude)`,
		all + "ambiguous,a,B,,A,,,,,,,,\n":         `line 2: column name: a rule "ambiguous" does not use it`,
		all + "name,a,B,c,,,,,,,,,\n":              `line 2: column other_id: a rule "name" does not use it: leave it empty, or give it a row of its own (merge, never)`,
		all + "name,a,,,,PERSON,,,,,,X,\n":         `line 2: column place: says where an alias holds, and the row has none`,
		all + "exclude,a,,,,,,,1990,,,,\n":         `line 2: column from: says where an alias holds, and the row has none`,
		all + "name,a,B,,,PEOPLE,,,,,,,\n":         `line 2: column type: "PEOPLE" is not a type: use PERSON`,
		all + "name,a,B,,,,,leader,,,,,\n":         `line 2: column party: is empty: name the party in which the actor is "leader"`,
		all + "name,a,B,,,,,,May 1990,,,,\n":       `line 2: column from: "May 1990" is not a date: write it as 1999, 1999-04 or 1999-04-30`,
		all + "name,a,B,,,,,,,1990-13,,,\n":        `line 2: column to: "1990-13" is not a date`,
		all + "name,a,B,,,,,,1990-05,1990-04,,,\n": `line 2: column to: "1990-04" comes before "1990-05" in column from: change the two`,
		all + "name,a,B,,,,,,,,,,tom-moss\n":       `line 2: column with: no row is about "tom-moss": write the name as it stands in the texts, or add a row for the actor`,

		all + "merge,a,,b,,,,,,,,,\nmerge,b,,c,,,,,,,,,\nmerge,c,,a,,,,,,,,,\n":                      `line 4: merge: a → c → b → a is a circle: delete one of lines 2, 3, 4`,
		all + "merge,a,,b,,,,,,,,,\nmerge,b,,a,,,,,,,,,\nmerge,a,,d,,,,,,,,,\n":                      `line 3: merge: a → b → a is a circle: delete one of lines 2, 3`,
		all + "merge,a,,x,,,,,,,,,\nmerge,b,,x,,,,,,,,,\n":                                           `line 3: column other_id: "x" is merged into "a" by line 2: to make all three one, merge "b" into "a" instead`,
		all + "never,a,,c,,,,,,,,,\nmerge,a,,b,,,,,,,,,\nmerge,b,,c,,,,,,,,,\nmerge,a,,d,,,,,,,,,\n": `line 2: never: "a" and "c" are merged by lines 3, 4: delete this row or a row that merges them`,
		all + "merge,a,,b,,,,,,,,,\nmerge,a,,c,,,,,,,,,\nnever,b,C,,,,,,,,,,\n":                      `line 4: never: "b" and "c" are merged by lines 2, 3`,
		all + "name,a,B,,,,,,,,,,\nname,c,B,,,,,,,,,,\n":                                             `line 3: column alias: "B" is "a" by line 2 and cannot be "c" everywhere too: where a name means several actors, give each a row with the rule "ambiguous"`,
		all + "name,a,The “B”,,,,,,,,,,\nname,c,,,\"The \"\"B\"\"\",,,,,,,,\n":                       `line 3: column name: "The \"B\"" is "a" by line 2`,
		all + "name,a,B,,,,,,,,,,\nexclude,,B,,,,,,,,,,\n":                                           `line 3: column alias: "B" is "a" by line 2 and cannot be "b"`,
		all + "ambiguous,a,B,,,,,,,1979,,,\nname,c,B,,,,,,,,,,\n":                                    `line 3: column alias: line 2 leaves open whom "B" means, this row does not`,
		all + "name,a,B,,,,,,,,,,\nnever,a,B,,,,,,,,,,\n":                                            `line 3: never: line 2 says that "B" is "a": delete one of the two`,
		all + "name,a,B,,,PERSON,,,,,,,\nname,a,C,,,PARTY,,,,,,,\n":                                  `line 3: column type: is PARTY, but by line 2 "a" is PERSON: an actor has one type`,
		all + "name,a,B,,,PERSON,,,,,,,\nname,b,C,,,PARTY,,,,,,,\nmerge,a,,b,,,,,,,,,\n":             `line 3: column type: is PARTY`,
		all + "name,a,,,Ann B,,,,,,,,\nname,a,,,A. B.,,,,,,,,\n":                                     `line 3: column name: is "A. B.", but line 2 shows "a" as "Ann B": put further names into column alias`,
	} {
		_, err := ParseRules([]byte(data))
		if !errors.Is(err, ErrRules) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q:\n got %v\nwant %s", data, err, want)
		}
	}
}

// TestManyRules checks that all mistakes are told up to a bound, and that none of them makes the others slow.
func TestManyRules(t *testing.T) {
	const n = 20_000
	var chain, circle, faults strings.Builder
	for i := range n {
		fmt.Fprintf(&chain, "merge,a%d,,a%d,,,,,,,,,\n", i, i+1)
		fmt.Fprintf(&circle, "merge,a%d,,a%d,,,,,,,,,\n", i, (i+1)%n)
		fmt.Fprintf(&faults, "name,a%d,B,,,,,,,,,,\nnever,a%d,,b,,,,,,,,,\nmerge,a%d,,b,,,,,,,,,\n", i, i, i)
	}
	if _, err := ParseRules([]byte(all + chain.String() + "merge,x,,y,,,,,,,,,\n")); err != nil {
		t.Error(err)
	}
	_, err := ParseRules([]byte(all + circle.String()))
	if err == nil || strings.Count(err.Error(), "\n") != 0 || !strings.Contains(err.Error(), "12, 13 and 19988 more") {
		t.Errorf("circle: %v", err)
	}
	_, err = ParseRules([]byte(all + faults.String()))
	if err == nil || strings.Count(err.Error(), "\n") != maxFaults || !strings.Contains(err.Error(), "\nand ") {
		t.Errorf("faults: %v", err)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		date, from, to string
		want           bool
	}{
		{"", "", "", true}, {"", "1990", "", false}, {"", "", "1990", false},
		{"1990", "1990", "1990", true}, {"1990-12-31", "", "1990", true}, {"1991", "", "1990", false},
		{"1990", "1990-05", "", false}, {"1990", "", "1990-05", false}, {"1990-05", "1990-05", "1990-05", true},
		{"1990-05-03", "1990-05-03", "1990-05-03", true}, {"1990-05-02", "1990-05-03", "", false},
	} {
		if got := Within(c.date, c.from, c.to); got != c.want {
			t.Errorf("%q from %q to %q: %v", c.date, c.from, c.to, got)
		}
	}
}
