package identify

import (
	"strconv"
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// dates finds days of the calendar: dates in figures and words, weekdays and
// feasts.
func (r *reader) dates() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&dateWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).holiday, (*reader).figures, (*reader).monthDay, (*reader).dayMonth, (*reader).weekday, (*reader).monthAlone, (*reader).dayAlone} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
func (r *reader) date(first, last int, value string, sure int) int {
	r.emit(first, last, verdict.Date, verdict.PartTime, value, sure)
	return last
}

func (r *reader) holiday(i int) int {
	end, e := r.match(i, holidayClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	switch {
	case e.value == "lent" && !(r.flag(i, text.Capital) && !r.flag(i, text.Opening) || r.is(i-1, "for")):
		return i
	case r.is(end-1, "friday") && r.is(i, "good") && !r.flag(i, text.Capital):
		return i
	case r.is(i-1, "happy merry every") || r.is(end, "pay card tree cards songs music movie party candy movies lights cookies shopping decorations"):
		sure = 400
	}
	return r.date(i, end, e.value, sure)
}

// figures reads 03/11/2017, 3-11-17, 2017-03-11 and, where a word says that
// it is a date, 3/11.
func (r *reader) figures(i int) int {
	if !r.kind(i, text.Number) || r.isPrice(i) || r.flag(i, text.Hyphen) {
		return i
	}
	p, end := r.tok[i].Plain, i+1
	if plainDigits(p) && r.kind(i+1, text.Number) && r.kind(i+2, text.Number) && r.flag(i+1, text.Hyphen) && r.flag(i+2, text.Hyphen) {
		if r.flag(i+3, text.Hyphen) {
			return i
		}
		p, end = p+"/"+r.tok[i+1].Plain+"/"+r.tok[i+2].Plain, i+3
	}
	part, n := figuresOf(p)
	switch {
	case p == "9/1/1" || len(p) > 2 && p[len(p)-2] == '/' && n == 3:
		return i
	case n == 3 && threeParts(part):
		return r.date(i, end, p, 930)
	case n == 2 && strings.IndexByte(p, '/') > 0 && part[0] >= 1 && part[0] <= 31 && part[1] >= 1 && part[1] <= 31 && min(part[0], part[1]) <= 12 &&
		r.is(i-1, ": on by dob til for the from born date since dated until") && !r.is(i-1, "out"):
		return r.date(i, end, p, 700)
	}
	return i
}

// figuresOf splits a date in figures; n is 0 where it is none.
func figuresOf(p string) (part [3]int, n int) {
	mark := strings.IndexAny(p, "/.")
	if mark < 0 {
		return part, 0
	}
	for s := range strings.SplitSeq(p, p[mark:mark+1]) {
		v, err := strconv.Atoi(s)
		if err != nil || n == 3 || len(s) > 4 {
			return part, 0
		}
		part[n] = v
		n++
	}
	return part, n
}

func threeParts(p [3]int) bool {
	year := func(y int) bool { return y < 100 || y >= 1900 && y < 2100 }
	day := func(a, b int) bool { return a >= 1 && b >= 1 && a <= 31 && b <= 31 && min(a, b) <= 12 }
	return year(p[2]) && day(p[0], p[1]) || p[0] >= 1900 && p[0] < 2100 && day(p[1], p[2])
}

// month gives the number of the month at token i, "" for none; sure is false
// for may, march and mar, which are words too.
func (r *reader) month(i int) (value string, sure bool) {
	if _, e := r.match(i, monthClass); e != nil {
		return e.value, true
	}
	if _, e := r.match(i, monthLikeClass); e != nil {
		return e.value, false
	}
	return "", false
}

// day reads a day of the month at token i: 3, 3rd, third.
func (r *reader) day(i int) (int, bool) {
	if n, ok := r.ordinal(i); ok {
		return n, n >= 1 && n <= 31
	}
	if !r.kind(i, text.Number) {
		return 0, false
	}
	n, err := strconv.Atoi(r.tok[i].Plain)
	return n, err == nil && n >= 1 && n <= 31
}

// monthDay reads "March 3", "Mar. 3rd, 2017" at token i.
func (r *reader) monthDay(i int) int {
	m, _ := r.month(i)
	if m == "" {
		return i
	}
	at := i + 1
	if r.is(at, ".") {
		at++
	}
	if r.is(at, "the") {
		at++
	}
	d, ok := r.day(at)
	if !ok || r.alone(at+1, unitClass) || r.is(at+1, "%") {
		return i
	}
	return r.date(i, r.yearAfter(at+1), m+"/"+strconv.Itoa(d), 930)
}

// dayMonth reads "3 March", "the 3rd of march 2017" at token i.
func (r *reader) dayMonth(i int) int {
	d, ok := r.day(i)
	if !ok {
		return i
	}
	at := i + 1
	if r.is(at, "of") {
		at++
	}
	m, sure := r.month(at)
	if m == "" || !sure && !r.flag(at, text.Capital) && at == i+1 {
		return i
	}
	return r.date(i, r.yearAfter(at+1), m+"/"+strconv.Itoa(d), 930)
}

func (r *reader) yearAfter(at int) int {
	y := at
	if r.is(y, ",") {
		y++
	}
	if r.kind(y, text.Number) && year(r.tok[y].Plain) {
		return y + 1
	}
	return at
}

// weekday reads "last Tuesday", "friday night", "weds" at token i. A habit
// ("every Friday", "Mondays") and a mood are unsure.
func (r *reader) weekday(i int) int {
	if _, e := r.match(i, weekdaysClass); e != nil {
		if e.value == "weekends" || e.value == "weekdays" {
			return i
		}
		return r.date(i, i+1, e.value, int(e.sure))
	}
	first, at := i, i
	if r.is(at, "last this next") {
		at++
	}
	_, e := r.match(at, weekdayClass)
	if e == nil {
		if _, e = r.match(at, weekdayShortClass); e == nil || !r.shortDay(first, at) {
			return i
		}
	}
	sure, end := int(e.sure), at+1
	if r.is(i-1, "good another") && !r.flag(i-1, text.Capital) || r.is(end, "!") && r.flag(i, text.Opening) {
		sure = 350
	}
	if r.is(end, "am pm arvo night morning evening afternoon") {
		end++
	}
	switch {
	case r.is(i-1, "any each most taco every happy other casual another") || r.is(i-2, "thank every") || r.is(i-1, "'s its it's") && r.is(i-2, "it god fuck goodness"):
		sure = 350
	case r.is(end, "mood vibes blues feels folks brain funday energy feeling everyone motivation"):
		sure = 300
	}
	return r.date(first, end, e.value, sure)
}

// shortDay reports whether mon, sat, sun… at token at is a day.
func (r *reader) shortDay(first, at int) bool {
	if first < at || r.is(at+1, "am pm night morning evening afternoon") {
		return true
	}
	if r.is(at, "fri tue mon") && !r.is(at+1, "dieu") {
		return r.is(at-1, "on by til for next this since until") || r.flag(at, text.Capital)
	}
	return r.is(at-1, "on by til since until") && !r.is(at-2, "based shining")
}

// monthAlone reads "in March", "last June" at token i.
func (r *reader) monthAlone(i int) int {
	m, sure := r.month(i)
	if m == "" || !r.is(i-1, "in by of mid last this till late from next back since until early after during before") {
		return i
	}
	if !sure && !r.flag(i, text.Capital) || r.kind(i+1, text.Clitic) {
		return i
	}
	if !r.is(i-1, "in mid last late this since until early during") && !(year(r.word(i + 1))) {
		return i
	}
	s := 800
	if r.is(i-1, "next") {
		s = 400
	}
	return r.date(i, r.yearAfter(i+1), "month "+m, s)
}

// dayAlone reads "the 14th" at token i.
func (r *reader) dayAlone(i int) int {
	n, ok := r.ordinal(i)
	if !ok || !r.kind(i, text.Number) || n < 1 || n > 31 || !r.is(i-1, "the") || !(r.ends(i+1) || r.is(i+1, "i at in to he we it is and for she was they when with")) {
		return i
	}
	if !r.is(i-2, "on by of til from since until after before") {
		return i
	}
	return r.date(i, i+1, "day "+strconv.Itoa(n), 700)
}
