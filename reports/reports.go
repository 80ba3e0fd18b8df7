// Package reports lists the reports: what turns tables into pages for people.
package reports

import "hustings/pipeline"

// All are the reports of a run.
var All []*pipeline.Report
