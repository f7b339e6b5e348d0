package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// facilities finds institutions by name ("Osterville Middle", "St Brigid's"),
// by number ("ward 7", "PS 118"), rooms and beds, and departments that have
// no name, which count nothing.
func (r *reader) facilities() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&facilityWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).saintly, (*reader).headed, (*reader).numbered, (*reader).floor, (*reader).generic} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

// own gives PartOwn to a place of the author's work: "here at", "we at", "our".
func (r *reader) own(first int) verdict.Part {
	at := first - 1
	if r.is(at, "the") {
		at--
	}
	if r.is(at, "our") || r.is(at, "at for with") && (r.is(at-1, "we us job here work nurse shift teach worked intern working volunteer") || r.is(at-2, "i") && r.is(at-1, "work volunteer")) {
		return verdict.PartOwn
	}
	return verdict.PartPlace
}

// headed reads a run of capitalised words at token i that ends with the word
// for an institution: "Harbor Haven Shelter", "Leicester hearing centre".
func (r *reader) headed(i int) int {
	if !r.capital(i) || r.alone(i, headSureClass) && !r.capital(i+1) || r.capital(i-1) && !r.flag(i, text.Opening) && !r.alone(i-1, noPlaceClass) {
		return i
	}
	start := i
	for start < i+3 && r.alone(start, noPlaceClass) && !r.alone(start, headClass) {
		start++
	}
	if start > i || !r.capital(start) || r.pronounish(start) {
		return i
	}
	at, best := i, i
	for at < i+7 && r.in(at) {
		t := &r.tok[at]
		low := t.Kind == text.Word && !r.capital(at)
		switch {
		case t.Kind == text.Clitic, t.Kind == text.Punct && t.Word == "." && r.alone(at-1, saintClass), r.is(at, "& of for and the") && at > i && (r.capital(at+1) || r.is(at+1, "the")):
		case t.Kind != text.Word || low && !r.alone(at, headRunClass):
			return r.institution(i, best)
		}
		if at > i && r.alone(at, headClass) && (r.alone(at, headSureClass) || r.capital(at)) && r.fits(i, at) {
			best = at + 1
		}
		at++
	}
	return r.institution(i, best)
}

// pronounish reports an opening word whose capital says nothing.
func (r *reader) pronounish(i int) bool {
	if !r.flag(i, text.Opening) {
		return r.is(i, "i")
	}
	return r.node[i] != noNode && !r.alone(i, townClass) && !r.alone(i, headClass) && !r.alone(i, stateClass) && !r.alone(i, saintClass) && !r.alone(i, compassClass) || commonOpening(r.tok[i].Word)
}

func commonOpening(w string) bool {
	return listed("a i an my so at in on to if no we he it is do ok the our his her and but for not you she got had has was are did any all hes its one who how why now new old big this that when from just only back love they went been were does last next some shes fuck holy what here then okay well both each many most their today after every spent being first where there small before coming public because working leaving another private", w)
}

// fits reports whether the words before a head name an institution.
func (r *reader) fits(first, head int) bool {
	if !r.alone(head, headSureClass) && !r.capital(head) {
		return false
	}
	if r.is(head, "high middle primary elementary") && !r.capital(head) && !r.is(head+1, "school") {
		return false
	}
	if r.is(head, "bar home care hall unit hope park house place bridge medical station mission general regional memorial") && !r.capital(head) {
		return false
	}
	if head == first+1 && (r.alone(first, noPartClass) || r.alone(first, ethnicClass) || r.alone(first, colourClass) && !r.capital(head) || r.alone(first, weekdayClass) || r.alone(first, kinClass)) {
		return false
	}
	return true
}

func (r *reader) institution(first, last int) int {
	if last <= first+1 || !r.proper(first, last) {
		return first
	}
	sure := 850
	if !r.capital(last-1) && r.flag(first, text.Opening) {
		sure = 550
	}
	r.emit(first, last, verdict.Facility, r.own(first), r.joined(first, last), sure)
	return last
}

// proper reports whether a run of words has one that makes it a name:
// "Medical School" and "Supreme Court" have none.
func (r *reader) proper(first, last int) bool {
	for i := first; i < last; i++ {
		if r.capital(i) && (!r.alone(i, headRunClass) || r.is(i, "general memorial")) && !r.is(i, "jr gas law art med gym pub bar tech grad burn food soup city call fire park pool mall farm group place public trauma office coffee sunday police supreme private charter support station boarding pharmacy graduate emergency") {
			return true
		}
	}
	return false
}

// saintly reads "St. Mary's", "St Brigid's NS", "Our Lady of Lourdes".
func (r *reader) saintly(i int) int {
	end, e := r.match(i, saintClass)
	if e == nil || !r.capital(i) || r.is(i-1, "main") || r.kind(i-1, text.Number) {
		return i
	}
	if r.is(end, ".") {
		end++
	}
	if r.is(end, "of") {
		end++
	}
	name := end
	for end < name+3 && r.capital(end) {
		end++
	}
	if end == name {
		return i
	}
	if r.kind(end, text.Clitic) {
		end++
	}
	start := end
	for end < start+3 && (r.alone(end, headClass) && (r.capital(end) || r.alone(end, headSureClass)) || r.capital(end) && r.alone(end, headRunClass)) {
		end++
	}
	if end == start && !r.kind(end-1, text.Clitic) && !r.is(i-1, "at in to from") {
		return i
	}
	r.emit(i, end, verdict.Facility, r.own(i), r.joined(i, end), 820)
	return end
}

// numbered reads "ward 7", "PS 118", "bed 4", "courtroom four", "block C".
func (r *reader) numbered(i int) int {
	ward, room := r.alone(i, numberedClass), r.alone(i, numberedRoomClass)
	if !ward && !room || r.is(i, "or ps ed dept team zone exit gate table chair floor company") && !r.flag(i, text.Capital|text.AllCaps) && !r.is(i, "dept") {
		return i
	}
	at := i + 1
	if r.is(at, "# no number") {
		at++
	}
	if !r.in(at) || r.tok[at].Kind > text.Number || r.flag(at, text.Hyphen) && !r.flag(at, text.Capital) && r.tok[at].Kind != text.Number {
		return i
	}
	if !r.roomNumber(i, at) {
		return i
	}
	end := at + 1
	for r.flag(end, text.Hyphen|text.Glued) && r.in(end) && r.tok[end].Kind <= text.Number && len(r.tok[end].Plain) <= 3 {
		end++
	}
	if r.alone(end, unitClass) && !r.flag(end, text.Capital) {
		return i // "station 3 hours away"
	}
	typ := verdict.Facility
	if room && !ward {
		typ = verdict.Location
	}
	r.emit(i, end, typ, verdict.PartPlace, r.joined(i, end), 850)
	return end
}

// roomNumber reports whether token at numbers the place at token i.
func (r *reader) roomNumber(i, at int) bool {
	t := &r.tok[at]
	if t.Kind == text.Number {
		return len(t.Plain) <= 4 && plainDigits(t.Plain)
	}
	if hasDigit(t.Plain) {
		return len(t.Plain) <= 5
	}
	if _, _, ok := r.number(at); ok {
		return r.alone(i, numberedRoomClass) && !r.is(i, "or bed door gate exit table suite floor") || r.is(i, "bed ward unit division")
	}
	return len(t.Plain) == 1 && r.flag(at, text.Capital) && t.Word != "i" && (t.Word != "a" || r.ends(at+1))
}

// floor reads "third floor", "east wing", "4 West", "5E" after on.
func (r *reader) floor(i int) int {
	_, ord := r.ordinal(i)
	wing := r.alone(i, wingNameClass) && (len(r.word(i)) > 1 || r.flag(i, text.Capital)) && !r.is(i, "a")
	if (ord && r.is(i+1, "ward floor storey")) || wing && r.is(i+1, "wing ward unit tower block") {
		r.emit(i, i+2, verdict.Location, verdict.PartPlace, r.joined(i, i+2), 850)
		return i + 2
	}
	on := r.is(i-1, "on to from")
	if on && r.kind(i, text.Number) && len(r.tok[i].Plain) <= 2 && r.is(i+1, "west east north south") && !r.alone(i+2, streetClass) {
		r.emit(i, i+2, verdict.Facility, verdict.PartPlace, r.joined(i, i+2), 800)
		return i + 2
	}
	if on && r.kind(i, text.Word) && len(r.tok[i].Plain) == 2 && digit(r.tok[i].Plain[0]) && upper(r.tok[i].Plain[1]) {
		r.emit(i, i+1, verdict.Facility, verdict.PartPlace, r.word(i), 700)
		return i + 1
	}
	return i
}

// generic reports a department or kind of institution without a name.
func (r *reader) generic(i int) int {
	end, e := r.match(i, genericClass)
	if e == nil || len(r.word(i)) <= 4 && end == i+1 && !r.flag(i, text.AllCaps) && !r.is(i, "er icu nicu picu peds pacu") {
		return i
	}
	if end == i+1 && len(r.tok[i].Plain) != len(r.word(i)) {
		return i // "errr"
	}
	if r.is(end-1, "or ed") && end == i+2 && !r.flag(end-1, text.AllCaps) {
		return i
	}
	r.emit(i, end, verdict.Facility, verdict.NoPart, r.joined(i, end), int(e.sure))
	return end
}
