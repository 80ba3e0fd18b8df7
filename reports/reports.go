// Package reports lists the reports: what turns tables into pages for people. They read tables only and know no stage's
// insides.
package reports

import (
	"hustings/pipeline"
	"hustings/reports/digest"
	"hustings/reports/site"
	"hustings/reports/summary"
)

// All are the reports of a run.
var All = []*pipeline.Report{Pages}

// Pages writes the HTML page and the Markdown summary: both show the same digest, which reads every document.
var Pages = &pipeline.Report{
	Name: "pages", Doc: "one HTML page and a short summary in Markdown, with the sentences behind the figures",
	Needs: digest.Needs,
	Write: func(c *pipeline.Corpus, files *pipeline.Files) error {
		d, err := digest.Of(c)
		if err != nil {
			return err
		}
		page, err := site.Write(d)
		if err != nil {
			return err
		}
		files.Add("report/index.html", page)
		files.Add("summary.md", []byte(summary.Write(d)))
		return nil
	},
}
