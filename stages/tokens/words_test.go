package tokens

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"The party won.", "The party won ."},
		{"Mayor Orla Finn's speech, they said, wasn't long.", "Mayor Orla Finn 's speech , they said , was n't long ."},
		{"It’s “over”, said Ada’s deputy.", "It ’s “ over ” , said Ada ’s deputy ."},
		{"the Students’ Union and 'some others'", "the Students ’ Union and ' some others '"},
		{"In 1962 M. A. Varo met Kim.", "In 1962 M. A. Varo met Kim ."},
		{"He voted for plan B.", "He voted for plan B ."},
		{"Gen. Prof. Dr. Hon. Lund of the U.S. spoke at 9 a.m. sharp", "Gen. Prof. Dr. Hon. Lund of the U.S. spoke at 9 a.m. sharp"},
		{"She is from the U.S.", "She is from the U.S."},
		{"left–right and east—west, and/or 2010/11", "left – right and east — west , and / or 2010/11"},
		{"pro-labour All-Island League (AIL), 49.1% of $2,000.50", "pro-labour All-Island League ( AIL ) , 49.1 % of $ 2,000.50"},
		{"neutrality¹¹ of the bloc (NLB)¹² in 1947(Lund, 1990)", "neutrality ¹¹ of the bloc ( NLB ) ¹² in 1947 ( Lund , 1990 )"},
		{"No. 5, vol. 3, pp. 4-9; he said no.", "No. 5 , vol. 3 , pp. 4-9 ; he said no ."},
		{"They left.The rest stayed... or did they?!", "They left . The rest stayed ... or did they ? !"},
		{"Write to a.b@example.org, or see https://example.org/x(y)?z=1.", "Write to a.b@example.org , or see https://example.org/x(y)?z=1 ."},
		{"(see www.example.org) @leader", "( see www.example.org ) @leader"},
		{"Jama'at and Qur’an, Ma'sud's, O'Dell, they'd, '90s", "Jama'at and Qur’an , Ma'sud 's , O'Dell , they 'd , '90s"},
		{"Smith & Co. and AT&T", "Smith & Co. and AT&T"},
		{"it's, don't, we're; we'll!", "it 's , do n't , we 're ; we 'll !"},
		{"at 10:30, No: \"Yes.\"", "at 10:30 , No : \" Yes . \""},
		{"*Charge d'Affairs* -- **bold** # Head", "* Charge d'Affairs * -- ** bold ** # Head"},
		{"İİİİİİ's KK's", "İİİİİİ 's KK 's"},
		{"حزب الشعب، ١٩٤٧", "حزب الشعب ، ١٩٤٧"},
		{"pre- and post-war -5 degrees", "pre - and post-war -5 degrees"},
		{"J.-P. Lemoine, Ph.D., etc.", "J.-P. Lemoine , Ph.D. , etc."},
	} {
		var got []string
		for _, s := range Words(test.text) {
			got = append(got, test.text[s.Start:s.End])
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("Words(%q)\n got %s\nwant %s", test.text, g, test.want)
		}
	}
}

// checkWords fails unless the tokens of text are in order, apart, free of white
// space and cover every other character.
func checkWords(t *testing.T, text string) {
	t.Helper()
	at := 0
	for _, s := range Words(text) {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("Words(%q): bad span %v after %d", text, s, at)
		}
		if rest := strings.TrimFunc(text[at:s.Start], unicode.IsSpace); rest != "" {
			t.Fatalf("Words(%q): %q is in no token", text, rest)
		}
		if strings.IndexFunc(text[s.Start:s.End], unicode.IsSpace) >= 0 {
			t.Fatalf("Words(%q): token %q holds white space", text, text[s.Start:s.End])
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("Words(%q): token %q cuts a character", text, text[s.Start:s.End])
		}
		at = s.End
	}
	if rest := strings.TrimFunc(text[at:], unicode.IsSpace); rest != "" {
		t.Fatalf("Words(%q): %q is in no token", text, rest)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "'some it's, n't", "\x00\x1e\xff\xfe", "İs's", "....a..'''$$$", "a@b.c http://(x)", "’’s ‘tis 'n't'"} {
		f.Add(s)
	}
	f.Fuzz(checkWords)
}

func BenchmarkWords(b *testing.B) {
	text := os.Getenv("BENCH_TEXT")
	if text != "" {
		data, _ := os.ReadFile(text)
		text = string(data)
	} else {
		text = strings.Repeat("Mayor Finn's party, the Island League (IL), didn't win the 1962 vote in Port Varo; “It’s over,” said Gen. A. Lund.\n", 200)
	}
	paras := strings.Split(text, ". ")
	n := 0
	for b.Loop() {
		for _, p := range paras {
			n += len(Words(p))
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
