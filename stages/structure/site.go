package structure

import (
	"strings"
	"unicode"
)

// isFurniture knows crumbs, mastheads and what web pages and files say of themselves by their look.
func isFurniture(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "[(<* "))
	switch {
	case strings.HasPrefix(s, "-----") && strings.HasSuffix(s, "-----"): // "-----Original Message-----"
		return strings.Trim(s, "-") != ""
	case strings.HasSuffix(low, " min read") || strings.HasSuffix(low, " minute read") || strings.HasSuffix(low, " minutes read"):
		return len(low) < 24
	case wholeLines[strings.Trim(low, ".:)]*-– ")]:
		return true
	case s[0] != '>' && len(s) < longestHeader && (strings.HasPrefix(s, "←") || strings.HasPrefix(s, "→") || strings.HasSuffix(s, "→") || strings.HasSuffix(s, " »") || strings.HasPrefix(s, "« ") && !strings.Contains(s, "»")):
		return true
	case isCrumbs(s), numberAtEnd(s) && hasDate(s) && len(s) < 100 && (inCapitals(s) || strings.Contains(s, "    ")), isIssue(s):
		return true
	case strings.Contains(s, "ISSN"), strings.Contains(s, "ISBN") && len(s) < 60, strings.HasPrefix(s, "©"), strings.Contains(low, "all rights reserved"):
		return true
	case strings.Contains(low, "doi.org/") && len(strings.Fields(s)) <= 3:
		return true
	}
	switch {
	case opens(low, fields):
		return len(s) <= longestHeader
	case opens(low, openings):
		return len(s) <= longestHeader && !isStatement(s)
	case strings.Contains(low, "leave a reply"), strings.Contains(low, "leave a comment"), strings.HasSuffix(low, " comments") && len(low) < 20:
		return true
	}
	return shareWords(low)
}

// opens says whether a line in small letters begins with one of some phrases; "#" stands for a number.
func opens(low string, with []string) bool {
	for _, p := range with {
		p, numbered := strings.CutSuffix(p, "#")
		rest, ok := strings.CutPrefix(low, p)
		switch {
		case !ok:
		case numbered:
			if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				return true
			}
		case rest == "" || !wordByte(rest[0]) || !wordByte(p[len(p)-1]):
			return true
		}
	}
	return false
}

// openings are how lines of furniture begin that are no sentences, in small letters.
var openings = split(`keywords: | key words: | keywords — | keywords - | index terms: | jel classification | jel codes | jel: | doi: | doi # | copyright © | copyright (c) | copyright #
continued on page | continued on p | continued from | from page # | turn to page | see page # | cont. on | (cont. | p.t.o
download pdf | ocr: | view online | view in browser | view this email | view this e-mail
share this | share on | share: | tweet this | print this | print: | e-mail this | email this | follow us | like us on | subscribe to | unsubscribe | sign up for | sign in to | log in to | skip to | skip navigation
back to top | back to the top | top of page | read more | read also | more stories | related articles | related stories | related posts | related: | your email address | required fields | name * | most read | latest news
sponsored content | sponsored post | accept all | accept cookies | privacy policy | terms of use | terms and conditions
leave a comment | leave a reply | comments are closed | comments ( | add a comment | post a comment | view comments | reply to this | support independent
filed under | tagged: | tags: | categories: | posted in | topics: | click here | next article | previous article | next post | previous post | older posts | newer posts | previous: | previous page | next:
jump to | retrieved from " | main article: | redirected from | text is available under | v · t · e | page last | last modified | permalink | edit this page
press release | media release | news release | for immediate release | embargoed until | embargo: | not for publication before | issue # | price: | price one | price two | price three | price six
scan: | cite this | how to cite | to cite this article | article history | received: | received # | accepted: | accepted # | submitted # | manuscript received
blank page | this page intentionally | vol. # | volume # | no. of pages | working paper no | registered office | registered charity | end of transcript | transcribed by | [page | page break`)

// fields are the openings with a colon, behind which anything may stand.
var fields = func() []string {
	var out []string
	for _, p := range openings {
		if strings.HasSuffix(p, ":") {
			out = append(out, p)
		}
	}
	return out
}()

// imprints are openings of lines that say who has made a copy; a sentence may begin so too.
var imprints = split(`printed by | promoted by | promoted and printed | published by | printed and published | downloaded from | downloaded on | this content downloaded | scanned by | digitized by | digitised by`)

// notices are openings that sentences may follow, over several lines.
var notices = split(`keywords: | this site uses cookies | this website uses cookies | we use cookies | by continuing to use this | you are receiving this | you received this email | you received this e-mail
to unsubscribe | if you no longer wish to receive | the views expressed here | the views expressed in this | the views expressed are | disclaimer: | enjoying this | enjoyed this | this page was last | transcript provided`)

// wholeLines are lines of furniture that are one or two words.
var wholeLines = phrases(`ends, end, 30, for immediate release, advertisement, menu, search, share, tweet, print, subscribe, donate, newsletter, loading, home, log in, login, register, sign in, sign up,
recommended, trending, related, about us, contact us, contact, archive, read more, more, comments, reply, back, next, previous, sponsored content`)

// split gives the phrases of a list, in which lines and bars part them.
func split(list string) []string {
	var out []string
	for p := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == '|' || r == '\n' }) {
		out = append(out, strings.TrimSpace(p))
	}
	return out
}

// isTeaser knows the line above the titles of other pages.
func isTeaser(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "you might also like") || strings.HasPrefix(low, "you may also like") || strings.HasPrefix(low, "recommended for you") ||
		strings.HasPrefix(low, "related ") && len(low) < 24
}

// isNotice knows a notice by its first line and the lines with it.
func isNotice(s, all string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "[(<* "))
	return opens(low, notices) && len(all) < 4*longestHeader || opens(low, imprints) && verbsIn(all[max(strings.Index(all, " by "), strings.Index(all, " from "), 0):]) == 0
}

// isStatement says whether a line reads as a sentence: it ends as one and is long or has a verb, or has two.
func isStatement(s string) bool {
	n := verbsIn(s)
	return n >= 2 || endsSentence(s) && (n == 1 || len(strings.Fields(s)) > 6)
}

// verbsIn counts the words behind the first that are likely to be verbs.
func verbsIn(s string) int {
	n := 0
	for i, w := range strings.Fields(s) {
		if w = strings.Trim(w, ".,;:!?()\"'“”‘’"); i > 0 && !unicode.IsUpper(first(w)) && isVerb(w, i-1) {
			n++
		}
	}
	return n
}

// isMenu knows the row of a site's sections: "News   Politics   Analysis   Sport".
func isMenu(s string) bool {
	return strings.Count(s, "   ") >= 3 && len(s) <= longestHeader && !prose(s) && !strings.ContainsAny(s, "0123456789.|\t")
}

// isLink knows a line that is nothing but an address of the web.
func isLink(s string) bool {
	return strings.IndexByte(s, ' ') < 0 && (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www."))
}

// isCrumbs knows the path to a page: "Home > Politics > Elections".
func isCrumbs(s string) bool {
	for _, sep := range []string{" > ", " » ", " › ", " | ", " / "} {
		n := strings.Count(s, sep)
		if n == 1 && sep == " | " && inCapitals(s) && len(s) < 40 {
			return true // "OPINION | HOUSING"
		}
		if n >= 2 && len(strings.Fields(s)) <= 6*(n+1) && !prose(s) && s[0] != '|' || n == 1 && (strings.HasSuffix(s, strings.TrimSpace(sep)) || strings.HasPrefix(s, "Home")) && sep != " / " && sep != " | " {
			return true
		}
	}
	return false
}

// shareWords knows a row of buttons: "Facebook Twitter E-mail".
func shareWords(low string) bool {
	words := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if len(words) < 1 || len(words) > 14 || len(low) > longestHeader {
		return false
	}
	n := 0
	for _, w := range words {
		if buttons[w] {
			n++
		}
	}
	return n*3 >= len(words)*2 && (n >= 2 || len(words) == 1 && strings.ContainsAny(low, "[<"))
}

var buttons = set("share tweet print email e-mail mail facebook twitter x whatsapp telegram reddit linkedin listen play pause embed toggle options transcript copy link pdf save rss like comment comments subscribe login menu search home about contact archive donate shop news opinion more next previous prev back instagram youtube bluesky mastodon pinterest download edit view history")

// mail marks the heads of e-mails and what stands below a signature's dashes.
func mail(text string, lines []line) {
	for i := range lines {
		if !lines[i].after {
			continue
		}
		heads, n := 0, i
		for ; n < len(lines) && n < i+12 && (n == i || !lines[n].after); n++ {
			s := text[lines[n].start:lines[n].end]
			if field, _, ok := strings.Cut(s, ": "); ok && mailFields[strings.ToLower(field)] {
				heads++
			} else if lines[n].indent == 0 && !strings.HasPrefix(s, "-----") {
				break
			}
		}
		for j := i; heads >= 2 && j < n; j++ {
			lines[j].kind = boilerplate
		}
	}
	for i := range lines {
		if text[lines[i].start:lines[i].end] == "--" && lines[i].after {
			for j := i; j < min(len(lines), i+9) && (j == i || !lines[j].after); j++ {
				lines[j].kind = boilerplate
			}
		}
	}
}

var mailFields = phrases("from, to, cc, bcc, date, sent, subject, reply-to")

// frontMatter marks the settings at the top of a Markdown file, between lines of hyphens.
func frontMatter(text string, lines []line) {
	if len(lines) < 3 || text[lines[0].start:lines[0].end] != "---" {
		return
	}
	for i := 1; i < min(len(lines), 40); i++ {
		s := text[lines[i].start:lines[i].end]
		if s == "---" {
			for j := 0; j <= i; j++ {
				lines[j].kind = boilerplate
			}
			return
		}
		if !strings.Contains(s, ":") && bullet(s) == 0 && lines[i].indent == 0 {
			return
		}
	}
}
