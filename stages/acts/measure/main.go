// Command measure tells how often the product knows who stands how to whom, on texts with two actors each that others have
// labelled (Park, Pan and Joo 2021; looked at, never learned from).
//
//	go run ./stages/acts/measure -data ../shared/data
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	file := flag.String("set", "dev", "part of the directed set: dev, or train to look for errors")
	model := flag.String("model", "accurate", "accurate or fast")
	errs := flag.Bool("errors", false, "print what is wrong")
	flag.Parse()
	log.SetFlags(0)
	records, err := readRecords(filepath.Join(*data, "directed", *file+".jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	got, err := answers(records, *model)
	if err != nil {
		log.Fatal(err)
	}
	if *errs {
		for i, r := range records {
			if got[i].both() != r.Label {
				t := []rune(r.Text)
				fmt.Printf("%s\ts:%s\ta:%s\t%s\t%s[P %s]%s[Q %s]%s\n", r.Label, got[i].speech, got[i].act, got[i].word, string(t[:r.P.Start]), string(t[r.P.Start:r.P.End]), string(t[r.P.End:r.Q.Start]), string(t[r.Q.Start:r.Q.End]), string(t[r.Q.End:]))
			}
		}
		return
	}
	report(records, got)
}
