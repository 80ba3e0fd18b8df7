package naming

import "testing"

func TestFit(t *testing.T) {
	for _, c := range []struct{ kind, a, b, rule string }{
		// One spelling of one name.
		{"PERSON", "Jane Hill", "JANE HILL", "same"},
		{"PERSON", "Jane Hill's", "Jane\n  Hill", "same"},
		{"PERSON", "Senator Jane Hill", "Jane Hill", "same"},
		{"PERSON", "Comrade Dr. Ravi Menda", "Ravi Menda", "same"},
		{"PERSON", "José Ibarra", "Jose Ibarra", "same"},
		{"PERSON", "Nils D’Orsa", "Nils D'Orsa", "same"},
		{"PERSON", "Z.A. Karvi", "Z. A. Karvi", "same"},
		{"PERSON", "Hamid-ud-Din Barlas", "Hamid ud Din Barlas", "same"},
		{"PARTY", "Peoples Party.12", "Peoples Party", "same"},
		{"PARTY", "the Peoples Party", "People's Party", "same"},
		{"ORG", "Harbour Workers' Organization", "Harbour Workers Organisation", "same"},
		{"ORG", "Bread & Land Union", "Bread and Land Union", "same"},
		{"PARTY", "Green Party (Norway)", "Green Party of Norway", "same"},
		{"ORG", "U.D.C.", "UDC", "same"},
		{"GPE", "US", "United States", "same"},
		{"GPE", "U.S.", "USA", "same"},
		{"GPE", "USSR", "Soviet Union", "same"},
		{"GPE", "Britain", "the UK", "same"},
		{"NORP", "Vendian", "Vendians", "same"},

		// Surnames.
		{"PERSON", "Hill", "Jane Hill", "surname"},
		{"PERSON", "al-Barzan", "Omar al-Barzan", "surname"},
		{"PERSON", "Barzan", "Omar al-Barzan", "surname"},
		{"PERSON", "van den Houte", "Griet van den Houte", "surname"},
		{"PERSON", "Foulke-Amery", "Percy Foulke-Amery", "surname"},
		{"PERSON", "Zuraq", "Khalil bin Zuraq", "surname"},
		{"PERSON", "Benítez", "Ana Benítez Roca", "surname"},

		// Parts.
		{"PERSON", "Marta", "Marta Okoye", "part"},
		{"PERSON", "Samad Khan Tareen", "Abdul Samad Khan Tareen", "part"},
		{"PARTY", "Peoples Party", "Northmark Peoples Party", "part"},
		{"PARTY", "League", "League of Tenants", "part"},
		{"PARTY", "Communist Party", "Communist Party of Arland", "part"},
		{"PARTY", "Mizra", "Mizra Party", "part"},
		{"ORG", "Harbour Union", "Arland Harbour and Tramway Workers' Union", "part"},
		{"PARTY", "Rassemblement", "Rassemblement Ouvrier", "part"},
		{"PARTY", "Linkskurs", "UAB (Linkskurs)", "part"},

		// Acronyms.
		{"PARTY", "HWP", "Harbour Workers' Party", "acronym"},
		{"PARTY", "PFM", "Party of Free Miners", "acronym"},
		{"PARTY", "POFM", "Party of Free Miners", "acronym"},
		{"PARTY", "BRL", "Bread-e-Roti League", "acronym"},
		{"PARTY", "CPA(M)", "Communist Party of Arland (Maoist)", "acronym"},
		{"PARTY", "CPAM", "Communist Party of Arland (Maoist)", "acronym"},
		{"PARTY", "NPP-U", "NPP (Unity)", "acronym"},

		// Initials.
		{"PERSON", "J. Hill", "Jane Hill", "initials"},
		{"PERSON", "Jane M. Hill", "Jane Hill", "initials"},
		{"PERSON", "M. A. Tarkan", "Murad Ali Tarkan", "initials"},
		{"PERSON", "A. J. Volin", "Anton Volin", "initials"},

		// Spellings and slips.
		{"PERSON", "Zulfiqar Dastan", "Zulfikar Dastan", "variant"},
		{"PERSON", "Nadeem Qasri", "Nadim Qasri", "variant"},
		{"PERSON", "Pavel Orlovskii", "Pavel Orlovsky", "variant"},
		{"PERSON", "Muhammad Tarin", "Mohamad Tarin", "variant"},
		{"PERSON", "P. D. Sartin", "P. D. Saratin", "variant"},
		{"PERSON", "Cathrine Marsh", "Catherine Marsh", "variant"},
		{"PARTY", "Zor Bahadoor League", "Zor Bahadur League", "variant"},
		{"EVENT", "Border crises", "Border crisis", "variant"},

		// Not the same.
		{"PERSON", "Jane Hill", "Tom Hill", ""},
		{"PERSON", "Omar Dale", "Omar Dale Jr.", ""},
		{"PERSON", "J. Hill", "Tom Hill", ""},
		{"PERSON", "Mario Ruiz", "Maria Ruiz", ""},
		{"PERSON", "Paul Lund", "Paula Lund", ""},
		{"PERSON", "Ivan Petrov", "Ivan Petrova", ""},
		{"PERSON", "Hasan Tarin", "Hussain Tarin", ""},
		{"PERSON", "Tariq Durrani", "Nasreen Tariq Durrani", ""},
		{"PERSON", "Hill", "Hills", ""},
		{"PERSON", "Jane", "Jane", "same"},
		{"PERSON", "Hill-Moss", "Jane Hill", ""},
		{"PARTY", "NPP", "NPP (Unity)", ""},
		{"PARTY", "NPP (Unity)", "NPP (Reform)", ""},
		{"PARTY", "PML-N", "PML", ""},
		{"PARTY", "Communist Party of Arland", "Communist Party of Borland", ""},
		{"PARTY", "Communist Party of Arland", "Communist Party of Arland (Maoist)", ""},
		{"PARTY", "Democratic Party", "Social Democratic Party", ""},
		{"PARTY", "Awake League", "Awake League Youth Wing", ""},
		{"PARTY", "Communist Party", "Central Committee of the Communist Party", ""},
		{"PARTY", "HWP", "Harbour Party", ""},
		{"PARTY", "HWP", "HPW", ""},
		{"ORG", "Free List", "Youth Council of the Free List", ""},
		{"ORG", "Assembled Nations", "Assembled Nations Charter", ""},
		{"GPE", "Niger", "Nigeria", ""},
		{"GPE", "Iran", "Iraq", ""},
		{"WORK", "Morning Bell", "Evening Bell", ""},
	} {
		rule, p := Fit(Parse(c.a, c.kind), Parse(c.b, c.kind))
		back, q := Fit(Parse(c.b, c.kind), Parse(c.a, c.kind))
		if rule != c.rule || back != rule || p != q {
			t.Errorf("Fit(%q, %q) = %q %v, the other way %q %v; want %q", c.a, c.b, rule, p, back, q, c.rule)
		}
		if (p > 0) != (rule != "") || p > 1 {
			t.Errorf("Fit(%q, %q): rule %q with probability %v", c.a, c.b, rule, p)
		}
	}
	if rule, _ := Fit(Parse("Lindqvist", "PARTY"), Parse("Rosa Lindqvist", "PERSON")); rule != "" {
		t.Errorf("a party joins a person by %q", rule)
	}
}

func TestDefines(t *testing.T) {
	for _, c := range []struct {
		long, acronym string
		want          bool
	}{
		{"Harbour Workers' Party", "HWP", true},
		{"Party of Free Miners", "PLM", true}, // in another language
		{"Communist International", "COMINT", true},
		{"National Tramway Board", "NTB", true},
		{"Green List", "XQZ", false},
		{"Harbour Union", "SKP", false},
		{"HWP", "NTB", false},
		{"Green List", "List", false},
	} {
		if got := Defines(Parse(c.long, "PARTY"), Parse(c.acronym, "PARTY")); got != c.want {
			t.Errorf("Defines(%q, %q) = %v, want %v", c.long, c.acronym, got, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Jane Hill":              "jane-hill",
		"O’Brien's  Łódź Straße": "obriens-lodz-strasse",
		"Zia-ul-Haq":             "zia-ul-haq",
		"PPP (Shaheed)":          "ppp-shaheed",
		"Москва Партия":          "москва-партия",
		"भारतीय दल":              "भारतीय-दल",
		"***":                    "unnamed",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFit(f *testing.F) {
	f.Add("PPP (Shaheed)", "PERSON")
	f.Add("( ) - '", "PARTY")
	f.Add("İ ﷺ \u202eabc", "ORG")
	f.Fuzz(func(t *testing.T, text, kind string) {
		n := Parse(text, kind)
		if rule, p := Fit(n, n); len(n.Words) > 0 && (rule != "same" || p != 1) {
			t.Errorf("%q is not itself: %q %v", text, rule, p)
		}
		var b Book
		b.Add(b.New(), n)
		if found := b.Find(n); len(n.Words) > 0 && len(found) != 1 {
			t.Errorf("%q is not found: %v", text, found)
		}
		other := Parse("Harbour Workers' Party (Unity)", "PARTY")
		Fit(n, other)
		Defines(other, n)
		Slug(text)
	})
}
