package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// code is a stretch of tokens that makes one code: letters and digits, tied by
// hyphens, slashes, dots or nothing; or spread out, "7 K D R 4 1 8".
type code struct {
	first, last     int
	letters, digits int // how many of each
	tied            bool
	upper           bool // every letter is a capital
	spread          bool
}

// records finds record numbers: by the word before them ("MRN 00482913",
// "docket 24-JV-0113", "plate KLR 4471") or, where it is unmistakable, by
// their form alone.
func (r *reader) records() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&recordWake == 0 {
			continue
		}
		if end, e := r.match(i, recordClass); e != nil {
			if c, ok := r.codeAfter(i, end); ok {
				r.record(c, 930)
				i = c.last - 1
				continue
			}
		}
		if c := r.code(i); c.last > i+1 && r.docket(c) {
			r.record(c, 900)
			i = c.last - 1
		}
	}
}

func (r *reader) record(c code, sure int) {
	m := r.emit(c.first, c.last, verdict.RecordID, verdict.NoPart, strings.ReplaceAll(r.joined(c.first, c.last), "-", ""), sure)
	m.Direct = true
}

// codeAfter finds the code that belongs to the record word [word,end).
func (r *reader) codeAfter(word, end int) (code, bool) {
	skipped := 0
	for r.is(end, "# : . = ( no id is nr 's num was ref the reads number ending") && skipped < 4 {
		end++
		skipped++
	}
	c := r.code(end)
	if c.last == end {
		return c, false
	}
	marked := r.is(end-1, "# : . no id number") || r.alone(word, mrnWordClass) || r.word(word) == "mr"
	switch {
	case c.digits == 0:
		return c, false
	case r.alone(word, plateClass):
		return c, c.letters+c.digits >= 4 && c.digits >= 2 && (c.upper || c.letters == 0 && c.digits >= 4)
	case c.letters == 0 && c.digits == 4 && year(r.tok[end].Plain) && !marked:
		return c, false
	case c.digits >= 5, c.digits >= 4 && (marked || c.upper && c.tied):
		return c, !r.isPrice(end) && !r.alone(c.last, unitClass)
	case c.digits >= 3 && (marked || c.tied) && (c.letters > 0 || r.is(end-1, "#")):
		return c, c.upper || c.tied
	}
	return c, false
}

func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
}

//go:noinline
func (r *reader) isPrice(i int) bool { return r.is(i-1, "$ £ €") }

// code reads the code that begins at token i; last is i where there is none.
func (r *reader) code(i int) code {
	c := code{first: i, last: i, upper: true}
	for r.in(i) && c.last-c.first < 12 {
		t := &r.tok[i]
		tied := t.Flags&(text.Hyphen|text.Glued) != 0
		switch {
		case t.Kind == text.Punct:
			next := i + 1
			if !r.is(i, "/ - : .") || !r.in(next) || c.last == c.first || r.tok[next].Kind > text.Number ||
				!r.flag(next, text.Glued) && !c.spread {
				return c
			}
			i++
			continue
		case t.Kind > text.Number:
			return c
		case i > c.first && !tied && !r.flag(i, text.Glued) && !r.loosely(c, i):
			return c
		}
		r.count(&c, i)
		c.tied = c.tied || tied && i > c.first
		i++
		c.last = i
	}
	return c
}

// count adds the letters and digits of token i.
func (r *reader) count(c *code, i int) {
	for _, b := range []byte(r.tok[i].Plain) {
		switch {
		case digit(b):
			c.digits++
		case b >= 'a' && b <= 'z' || b >= 0x80:
			c.letters++
			c.upper = false
		case letter(b):
			c.letters++
		}
	}
}

// loosely reports whether token i carries the code on after a space: single
// characters in a row, or capitals and digits in turn ("KLR 4471", "485 777 3456").
func (r *reader) loosely(c code, i int) bool {
	t, before := &r.tok[i], &r.tok[i-1]
	if before.Kind == text.Punct {
		return true
	}
	if r.lone(i) && r.lone(i-1) {
		return true
	}
	short := len(t.Plain) <= 7 && len(before.Plain) <= 7
	number := t.Kind == text.Number && plainDigits(t.Plain)
	if number && plainDigits(before.Plain) {
		return len(t.Plain) >= 3 && len(before.Plain) >= 3 && short
	}
	mixed := number || t.Has(text.AllCaps) || hasDigit(t.Plain) && c.upper
	return short && mixed && (c.upper && c.letters > 0 || c.letters == 0 && t.Has(text.AllCaps)) && len(t.Plain) >= 2 && c.last-c.first < 3
}

// lone reports whether token i is a single character, or capitals that stood
// one by one.
func (r *reader) lone(i int) bool {
	t := &r.tok[i]
	if t.Kind == text.Number {
		return len(t.Plain) == 1
	}
	return t.Plain[0] <= 'Z' && (len(t.Plain) == 1 || t.Has(text.Disguised) && t.Plain[1] == ' ')
}

func plainDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if digit(s[i]) {
			return true
		}
	}
	return false
}

// docket reports whether a code is a court's or an agency's number by form
// alone: "24-JV-0113", "2:19-cv-00123", "JD-2024-118", "CW-104735".
func (r *reader) docket(c code) bool {
	if !c.tied || c.spread || c.digits < 4 || c.letters < 1 || c.letters > 4 || r.isPrice(c.first) {
		return false
	}
	parts, kind, long := 0, false, 0
	if r.tok[c.last-1].Kind != text.Number {
		return false // "1980 AC/DC", "150-600mm"
	}
	for i := c.first; i < c.last; i++ {
		t := &r.tok[i]
		switch {
		case t.Kind == text.Punct:
		case t.Kind == text.Number:
			parts++
			long = max(long, len(t.Plain))
		case r.alone(i, caseTypeClass):
			parts++
			kind = true
		case !t.Has(text.AllCaps):
			return false
		default:
			parts++
		}
	}
	return kind && parts >= 3 && long >= 3 || kind && parts == 2 && long >= 5 && c.upper || c.upper && parts == 2 && long >= 6 && c.letters <= 3
}
