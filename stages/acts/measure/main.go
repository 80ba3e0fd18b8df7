// Command measure tells how often the product knows who stands how to whom.
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
	file := flag.String("set", "dev", "the part of the records that is read")
	most := flag.Int("most", 0, "how many")
	model := flag.String("model", "accurate", "accurate or fast")
	errs := flag.Bool("errors", false, "print what is wrong")
	flag.Parse()
	log.SetFlags(0)
	records, err := readRecords(filepath.Join(*data, "directed", *file+".jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	if *most > 0 {
		records = records[:min(len(records), *most)]
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
