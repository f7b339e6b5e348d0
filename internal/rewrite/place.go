package rewrite

import "secondlook/internal/verdict"

// The words that lead to a place.
const (
	beforePlace = "in at @ from near on around by inside outside within throughout behind"
	stays       = "live lives lived living stay stays stayed staying"
)

// place takes a place out with the words that led to it; where the sentence
// needs one, somewhere stands for it.
func (r *reader) place(m int) (Edit, bool) {
	first, last := r.mentions[m].First, r.mentions[m].Last
	if r.is(first, "the") {
		first++
	}
	if r.is(first-1, determiners) && r.common(last) && !r.verbal(last) {
		return r.cut(first, last), true // a Maple Heights family
	}
	last = r.placeEnd(last)
	if r.owned(last) {
		return r.ownedPlace(first, last)
	}
	if r.noun(last) && !r.is(first-1, beforePlace+" to") {
		return r.cut(first, last), true
	}
	at := first
	if r.is(at-1, determiners) {
		at--
	}
	return r.led(at, first, last)
}

// led takes a place out by what stands before it; at is first, or its determiner.
func (r *reader) led(at, first, last int) (Edit, bool) {
	switch {
	case r.is(last, "where"):
		return r.replace(at, last, "a place"), true
	case r.is(at-1, "to into toward towards"):
		return r.replace(at-1, last, "somewhere"), true
	case r.is(at-1, "of") && !r.is(at-2, "outside out west east north south"):
		return r.replace(at, last, "this place"), true
	case r.is(at-1, "for with about through leaving visiting"):
		return r.replace(at, last, "this place"), true
	}
	lead := at
	if r.is(at-1, "off") {
		return r.cut(at-1, last), true
	}
	for lead > 0 && !r.opens(lead) && r.is(lead-1, beforePlace) {
		lead--
	}
	switch {
	case lead == at && (r.opens(at) || r.comma(at-1) || r.is(at-1, conjunction)) && (r.over(last) || r.comma(last)):
		return r.cut(at, last), true
	case lead == at:
		return r.replace(at, last, "this place"), true
	case r.is(lead-1, stays), r.be(lead-1) && (r.over(last) || r.is(last, conjunction) || r.comma(last)):
		return r.replace(lead, last, "somewhere"), true
	}
	return r.cut(lead, last), true
}

// placeEnd moves last over the rest of an address of the same place: Dayton, Ohio.
func (r *reader) placeEnd(last int) int {
	for {
		at := last
		if r.comma(at) {
			at++
		}
		if r.is(last, "room street school house ward unit center centre office building shelter clinic court park hall campus wing road ave class") {
			last++ // Koala room
			continue
		}
		m := r.other(at, verdict.Location, verdict.Facility)
		if m < 0 || r.tok[at].Sentence != r.tok[last-1].Sentence {
			return last
		}
		last = r.mentions[m].Last
	}
}

// ownedPlace makes "Osterville's shelter" the shelter.
func (r *reader) ownedPlace(first, last int) (Edit, bool) {
	if r.is(last+1, "only first best worst") || !r.common(last+1) {
		return Edit{}, false
	}
	if r.is(first-1, determiners) {
		return r.cut(first, last+1), true
	}
	return r.replace(first, last+1, "the"), true
}
