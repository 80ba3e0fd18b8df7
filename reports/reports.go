// Package reports lists the reports: what turns tables into pages for people. They read tables only and know no stage's
// insides.
package reports

import (
	"hustings/pipeline"
	"hustings/reports/site"
	"hustings/reports/summary"
)

// All are the reports of a run.
var All = []*pipeline.Report{site.Report, summary.Report}
