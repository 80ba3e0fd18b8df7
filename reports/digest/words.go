package digest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a name or a line fit for display: white space folded, control characters and marks that turn the
// direction of what follows taken out. Its result shares no memory with s.
func Clean(s string) string { return strings.TrimSpace(clean(s)) }

// clean is Clean that keeps white space at the ends, as one blank.
func clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		case unicode.IsControl(r), turns(r), r == utf8.RuneError:
			continue
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

// turns says whether a character changes the direction of the text after it (Unicode Annex 9) or is a byte order
// mark. Letters of right-to-left scripts do not: they turn themselves alone.
func turns(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0xFEFF
}

// Clip cuts s after n code points, at a blank if one is near, and marks the cut.
func Clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := n
	for i := n; i > n-20 && i > 0; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return strings.TrimRight(string(runes[:cut]), " ,;:–—-") + "…"
}

// clipLeft is Clip from the other end.
func clipLeft(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := len(runes) - n
	for i := cut; i < cut+20 && i < len(runes); i++ {
		if runes[i-1] == ' ' {
			cut = i
			break
		}
	}
	return "…" + string(runes[cut:])
}

// letters keeps the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
