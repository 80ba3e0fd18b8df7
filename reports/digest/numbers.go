package digest

import (
	"strconv"
	"strings"

	"hustings/stages/standing"
)

// Count writes a number with a comma every three digits, and its noun: Count(1, "document") is "1 document".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Thousands(n) + " " + noun + "s"
}

// Thousands writes a number with a comma every three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Signed writes a mean with two decimals and its sign: "+0.25", "−0.40", "0.00".
func Signed(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	switch {
	case s == "0.00" || s == "-0.00":
		return "0.00"
	case strings.HasPrefix(s, "-"):
		return "−" + s[1:]
	}
	return "+" + s
}

// Percent writes a share as a whole percentage.
func Percent(x float64) string { return strconv.FormatFloat(x*100, 'f', 0, 64) + " %" }

// Mean writes a stand's mean and interval, or that there is not enough evidence.
func Mean(s *standing.Stand) string {
	switch {
	case s == nil || s.N == 0 || s.Mean == nil:
		return "no judgement"
	case !s.Enough:
		return "not enough evidence"
	case s.Low == nil || s.High == nil:
		return Signed(*s.Mean)
	}
	return Signed(*s.Mean) + " (" + Signed(*s.Low) + " to " + Signed(*s.High) + ")"
}

// Shrunk writes a stand's shrunk mean, or that there is none.
func Shrunk(s *standing.Stand) string {
	if s == nil || s.Shrunk == nil {
		return "–"
	}
	return Signed(*s.Shrunk)
}

// Corrected writes a stand's corrected mean and interval, or that there is none.
func Corrected(s *standing.Stand) string {
	if s == nil || s.Corrected == nil || s.CorrectedLow == nil || s.CorrectedHigh == nil {
		return "–"
	}
	return Signed(*s.Corrected) + " (" + Signed(*s.CorrectedLow) + " to " + Signed(*s.CorrectedHigh) + ")"
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

// Date writes an ISO 8601 date, or a year or month alone, for people: "4 March 1998". What is none stays as it is.
func Date(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) < 2 || len(parts) > 3 {
		return s
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return s
	}
	out := months[month-1] + " " + parts[0]
	if len(parts) == 3 {
		day, err := strconv.Atoi(parts[2])
		if err != nil || day < 1 || day > 31 {
			return s
		}
		out = strconv.Itoa(day) + " " + out
	}
	return out
}
