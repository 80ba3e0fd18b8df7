package naming

import "strings"

// places gives the name of a country or city by the keys of its other names.
var places = func() map[string]string {
	out := map[string]string{}
	for to, others := range map[string]string{
		"United States":                "us|usa|united states of america|america",
		"Soviet Union":                 "ussr|union of soviet socialist republics",
		"United Kingdom":               "uk|britain|great britain|united kingdom of great britain and northern ireland",
		"China":                        "peoples republic of china|prc",
		"West Germany":                 "frg|federal republic of germany",
		"East Germany":                 "gdr|german democratic republic",
		"Democratic Republic of Congo": "drc",
		"United Arab Emirates":         "uae",
		"North Korea":                  "dprk",
		"South Korea":                  "rok",
		"Myanmar":                      "burma",
		"Sri Lanka":                    "ceylon",
		"Iran":                         "persia",
		"Thailand":                     "siam",
		"Beijing":                      "peking",
		"Mumbai":                       "bombay",
		"Kolkata":                      "calcutta",
		"Chennai":                      "madras",
		"Dhaka":                        "dacca",
		"Kyiv":                         "kiev",
		"Ho Chi Minh City":             "saigon",
		"Yangon":                       "rangoon",
	} {
		for _, other := range strings.Split(others, "|") {
			out[other] = to
		}
	}
	return out
}()
