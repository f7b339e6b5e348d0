package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// locations finds towns, counties, streets and neighbourhoods: from the list
// of larger places, by the words before them ("in Osterville"), by what they
// end with ("Harbor County", "Ludlow Street"), and places that are told of so
// that a neighbour knows them ("our village").
func (r *reader) locations() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&locationWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).street, (*reader).county, (*reader).corner, (*reader).here, (*reader).gazetted, (*reader).placed} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
func (r *reader) locate(first, last int, part verdict.Part, sure int) int {
	r.emit(first, last, verdict.Location, part, r.joined(first, last), sure)
	return last
}

// gazetted reads a place of the list at token i, with the state after it.
func (r *reader) gazetted(i int) int {
	if r.flag(i, text.Hyphen) {
		return i
	}
	if end, e := r.match(i, townClass); e != nil && !r.is(end, ":") {
		sure := int(e.sure)
		state := r.stateAfter(end)
		switch {
		case state > end:
			return r.locate(i, state, verdict.PartPlace, 930)
		case e.need != 0 && r.flag(i, text.Opening) && end == i+1:
			return i // "Nice work"
		case r.capital(end) && !r.flag(end, text.Opening) && r.tok[end].Kind == text.Word && !r.is(i-1, "in from near"), r.capital(i-1) && !r.flag(i-1, text.Opening) && end == i+1:
			sure = 400 // part of a longer name
		case end == i+1 && r.is(i-1, "in to") && namesake(r.tok[i].Plain) && !r.townly(i-1):
			sure = 450
		case !r.capital(i) && !r.alone(i-1, fromClass):
			sure = 450
		case !r.alone(i-1, fromClass):
			sure = min(sure, 600)
		}
		return r.locate(i, end, verdict.PartPlace, sure)
	}
	if end, e := r.match(i, stateClass); e != nil {
		return r.locate(i, end, verdict.NoPart, int(e.sure))
	}
	end, e := r.match(i, countryClass)
	if e == nil {
		return i
	}
	part := verdict.NoPart
	if r.is(i-1, "from") {
		part = verdict.PartEthnic
	}
	return r.locate(i, end, part, int(e.sure))
}

// namesake reports whether a town is as well a family's or a person's name, or
// a university's.
func namesake(town string) bool {
	l := lexemeOf(town)
	return max(l.first(), l.last()) > 4 || l.first()+l.last() > 7 || listed("oxford cambridge princeton", strings.ToLower(town))
}

// townly reports whether the words before "in" or "to" at token i go with a
// town: somebody moved to it, lives in it, is in it.
func (r *reader) townly(i int) bool {
	if r.is(i, "to") {
		return r.alone(i-1, movedClass) && !r.human(i-1) && !r.is(i-1, "is was are were home family")
	}
	return r.human(i-1) || r.kind(i-1, text.Number) || r.flag(i-1, text.Glued) || r.alone(i-1, movedClass) || r.alone(i-1, headClass) ||
		r.is(i-1, "up yo born live here jail down over lived lives based court house raised living working shelter apartment")
}

// stateAfter gives the token after ", Ohio" or ", OH" at token i, or i.
func (r *reader) stateAfter(i int) int {
	at := i
	if r.is(at, ",") {
		at++
	}
	if end, e := r.match(at, stateCodeClass); e != nil && (at > i || !r.is(at, "ok or in me hi oh on")) {
		return end
	}
	if at > i {
		if end, e := r.match(at, stateClass); e != nil {
			return end
		}
	}
	return i
}

// placed reads a capitalised word after "in", "near", "moved to" or "from"
// that no list knows.
func (r *reader) placed(i int) int {
	if !r.alone(i-1, fromClass) || !r.placeName(i) {
		return i
	}
	sure := 0
	switch {
	case r.is(i-1, "in"):
		sure = 640
		if r.titled(i) {
			return i
		}
	case r.is(i-1, "near around outside"):
		sure = 600
	case r.is(i-1, "to from") && r.alone(i-2, movedClass) && !r.is(i-2, "is up was are all were down came back went sent home"), r.is(i-2, "originally"):
		sure = 650
	case r.is(i-1, "from"):
		sure = 450
	default:
		return i
	}
	end := i + 1
	for end < i+3 && r.placeName(end) && !r.flag(end, text.Opening) {
		end++
	}
	if state := r.stateAfter(end); state > end {
		end, sure = state, 900
	}
	if r.kind(end, text.Clitic) {
		return i
	}
	return r.locate(i, end, verdict.PartPlace, sure)
}

// placeName reports whether token i can be part of a place's name.
func (r *reader) placeName(i int) bool {
	if !r.capital(i) || r.flag(i, text.AllCaps) && len(r.tok[i].Plain) < 5 || r.flag(i, text.Opening|text.Hyphen) || r.alone(i, noPlaceClass) {
		return false
	}
	n := r.node[i]
	return !n.alone.has(sexClass) && !n.alone.has(familyWordClass) && !n.alone.has(ethnicClass) && !n.alone.has(kinClass) && !n.alone.has(monthClass) && !n.alone.has(weekdayClass) && !n.alone.has(holidayClass) && !n.alone.has(diagnosisClass) && !n.alone.has(professionClass) && !n.alone.has(colourClass)
}

// county reads "Harbor County", "County Clare", "Co. Mayo" at token i.
func (r *reader) county(i int) int {
	if r.capital(i) && !r.alone(i, noPlaceClass) {
		at := i + 1
		if r.capital(at) && !r.is(at, "county parish township") {
			at++
		}
		if r.is(at, "shire county parish borough township") && r.capital(at) && !r.capital(at+1) && !commonOpening(r.word(i)) {
			return r.locate(i, at+1, verdict.PartPlace, 880)
		}
	}
	if r.is(i, "co county") && r.flag(i, text.Capital) {
		at := i + 1
		if r.is(at, ".") {
			at++
		}
		if r.capital(at) {
			return r.locate(i, at+1, verdict.PartPlace, 850)
		}
	}
	return i
}

// street reads "Ludlow Street", "Route 9", "I-95", "Highway 61" at token i.
func (r *reader) street(i int) int {
	if r.is(i, "rt hwy rte route highway interstate") && r.kind(i+1, text.Number) && len(r.tok[i+1].Plain) <= 4 {
		return r.locate(i, i+2, verdict.PartPlace, 880)
	}
	if r.is(i, "i") && r.flag(i, text.Capital) && r.kind(i+1, text.Number) && r.flag(i+1, text.Hyphen) {
		return r.locate(i, i+2, verdict.PartPlace, 880)
	}
	if r.alone(i-1, compassClass) && r.capital(i-1) || !r.alone(i-1, onRoadClass) && !r.is(i-1, "the") && !r.capital(i) || r.flag(i, text.Opening) && commonOpening(r.word(i)) {
		return i
	}
	_, ordinal := r.ordinal(i)
	at := i
	for at < i+3 && (r.capital(at) && !r.alone(at, noPlaceClass) || at == i && ordinal || r.kind(at, text.Clitic)) {
		at++
		if at > i && r.alone(at, streetClass) && !r.is(at, "st way row view walk path hill park rise loop close green court place route heights") || at > i && r.alone(at, streetClass) && r.capital(at) {
			if !r.capital(at) && !r.alone(at, streetSureClass) && !r.alone(i-1, onRoadClass) || r.is(at, "st") && (r.is(at+1, ".") || r.capital(at+1)) && !r.alone(i-1, onRoadClass) {
				return i
			}
			return r.locate(i, at+1, verdict.PartPlace, 860)
		}
	}
	return i
}

// corner reads "corner of 5th and Alder" at token i.
func (r *reader) corner(i int) int {
	if !r.is(i, "corner") || !r.is(i+1, "of") {
		return i
	}
	at := i + 2
	name := func(k int) bool {
		_, ord := r.ordinal(k)
		return ord || r.capital(k)
	}
	if !name(at) {
		return i
	}
	for name(at) || r.alone(at, streetClass) {
		at++
	}
	if r.is(at, "& and") && name(at+1) {
		for at++; name(at) || r.alone(at, streetClass); {
			at++
		}
	}
	return r.locate(i, at, verdict.PartPlace, 880)
}

// here reads places that a neighbour knows: "our village", "the only hospital
// in town", "tri-county".
func (r *reader) here(i int) int {
	end, e := r.match(i, hereClass)
	if e == nil || r.is(end-1, "of") && !r.kind(end, text.Number) && !r.capital(end) || r.is(i, "pop") {
		return i
	}
	sure := int(e.sure)
	if r.is(i, "town village population") {
		end++
		if r.is(end-2, "of") && r.is(i, "population") && !r.kind(end-1, text.Number) {
			return i
		}
	}
	if r.is(i-1, "new any back every") {
		sure = 450
	}
	return r.locate(i, end, verdict.PartPlace, sure)
}
