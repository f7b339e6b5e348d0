package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// addresses finds a house and its street ("214 Alder Ct"), a part of a home
// ("flat 3, 9 Mill Lane", "apt 4B"), a post box and a British postcode.
func (r *reader) addresses() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&addressWake == 0 {
			continue
		}
		end := i
		switch {
		case r.alone(i, dwellingClass):
			end = r.home(i)
		case r.tok[i].Kind == text.Number || r.houseLetter(i):
			end = r.house(i)
		case r.is(i, "box") && r.kind(i+1, text.Number):
			end = r.box(i)
		case r.postcode(i):
			end = i + 2
		}
		if end > i {
			end = r.tail(end)
			m := r.emit(r.boxFrom(i), end, verdict.Address, verdict.PartPlace, r.joined(i, end), 920)
			m.Direct = true
			i = end - 1
		}
	}
}

// houseLetter reports a house number such as 12B.
func (r *reader) houseLetter(i int) bool {
	return r.kind(i, text.Word) && digit(r.tok[i].Plain[0]) && len(r.tok[i].Plain) <= 6
}

// house gives the token after "214 Alder Ct" at token i, or i.
func (r *reader) house(i int) int {
	if len(r.tok[i].Plain) > 6 || r.isPrice(i) || !plainDigits(r.tok[i].Plain) && !r.houseLetter(i) {
		return i
	}
	at := i + 1
	if r.flag(at, text.Glued|text.Hyphen) || r.flag(i, text.Hyphen) || r.ends(at) {
		return i
	}
	for at <= i+5 && r.in(at) {
		t := &r.tok[at]
		if t.Kind == text.Punct && t.Word == "." && (r.alone(at-1, compassClass) || r.alone(at-1, saintClass)) || t.Kind == text.Clitic {
			at++
			continue
		}
		if t.Kind > text.Number {
			return i
		}
		if at > i+1 && r.alone(at, streetClass) && !r.alone(at+1, streetClass) && r.streetly(i, at) {
			return at + 1
		}
		at++
	}
	return i
}

// streetly reports whether tokens (number,suffix] can be a street's name.
func (r *reader) streetly(number, suffix int) bool {
	capital := false
	for k := number + 1; k < suffix; k++ {
		if r.tok[k].Kind > text.Number {
			continue
		}
		if r.alone(k, unitClass) || r.alone(k, ampmClass) && !r.capital(k) || r.alone(k, onRoadClass) || r.alone(k, everyClass) || r.alone(k, ownerClass) {
			return false
		}
		capital = capital || r.capital(k) || r.kind(k, text.Number)
		if !r.capital(k) && !r.kind(k, text.Number) && !r.alone(k, compassClass) && (suffix-number > 3 || !r.alone(suffix, streetSureClass)) {
			return false
		}
	}
	return capital || len(r.tok[number].Plain) >= 2 && r.alone(suffix, streetSureClass) && suffix-number <= 3
}

// home gives the token after "apt 4B" or "flat 3, 9 Mill Lane" at token i, or i.
func (r *reader) home(i int) int {
	at := i + 1
	if r.is(at, "# no") || r.is(at, ".") && r.is(i, "no apt ste trlr") {
		at++
	}
	number := r.kind(at, text.Number) && len(r.tok[at].Plain) <= 5 || r.houseLetter(at) || r.kind(at, text.Word) && len(r.tok[at].Plain) == 1 && r.flag(at, text.Capital) && !r.is(at, "i")
	if !number {
		return i
	}
	at++
	street := at
	if r.is(street, ",") {
		street++
	}
	if r.in(street) && (r.tok[street].Kind == text.Number || r.houseLetter(street)) {
		if end := r.house(street); end > street {
			return end
		}
	}
	if r.is(i, "ste suite") && r.flag(i, text.Capital) && len(r.tok[at-1].Plain) >= 2 && !r.is(i-1, "presidential") {
		return at
	}
	if r.is(i, "apt lot flat trlr condo trailer bungalow apartment") && (len(r.tok[at-1].Plain) <= 4) && !r.alone(at, unitClass) {
		return at
	}
	return i
}

// box gives the token after "PO Box 123" or "Unit 4719 Box 7394" whose box
// stands at token i, or i.
func (r *reader) box(i int) int {
	if r.boxFrom(i) == i {
		return i
	}
	return i + 2
}

// boxFrom gives the token where a post box at token i begins: "P.O. Box", a
// military "PSC 0413, Box".
func (r *reader) boxFrom(i int) int {
	if !r.is(i, "box") {
		return i
	}
	if r.is(i-1, "po") {
		return i - 1
	}
	if r.is(i-1, ".") && r.is(i-2, "o") && r.is(i-3, ".") && r.is(i-4, "p") {
		return i - 4
	}
	at := i - 1
	if r.is(at, ",") {
		at--
	}
	if r.kind(at, text.Number) && r.is(at-1, "rr psc cmr unit") {
		return at - 1
	}
	return i
}

// postcode reports a British postcode at tokens i and i+1: "SW1A 1AA".
func (r *reader) postcode(i int) bool {
	if !r.in(i) || !r.in(i+1) {
		return false
	}
	a, b := r.tok[i].Plain, r.tok[i+1].Plain
	if len(a) < 2 || len(a) > 4 || len(b) != 3 || !upper(a[0]) || !hasDigit(a) {
		return false
	}
	return digit(b[0]) && upper(b[1]) && upper(b[2])
}

func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

// tail carries an address on over its unit, town, state and code.
func (r *reader) tail(at int) int {
	if r.is(at, ".") && r.in(at+1) && r.flag(at, text.Glued) && (r.is(at+1, ", apt") || r.flag(at+1, text.Glued)) {
		at++
	}
	for range 5 {
		next := at
		for r.is(next, ",") || r.kind(next, text.Break) && next < at+2 {
			next++
		}
		end := next
		switch {
		case r.alone(next, compassClass) && next == at && len(r.word(next)) <= 2:
			end = next + 1
		case r.is(next, "# apt ste lot flat unit suite apartment") && r.in(next+1) && r.tok[next+1].Kind <= text.Number && hasDigit(r.tok[next+1].Plain):
			end = next + 2
		case next > at:
			end = r.townTail(next)
			if r.kind(next-1, text.Break) && !r.coded(end) {
				more := end + 1
				if end = r.townTail(more); !r.kind(more-1, text.Break) || !r.coded(end) {
					return at // other lines, without a code
				}
			}
		}
		if next == at && end == next {
			end = r.zip(next)
		}
		if end == next {
			return at
		}
		at = end
	}
	return at
}

// coded reports whether what ended before token i ended with a ZIP or postcode.
func (r *reader) coded(i int) bool {
	return r.kind(i-1, text.Number) && len(r.tok[i-1].Plain) >= 4 || r.postcode(i-2)
}

// townTail gives the token after "Osterville", "Osterville MA 02655" at token
// i, or i where no capital stands.
func (r *reader) townTail(i int) int {
	end := i
	for end < i+3 && r.capital(end) && r.tok[end].Kind == text.Word {
		end++
	}
	return r.zip(end)
}

// zip steps over a state's code and a ZIP or postcode at token i.
func (r *reader) zip(i int) int {
	if _, e := r.match(i, stateCodeClass); e != nil {
		if r.kind(i+1, text.Number) && len(r.tok[i+1].Plain) == 5 {
			return i + 2
		}
		return i + 1
	}
	if r.kind(i, text.Number) && len(r.tok[i].Plain) == 5 && plainDigits(r.tok[i].Plain) {
		return i + 1
	}
	if r.postcode(i) {
		return i + 2
	}
	return i
}
