package naming

import "strings"

// places gives the key of a country or city by its other names.
var places = func() map[string]string {
	out := map[string]string{}
	for to, others := range map[string]string{
		"united states":                "us|usa|united states of america|america",
		"soviet union":                 "ussr|union of soviet socialist republics",
		"united kingdom":               "uk|britain|great britain|united kingdom of great britain and northern ireland",
		"china":                        "peoples republic of china|prc",
		"west germany":                 "frg|federal republic of germany",
		"east germany":                 "gdr|german democratic republic",
		"democratic republic of congo": "drc",
		"united arab emirates":         "uae",
		"north korea":                  "dprk",
		"south korea":                  "rok",
		"myanmar":                      "burma",
		"sri lanka":                    "ceylon",
		"iran":                         "persia",
		"thailand":                     "siam",
		"beijing":                      "peking",
		"mumbai":                       "bombay",
		"kolkata":                      "calcutta",
		"chennai":                      "madras",
		"dhaka":                        "dacca",
		"kyiv":                         "kiev",
		"ho chi minh city":             "saigon",
		"yangon":                       "rangoon",
	} {
		for _, other := range strings.Split(others, "|") {
			out[other] = to
		}
	}
	return out
}()
