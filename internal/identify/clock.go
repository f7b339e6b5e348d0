package identify

import (
	"strconv"
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// times finds hours of the clock and the days told from today: "2:40", "3am",
// "half two", "0300", "noon", "this morning", "yesterday".
func (r *reader) times() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&timeWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).moment, (*reader).colon, (*reader).past, (*reader).hour, (*reader).military} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
func (r *reader) time(first, last int, value string, sure int) int {
	r.emit(first, last, verdict.Time, verdict.PartTime, value, sure)
	return last
}

func (r *reader) moment(i int) int {
	end, e := r.match(i, momentClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	if e.value == "tomorrow" && r.is(i-1, "of for better") || r.is(i, "midnight") && r.is(end, "sun blue snack") || e.value == "yesterday" && r.is(i-1, "born") {
		sure = 350
	}
	return r.time(i, end, e.value, sure)
}

// ampm gives the token after am, p.m., a or p at token i, and which; or i.
func (r *reader) ampm(i int) (int, string) {
	switch {
	case r.is(i, "am pm"):
		return i + 1, r.word(i)
	case r.is(i, "a p") && r.is(i+1, ".") && r.is(i+2, "m") && r.flag(i+2, text.Glued):
		if r.is(i+3, ".") && r.flag(i+3, text.Glued) {
			return i + 4, r.word(i) + "m"
		}
		return i + 3, r.word(i) + "m"
	case r.is(i, "a p") && r.flag(i, text.Glued):
		return i + 1, r.word(i) + "m"
	}
	return i, ""
}

// colon reads 2:40 and 14:05 at token i.
func (r *reader) colon(i int) int {
	if !r.kind(i, text.Number) || r.flag(i, text.Glued|text.Hyphen) && !r.is(i-1, "( @ ~ -") {
		return i
	}
	end, half := r.ampm(i + 1)
	h, m, ok := clockOf(r.tok[i].Plain, half != "")
	if !ok || h > 23 || m > 59 {
		return i
	}
	if half == "" && r.capital(i-1) && !r.flag(i-1, text.Opening) && !r.alone(i-1, weekdayClass) {
		return i // "John 3:16"
	}
	return r.time(i, end, r.tok[i].Plain+half, 900)
}

// clockOf splits 2:40, and 2.40 where am or pm follows.
func clockOf(p string, half bool) (h, m int, ok bool) {
	a, b, found := strings.Cut(p, ":")
	if !found && half {
		a, b, found = strings.Cut(p, ".")
	}
	if !found || len(b) != 2 || len(a) > 2 {
		return 0, 0, false
	}
	h, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	return h, m, err1 == nil && err2 == nil
}

// past reads "half two", "half past two", "quarter to nine", "ten past six".
func (r *reader) past(i int) int {
	at, turn := i+1, false
	if !r.is(i, "5 10 20 25 ten half five twenty quarter") {
		return i
	}
	if r.is(at, "five") && r.is(i, "twenty") {
		at++
	}
	if r.is(at, "to of til past till after") {
		turn = r.is(at, "past") || r.is(i, "half quarter") && r.is(at, "to til till after") || r.is(at, "to") && r.is(i-1, "at by until about")
		at++
		if !turn {
			return i
		}
	} else if !r.is(i, "half") || !(r.is(i-1, "at by til till from past about until since after around before")) {
		return i
	}
	n, end, ok := r.number(at)
	if !ok || n < 1 || n > 12 || r.alone(end, unitClass) || r.is(end, "%") {
		return i
	}
	return r.time(i, end, r.joined(i, end), 850)
}

// hour reads "3am", "eleven p.m.", "9 o'clock" at token i.
func (r *reader) hour(i int) int {
	n, at, ok := r.number(i)
	if !ok || n < 1 || n > 12 || r.isPrice(i) {
		return i
	}
	if r.is(at, "oclock o'clock") {
		return r.time(i, at+1, strconv.Itoa(n), 900)
	}
	if r.is(at, "ish") {
		at++
	}
	end, half := r.ampm(at)
	if end == at || r.is(at, "am") && r.is(i-1, "i") {
		return i
	}
	return r.time(i, end, strconv.Itoa(n)+half, 920)
}

// military reads 0300 and "1430 hours" at token i.
func (r *reader) military(i int) int {
	if !r.kind(i, text.Number) || len(r.tok[i].Plain) != 4 || !plainDigits(r.tok[i].Plain) || r.flag(i, text.Hyphen|text.Glued) || r.flag(i+1, text.Hyphen) {
		return i
	}
	p := r.tok[i].Plain
	hours := r.is(i+1, "h hr hrs hours")
	asked := r.is(i-1, "@ at by til from till since until about after around before approx")
	if p[:2] > "23" || p[2:] > "59" || !hours && !(p[0] == '0' && asked) && !(asked && p[:2] < "19") {
		return i
	}
	end := i + 1
	if hours {
		end++
	}
	return r.time(i, end, p, 850)
}
